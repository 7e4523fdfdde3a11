/// A run of characters that, as bytes of one charset, are UTF-8.
struct MojibakeRun {
  /// One character of the outcome.
  struct Item {
    /// The characters that it takes the place of.
    var range: Range<Int>
    var code: UInt32
    /// What a sequence as long as this is worth by itself: chance seldom makes one of three bytes.
    var bonus: Int
    /// Whether one of its bytes was a no-break space that has become a space.
    var hasSpace: Bool
  }

  private(set) var items: [Item] = []
  /// How little natural the run is as it stands.
  private(set) var surprise = 0
  /// How natural it would be.
  private(set) var value = 0
  private var bonus = 0

  var range: Range<Int> { items[0].range.lowerBound..<items[items.count - 1].range.upperBound }
  private var spaces: Int { items.count { $0.hasSpace } }

  /// Whether it must be mojibake, whatever stands around it.
  var isStrong: Bool {
    (spaces == 0 || items.count > 2 * spaces && surprise >= 12) && surprise >= 3 && surprise + bonus >= 5
      && surprise + value >= 9 && value > -6
  }
  /// Whether it is mojibake if there are two others like it.
  var isOdd: Bool { spaces == 0 && surprise >= 5 && value > -3 }
  /// Whether it is mojibake beside a strong one.
  var isWeak: Bool { surprise >= 1 && surprise + value >= 3 && value > -3 }

  /// All runs of a line in one charset, scored. A run is taken only if nothing foreign touches it: `ÖÄ£` is no mojibake,
  /// although `Ä£` could be. - Complexity: O(n)
  static func all(in line: [UInt32], charset: Int) -> [MojibakeRun] {
    let table = MojibakeTable.shared
    var runs: [MojibakeRun] = []
    var index = 0
    while index < line.count {
      guard line[index] >= 0x80, MojibakeTable.length(ofLead: table.byte(of: line[index], in: charset)) > 0,
        index == 0 || MojibakeSigns.isNatural(line[index - 1])
      else {
        index += 1
        continue
      }
      var run = MojibakeRun()
      while let item = item(in: line, at: index, charset) {
        run.items.append(item)
        index = item.range.upperBound
      }
      if run.items.isEmpty || index < line.count && !MojibakeSigns.isNatural(line[index]) {
        while index < line.count, line[index] >= 0x80, table.byte(of: line[index], in: charset) > 0 { index += 1 }
        if run.items.isEmpty, index < line.count, line[index] >= 0x80 { index += 1 }
        continue
      }
      run.score(in: line)
      runs.append(run)
    }
    return runs
  }

  // MARK: Sequences

  /// The sequence of UTF-8 that the characters from the index on are.
  private static func item(in line: [UInt32], at start: Int, _ charset: Int) -> Item? {
    let table = MojibakeTable.shared
    func byte(_ index: Int) -> UInt8 { index < line.count ? table.byte(of: line[index], in: charset) : 0 }
    let lead = byte(start)
    let length = MojibakeTable.length(ofLead: lead)
    guard length > 0 else { return nil }
    var (b1, b2, b3): (UInt8, UInt8, UInt8) = (0, 0, 0)
    func keep(_ value: UInt8, _ place: Int) {
      if place == 1 { b1 = value } else if place == 2 { b2 = value } else { b3 = value }
    }
    var (index, real, hasSpace, isLost) = (start + 1, 0, false, false)
    for place in 1..<length {
      let code = index < line.count ? line[index] : 0
      let value = byte(index)
      if value >= 0x80, value < 0xC0 {
        keep(value, place)
        real += 1
      } else if code == 0xFFFD || code == 0x3F && real > 0 && place == length - 1 {
        isLost = true  // `â€?`: what is left of `”`
      } else if code == 0x20, !hasSpace {
        if lead == 0xC3 { return graveA(in: line, at: start) }
        let follows = byte(index + 1)
        guard length == 2 || real > 0 || follows >= 0x80 && follows < 0xC0 else { return nil }
        keep(0xA0, place)
        hasSpace = true
      } else {
        return nil
      }
      index += 1
    }
    let range = start..<index
    if isLost { return Item(range: range, code: 0xFFFD, bonus: 0, hasSpace: hasSpace) }
    if hasSpace, length > 2, real == 0 { return nil }
    guard let code = scalar(lead, b1, b2, b3) else {
      return lead == 0xED ? surrogates(b1, b2, (byte(index), byte(index + 1), byte(index + 2)), range) : nil
    }
    let bonus = (length == 3 ? 4 : length == 4 ? 8 : 0) - (hasSpace ? 2 : 0)
    return Item(range: range, code: code, bonus: bonus, hasSpace: hasSpace)
  }

  /// `Ã` before a space: `à` without its no-break space (`relatifs Ã l’utilisation`), or with it (`atÃ© Ã s 19h`, or two
  /// spaces).
  private static func graveA(in line: [UInt32], at start: Int) -> Item? {
    let next = start + 2 < line.count ? line[start + 2] : 0
    // `naÃ ̄ve`: compatibility forms have been at work. `« Ã »`: somebody writes of the letter.
    if next >= 0x300 && next < 0x370 || MojibakeSigns.kind(of: next) == .closing { return nil }
    let isSplit = next == 0x20 || next == 0x73 && (start + 3 == line.count || line[start + 3] == 0x20)
    return Item(range: start..<start + (isSplit ? 2 : 1), code: 0xE0, bonus: 0, hasSpace: false)
  }

  /// A character beyond U+FFFF whose two surrogates were written as three bytes each.
  private static func surrogates(
    _ b1: UInt8, _ b2: UInt8, _ low: (UInt8, UInt8, UInt8), _ range: Range<Int>
  ) -> Item? {
    guard low.0 == 0xED, b1 >= 0xA0, b1 < 0xB0, low.1 >= 0xB0, low.1 < 0xC0, low.2 >= 0x80, low.2 < 0xC0 else {
      return nil
    }
    let high = UInt32(b1 & 0x0F) << 6 | UInt32(b2 & 0x3F)
    let code = 0x10000 + (high << 10 | UInt32(low.1 & 0x0F) << 6 | UInt32(low.2 & 0x3F))
    return Item(range: range.lowerBound..<range.upperBound + 3, code: code, bonus: 6, hasSpace: false)
  }

  /// The scalar of well-formed UTF-8; b2 and b3 are 0 where the sequence is shorter.
  private static func scalar(_ lead: UInt8, _ b1: UInt8, _ b2: UInt8, _ b3: UInt8) -> UInt32? {
    let (c1, c2, c3) = (UInt32(b1 & 0x3F), UInt32(b2 & 0x3F), UInt32(b3 & 0x3F))
    switch MojibakeTable.length(ofLead: lead) {
    case 2: return UInt32(lead & 0x1F) << 6 | c1
    case 3:
      let code = UInt32(lead & 0x0F) << 12 | c1 << 6 | c2
      return code >= 0x800 && !(0xD800..<0xE000).contains(code) ? code : nil
    default:
      let code = UInt32(lead & 0x07) << 18 | c1 << 12 | c2 << 6 | c3
      return code >= 0x10000 && code < 0x110000 ? code : nil
    }
  }

  // MARK: Scores

  private mutating func score(in line: [UInt32]) {
    scoreSurprise(in: line)
    for (number, item) in items.enumerated() {
      let (start, end) = (item.range.lowerBound, item.range.upperBound)
      let last = number > 0 ? items[number - 1].code : start > 0 ? line[start - 1] : nil
      let next = number + 1 < items.count ? items[number + 1].code : end < line.count ? line[end] : nil
      value += item.bonus
      let beforeLast = number > 1 ? items[number - 2].code : number == 0 && start > 1 ? line[start - 2] : nil
      value += MojibakeSigns.plausibility(of: item.code, after: last, beforeLast: beforeLast, before: next)
      bonus += max(0, item.bonus)
    }
    // `“×”`: in scripts without capitals no letter stands alone.
    if items.count == 1, (0x590..<0x900).contains(items[0].code) { value -= 8 }
  }

  private mutating func scoreSurprise(in line: [UInt32]) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start == 0, MojibakeSigns.kind(of: line[0]) == .control { surprise += 12 }
    for index in max(1, start)..<min(line.count, end + 1) {
      surprise += MojibakeSigns.surprise(line[index - 1], line[index])
    }
    if spaces > 0 { surprise += 2 }
    func kind(_ index: Int) -> MojibakeSigns.Kind { index < line.count ? MojibakeSigns.kind(of: line[index]) : .space }
    if items.count == 1, items[0].code == 0xE0 {
      // No word is `Ã`, and none but those in capitals end in it; `Г` (windows-1251) is one, seldom.
      let isAlone = start == 0 || !kind(start - 1).isLetter
      if line[start] == 0xC3 { surprise += isAlone ? 8 : end > start + 1 ? 6 : 0 } else if isAlone { surprise += 3 }
    }
    // `CABAÃ‘A`, `OÃ™ EST`: of the letters that are written like that in capitals, none stands in front of a quote inside a word.
    for index in range where index + 1 < line.count && line[index] == 0xC3 {
      if line[index + 1] == 0x2122 || kind(index + 1) == .closing && kind(index + 2).isLetter { surprise += 7 }
    }
    for item in items where item.range.count == 2 && item.code != 0xE0 && line[item.range.upperBound - 1] == 0xA0 {
      surprise += 3
    }
    // `MĂĄ`, `ÄÆd`: two capitals, then small letters.
    guard kind(start) == .upper else { return }
    if start > 0, kind(start - 1) == .upper, kind(start + 1) == .lower { surprise += 3 }
    if kind(start + 1) == .upper, kind(start + 2) == .lower { surprise += 2 }
  }
}
