/// The header of a WARC record (ISO 28500): a line with the version, then named fields.
struct WARCHeader {
  /// How every record begins.
  static let mark = Array("WARC/".utf8)
  /// No honest header is longer.
  static let longest = 1 << 16

  private let fields: HeaderFields

  /// The fields of a header block.
  /// - Parameter block: from `WARC/` to the empty line.
  /// - Returns: nil if it does not begin with a version.
  init?(_ block: ArraySlice<UInt8>) {
    guard block.starts(with: Self.mark), let end = block.firstIndex(of: 0x0A) else { return nil }
    fields = HeaderFields(block[(end + 1)...])
  }

  /// `response`, `conversion`, `request`…, in lower case.
  var type: String { fields["warc-type"]?.lowercased() ?? "" }
  /// The number of bytes of the block; nil if it is missing or no number.
  var contentLength: Int? { fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
  /// The media type of the block.
  var contentType: String { fields["content-type"]?.lowercased() ?? "" }
  /// The address of what was fetched.
  var targetURI: String? { fields["warc-target-uri"].map(Self.withoutBrackets).flatMap { $0.isEmpty ? nil : $0 } }
  /// The id without its brackets: `urn:uuid:…`.
  var recordID: String? { fields["warc-record-id"].map(Self.withoutBrackets).flatMap { $0.isEmpty ? nil : $0 } }
  /// `sha1:…` of the whole block.
  var blockDigest: String? { fields["warc-block-digest"] }
  /// `sha1:…` of what the response carries.
  var payloadDigest: String? { fields["warc-payload-digest"] }
  /// Why the crawler has cut the record; nil if it has not.
  var truncated: String? { fields["warc-truncated"] }

  private static func withoutBrackets(_ value: String) -> String {
    value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
  }
}

/// The named fields of a WARC or HTTP header. The first of two with one name counts; names have no case.
struct HeaderFields: Sendable {
  private var values: [String: String] = [:]

  /// Lines `Name: value`; a line that begins with a space continues the one before. Others are passed over.
  init(_ bytes: ArraySlice<UInt8>) {
    var name: String?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      let text = line.last == 0x0D ? line.dropLast() : line
      guard let first = text.first else { continue }
      if first == 0x20 || first == 0x09 {
        if let name { values[name]?.append(" \(Self.trimmed(text))") }
        continue
      }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { continue }
      let key = Self.trimmed(text[..<colon]).lowercased()
      if values[key] == nil {
        values[key] = Self.trimmed(text[(colon + 1)...])
        name = key
      } else {
        name = nil
      }
    }
  }

  /// The value of a field, by its name in lower case.
  subscript(name: String) -> String? { values[name] }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 <= 0x20 }, as: UTF8.self)
  }
}
