import CopydeskText

extension PageDecoder {
  /// Decodes a line of JSON, or a document of an array.
  func decodeLine(_ record: RawRecord, provenance: inout Provenance) throws(DocumentFailure) -> DecodedPage {
    var parser = JSONParser(record.bytes[...])
    if let failure = record.failure {
      identify(.object(parser.membersOfPrefix()), &provenance)
      throw failure
    }
    provenance.sha256 = SHA256.hexDigest(of: record.bytes)
    (provenance.charset, provenance.charsetBy) = ("utf-8", .sniffed)
    if record.bytes.allSatisfy({ $0 <= 0x20 }) {
      throw DocumentFailure(code: .emptyLine, stage: "decode", message: "the line is empty")
    }
    let line: JSONValue
    do throws(JSONError) {
      line = try parser.wholeText()
    } catch {
      var prefix = JSONParser(record.bytes[...])
      identify(.object(prefix.membersOfPrefix()), &provenance)
      throw DocumentFailure(
        code: .badJSON, stage: "decode", message: "no JSON at byte \(error.offset) of the line: \(error.problem)")
    }
    guard case .object = line else {
      throw DocumentFailure(code: .badJSON, stage: "decode", message: "the line is no JSON object")
    }
    identify(line, &provenance)
    if !keys.readsOwnOutput, let failure = OwnOutput.failure(of: line) { throw failure }
    var given = GivenMetadata()
    var warnings = record.warnings.union(parser.warnings)
    given.url = string(line[keys.url])
    given.title = string(line["title"])
    given.language = string(line[keys.language])
    if let date = string(line[keys.date]) {
      given.published = GivenDate.read(date)
      if given.published == nil { warnings.insert(.badDate) }
    }
    if case .string(let text)? = line[keys.text] {
      if let found = UnsupportedFormat.of(string: text) { throw found.failure }
      return DecodedPage(
        provenance: provenance, content: .text(text), given: given, warnings: warnings,
        sourceMap: tracesSource ? Self.sourceMap(of: keys.text, in: record.bytes) : nil)
    }
    if case .string(let html)? = line[keys.html] {
      if let found = UnsupportedFormat.of(string: html) { throw found.failure }
      return DecodedPage(
        provenance: provenance, content: .html(html), given: given, warnings: warnings,
        sourceMap: tracesSource ? Self.sourceMap(of: keys.html, in: record.bytes) : nil)
    }
    throw .noContent(in: line, keys: keys)
  }

  /// The way from a line to the string of one of its members.
  private static func sourceMap(of key: String, in line: [UInt8]) -> SourceMap? {
    var parser = JSONParser(line[...])
    return parser.editsOfMember(key).map { SourceMap($0.0, $0.1) }
  }

  /// The id of a line: given, else its URL, else `path#line`, which it has already.
  private func identify(_ line: JSONValue, _ provenance: inout Provenance) {
    if let id = string(line[keys.id]) ?? string(line[keys.url]) { provenance.id = id }
  }

  /// A non-empty string (or number) under a key.
  private func string(_ value: JSONValue?) -> String? {
    guard let string = value?.string, !string.isEmpty else { return nil }
    return string
  }
}

/// What Copydesk itself wrote.
enum OwnOutput {
  /// The error of a line that is a record (`"schema":"copydesk/1"`) or a flat fact; nil if it is neither.
  static func failure(of line: JSONValue) -> DocumentFailure? {
    if line["schema"]?.string?.hasPrefix("copydesk/") == true { return failure("a record") }
    guard ["doc", "kind", "run", "rule", "quote_kind", "time_value"].allSatisfy({ line[$0] != nil }) else { return nil }
    return failure("a fact")
  }

  private static func failure(_ what: String) -> DocumentFailure {
    DocumentFailure(
      code: .ownOutput, stage: "decode",
      message: "\(what) that copydesk wrote, no document: copydesk show, view and verify read those; "
        + "--in jsonl --text-key text takes its text as a document")
  }
}
