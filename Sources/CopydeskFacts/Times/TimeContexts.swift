import CopydeskText

/// The words round expressions of time that tell what they mean.
final class TimeContexts: Sendable {
  let perfects: PhraseTable
  let infinitives: PhraseTable
  let clauses: PhraseTable
  let deferrals: PhraseTable
  /// Before a month and a day in digits: `on 11/20`.
  let beforeDays: PhraseTable
  let or: PhraseTable
  let on: PhraseTable
  /// An ordinal that is no day: `final`.
  let noDays: PhraseTable
  /// Between a day and its year: `28 June in 2020`.
  let inYear: PhraseTable
  let beforeOddYears: PhraseTable
  let owners: PhraseTable
  /// Behind a figure that is no year: `the Russell 2000 Index`.
  let behindFigures: PhraseTable
  let noCaseEndings: [[UInt8]]
  let beforeWeekdayNames: PhraseTable
  let behindWeekdayNames: PhraseTable
  /// Behind a weekday that is none: `Sunday school`.
  let behindWeekdays: PhraseTable
  let closingReferences: PhraseTable
  let noReferences: PhraseTable
  /// Before `one day`, which is then some day: `hopes to one day return`.
  let beforeSomeDay: PhraseTable
  /// Between `this` and a year or week: `this calendar year`.
  let kindsOfYear: PhraseTable
  /// Before `the day`, `the entire year` as a date.
  let forUnits: PhraseTable
  let whole: PhraseTable
  /// Before `the day` where something else follows it: `ended the day at 7,114`.
  let ends: PhraseTable
  /// Behind the day or week that ends: `closed the week higher`.
  let behindEnds: PhraseTable
  /// Behind `the year`, at the end of a phrase.
  let before: PhraseTable
  /// Before `the years`.
  let over: PhraseTable
  /// Of `by that time` and `in two weeks' time`.
  let time: PhraseTable
  let beforeThatTime: PhraseTable
  /// Behind `year-earlier`.
  let periods: PhraseTable
  /// Before a bare plural: `for years`.
  let durationLeaders: PhraseTable
  /// Behind it: `days after`.
  let durationFollowers: PhraseTable
  let recent: PhraseTable
  let old: PhraseTable
  let than: PhraseTable
  /// `the last day` is that of some, not yesterday.
  let lastOfMany: PhraseTable
  let second: PhraseTable
  let per: PhraseTable
  let beforeChrist: PhraseTable
  let loosely: PhraseTable

  init(_ rows: TableRows<TimeKey>) {
    (perfects, infinitives) = (rows.table(.perfect), rows.table(.infinitive))
    (clauses, deferrals) = (rows.table(.clause), rows.table(.deferral))
    (beforeDays, or, on) = (rows.table(.beforeDay), rows.table(.or), rows.table(.on))
    (noDays, inYear, beforeOddYears) = (rows.table(.noDay), rows.table(.inYear), rows.table(.beforeOddYear))
    (owners, behindFigures) = (rows.table(.owner), rows.table(.behindFigure))
    noCaseEndings = rows.list(.noCaseEnding).map { Array($0.utf8) }
    (beforeWeekdayNames, behindWeekdayNames) = (rows.table(.beforeWeekdayName), rows.table(.behindWeekdayName))
    behindWeekdays = rows.table(.behindWeekday)
    (closingReferences, noReferences) = (rows.table(.closingReference), rows.table(.noReference))
    (beforeSomeDay, kindsOfYear) = (rows.table(.beforeSomeDay), rows.table(.kindOfYear))
    (forUnits, whole, ends, behindEnds) = (
      rows.table(.forUnit), rows.table(.whole), rows.table(.ends), rows.table(.behindEnd)
    )
    (before, over, time) = (rows.table(.before), rows.table(.over), rows.table(.time))
    (beforeThatTime, periods) = (rows.table(.beforeThatTime), rows.table(.period))
    (durationLeaders, durationFollowers) = (rows.table(.durationLeader), rows.table(.durationFollower))
    (recent, old, than) = (rows.table(.recent), rows.table(.old), rows.table(.than))
    lastOfMany = rows.table(.lastOfMany)
    loosely = rows.table(.loosely)
    (second, per, beforeChrist) = (rows.table(.second), rows.table(.per), rows.table(.beforeChrist))
  }
}
