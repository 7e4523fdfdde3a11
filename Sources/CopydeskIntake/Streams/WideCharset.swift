/// UTF-16 or UTF-32, in either order of bytes.
struct WideCharset: Equatable {
  /// How many bytes a unit has: 2 or 4.
  let width: Int
  /// Whether the low byte comes first.
  let isLittle: Bool
  /// Whether a byte order mark tells it, rather than where the zeros are.
  let isMarked: Bool

  /// The canonical label.
  var label: String { "utf-\(width * 8)\(isLittle ? "le" : "be")" }

  /// Whether a unit is a character of ASCII, as the first one of JSON, a table or a feed is.
  func fitsASCII(_ unit: ArraySlice<UInt8>) -> Bool {
    let low = isLittle ? unit.first : unit.last
    guard unit.count == width, let low, (1..<0x80).contains(low) else { return false }
    return unit.count { $0 == 0 } == width - 1
  }

  /// The charset of a file that begins so; nil if it is none of these.
  static func of(_ head: [UInt8]) -> WideCharset? {
    // The mark of UTF-16 is the beginning of that of UTF-32.
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return WideCharset(width: 4, isLittle: true, isMarked: true) }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return WideCharset(width: 4, isLittle: false, isMarked: true) }
    if head.starts(with: [0xFF, 0xFE]) { return WideCharset(width: 2, isLittle: true, isMarked: true) }
    if head.starts(with: [0xFE, 0xFF]) { return WideCharset(width: 2, isLittle: false, isMarked: true) }
    guard head.prefix(2000).contains(0), let label = HiddenCharset.wide(Array(head.prefix(2000))) else { return nil }
    return WideCharset(width: label.hasPrefix("utf-32") ? 4 : 2, isLittle: label.hasSuffix("le"), isMarked: false)
  }
}

/// A stream of UTF-16 or UTF-32 as UTF-8, without its mark: for files of many documents, which are cut before they are
/// decoded. What is no character becomes U+FFFD.
final class ConvertedStream<Stream: ByteStream>: ByteStream {
  private var source: Stream
  private let charset: WideCharset
  private var raw: [UInt8]
  /// The first half of a pair whose second half has not come yet.
  private var half: UInt32?
  private var isStart = true
  private var hasEnded = false

  /// - Parameter head: what was read of the source already.
  init(_ source: Stream, head: [UInt8], from charset: WideCharset) {
    (self.source, self.charset) = (source, charset)
    raw = head
  }

  func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int {
    let before = buffer.count
    while buffer.count == before, !hasEnded {
      if raw.count < charset.width, try source.read(into: &raw, count: max(charset.width, count / 2)) == 0 {
        hasEnded = true
      }
      convert(into: &buffer)
      if hasEnded, half != nil || !raw.isEmpty {
        append(0xFFFD, to: &buffer)
        raw = []
      }
    }
    return buffer.count - before
  }

  private func convert(into buffer: inout [UInt8]) {
    let whole = raw.count - raw.count % charset.width
    for index in stride(from: 0, to: whole, by: charset.width) {
      let unit = raw[index..<index + charset.width]
      let value = (charset.isLittle ? Array(unit.reversed()) : Array(unit)).reduce(0) { $0 << 8 | UInt32($1) }
      defer { isStart = false }
      if isStart, value == 0xFEFF { continue }
      if charset.width == 4 {
        append(value, to: &buffer)
      } else if let first = half {
        half = nil
        if (0xDC00..<0xE000).contains(value) {
          append(0x10000 + ((first - 0xD800) << 10) + (value - 0xDC00), to: &buffer)
        } else {
          append(0xFFFD, to: &buffer)
          add(value, to: &buffer)
        }
      } else {
        add(value, to: &buffer)
      }
    }
    raw.removeFirst(whole)
  }

  private func add(_ unit: UInt32, to buffer: inout [UInt8]) {
    if (0xD800..<0xDC00).contains(unit) { half = unit } else { append(unit, to: &buffer) }
  }

  private func append(_ value: UInt32, to buffer: inout [UInt8]) {
    half = nil
    buffer.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
