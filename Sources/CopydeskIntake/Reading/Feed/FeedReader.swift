/// What stands before the first item of a feed, as far as it matters to the items.
struct FeedHead: Sendable {
  /// The canonical label of the charset that the XML declaration names.
  var charset: String?
  /// BCP 47, as the channel says.
  var language: String?
  /// What relative addresses start from: `xml:base` of the feed.
  var base: String?
  /// What is declared before the first item.
  var namespaces: [Namespace] = []

  /// `xmlns:dc="http://purl.org/dc/elements/1.1/"`.
  struct Namespace: Sendable, Equatable {
    /// Empty for the default namespace.
    let prefix: String
    let uri: String
  }

  /// The first `xml:base` in some bytes.
  static func base(in bytes: ArraySlice<UInt8>) -> String? {
    guard let place = bytes.firstRange(of: Array("xml:base=".utf8)), let quote = bytes[place.upperBound...].first else {
      return nil
    }
    let value = bytes[place.upperBound...].dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: ">") }
    return value.isEmpty || value.count > 2000
      ? nil : CharacterReference.decoded(String(decoding: value, as: UTF8.self))
  }

  /// The namespaces that are declared in some bytes, each prefix once.
  static func namespaces(in bytes: ArraySlice<UInt8>) -> [Namespace] {
    var found: [Namespace] = []
    var rest = bytes
    while found.count < 64, let place = rest.firstRange(of: Array("xmlns".utf8)) {
      rest = rest[place.upperBound...]
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 > 0x20 && $0 != UInt8(ascii: ">") }
      let value = rest[name.endIndex...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let uri = value.dropFirst().prefix { $0 != quote }
      guard name.isEmpty || name.first == UInt8(ascii: ":") && name.count > 1,
        name.dropFirst().allSatisfy({ HTMLBytes.isNameByte($0) || $0 == UInt8(ascii: "_") }),
        uri.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") && $0 != 0x22 }),
        name.dropFirst().first.map(HTMLBytes.isDigit) != true
      else { continue }
      let prefix = String(decoding: name.dropFirst(), as: UTF8.self)
      if !prefix.hasPrefix("xml"), !found.contains(where: { $0.prefix == prefix }) {
        found.append(Namespace(prefix: prefix, uri: String(decoding: uri, as: UTF8.self)))
      }
    }
    return found
  }
}

/// RSS or Atom: each `item` or `entry` is a document.
///
/// A cutter of bytes, not a parser of XML: an item that is not well-formed is no trouble for those beside it.
struct FeedReader<Stream: ByteStream>: RecordReader {
  private var input: SlidingBuffer<Stream>
  private let path: String
  private let limit: Int
  private var head: FeedHead?
  private var number = 0
  /// How often a comment or CDATA section had no end. After a few, the file is one that doesn't mean them.
  private var unclosed = 0
  /// Whether the unread bytes begin with an item.
  private var isInItem = false

  /// - Parameters:
  ///   - head: what was read of the stream to find out the format.
  ///   - limit: the longest item in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, limit: Int) {
    input = SlidingBuffer(stream, head: head)
    (self.path, self.limit) = (path, limit)
  }

  var emptiness: DocumentFailure? {
    DocumentFailure(code: .noItems, stage: "read", message: "the feed has no item or entry")
  }

  mutating func next() -> RawRecord? {
    guard skipToItem() else { return unreadable() }
    number += 1
    let offset = input.offset
    let item = itemEnd()
    var record = RawRecord(
      provenance: Provenance(
        id: "\(path)#\(number)", path: path, offset: offset, length: item.length, format: .feed),
      bytes: item.length > limit ? [] : Array(input.unread.prefix(item.length)), line: number,
      failure: item.length > limit ? .tooLarge(limit: limit) : nil)
    record.content = .item(head ?? FeedHead())
    if item.isCut { record.warnings.insert(.truncatedRecord) }
    input.use(item.length)
    return record
  }

  /// Goes to the next item; the first time, takes down what stands before it.
  private mutating func skipToItem() -> Bool {
    var index = 0
    while let found = nextTag(from: index) {
      if found.isItemStart {
        if head == nil { head = Self.head(of: input.unread.prefix(found.start)) }
        input.use(found.start)
        return true
      }
      index = found.end
      // Before the first item, what is read is kept: it may name charset and language.
      if head != nil || index > 1 << 16 {
        if head == nil { head = Self.head(of: input.unread.prefix(index)) }
        input.use(index)
        index = 0
      }
    }
    return false
  }

  /// The length of the item that begins here.
  private mutating func itemEnd() -> (length: Int, isCut: Bool) {
    var index = 1
    let before = unclosed
    isInItem = true
    defer { isInItem = false }
    while let found = nextTag(from: index) {
      // A comment or CDATA section without an end was read as if it were none.
      if found.isItemEnd { return (found.end, unclosed > before) }
      // The one before was not closed.
      if found.isItemStart { return (found.start, true) }
      index = found.end
      if index > limit { break }
    }
    return (max(1, min(input.unread.count, limit + 1)), true)
  }

  private struct Tag {
    var start: Int
    var end: Int
    var isItemStart = false
    var isItemEnd = false
  }

  /// The next tag at `from` or later, outside comments and CDATA sections; offsets from the unread bytes' start.
  private mutating func nextTag(from: Int) -> Tag? {
    var index = from
    while true {
      guard let start = find("<", from: index) else { return nil }
      _ = input.fill(to: start + 16)
      let rest = input.unread[(input.start + start)...]
      let isComment = rest.starts(with: "<!--".utf8)
      if unclosed < 16, isComment || rest.starts(with: "<![CDATA[".utf8) {
        let content = start + (isComment ? 4 : 9)
        if let end = find(isComment ? "-->" : "]]>", from: content), !swallowsItems(from: content, to: end, isComment) {
          index = end + 3
        } else {
          // Without an end it would swallow the items behind it.
          unclosed += 1
          index = content
        }
      } else {
        let isEnd = rest.dropFirst().first == UInt8(ascii: "/")
        let isItem = Self.isItem(rest, nameAt: rest.startIndex + (isEnd ? 2 : 1))
        // Only the end tag's end matters; a stray `<` must not swallow the next tag.
        let end = isItem && isEnd ? find(">", from: start).map { $0 + 1 } ?? input.unread.count : start + 1
        return Tag(start: start, end: end, isItemStart: isItem && !isEnd, isItemEnd: isItem && isEnd)
      }
    }
  }

  /// Whether what seemed a section's end is that of another item's section: because the border of an item is between the
  /// two offsets, in an item `</item> <item>`, outside of them `<item>`. Whole items may be in a comment, but no comment in
  /// another.
  private func swallowsItems(from start: Int, to end: Int, _ isComment: Bool) -> Bool {
    let bytes = input.unread.dropFirst(start).prefix(end - start)
    if isComment, bytes.firstRange(of: Array("<!--".utf8)) == nil { return false }
    var index = bytes.startIndex
    while let tag = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = tag + 1
      if !isInItem, Self.isItem(bytes, nameAt: index) { return true }
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "/"), Self.isItem(bytes, nameAt: index + 1),
        let close = bytes[index...].prefix(24).firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      let next = bytes[(close + 1)...].drop { $0 <= 0x20 }
      if next.first == UInt8(ascii: "<"), Self.isItem(bytes, nameAt: next.startIndex + 1) { return true }
    }
    return false
  }

  private static func isItem(_ bytes: ArraySlice<UInt8>, nameAt start: Int) -> Bool {
    guard start < bytes.endIndex else { return false }
    let name = bytes[start...].prefix(12)
    for candidate in ["item", "entry", "rss:item", "atom:entry"] where name.starts(with: candidate.utf8) {
      let next = name.dropFirst(candidate.utf8.count).first ?? 0x20
      if next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return true }
    }
    return false
  }

  /// The offset of some bytes at `from` or later; nil if the stream ends, or the limit is reached, before they come.
  private mutating func find(_ pattern: String, from: Int) -> Int? {
    let pattern = Array(pattern.utf8)
    var index = from
    while input.fill(to: index + pattern.count) {
      let bytes = input.unread
      if let found = bytes[(bytes.startIndex + index)...].firstIndex(of: pattern[0]) {
        index = found - bytes.startIndex
        guard input.fill(to: index + pattern.count) else { return nil }
        if input.unread[(input.start + index)...].starts(with: pattern) { return index }
        index += 1
      } else {
        index = bytes.count
      }
      if index - from > limit { return nil }
    }
    return nil
  }

  private static func head(of bytes: ArraySlice<UInt8>) -> FeedHead {
    var head = FeedHead()
    head.charset = CharsetDeclaration.find(in: Array(bytes.prefix(1024)))
    head.language = FeedElement(bytes).child("language")?.text.split(separator: " ").first.map(String.init)
    head.base = FeedHead.base(in: bytes.prefix(1 << 14))
    head.namespaces = FeedHead.namespaces(in: bytes.prefix(1 << 14))
    return head
  }

  private mutating func unreadable() -> RawRecord? {
    guard let error = input.takeError() else { return nil }
    return RawRecord(
      provenance: Provenance(id: "\(path)#\(number + 1)", path: path, offset: input.offset, length: 0, format: .feed),
      bytes: [],
      failure: DocumentFailure(code: .unreadable, stage: "read", message: "\(path): \(error.message)"))
  }
}
