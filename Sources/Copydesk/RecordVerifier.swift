public import CopydeskFacts
public import CopydeskIntake
import CopydeskText

/// Why a line is no record.
public struct RecordProblem: Error, Sendable {
  /// For a person.
  public let message: String

  init(_ message: String) { self.message = message }
}

/// Checks a line of output against the contract.
public enum RecordVerifier {
  /// A line as a record.
  /// - Throws: why it is none that this version can read.
  public static func record(in line: RawRecord) throws(RecordProblem) -> JSONValue {
    if let failure = line.failure {
      throw RecordProblem(failure.code == .tooLarge ? "too long for a record" : failure.message)
    }
    guard let record = JSONParser.parse(line.bytes[...]), case .object = record else {
      throw RecordProblem(line.bytes.isEmpty ? "empty, no record" : "no JSON object; the file may be cut off")
    }
    guard let schema = record["schema"]?.string else {
      let isFact = record["kind"] != nil && record["doc"] != nil
      throw RecordProblem(isFact ? "a flat fact (--out facts), no record" : "no record: it has no schema")
    }
    guard schema == Record.schema else {
      throw RecordProblem("a record of \(schema); this version reads \(Record.schema)")
    }
    return record
  }

  /// What is wrong with a line of output; empty if nothing is.
  /// - Parameter extractors: those of your own that the record was made with.
  public static func problems(in line: [UInt8], extractors: [any Extractor] = []) -> [String] {
    guard let record = JSONParser.parse(line[...]), case .object = record else { return ["no JSON object"] }
    return problems(in: record, extractors: extractors)
  }

  /// What is wrong with a record; empty if nothing is. Keys and types are checked, ids, the order of spans, and that
  /// every span's text is the text at its offsets.
  public static func problems(in record: JSONValue, extractors: [any Extractor] = []) -> [String] {
    var problems: [String] = []
    let keys = extractors.isEmpty ? keys : RecordSchema.keys(of: .records, extractors)
    check(record, against: .object(keys), at: "record", &problems)
    guard problems.isEmpty else { return problems }
    checkSpans(of: record, layers: Extractors.names + extractors.map { type(of: $0).name }, &problems)
    return problems
  }

  private static let keys = RecordSchema.keys(of: .records)

  private static func check(_ value: JSONValue, against shape: JSONShape, at path: String, _ problems: inout [String]) {
    switch (shape, value) {
    case (.nullable, .null), (.string, .string): break
    case (.nullable(let inner), _): check(value, against: inner, at: path, &problems)
    case (.oneOf(let cases), .string) where cases.contains(value.string ?? ""): break
    case (.integer, .number(let digits)) where Int(digits) != nil: break
    case (.number, .number(let digits)) where Double(digits) != nil && digits.contains { ".eE".contains($0) }: break
    case (.array(let element), .array(let values)):
      for (index, value) in values.enumerated() { check(value, against: element, at: "\(path)[\(index)]", &problems) }
    case (.object(let keys), .object(let members)):
      guard keys.map(\.name) == members.map(\.key) else {
        problems.append("\(path) has other keys, or in another order, than \(keys.map(\.name).joined(separator: " "))")
        return
      }
      for (key, member) in zip(keys, members) {
        check(member.value, against: key.shape, at: "\(path).\(key.name)", &problems)
      }
    default: problems.append("\(path) is not of the right type")
    }
  }

  private static func checkSpans(of record: JSONValue, layers: [String], _ problems: inout [String]) {
    let text = Text(record["text"]?.string ?? "")
    let unit = record["offsets"]?.string.flatMap(OffsetUnit.init(rawValue:)) ?? .codepoint
    let slicer = Slicer(text: text, unit: unit)
    for name in layers {
      var previous = 0
      for (index, span) in (record[name]?.elements ?? []).enumerated() {
        let path = "\(name)[\(index)]"
        let parts = [("", span)] + ["speaker", "cue"].compactMap { key in span[key].map { (".\(key)", $0) } }
        for (suffix, part) in parts {
          guard case .object = part else { continue }
          let slice = slicer.slice(part["start"]?.string, part["end"]?.string)
          if slice == nil || slice != part["text"]?.string {
            problems.append("\(path)\(suffix): the text at its offsets is '\(slice ?? "none")', not its text")
          }
        }
        let start = Int(span["start"]?.string ?? "") ?? 0
        if start < previous { problems.append("\(path) is out of order") }
        previous = start
      }
    }
  }
}

/// Slices a text by offsets in any unit.
private struct Slicer {
  private let text: Text
  private let boundaries: [Int]  // unit offset → byte offset; -1 inside a code point

  init(text: Text, unit: OffsetUnit) {
    self.text = text
    let offsets = ScalarOffsets(of: text, in: unit)
    var boundaries = [Int](repeating: -1, count: offsets[text.count] + 1)
    for index in 0...text.count where index == text.count || text.bytes[index] & 0xC0 != 0x80 {
      boundaries[offsets[index]] = index
    }
    self.boundaries = boundaries
  }

  func slice(_ start: String?, _ end: String?) -> String? {
    guard let start = byteOffset(start), let end = byteOffset(end), start <= end else { return nil }
    return text[TextRange(start, end)]
  }

  private func byteOffset(_ digits: String?) -> Int? {
    guard let offset = digits.flatMap({ Int($0) }), boundaries.indices.contains(offset) else { return nil }
    return boundaries[offset] < 0 ? nil : boundaries[offset]
  }
}
