public import CopydeskFacts
import CopydeskIntake
public import CopydeskTagger

/// A resource file that cannot be used; its message says why, and where.
public struct ResourceError: Error, Sendable, CustomStringConvertible {
  /// For the user, one line.
  public let description: String
  /// An error with its message.
  public init(_ description: String) { self.description = description }
}

/// Reads the files that users bring: lists of names and trained taggers.
public enum ResourceFiles {
  /// A tagger from the bytes of a file that `copydesk-workshop train ner` has written.
  /// - Throws: `ResourceError` if they are not one.
  public static func tagger(_ bytes: [UInt8]) throws(ResourceError) -> TaggerModel {
    let file = FileBytes(bytes)
    guard let model = TaggerModel(file.bytes, owner: file) else {
      throw ResourceError("not a tagger of this version; copydesk-workshop train ner writes them")
    }
    for type in model.labels.types where EntityType(rawValue: type) == nil {
      let known = EntityType.allCases.map(\.rawValue).joined(separator: " ")
      throw ResourceError("the tagger finds '\(type)', which is no type of entity; the types are \(known)")
    }
    return model
  }

  /// A list of names: tab-separated `name type id aliases` (aliases with `|` between two), or JSON Lines with these keys
  /// (aliases an array). The type `-` kills a name: nothing is found where it stands.
  ///
  /// Adds them to those that are there: of two things of one name the later one counts.
  /// - Throws: `ResourceError` with the number of the first line that cannot be read.
  public static func read(_ bytes: [UInt8], into names: inout UserGazetteer) throws(ResourceError) {
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: "{") {
        try add(json: line, number, to: &names)
      } else {
        try add(fields: line, number, to: &names)
      }
    }
  }

  private static func add(
    fields line: ArraySlice<UInt8>, _ number: Int, to names: inout UserGazetteer
  ) throws(ResourceError) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count >= 2 else { throw ResourceError("line \(number): a name, a tab and a type are the least") }
    let aliases = fields.count > 3 ? fields[3].split(separator: "|").map(String.init) : []
    try add(fields[0], fields[1], fields.count > 2 ? fields[2] : "", aliases, number, to: &names)
  }

  private static func add(
    json line: ArraySlice<UInt8>, _ number: Int, to names: inout UserGazetteer
  ) throws(ResourceError) {
    guard let value = JSONParser.parse(line) else { throw ResourceError("line \(number): no JSON object") }
    let aliases = (value["aliases"]?.elements ?? []).compactMap(\.string)
    try add(
      value["name"]?.string ?? "", value["type"]?.string ?? "", value["id"]?.string ?? "", aliases, number, to: &names)
  }

  private static func add(
    _ name: String, _ type: String, _ id: String, _ aliases: [String], _ number: Int, to names: inout UserGazetteer
  ) throws(ResourceError) {
    guard !name.isEmpty else { throw ResourceError("line \(number): no name") }
    guard type == "-" || EntityType(rawValue: type) != nil else {
      let known = EntityType.allCases.map(\.rawValue).joined(separator: " ")
      throw ResourceError("line \(number): no type '\(type)'; the types are \(known), and - for names to ignore")
    }
    // An id without a list of its own gets one, so that it cannot be taken for one of GeoNames or Wikidata.
    let link = id.isEmpty ? nil : id.utf8.contains(UInt8(ascii: ":")) ? id : "list:\(id)"
    names.add(UserGazetteer.Row(name: name, type: EntityType(rawValue: type), id: link), aliases: aliases)
  }
}
