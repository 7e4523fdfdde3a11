import CopydeskIntake
import CopydeskText

/// Hits, false alarms and misses of one layer.
struct Tally {
  var right = 0
  var spurious = 0
  var missed = 0

  var f1: Double {
    let all = 2 * right + spurious + missed
    return all == 0 ? 1 : Double(2 * right) / Double(all)
  }

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      right: left.right + right.right, spurious: left.spurious + right.spurious, missed: left.missed + right.missed)
  }
}

/// Compares a record with the gold of its page.
///
/// The gold's text has all the lines of the page, the record's those of the article: lines are matched by their words,
/// and offsets move along. What stands on a line that the gold does not have is spurious.
struct GoldScore {
  private(set) var layers: [String: Tally] = [:]
  private(set) var errors: [String] = []

  private let gold: JSONValue
  private let goldText: [Unicode.Scalar]
  private let lineShifts: [(start: Int, end: Int, shift: Int)]
  private let boilerplate: [(range: Range<Int>, isOptional: Bool)]

  init(gold: JSONValue, record: JSONValue) {
    self.gold = gold
    goldText = Array((gold["text"]?.string ?? "").unicodeScalars)
    boilerplate = (gold["boilerplate"]?.elements ?? []).compactMap { span in
      guard let range = Self.range(of: span) else { return nil }
      var isOptional = false
      if case .bool(true)? = span["optional"] { isOptional = true }
      return (range, isOptional)
    }
    let system = Array((record["text"]?.string ?? "").unicodeScalars)
    lineShifts = Self.align(system, with: goldText)
    scoreText()
    score("entities", record, isPossible: { $0 == $1 || Self.alternatives(gold, $0, $1) }) { gold, found in
      gold["type"]?.string == found["type"]?.string || gold["alt"]?.elements.isEmpty == false
    }
    score("quantities", record, isPossible: { $0.overlaps($1) }, isRight: Self.sameQuantity)
    score("times", record, isPossible: { $0.overlaps($1) }) { gold, found in
      let values = ["value", "underspecified", "world_value"].compactMap { gold[$0]?.string }
      let all = values + (gold["value_alt"]?.elements.compactMap(\.string) ?? [])
      return all.contains(found["value"]?.string ?? "")
    }
    score("quotes", record, isPossible: { Self.overlapShare($0, $1) >= 0.8 }, isRight: { _, _ in true })
  }

  private static func number(_ value: JSONValue?) -> Double? { value?.string.flatMap(Double.init) }

  private static func range(of span: JSONValue?) -> Range<Int>? {
    guard let start = span?["start"]?.string.flatMap({ Int($0) }), let end = span?["end"]?.string.flatMap({ Int($0) }),
      start < end
    else { return nil }
    return start..<end
  }

  private static func overlapShare(_ left: Range<Int>, _ right: Range<Int>) -> Double {
    let common = left.clamped(to: right).count
    return Double(common) / Double(left.count + right.count - common)
  }

  private static func sameQuantity(_ gold: JSONValue, _ found: JSONValue) -> Bool {
    func bound(_ quantity: JSONValue) -> Double? {
      number(quantity["value"]) ?? number(quantity["low"]) ?? number(quantity["high"])
    }
    func scaled(_ quantity: JSONValue) -> (Double?, String) {
      let unit = quantity["unit"]?.string ?? ""
      return unit == "%" || unit == "1"
        ? (bound(quantity).map { unit == "%" ? $0 / 100 : $0 }, "1") : (bound(quantity), unit)
    }
    let (left, right) = (scaled(gold), scaled(found))
    guard left.1 == right.1 else { return false }
    guard let one = left.0, let other = right.0 else { return left.0 == nil && right.0 == nil }
    return abs(one - other) <= 1e-6 * max(1, abs(one))
  }

  /// Pairs of lines with the same words, in order.
  private static func align(_ system: [Unicode.Scalar], with gold: [Unicode.Scalar])
    -> [(start: Int, end: Int, shift: Int)]
  {
    func lines(_ text: [Unicode.Scalar]) -> [Range<Int>] {
      text.split(separator: "\n", omittingEmptySubsequences: true).map { $0.startIndex..<$0.endIndex }
    }
    let goldLines = lines(gold)
    var next = 0
    var shifts: [(start: Int, end: Int, shift: Int)] = []
    for line in lines(system) {
      let same = { (index: Int) in gold[goldLines[index]].elementsEqual(system[line]) }
      guard let match = (next..<goldLines.count).first(where: same) ?? goldLines.indices.first(where: same) else {
        continue
      }
      shifts.append((line.lowerBound, line.upperBound, goldLines[match].lowerBound - line.lowerBound))
      next = match + 1
    }
    return shifts
  }

  private func mapped(_ range: Range<Int>) -> Range<Int>? {
    guard let line = lineShifts.first(where: { $0.start <= range.lowerBound && range.upperBound <= $0.end }) else {
      return nil
    }
    return range.lowerBound + line.shift..<range.upperBound + line.shift
  }

  private static func alternatives(_ page: JSONValue, _ gold: Range<Int>, _ found: Range<Int>) -> Bool {
    (page["entities"]?.elements ?? []).contains { entity in
      Self.range(of: entity) == gold && (entity["alt"]?.elements ?? []).contains { Self.range(of: $0) == found }
    }
  }

  private mutating func scoreText() {
    var tally = Tally()
    let kept = lineShifts.map { $0.start + $0.shift..<$0.end + $0.shift }
    for line in goldText.split(separator: "\n") {
      let range = line.startIndex..<line.endIndex
      let noise = boilerplate.first { $0.range.overlaps(range) && 2 * $0.range.clamped(to: range).count >= range.count }
      let isKept = kept.contains(range)
      switch (noise, isKept) {
      case (nil, true): tally.right += 1
      case (nil, false):
        tally.missed += 1
        errors.append("text: lost '\(Self.string(goldText[range]))'")
      case (let noise?, true) where !noise.isOptional:
        tally.spurious += 1
        errors.append("text: kept '\(Self.string(goldText[range]))'")
      default: break
      }
    }
    layers["text"] = tally
  }

  private mutating func score(
    _ layer: String, _ record: JSONValue, isPossible: (Range<Int>, Range<Int>) -> Bool,
    isRight: (JSONValue, JSONValue) -> Bool
  ) {
    let wanted = (gold[layer]?.elements ?? []).filter { !Self.isTrue($0["nested"]) && !Self.isTrue($0["optional"]) }
    let tolerated = (gold[layer]?.elements ?? []).filter { Self.isTrue($0["nested"]) || Self.isTrue($0["optional"]) }
    var taken: Set<Int> = []
    var tally = Tally()
    for found in record[layer]?.elements ?? [] {
      guard let place = Self.range(of: found) else { continue }
      // A mixed quote counts by its fragment or by its clause.
      let places = [mapped(place), Self.range(of: found["clause"]).flatMap(mapped)].compactMap { $0 }
      func fits(_ gold: JSONValue) -> Bool {
        let ranges = [Self.range(of: gold), Self.range(of: gold["clause"])].compactMap { $0 }
        return ranges.contains { range in places.contains { isPossible(range, $0) } } && isRight(gold, found)
      }
      if let index = wanted.indices.first(where: { !taken.contains($0) && fits(wanted[$0]) }) {
        taken.insert(index)
        tally.right += 1
      } else if places.contains(where: { place in boilerplate.contains { $0.isOptional && $0.range.overlaps(place) } })
        || tolerated.contains(where: fits)
      {
        continue
      } else {
        tally.spurious += 1
        errors.append("\(layer): spurious '\(found["text"]?.string ?? "")' \(found["type"]?.string ?? "")")
      }
    }
    for index in wanted.indices where !taken.contains(index) {
      errors.append("\(layer): missed '\(wanted[index]["text"]?.string ?? "")' \(wanted[index]["type"]?.string ?? "")")
    }
    tally.missed = wanted.count - taken.count
    layers[layer] = tally
  }

  private static func isTrue(_ value: JSONValue?) -> Bool {
    if case .bool(true)? = value { true } else { false }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars)
    return string
  }
}
