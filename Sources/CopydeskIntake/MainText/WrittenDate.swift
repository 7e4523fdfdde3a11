import CopydeskText

/// Reads dates as people write them: `30 September 2023, 14:05`, `Sept. 30, 2023`, `30.09.2023`, `2023年9月30日`,
/// `Sat, 30 Sep 2023 12:01:51 +0200`.
struct WrittenDate {
  private enum Item {
    case number(Int, digits: Int)
    case month(Int)
    case word
    case sign(UInt8)
  }

  private struct Piece {
    let item: Item
    let start: Int
    let end: Int
  }

  private let bytes: [UInt8]
  private var pieces: [Piece] = []
  private let monthFirst: Bool

  /// The first date in a text.
  /// - Parameter monthFirst: whether `9/8/2023` is in September, as Americans write.
  static func first(in text: String, monthFirst: Bool = false) -> Timestamp? {
    let reader = WrittenDate(text, monthFirst: monthFirst)
    for index in reader.pieces.indices {
      if let found = reader.date(at: index) { return reader.withTime(found.date, from: found.next) }
    }
    return nil
  }

  private init(_ text: String, monthFirst: Bool) {
    // Nobody writes a date after an essay; the rest need not be read.
    bytes = CaseFolding.folded(Array(text.utf8.prefix(400)))
    self.monthFirst = monthFirst
    var index = 0
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      if HTMLBytes.isDigit(byte) {
        var value = 0
        while index < bytes.count, HTMLBytes.isDigit(bytes[index]) {
          value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
          index += 1
        }
        pieces.append(Piece(item: .number(value, digits: index - start), start: start, end: index))
      } else if HTMLBytes.isLetter(byte) || byte >= 0xC3 {
        var hash = FoldedHash()
        while index < bytes.count, HTMLBytes.isLetter(bytes[index]) || bytes[index] >= 0x80 {
          hash.add(bytes[index])
          index += 1
        }
        let month = Self.months[hash.value].map { Item.month($0) }
        pieces.append(Piece(item: month ?? .word, start: start, end: index))
      } else {
        index += 1
        if byte > 0x20, byte < 0x80 { pieces.append(Piece(item: .sign(byte), start: start, end: index)) }
      }
    }
  }

  private func number(at index: Int, _ digits: ClosedRange<Int>) -> Int? {
    guard index < pieces.count, case .number(let value, let count) = pieces[index].item, digits.contains(count) else {
      return nil
    }
    return value
  }

  private func month(at index: Int) -> Int? {
    guard index < pieces.count, case .month(let month) = pieces[index].item else { return nil }
    return month
  }

  private func sign(at index: Int) -> UInt8? {
    guard index < pieces.count, case .sign(let byte) = pieces[index].item else { return nil }
    return byte
  }

  /// The index after what may stand between the parts of a date: `30th of`, `30.`, `30 de`, `September,`.
  private func skippingFillers(from start: Int) -> Int {
    var index = start
    for _ in 0..<2 {
      if let byte = sign(at: index), byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        index += 1
      } else if index < pieces.count, case .word = pieces[index].item, pieces[index].end - pieces[index].start <= 3 {
        index += 1
      }
    }
    return index
  }

  /// The years that a text can be of, with room for archives.
  static let years = 1900...2100

  private func year(at index: Int) -> Int? {
    number(at: index, 4...4).flatMap { Self.years.contains($0) ? $0 : nil }
  }

  private func date(at index: Int) -> (date: CivilDate, next: Int)? {
    if let year = year(at: index) {
      // 2023-09-30, 2023/9/30, 2023. 9. 30
      if let separator = sign(at: index + 1), let month = number(at: index + 2, 1...2),
        sign(at: index + 3) == separator,
        let day = number(at: index + 4, 1...2), let date = CivilDate(year, month, day)
      {
        return (date, index + 5)
      }
      // 2023年9月30日: the signs are words here.
      if let month = number(at: index + 2, 1...2), let day = number(at: index + 4, 1...2), index + 5 < pieces.count,
        case .word = pieces[index + 1].item, case .word = pieces[index + 3].item, let date = CivilDate(year, month, day)
      {
        return (date, index + 6)
      }
      return nil
    }
    if let day = number(at: index, 1...2) {
      let afterDay = skippingFillers(from: index + 1)
      if let month = month(at: afterDay) {
        let afterMonth = skippingFillers(from: afterDay + 1)
        if let year = year(at: afterMonth), let date = CivilDate(year, month, day) { return (date, afterMonth + 1) }
      }
      return numeric(at: index, first: day)
    }
    if let month = month(at: index) {
      let afterMonth = sign(at: index + 1) == UInt8(ascii: ".") ? index + 2 : index + 1
      guard let day = number(at: afterMonth, 1...2) else { return nil }
      let afterDay = skippingFillers(from: afterMonth + 1)
      if let year = year(at: afterDay), let date = CivilDate(year, month, day) { return (date, afterDay + 1) }
    }
    return nil
  }

  /// 30.09.2023, 30/9/2023, 30-09-2023, 30.9.23
  private func numeric(at index: Int, first: Int) -> (date: CivilDate, next: Int)? {
    guard let separator = sign(at: index + 1), [0x2E, 0x2F, 0x2D].contains(separator),
      let second = number(at: index + 2, 1...2), sign(at: index + 3) == separator
    else { return nil }
    var year = year(at: index + 4)
    if year == nil, separator == 0x2E, let short = number(at: index + 4, 2...2) { year = 2000 + short }
    guard let year else { return nil }
    let isMonthFirst = second > 12 || (separator == 0x2F && monthFirst && first <= 12)
    let date = isMonthFirst ? CivilDate(year, first, second) : CivilDate(year, second, first)
    return date.map { ($0, index + 5) }
  }

  /// The date with the clock time that stands right behind it.
  private func withTime(_ date: CivilDate, from start: Int) -> Timestamp {
    for index in start..<min(start + 5, max(start, pieces.count)) {
      guard let hour = number(at: index, 1...2), hour < 24, let colon = sign(at: index + 1),
        colon == UInt8(ascii: ":") || colon == UInt8(ascii: "."), let minute = number(at: index + 2, 2...2), minute < 60
      else { continue }
      var next = index + 3
      var second = 0
      if sign(at: next) == UInt8(ascii: ":"), let stated = number(at: next + 1, 2...2), stated < 60 {
        second = stated
        next += 2
      }
      let (hour24, afterHalf) = twentyFourHours(hour, at: next)
      return Timestamp(
        date: date, secondOfDay: hour24 * 3600 + minute * 60 + second, zone: zone(at: afterHalf))
    }
    return Timestamp(date: date)
  }

  /// `5:30 p.m.` is 17:30.
  private func twentyFourHours(_ hour: Int, at index: Int) -> (hour: Int, next: Int) {
    guard hour <= 12, index < pieces.count, case .word = pieces[index].item else { return (hour, index) }
    var hash = FoldedHash()
    for byte in bytes[pieces[index].start..<pieces[index].end] { hash.add(byte) }
    guard let half = Self.halfDays[hash.value] else { return (hour, index) }
    return (hour % 12 + half, index + 1)
  }

  private func zone(at index: Int) -> String? {
    guard index < pieces.count else { return nil }
    if let sign = sign(at: index), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      let mark = sign == UInt8(ascii: "+") ? "+" : "-"
      if let both = number(at: index + 1, 4...4), both / 100 <= 14, both % 100 < 60 {
        return "\(mark)\(CivilDate.padded(both / 100, 2)):\(CivilDate.padded(both % 100, 2))"
      }
      if let hour = number(at: index + 1, 2...2), hour <= 14 { return "\(mark)\(CivilDate.padded(hour, 2)):00" }
      return nil
    }
    let name = String(decoding: bytes[pieces[index].start..<pieces[index].end], as: UTF8.self)
    return Self.utc.contains(name) ? "Z" : nil
  }

  /// Whether the word is a month's name, in short or in full.
  static func isMonth(_ word: Substring) -> Bool {
    let letters = Array(word.utf8).filter { $0 >= 0x80 || HTMLBytes.isLetter($0) }
    var hash = FoldedHash()
    for byte in CaseFolding.folded(letters) { hash.add(byte) }
    return months.contains(hash.value)
  }

  /// By name, in short or in full; a name of two months in two languages is the first folder's.
  private static let months: WordTable<Int> = PageWords.dates.values("month") { Int($0) }

  /// The words for the halves of the day, and the hour that each begins at.
  private static let halfDays: WordTable<Int> = PageWords.dates.values("half-day") { Int($0) }

  /// The names of the zone of no offset.
  private static let utc = Set(PageWords.dates.phrases("utc"))

  /// The tags of languages (BCP 47) in which `9/8/2023` is in September.
  static let monthFirst = Set(PageWords.dates.phrases("month-first"))
}
