import CopydeskText

/// Durations and distances from now: `78 days`, `two weeks ago`.
extension TimeScanner {
  /// A number and its unit of time.
  struct NumberedDuration {
    var value: String
    var amount: Double?
    var unit: TimeUnit
    var end: Int
    /// Neither `78-day` nor `34-year-old`.
    var isPlainDuration: Bool
  }

  /// `78 days`, `78-day`, `several years`, `two weeks ago`, `three times a week`.
  func duration(at index: Int) -> TimeCandidate? {
    guard let duration = numberedDuration(at: index) else { return firstOfTwo(at: index) }
    if duration.isPlainDuration, let distant = distance(from: index, duration) { return distant }
    if isSomeDay(index, duration) { return nil }
    return lengthOrDate(from: index, duration)
  }

  /// `one day` as in `hopes to one day return` and `One day, a stranger came`.
  func isSomeDay(_ index: Int, _ duration: NumberedDuration) -> Bool {
    guard duration.unit == .day, duration.amount == 1, duration.isPlainDuration, duration.end == index + 2,
      tokens[index].kind == .word
    else { return false }
    return tokens[index].flags.contains(.sentenceStart) && isMark(duration.end, ",")
      || index > 0 && lexicon[.beforeSomeDay].contains(tokens[index - 1])
        && continues(duration.end) && tokens[duration.end].kind == .word && !isPreposition(duration.end)
  }

  /// `3:07:35` by itself: how long a race took.
  func finishingTime(at index: Int) -> TimeCandidate? {
    guard tokens[index].range.count == 1, let hours = plain(index), isMark(index + 1, ":"), isGlued(index + 1),
      isGlued(index + 2), let minutes = plainTwoDigits(index + 2), isMark(index + 3, ":"), isGlued(index + 3),
      isGlued(index + 4), let seconds = plainTwoDigits(index + 4), !isGlued(index) || !isMark(index - 1, ":"),
      index == 0 || word(index - 1) != .at, clockValue(at: index) == nil
    else { return nil }
    return TimeCandidate(
      index..<index + 5, .duration, .literal("PT\(hours)H\(minutes)M\(seconds)S"), rule: "time/finishing-time")
  }

  /// The 12 of `between 12 and 18 months`, whose unit stands behind the other number.
  func firstOfTwo(at index: Int) -> TimeCandidate? {
    guard index > 0, lexicon[.clockOpener].contains(tokens[index - 1]), let number = numbers.number(at: index),
      let value = number.value, !number.isVague, !number.isFraction, value > 0, value < 1e6
    else { return nil }
    let next = number.tokens.upperBound
    guard continues(next + 1), lexicon[.clockConnector].contains(tokens[next]),
      let second = numberedDuration(at: next + 1), second.isPlainDuration, let other = second.amount, other > value
    else { return nil }
    let (prefix, suffix) = second.unit.letters
    return TimeCandidate(
      number.tokens, .duration, .literal(prefix + Self.written(value * Double(second.unit.factor)) + suffix),
      rule: "time/shared-unit")
  }

  /// A length; behind `in` perhaps a date, and surely one where `time` follows: `in two weeks' time`.
  func lengthOrDate(from index: Int, _ duration: NumberedDuration) -> TimeCandidate {
    var candidate = TimeCandidate(index..<duration.end, .duration, .literal(duration.value), rule: "time/duration")
    guard duration.isPlainDuration, let meaning = ahead(at: index, duration) else { return candidate }
    guard let end = timeBehind(duration.end) else {
      candidate.ahead = meaning
      return candidate
    }
    candidate.tokens = index..<end
    candidate.become(meaning)
    return candidate
  }

  /// The token behind `’s time`, `' time`.
  func timeBehind(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, isGlued(index), continues(index + 1),
      lexicon[.time].contains(tokens[index + 1])
    else { return nil }
    let isMarked =
      isMark(index, "'") || isMark(index, "’") || numbers.lexicon.possessives.contains(tokens[index].range, in: text)
    return isMarked ? index + 2 : nil
  }

  /// The date that a duration behind `in` would mean.
  func ahead(at index: Int, _ duration: NumberedDuration) -> TimeMeaning? {
    guard index > 0, lexicon[.ahead].contains(tokens[index - 1]), let amount = duration.amount,
      duration.unit.rawValue <= TimeUnit.year.rawValue
    else { return nil }
    if duration.unit.rawValue <= TimeUnit.hour.rawValue {
      return document.published?.secondOfDay == nil || amount != amount.rounded() || amount > 1000
        ? nil : .instant(duration.unit, Int(amount))
    }
    return distance(index..<duration.end, duration.unit, amount, 1)?.meaning
  }

  func numberedDuration(at index: Int) -> NumberedDuration? {
    simpleDuration(at: index).map { $0.isPlainDuration ? compounded($0) : $0 }
  }

  /// One number with one unit.
  func simpleDuration(at index: Int) -> NumberedDuration? {
    if let amount = elidedAmount(index), case .unit(let unit)? = word(index) {
      let (prefix, suffix) = unit.letters
      return NumberedDuration(
        value: prefix + Self.written(amount * Double(unit.factor)) + suffix, amount: amount, unit: unit,
        end: after(index), isPlainDuration: true)
    }
    guard index < tokens.count, var number = numbers.number(at: index) else { return nil }
    if let quarters = quarters(number) { number = quarters }
    var next = number.tokens.upperBound
    // 'half an hour', 'three-quarters of an hour', not the 'third of the year'
    if number.isFraction {
      let place = continues(next) && word(next) == .of ? next + 1 : next
      if continues(place), word(place) == .indefinite {
        next = after(place)
      } else if number.value != 0.5 {
        return nil
      }
    }
    if let value = number.value, value < 0 || value > 1e15 { return nil }
    // '2023 godine' is a year.
    if number.isPlain, number.integerDigits == 4, let value = number.value, value >= 1500, value < 2100 { return nil }
    var isHyphened = false
    // '30+ minutes', '20-plus years', 'twenty-odd years'
    if isMark(next, "+"), isGlued(next) {
      next += 1
    } else if isInnerHyphen(next), lexicon[.loosely].contains(tokens[next + 1]) {
      next += 2
    } else if isInnerHyphen(next) {
      next += 1
      isHyphened = true
    }
    if number.isVague || number.low != nil, continues(next), word(next) == .of { next += 1 }
    // 'two full years', 'three more days', 'five trading days'
    if !isHyphened, continues(next), word(next) == nil,
      numbers.lexicon.beforeTimeUnits.contains(tokens[next]) || lexicon[.kindOfYear].contains(tokens[next])
    {
      next += 1
    }
    guard continues(next) else { return nil }
    let unit: TimeUnit
    switch word(next) {
    case .unit(let single)?:
      // 'a 20 year lease'
      let isModifier =
        (number.isDigits || !number.isVague && !number.isFraction) && single.rawValue > TimeUnit.second.rawValue
        && continues(after(next))
        && tokens[after(next)].kind == .word && word(after(next)) == nil && !isPreposition(after(next))
      guard
        isHyphened || isModifier || isInnerHyphen(after(next)) || number.value == 1 || isGlued(next) || lexicon.dayFirst
          || number.isFraction
          || number.value != number.value?.rounded()
      else {
        return nil
      }
      // 'two second places', but '1 second' and '4.3 second'
      if single == .second,
        number.isVague
          || !isHyphened && !lexicon.dayFirst && !(number.isDigits && number.value == 1)
            && number.value == number.value?.rounded()
      {
        return nil
      }
      unit = single
    case .units(let several)?: unit = several
    // '34-godišnji muškarac'
    case .set("P1Y")? where isHyphened && lexicon.namesUnits: unit = .year
    // 'two nights'
    case .part("NI")? where !isHyphened && (number.isDigits || !number.isOne && isPlural(next)): unit = .day
    default: return nil
    }
    let (prefix, suffix) = unit.letters
    var amount = "X"
    if let value = number.value, !number.isVague { amount = Self.written(value * Double(unit.factor)) }
    var end = after(next)
    // '34-year-old', '34 years old'
    var isAge = false
    if isInnerHyphen(end), lexicon[.old].contains(tokens[end + 1]) {
      (end, isAge) = (end + 2, true)
    } else if continues(end), lexicon[.old].contains(tokens[end]) {
      (end, isAge) = (end + 1, true)
    }
    return NumberedDuration(
      value: prefix + amount + suffix, amount: number.isVague ? nil : number.value, unit: unit, end: end,
      isPlainDuration: !isHyphened && !isAge)
  }

  func isPlural(_ index: Int) -> Bool { numbers.lexicon.nouns.isPlural(tokens[index], in: text) }

  /// `12`, `2.5`
  static func written(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
  }

  /// The two of `the past two quarters`, which reads as a part elsewhere.
  func quarters(_ number: Number) -> Number? {
    let last = number.tokens.upperBound - 1
    guard number.isFraction, number.tokens.count == 2, word(last) == .units(.quarter), !numbers.isOf(last + 1),
      let value = number.value
    else { return nil }
    return Number(tokens: number.tokens.lowerBound..<last, value: value * 4)
  }

  /// Takes the smaller unit behind: `1 hour and 30 minutes`, `two years, three months`, `one year and a half`.
  func compounded(_ duration: NumberedDuration) -> NumberedDuration {
    guard let amount = duration.amount, amount == amount.rounded(), duration.unit != .second else { return duration }
    var next = duration.end
    let isParted = isMark(next, ",")
    if isParted { next += 1 }
    var isJoined = false
    if continues(next), numbers.lexicon.match(tokens, at: next)?.word == .conjunction {
      (next, isJoined) = (next + 1, true)
    }
    guard continues(next), !isParted || isJoined || tokens[next].kind == .number else { return duration }
    if isJoined, let part = partOfUnit(at: next) {
      let (prefix, suffix) = duration.unit.letters
      return NumberedDuration(
        value: prefix + Self.written(amount + part.value) + suffix, amount: amount + part.value, unit: duration.unit,
        end: part.end, isPlainDuration: true)
    }
    guard let smaller = simpleDuration(at: next), let part = smaller.amount, smaller.isPlainDuration,
      part > 0, smaller.unit.rawValue < duration.unit.rawValue, duration.unit.rawValue <= TimeUnit.year.rawValue,
      smaller.unit != .weekend, smaller.unit != .fortnight, duration.unit != .fortnight,
      Self.length(smaller.unit) * part < Self.length(duration.unit)
    else { return duration }
    let isClock = duration.unit.rawValue <= TimeUnit.hour.rawValue
    let tail = smaller.value.dropFirst(isClock ? 2 : 1)
    // At most as deep as the chain of units: '2 years, 3 months and 2 days'.
    let rest = isClock || smaller.unit.rawValue > TimeUnit.hour.rawValue ? compounded(smaller) : smaller
    let whole = rest.end > smaller.end ? String(rest.value.dropFirst(isClock ? 2 : 1)) : String(tail)
    return NumberedDuration(
      value: duration.value + whole, amount: amount, unit: duration.unit, end: rest.end, isPlainDuration: true)
  }

  /// `a half` and `half` behind `one hour and`.
  func partOfUnit(at index: Int) -> (value: Double, end: Int)? {
    var next = index
    if continues(next), word(next) == .indefinite { next = after(next) }
    guard continues(next), let (word, count) = numbers.lexicon.match(tokens, at: next), !numbers.isOf(next + count)
    else {
      return nil
    }
    switch word {
    case .fraction(let part) where part < 1: return (part, next + count)
    case .ordinalFraction(0.25): return (0.25, next + count)
    default: return nil
    }
  }

  /// The seconds of a unit, about.
  private static func length(_ unit: TimeUnit) -> Double {
    switch unit {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .weekend: 172_800
    case .week: 604_800
    case .fortnight: 1_209_600
    case .month: 2_600_000
    case .quarter: 7_900_000
    case .season: 7_900_000
    case .year: 31_600_000
    case .decade: 316_000_000
    case .century: 3_160_000_000
    }
  }

  /// `½ hour`
  func vulgarDuration(at index: Int) -> TimeCandidate? {
    guard numbers.vulgarFraction(at: index) != nil else { return nil }
    return duration(at: index)
  }

  /// Takes `ago`, `earlier`, `later` behind a duration; `a month earlier than` is none.
  func distance(from start: Int, _ duration: NumberedDuration) -> TimeCandidate? {
    if let date = fromDate(from: start, duration) { return date }
    guard continues(duration.end), case .distance(let sign)? = word(duration.end) else { return nil }
    let next = after(duration.end)
    if continues(next), lexicon[.than].contains(tokens[next]) { return nil }
    guard let amount = duration.amount else {
      let isPast = sign < 0
      return TimeCandidate(
        start..<next, .date, .literal(isPast ? "PAST_REF" : "FUTURE_REF"), rule: "time/distance")
    }
    var candidate = distance(start..<next, duration.unit, amount, sign)
    candidate?.countsFromText = lexicon[.narrative].contains(tokens[duration.end])
    if sign > 0 { candidate?.reach = 2 }
    return candidate
  }

  /// `three weeks from tomorrow`, `two months from 15 January`.
  func fromDate(from start: Int, _ duration: NumberedDuration) -> TimeCandidate? {
    // 'closed for 11 weeks from Sunday' is a length.
    guard start == 0 || !lexicon[.durationLeader].contains(tokens[start - 1]), continues(duration.end + 1),
      let sign = lexicon.countsFrom[tokens[duration.end]], word(duration.end) == nil,
      let amount = duration.amount, amount == amount.rounded(), amount < 100_000,
      duration.unit.rawValue >= TimeUnit.day.rawValue, duration.unit.rawValue <= TimeUnit.year.rawValue,
      let base = dayToCountFrom(at: duration.end + 1), base.type == .date, base.clock.isEmpty
    else { return nil }
    switch base.meaning {
    case .calendar(_, _, .some), .holiday: break
    // 'two days after Friday’s vote' is a length.
    case .weekday where sign == 0, .offset(.day, _) where sign == 0: break
    default: return nil
    }
    let steps = sign == 2 ? -Int(amount) : Int(amount)
    return TimeCandidate(
      start..<base.tokens.upperBound, .date, .shifted(base.meaning, duration.unit, steps), rule: "time/from-date")
  }

  /// A day by its name or number; never any expression, so that 'a day from a day from …' doesn't recurse.
  func dayToCountFrom(at index: Int) -> TimeCandidate? {
    if tokens[index].kind == .number { return dateInDigits(at: index) }
    switch word(index) {
    case .weekday(let weekday)?: return weekdayDate(at: index, weekday, shift: nil, from: index)
    case .day(let steps)?: return TimeCandidate(index..<after(index), .date, .offset(.day, steps), rule: "time/day")
    case .month(let month)?: return monthDate(at: index, month)
    case .holiday(let holiday)?: return self.holiday(at: index, holiday, shift: nil, from: index)
    case .shift(let steps)?:
      let next = after(index)
      guard continues(next), case .weekday(let weekday)? = word(next) else { return nil }
      return weekdayDate(at: next, weekday, shift: steps, from: index)
    default: return nil
    }
  }

  /// The day, month or year that lies an amount of a unit away; weeks are told by the day.
  func distance(_ range: Range<Int>, _ unit: TimeUnit, _ amount: Double, _ sign: Int) -> TimeCandidate? {
    guard abs(amount) < 100_000 else { return nil }
    let steps = Int(amount.rounded()) * sign
    let meaning: TimeMeaning
    switch unit {
    case .hour where amount != amount.rounded():
      // 'half an hour ago'
      let minutes = Int((amount * 60).rounded()) * sign
      return TimeCandidate(range, .time, .instant(.minute, minutes), rule: "time/distance")
    case .second, .minute, .hour:
      return TimeCandidate(range, .time, .instant(unit, steps), rule: "time/distance")
    case .day: meaning = .offset(.day, steps)
    case .week, .fortnight: meaning = .offset(.day, Int((amount * 7).rounded()) * unit.factor * sign)
    case .weekend: meaning = .offset(.weekend, steps)
    case .month: meaning = .offset(.month, steps)
    case .quarter: meaning = .offset(.quarter, steps)
    case .season, .year: meaning = .offset(.year, steps)
    case .decade: meaning = .offset(.year, 10 * steps)
    case .century: meaning = .offset(.year, 100 * steps)
    }
    return TimeCandidate(range, .date, meaning, rule: "time/distance")
  }
}
