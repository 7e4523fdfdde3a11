import CopydeskText

/// From one clock time to another.
extension TimeScanner {
  /// `8-9am`, `from 7 to 7:30`, `between 10 and 11:30`: two clock times that share what fixes them.
  func clockInterval(at index: Int) -> (first: Clock, second: Clock)? {
    guard let start = hourAlone(at: index) else { return nil }
    let next = start.end
    guard continues(next) else { return nil }
    let isDashed = isMark(next, "-") || text.folds(tokens[next].range, to: "–")
    let isOpened = index > 0 && lexicon[.clockOpener].contains(tokens[index - 1])
    guard isDashed || isOpened && lexicon[.clockConnector].contains(tokens[next]), continues(next + 1) else {
      return nil
    }
    let isSpelled = tokens[index].kind == .word
    guard var end = clockValue(at: next + 1, isAsked: isSpelled && isOpened) else { return nil }
    guard isOpened || end.isFixed, end.second == nil else { return nil }
    // Two times that are whole by themselves stay two: 'from 16:00 to 18:00'.
    let isWhole = tokens[index].kind == .number && start.end > index + 1
    if isWhole, !end.isFixed { return nil }
    var first = start
    if end.isFixed, end.hour >= 12, first.hour <= 12 {
      let later = first.hour % 12 + 12
      first.hour = later * 60 + first.minute < end.hour * 60 + end.minute ? later : first.hour % 12
    }
    if !end.isFixed, end.hour < first.hour, end.hour <= 12 { end.hour += 12 }
    guard first.hour < 25, end.hour < 25 else { return nil }
    first.isUniversal = end.isUniversal
    return (first, end)
  }

  /// An hour without what fixes it, in digits or words.
  func hourAlone(at index: Int) -> Clock? {
    guard tokens[index].kind == .number else {
      guard index > 0, lexicon[.clockOpener].contains(tokens[index - 1]) else { return nil }
      return spelledHour(at: index)
    }
    guard tokens[index].range.count <= 2, let clock = digitClock(at: index), clock.second == nil else { return nil }
    return clock
  }
}
