import CopydeskText

/// Names that a head gives away: 'Interior Ministry', 'University of Pristina', 'Kosovo War', 'Adem Jashari Airport'.
struct HeadPattern {
  let page: CuedDocument

  init(page: CuedDocument) { self.page = page }

  func mention(at start: Int, before end: Int) -> Mention? {
    guard !page.hasAny(start, [.stop, .day]), !page.has(start, .shouting) else { return nil }
    // 'Commissioner Joe Hall' is no hall; 'General Assembly' is an assembly.
    if page.has(start, .title), !page.hasAny(start + 1, Cue.heads) { return nil }
    // 'die Firma Kellwig GmbH': a plain noun is none of the name, though it is capitalised.
    if page.capitalisesNouns, page.has(start, .common), !page.hasAny(start, Cue.heads) { return nil }
    let run = page.capitalRun(from: start, before: end)
    guard let head = head(in: start..<run, before: end) else { return leading(start..<run) }
    var stop = head + 1
    if page.has(start, .titleCase), !beginsWithState(start) { return nil }
    let type = type(of: head)
    if page.has(head, .company), page.isMark(stop, "."), page.isAttached(stop), stop + 1 < end { stop += 1 }
    if type != .facility, type != .location { stop = takeComplements(from: stop, before: end) }
    if head == start, stop == head + 1 { return nil }
    return Mention(
      tokens: start..<stop, type: type, entry: page.gazetteer.names.entry(page.keys[start..<stop]),
      rule: type == .organization ? .orgPattern : .headPattern)
  }

  /// The last head of the run, but not behind a title: 'Council President Michel' ends at 'Council'.
  private func head(in run: Range<Int>, before end: Int) -> Int? {
    var head: Int?
    for index in run {
      if page.hasAny(index, Cue.heads) {
        // 'Ministry of …' opens its name; other heads need something before them.
        let opens = index == run.lowerBound && isComplement(index + 1, before: end)
        // 'Tri-State' is no state.
        if opens || index > run.lowerBound && !page.isAttached(index) { head = index }
      } else if index > run.lowerBound, page.has(index, .title), !page.hasAny(index + 1, Cue.heads) {
        break
      }
    }
    guard let head else { return nil }
    // 'John Church': a given name and a head that is a surname as well.
    if head == run.lowerBound + 1, page.has(run.lowerBound, .given), page.has(head, .family) { return nil }
    return head
  }

  /// 'Lake Ohrid', 'Camp Bondsteel', 'Hurricane Ida', 'Universität Heidelberg': the head stands first.
  private func leading(_ run: Range<Int>) -> Mention? {
    let start = run.lowerBound
    guard page.has(start, .leading), !page.has(start, .titleCase), run.count > 1,
      // 'Partia Demokratike' may open a sentence; 'Lake' and 'Port' may be plain words there.
      !page.has(start, .opening) || page.has(start, .orgHead),
      !page.hasAny(start + 1, [.common, .stop])
    else { return nil }
    return Mention(tokens: start..<min(run.upperBound, start + 3), type: type(of: start), rule: .headPattern)
  }

  private func beginsWithState(_ index: Int) -> Bool {
    let entry = page.gazetteer.names.entry(page.keys[index])
    guard entry >= 0 else { return false }
    let table = page.gazetteer.row(entry).table
    return table == .countries || table == .groups
  }

  private func type(of head: Int) -> EntityType {
    if page.hasAny(head, [.orgHead, .company]) { return .organization }
    if page.has(head, .facility) { return .facility }
    if page.has(head, .event) { return .event }
    if page.has(head, .law) { return .law }
    return page.has(head, .location) ? .location : .geopolitical
  }

  /// Whether 'of', 'for' or 'on' (and 'the') and a capitalised word stand here.
  private func isComplement(_ index: Int, before end: Int) -> Bool {
    guard index < end, page.has(index, .connector), !page.has(index, .capital) else { return false }
    let next = page.token(index + 1, isIn: page.words.the) ? index + 2 : index + 1
    return next < end && page.has(next, .capital) && !page.hasAny(next, [.stop, .day])
  }

  /// 'of Defense', 'for Security Studies', 'of Science and Technology', 'of the Interior'.
  private func takeComplements(from start: Int, before end: Int) -> Int {
    var stop = start
    while isComplement(stop, before: end) {
      let isAnd = page.token(stop, isIn: page.words.and) || page.isMark(stop, "&")
      let next = page.token(stop + 1, isIn: page.words.the) ? stop + 2 : stop + 1
      let run = page.capitalRun(from: next, before: end)
      // 'Ministry of Health and the Interior Ministry' are two; 'Ministry of Science and Education' is one.
      if isAnd, stop == start || next > stop + 1 || isKnownName(next) || page.hasAny(run - 1, Cue.heads) { break }
      stop = run
    }
    return stop
  }

  private func isKnownName(_ index: Int) -> Bool {
    let entry = page.gazetteer.names.entry(page.keys[index])
    return entry >= 0 && page.gazetteer.row(entry).table.rawValue <= Gazetteer.Table.groups.rawValue
  }
}
