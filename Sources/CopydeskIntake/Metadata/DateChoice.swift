import CopydeskText

/// Chooses the day of publication among what a page says of its dates.
struct DateChoice {
  let survey: PageSurvey
  let facts: PageFacts
  let article: JSONLDArticle
  /// The index of the headline's block or the article's first.
  let place: Int?
  /// The index of the article's last block.
  let last: Int?
  let address: String?
  /// Reads a date of any form.
  let read: (String) -> Timestamp?

  /// When the page was published, and what says so.
  func published() -> (Timestamp, String)? {
    if let found = article.published.flatMap(read) { return (local(found), "json-ld") }
    if let found = facts.meta[.published].flatMap(read) { return (local(found), "meta") }
    if let found = timeElement(beforeEnd: true) { return (local(found), "time-element") }
    if let found = address.flatMap(Self.date(inAddress:)) { return (found, "url") }
    if let found = titleDate() { return (found, "title-element") }
    if let found = line() { return (found, "text") }
    return timeElement(beforeEnd: false).map { (local($0), "time-element") }
  }

  /// When it was last changed; what a line over the article shows beside the day of publication counts too.
  func modified() -> Timestamp? {
    for stated in [article.modified, facts.meta[.modified]] + facts.changes {
      if let found = stated.flatMap(read) { return found }
    }
    let list = survey.blocks.list
    guard let place else { return nil }
    for index in Array(place..<min(place + 8, list.count)) + (max(0, place - 4)..<place).reversed()
    where list[index].range.count < 160 && hasDigit(list[index]) && !list[index].isHeading {
      if let line = TimestampLine(survey.blocks.text(list[index])), let found = line.modified, Self.isOfPages(found) {
        return found
      }
    }
    return nil
  }

  /// The time element nearest to the headline; those of other articles stand further off.
  /// - Parameter beforeEnd: whether only those count that stand no further down than the article.
  private func timeElement(beforeEnd: Bool) -> Timestamp? {
    let end = last.map { Int(survey.page.nodes[survey.blocks.list[$0].anchor].end) } ?? Int.max
    let place = place.map { survey.blocks.list[$0].node } ?? 0
    var best: (distance: Int, value: Timestamp)?
    for (node, value, _) in facts.times {
      guard !beforeEnd || node - 60 < end, let found = read(value) else { continue }
      let distance = node >= place ? node - place : 3 * (place - node)
      if distance < best?.distance ?? Int.max { best = (distance, found) }
    }
    return best?.value
  }

  /// `Serbia withdraws | World | 28.04.2023`
  private func titleDate() -> Timestamp? {
    guard let title = facts.titleElement, let cut = title.lastIndex(where: { "|,–-".contains($0) }) else { return nil }
    let tail = title[title.index(after: cut)...]
    let found = tail.utf8.count < 24 ? WrittenDate.first(in: String(tail)) : nil
    return found.flatMap { Self.isOfPages($0) ? $0 : nil }
  }

  // MARK: The day where it was published

  /// The same moment as its publisher writes it: `2023-12-23T03:22Z` was still Friday in New York, and the page says so.
  private func local(_ stated: Timestamp) -> Timestamp {
    guard let second = stated.secondOfDay, let instant = Self.instant(stated),
      stated.zone == "Z" || stated.zone == "+00:00"
    else { return stated }
    var nearby: [Timestamp] = []
    for value in facts.times.map(\.value) + [facts.meta[.published]].compactMap({ $0 }) {
      guard let found = read(value), let other = Self.instant(found) else { continue }
      if abs(other - instant) < 120, found.date != stated.date { return found }
    }
    // An element that says another moment to programs is another article's.
    nearby += facts.times.compactMap { time in
      let told = time.value == time.shown ? nil : read(time.value)
      if let other = told.flatMap(Self.instant), abs(other - instant) >= 120 { return nil }
      return time.shown.flatMap { WrittenDate.first(in: $0) }
    }
    if let found = address.flatMap(Self.date(inAddress:)) { nearby.append(found) }
    if let found = line(isBare: true) { nearby.append(found) }
    // What is shown can be the day of the last change.
    let changed = article.modified.flatMap(read) ?? facts.meta[.modified].flatMap(read)
    let isChanged = changed.flatMap(Self.instant).map { abs($0 - instant) > 3 * 3600 } ?? false
    for found in nearby where !(isChanged && found.date == changed?.date) {
      let days = found.date.daysSinceEpoch - stated.date.daysSinceEpoch
      guard abs(days) == 1 else { continue }
      if let shown = found.secondOfDay {
        // Clocks differ by quarters of an hour, and none is more than 12 hours behind or 14 ahead.
        let offset = days * 86_400 + shown - second
        if (-12 * 3600...14 * 3600).contains(offset), (offset + 960) % 900 <= 120 { return found }
      } else if days == -1 ? second > 0 && second <= 8 * 3600 : second >= 21 * 3600 {
        // At midnight a zone was not known, but a day.
        return found
      }
    }
    return stated
  }

  /// Seconds since 1970, if the zone is known.
  private static func instant(_ time: Timestamp) -> Int? {
    guard let second = time.secondOfDay, let zone = time.zone else { return nil }
    let digits = zone.utf8.filter(HTMLBytes.isDigit).map { Int($0 - 0x30) }
    var offset = 0
    if digits.count == 4 { offset = ((digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]) * 60 }
    if zone.hasPrefix("-") { offset = -offset }
    return time.date.daysSinceEpoch * 86_400 + second - offset
  }

  // MARK: Lines

  /// A date that the page shows: the line nearest to the headline that is nothing else, else any short one around it.
  /// - Parameter isBare: whether only lines count that are nothing else.
  private func line(isBare: Bool = false) -> Timestamp? {
    let list = survey.blocks.list
    guard let place else { return nil }
    var best: (distance: Int, value: Timestamp)?
    var known: [Int: Timestamp?] = [:]
    for index in list.indices where list[index].range.count < 160 {
      let distance = index >= place ? index - place : 2 * (place - index)
      guard distance < best?.distance ?? (isBare ? 30 : Int.max), hasDigit(list[index]) else { continue }
      guard isDated(list[index]), let found = date(in: list[index], &known) else { continue }
      best = (distance, found)
    }
    if let best, isBare || best.distance <= 6 { return best.value }
    if isBare { return nil }
    let around = Array(place..<min(place + 14, list.count)) + (max(0, place - 8)..<place).reversed()
    for index in around where list[index].range.count < 160 && !list[index].isHeading {
      if let found = date(in: list[index], &known) { return found }
    }
    return best?.value
  }

  private func hasDigit(_ block: Block) -> Bool {
    for index in block.range where HTMLBytes.isDigit(survey.blocks.bytes[index]) { return true }
    return false
  }

  /// - Parameter known: what the runs of an element said, by element: many lines can stand in one.
  private func date(in block: Block, _ known: inout [Int: Timestamp?]) -> Timestamp? {
    let text = survey.blocks.text(block)
    var found = WrittenDate.first(in: text, monthFirst: false).flatMap { _ in read(text) }
    if found == nil, block.range.count < 100 {
      if let read = known[block.anchor] {
        found = read
      } else {
        found = date(inRunsOf: block.anchor)
        known[block.anchor] = .some(found)
      }
    }
    guard let found, Self.isOfPages(found) else { return nil }
    return found
  }

  /// `<span>Ada Example</span><span>Dec 05, 2023</span>`: nothing but the style keeps the name and the month apart.
  private func date(inRunsOf node: Int) -> Timestamp? {
    for run in survey.page.runs(of: node).map(\.text) where run.utf8.count < 40 {
      if let found = WrittenDate.first(in: run, monthFirst: false).flatMap({ _ in read(run) }) { return found }
    }
    return nil
  }

  /// Whether a page can be of that day.
  static func isOfPages(_ time: Timestamp) -> Bool { (1990...2100).contains(time.date.year) }

  /// Whether the line is about a date, by its words or by its names, and the page's own.
  private func isDated(_ block: Block) -> Bool {
    var (depth, isNamed, isOther) = (0, false, false)
    survey.forEachAncestor(from: block.anchor) { node in
      let names = survey.names[node]
      if depth < 3, !names.strong.union(names.weak).intersection(.details).isEmpty { isNamed = true }
      if !names.strong.isDisjoint(with: [.related, .comments, .sidebar, .cookies, .caption]) { isOther = true }
      depth += 1
      return !isOther
    }
    return !isOther && (isNamed && block.range.count < 100 || TimestampLine(survey.blocks.text(block)) != nil)
  }

  /// `/2023/09/30/`, `/2023-09-30-`, `/20230930/`
  static func date(inAddress address: String) -> Timestamp? {
    var bytes = Array(address.utf8)
    // The address of an archived page has the archive's date in front of its own: `…/web/20110106/http://…`.
    let scheme = Array("http".utf8)
    if let inner = bytes.indices.dropFirst(8).last(where: { bytes[$0...].starts(with: scheme) }) {
      bytes.removeFirst(inner)
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
      guard index + 8 < bytes.count else { break }
      func number(_ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        return Int(String(decoding: bytes[start..<start + count], as: UTF8.self))
      }
      guard let year = number(index + 1, 4), (1990...2100).contains(year) else { continue }
      if let date = namedMonth(bytes, at: index + 5, year: year) { return date }
      let sign = bytes[index + 5]
      let isRow = HTMLBytes.isDigit(sign)
      let parts = isRow ? (number(index + 5, 2), number(index + 7, 2)) : (number(index + 6, 2), number(index + 9, 2))
      if !isRow, index + 8 < bytes.count, bytes[index + 8] != sign { continue }
      // `/2026/03/260303-bridge`: a longer number is no day.
      if !isRow, index + 11 < bytes.count, HTMLBytes.isDigit(bytes[index + 11]) { continue }
      if let month = parts.0, let day = parts.1, let date = CivilDate(year, month, day) { return Timestamp(date: date) }
    }
    return nil
  }

  /// `/2023/dec/21/`
  private static func namedMonth(_ bytes: [UInt8], at index: Int, year: Int) -> Timestamp? {
    guard index + 5 < bytes.count, bytes[index] == UInt8(ascii: "/"), bytes[index + 4] == UInt8(ascii: "/") else {
      return nil
    }
    let month = String(decoding: bytes[index + 1..<index + 4], as: UTF8.self)
    let day = String(decoding: bytes[(index + 5)...].prefix { HTMLBytes.isDigit($0) }, as: UTF8.self)
    guard WrittenDate.isMonth(month[...]), (1...2).contains(day.count) else { return nil }
    return WrittenDate.first(in: "\(day) \(month) \(year)")
  }
}
