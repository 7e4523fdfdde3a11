import CopydeskFacts
import CopydeskIntake

/// A record as the page's script reads it: what is null or can be cut out of the text is left out, offsets count UTF-16
/// units as JavaScript does, and no `<` could end the element that it stands in.
struct ReportLine {
  private static let plain = ["id", "url", "site", "title", "byline", "published", "language", "text", "warnings"]
  private static let layers = ["entities", "quantities", "times", "quotes"]
  /// What is told by the text, or of no use to a reader.
  private static let dropped: Set<String> = ["text", "sent"]

  private var json = JSONBuffer()
  private let offsets: UTF16Offsets

  init(_ record: JSONValue) {
    offsets = UTF16Offsets(text: record["text"]?.string ?? "", unit: record["offsets"]?.string ?? "")
    json.beginObject()
    for key in Self.plain { write(key, record[key]) }
    write("error", record["error"]?["message"])
    for layer in Self.layers {
      json.key(layer)
      json.beginArray()
      for fact in record[layer]?.elements ?? [] { write(fact: fact) }
      json.endArray()
    }
    json.endObject()
    json.endLine()
  }

  /// The line with its end.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.bytes.count)
    for byte in json.bytes {
      // Only strings have it.
      if byte == UInt8(ascii: "<") { bytes.append(contentsOf: "\\u003c".utf8) } else { bytes.append(byte) }
    }
    return bytes
  }

  private mutating func write(fact: JSONValue) {
    guard case .object(let members) = fact else { return }
    json.beginObject()
    for (key, value) in members where !Self.dropped.contains(key) { write(key, value) }
    json.endObject()
  }

  private mutating func write(_ key: String, _ value: JSONValue?) {
    switch value {
    case nil, .null?, .bool?: return
    case .array(let elements)? where elements.isEmpty: return
    case .number(let digits)?:
      json.key(key)
      if key == "start" || key == "end" {
        json.integer(offsets[Int(digits) ?? 0])
      } else {
        json.number(Double(digits))
      }
    case .string(let bytes)?:
      json.key(key)
      json.string(utf8: bytes)
    case .array(let elements)?:
      json.key(key)
      json.beginArray()
      for element in elements { json.string(element.string ?? "") }
      json.endArray()
    case .object(let members)?:
      json.key(key)
      json.beginObject()
      for (key, value) in members { write(key, value) }
      json.endObject()
    }
  }
}

/// From the unit of a record's offsets to UTF-16.
struct UTF16Offsets {
  /// By unit offset; empty if both are the same.
  private var table: [Int32] = []

  init(text: String, unit: String) {
    guard unit != "utf16", !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    var offset: Int32 = 0
    for scalar in text.unicodeScalars {
      let count = unit == "utf8" ? UTF8.width(scalar) : 1
      table.append(contentsOf: repeatElement(offset, count: count))
      offset += Int32(UTF16.width(scalar))
    }
    table.append(offset)
  }

  subscript(offset: Int) -> Int {
    guard !table.isEmpty else { return offset }
    return Int(table[min(max(0, offset), table.count - 1)])
  }
}
