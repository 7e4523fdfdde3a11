package import CopydeskFacts
import CopydeskIntake
import Glibc

/// Lists of names as text: tab-separated `name type id aliases` (aliases with `|` between two), or JSON Lines with these keys
/// (aliases an array). The type `-` kills a name: nothing is found where it stands. `#` opens a comment.
package enum NameListText {
  /// Adds the things of a text to a list.
  /// - Throws: `ResourceError` with the number of the first line that cannot be read.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, into names: inout NameListCompiler
  ) throws(ResourceError) {
    if bytes.prefix(4096).contains(0) { throw ResourceError("no list of names, neither as text nor compiled") }
    var number = 0
    var start = 0
    // A byte order mark is no part of the first name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      number += 1
      let end = firstPlace(of: UInt8(ascii: "\n"), in: bytes, from: start)
      var line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if line.last == UInt8(ascii: "\r") { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: "{") {
        try add(json: line, number, to: &names)
      } else {
        try add(fields: line, number, to: &names)
      }
    }
  }

  /// Where a byte comes next; the end if it does not.
  private static func firstPlace(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - base
  }

  private static func add(
    fields line: UnsafeRawBufferPointer, _ number: Int, to names: inout NameListCompiler
  ) throws(ResourceError) {
    var fields: [String] = []
    var start = 0
    while start <= line.count, fields.count < 4 {
      let end = firstPlace(of: UInt8(ascii: "\t"), in: line, from: start)
      fields.append(String(decoding: UnsafeRawBufferPointer(rebasing: line[start..<end]), as: UTF8.self))
      start = end + 1
    }
    guard fields.count >= 2 else { throw ResourceError("line \(number): a name, a tab and a type are the least") }
    let aliases = fields.count > 3 ? fields[3].split(separator: "|").map(String.init) : []
    try add(fields[0], fields[1], fields.count > 2 ? fields[2] : "", aliases, number, to: &names)
  }

  private static func add(
    json line: UnsafeRawBufferPointer, _ number: Int, to names: inout NameListCompiler
  ) throws(ResourceError) {
    guard let value = JSONParser.parse(Array(line)[...]) else { throw ResourceError("line \(number): no JSON object") }
    let aliases = (value["aliases"]?.elements ?? []).compactMap(\.string)
    try add(
      value["name"]?.string ?? "", value["type"]?.string ?? "", value["id"]?.string ?? "", aliases, number, to: &names)
  }

  private static func add(
    _ name: String, _ type: String, _ id: String, _ aliases: [String], _ number: Int, to names: inout NameListCompiler
  ) throws(ResourceError) {
    guard !name.isEmpty else { throw ResourceError("line \(number): no name") }
    let known = EntityType(rawValue: type)
    guard type == "-" || known != nil else {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: " ")
      throw ResourceError("line \(number): no type '\(type)'; the types are \(types), and - for names to ignore")
    }
    guard names.hasRoom else {
      throw ResourceError("line \(number): more than 16,777,216 things are too many for one list")
    }
    // An id without a list of its own gets one, so that it cannot be taken for one of GeoNames or Wikidata.
    let link = id.isEmpty ? nil : id.utf8.contains(UInt8(ascii: ":")) ? id : "list:\(id)"
    names.add(UserGazetteer.Row(name: name, type: known, id: link), aliases: aliases, line: number)
  }
}
