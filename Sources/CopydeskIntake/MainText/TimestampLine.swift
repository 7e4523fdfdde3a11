import CopydeskText

/// A line that tells when a text was published and changed: `2024-02-11 07:31:05 | Last Update : 2024-02-11 09:40:18`.
struct TimestampLine {
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?

  /// The dates of the line, or nil if it is something else.
  init?(_ line: String) {
    // Most lines are turned away by this alone: without a digit of any script there is no date.
    guard line.utf8.contains(where: { HTMLBytes.isDigit($0) || $0 >= 0x80 }) else { return nil }
    let folded = String(decoding: CaseFolding.folded(Array(line.utf8)), as: UTF8.self)
    let words = folded.split(whereSeparator: { !$0.isLetter })
    guard folded.contains(where: \.isNumber), words.count <= 14 else { return nil }
    // A line of news that has a date in it has other words as well.
    guard words.count(where: { !Self.vocabulary.contains(String($0)) && $0.count > 2 }) <= 2 else { return nil }
    var parts: [(text: Substring, isUpdate: Bool)] = []
    var start = folded.startIndex
    var isUpdate = false
    for word in words where Self.updates.contains(where: { word.hasPrefix($0) }) {
      parts.append((folded[start..<word.startIndex], isUpdate))
      (start, isUpdate) = (word.endIndex, true)
    }
    parts.append((folded[start...], isUpdate))
    for part in parts {
      let digits = String(part.text.drop { !$0.isNumber })
      // `0001-01-01` is what programs write for no date.
      guard let found = Timestamp(iso8601: digits) ?? WrittenDate.first(in: String(part.text)),
        WrittenDate.years.contains(found.date.year)
      else { continue }
      if part.isUpdate { modified = modified ?? found } else { published = published ?? found }
    }
    if published == nil && modified == nil { return nil }
    // What was only ever updated was published then at the latest.
    if published == nil { published = modified }
  }

  private static let updates = PageWords.page.phrases("updated-stem")

  private static let vocabulary = Set(PageWords.page.phrases("dateline") + PageWords.dates.phrases("weekday"))
}
