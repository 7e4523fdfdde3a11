import CopydeskFacts
public import CopydeskIntake

/// What a record says otherwise than the one made again from its source.
public enum RecordDrift {
  /// A line for each difference; empty if there is none.
  public static func differences(between record: JSONValue, and derived: Rederived) -> [String] {
    let (old, new) = (record["source"]?["sha256"]?.string, derived.json["source"]?["sha256"]?.string)
    if let old, let new, old != new {
      // All else follows from it.
      return ["the source has changed: sha256 \(old.prefix(12))… in the record, \(new.prefix(12))… now"]
    }
    guard case .object(let members) = record else { return ["no record"] }
    var found: [String] = []
    for (key, value) in members where key != "run" || derived.isSameRun {
      let other = derived.json[key] ?? .null
      if Extractors.names.contains(key) {
        found += factDifferences(key, value.elements, other.elements)
      } else {
        found += differences(key, value, other)
      }
    }
    return found
  }

  /// Facts are matched by their place, so that one that is gone does not blame all that follow.
  private static func factDifferences(_ layer: String, _ old: [JSONValue], _ new: [JSONValue]) -> [String] {
    var left: [String: [JSONValue]] = [:]
    for fact in new { left[place(fact), default: []].append(fact) }
    var found: [String] = []
    var isShifted = old.count != new.count
    for fact in old {
      let name = "\(layer) \(fact["id"]?.string ?? "?") at \(place(fact))"
      guard let match = left[place(fact)]?.first else {
        found.append("\(name), “\(fact["text"]?.string ?? "")”: the source does not give it")
        isShifted = true
        continue
      }
      left[place(fact)]?.removeFirst()
      guard case .object(let members) = fact else { continue }
      for (key, value) in members where key != "id" || !isShifted {
        if references.contains(key), isShifted { continue }
        found += differences("\(name): \(key)", value, match[key] ?? .null)
      }
    }
    for fact in new where left[place(fact)]?.isEmpty == false {
      left[place(fact)]?.removeFirst()
      found.append(
        "\(layer) at \(place(fact)), “\(fact["text"]?.string ?? "")”: the source gives it, the record has it not")
    }
    return found
  }

  /// Values that name other facts by their number.
  private static let references: Set<String> = ["parent", "speaker"]

  private static func place(_ fact: JSONValue) -> String {
    "\(fact["start"]?.string ?? "?")–\(fact["end"]?.string ?? "?")"
  }

  private static func differences(_ path: String, _ old: JSONValue, _ new: JSONValue) -> [String] {
    switch (old, new) {
    case (.object(let members), .object):
      return members.flatMap { differences("\(path).\($0.key)", $0.value, new[$0.key] ?? .null) }
    case (.array(let first), .array(let second)) where first.count == second.count:
      return zip(first, second).enumerated().flatMap { differences("\(path)[\($0)]", $1.0, $1.1) }
    default:
      let (first, second) = (shown(old), shown(new))
      return first == second ? [] : ["\(path) is \(clipped(first, second)), the source gives \(clipped(second, first))"]
    }
  }

  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let bytes): "“\(String(decoding: bytes, as: UTF8.self))”"
    case .number(let digits): digits
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .array(let elements): "\(elements.count) values"
    case .object(let members): "an object of \(members.count) keys"
    }
  }

  /// Of two long strings, what is round their first difference.
  private static func clipped(_ string: String, _ other: String) -> String {
    guard string.count > 80 else { return string }
    let same = zip(string, other).prefix { $0 == $1 }.count
    let start = max(0, same - 20)
    return "\(start > 0 ? "…" : "")\(string.dropFirst(start).prefix(60))…"
  }
}
