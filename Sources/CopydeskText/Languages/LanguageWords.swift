/// A file of a language's folder: rows of `key`, perhaps a value, and words separated by spaces; `_` is a space in a phrase.
///
///     month	1	januar jänner jan~
///     prepositions	im in seit bis
public struct LanguageWords: Sendable {
  /// A line. Its parts are made when they are asked for: most rows are asked for one of them.
  public struct Row: Sendable {
    private let bytes: ArraySlice<UInt8>
    /// Where the key ends.
    private let keyEnd: Int
    fileprivate let keyHash: UInt64

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
      var hash = FoldedHash()
      var end = bytes.startIndex
      while end < bytes.endIndex, bytes[end] != Self.tab {
        hash.add(bytes[end])
        end += 1
      }
      (self.bytes, keyEnd, keyHash) = (bytes, end, hash.value)
    }

    /// What the row is of.
    public var key: String { Self.string(bytes[..<keyEnd]) }
    /// The fields between tabs; at least one.
    public var fields: [String] {
      bytes.split(separator: Self.tab, omittingEmptySubsequences: false).map(Self.string)
    }
    /// The field between the key and the words; empty if there is none.
    public var value: String {
      let rest = bytes[min(keyEnd + 1, bytes.endIndex)...]
      return rest.firstIndex(of: Self.tab).map { Self.string(rest[..<$0]) } ?? ""
    }
    /// The last field.
    public var words: String { Self.string(last) }
    /// The words and phrases of the last field, with spaces: `read_more` is `read more`.
    public var phrases: [String] {
      last.split(separator: 0x20).map { word in
        guard word.contains(Self.joint) else { return Self.string(word) }
        return String(decoding: word.map { $0 == Self.joint ? 0x20 : $0 }, as: UTF8.self)
      }
    }
    /// The hashes of the phrases, as tokens of a text and look-up tables have them.
    public var hashes: [UInt64] {
      var hashes: [UInt64] = []
      var hash = FoldedHash()
      var isOpen = false
      for byte in last {
        if byte == 0x20 {
          if isOpen { hashes.append(hash.value) }
          (hash, isOpen) = (FoldedHash(), false)
        } else {
          hash.add(byte == Self.joint ? 0x20 : byte)
          isOpen = true
        }
      }
      if isOpen { hashes.append(hash.value) }
      return hashes
    }

    private var last: ArraySlice<UInt8> {
      bytes.lastIndex(of: Self.tab).map { bytes[($0 + 1)...] } ?? []
    }
    private static let tab = UInt8(ascii: "\t")
    private static let joint = UInt8(ascii: "_")
    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  }

  /// All rows, in the order of the file.
  public let rows: [Row]

  init(_ bytes: [UInt8]) {
    var rows: [Row] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start { rows.append(Row(bytes[start..<end])) }
      start = end + 1
    }
    self.rows = rows
  }

  /// The rows of a key, in their order. - Complexity: O(n) in the rows; a table is made once.
  public func rows(_ key: String) -> [Row] {
    var hash = FoldedHash()
    for byte in key.utf8 { hash.add(byte) }
    return rows.filter { $0.keyHash == hash.value && $0.key == key }
  }

  /// The words of a key, those of all its rows one after the other; empty without any.
  public func words(_ key: String) -> String { rows(key).map(\.words).joined(separator: " ") }

  /// The same, each by itself.
  public func list(_ key: String) -> [String] { words(key).listedWords }

  /// The keys.
  public var keys: some Collection<String> { Set(rows.map(\.key)) }
}
