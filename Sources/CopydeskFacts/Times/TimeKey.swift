/// What the words of a row of `times.tsv` do: those of `TimeWord` first, then what stands round them.
enum TimeKey: String, CaseIterable, Sendable {
  // Words of an expression; the value stands beside the key: `month 1 january jan~*`.
  case month, weekday, weekdays
  /// `second` … `century`; `units` are more than one, so that no number need be stated.
  case unit, units
  /// `yesterday`: −1.
  case day
  /// Of the day: `MO` morning, `MI` midday, `AF` afternoon, `EV` evening, `NI` night.
  case part
  /// `tonight`: `0 NI`.
  case dayPart = "day-part"
  /// `Mittwochabend`: `3 EV`.
  case weekdayPart = "weekday-part"
  /// `last` −1, `this` 0, `next` 1.
  case shift
  /// `past` −1, `coming` 1: the stretch up to now or from now on.
  case stretch
  /// `start`, `middle`, `end`.
  case edge
  /// `SP`, `SU`, `FA`, `WI`.
  case season
  /// Behind a duration: `ago` −1, `later` 1.
  case distance
  /// Before a duration: `vor` −1, `dans` 1.
  case leadingDistance = "leading-distance"
  /// `lani`: `year -1`.
  case relative
  case every
  /// `daily`: `P1D`.
  case set
  /// `now`: `PRESENT_REF`.
  case reference
  case definite, indefinite, approximate, ordinal, of
  /// `noon`: `T12:00`.
  case clock
  /// `a.m.` 0, `p.m.` 12.
  case halfDay = "half-day"
  case oClock = "o-clock"
  case zone, universal, at, fiscal, half, times, same, other
  /// `year-end`: `year`.
  case periodEnd = "period-end"
  /// `12-25`, `weekday 3 1 1` (the third Monday of January), `thanksgiving 1`, `easter -2`.
  case holiday
  /// `year-earlier`.
  case yearBefore = "year-before"
  /// `the latest quarter`.
  case latest
  /// `jahrelang`: `PXY`.
  case length
  /// `nineties`: 199.
  case decadeName = "decade-name"

  /// What is put before any word above that begins with a vowel (`l'`, `dell'`); a value says how much of it is meant: `1 un'`.
  case elided
  /// The letters that such a word begins with.
  case elidedBefore = "elided-before"

  // Which way a sentence looks.
  case past, future
  /// `until`, which asks for the next date.
  case deadline
  /// `has been`, between a deadline and what is over: `has been postponed until Saturday`.
  case perfect
  /// How past forms end: `picketed`.
  case pastEnding = "past-ending"
  /// What opens or closes the clause whose verb decides: `because`, `which`.
  case clause
  /// A past form that puts something off, so that a deadline behind it is ahead: `postponed until Monday`.
  case deferral
  /// `be`, behind which a participle looks no way: `will be killed`.
  case infinitive

  // Round dates.
  /// What may stand before a bare year or month: `in`, `since`.
  case preposition
  /// Before a duration that a sentence about the future counts from now: `will be back in two weeks`.
  case ahead
  /// Behind a duration that counts from what was told: `earlier`, `later`, but not `ago`.
  case narrative
  /// `following`, `previous`: a unit counts from the date told before, where there is one.
  case sequel
  /// Between a duration and the date that it counts from: `three days from Tuesday`.
  case countsFrom = "counts-from"
  case countsBefore = "counts-before"
  case countsAfter = "counts-after"
  /// Endings of ordinals in digits: `24th`.
  case ordinalSuffix = "ordinal-suffix"
  /// An ordinal that is no day: `final`.
  case noDay = "no-day"
  /// Before a month and a day in digits: `on 11/20`.
  case beforeDay = "before-day"
  /// Between the last two of such: `or`.
  case or
  /// Before a day or a weekday: `on the 18th`, `this week on Monday`.
  case on
  /// Between a day and its year: `28 June in 2020`.
  case inYear = "in-year"
  /// Before a year that is none without it: `in 1210`.
  case beforeOddYear = "before-odd-year"
  /// Before what belongs to somebody: `its 2010 elections`.
  case owner
  /// Behind a figure that is no year: `the Russell 2000 Index`.
  case behindFigure = "behind-figure"
  /// What no case ending of a year begins with: the `l` of `200'lük`.
  case noCaseEnding = "no-case-ending"
  /// Round a weekday that is a name: `Black Friday`, `the Sunday Times`; `Sunday school`.
  case beforeWeekdayName = "before-weekday-name"
  case behindWeekdayName = "behind-weekday-name"
  case behindWeekday = "behind-weekday"
  /// References that end their phrase (`to date`), and what makes them none (`up to date`).
  case closingReference = "closing-reference"
  case noReference = "no-reference"

  // Decades.
  /// Behind a year of ten: the `s` of `1990s`.
  case decadeSuffix = "decade-suffix"
  /// The same behind an apostrophe: `lı` of `1990'lı`; one with `*` may go on, `lar` of `1990'larda`.
  case decadeEnding = "decade-ending"
  /// Before it: `années 1990`.
  case decadePrefix = "decade-prefix"

  // Clock times.
  /// Between the minutes and the hour.
  case minutesPast = "minutes-past"
  case minutesTo = "minutes-to"
  /// Before the first of two clock times and between them: `from 7 to 8`, `between 7 and 8`.
  case clockOpener = "clock-opener"
  case clockConnector = "clock-connector"

  // Periods and durations.
  /// Before `one day`, which is then some day: `hopes to one day return`.
  case beforeSomeDay = "before-some-day"
  /// Between `this` and a year or week: `this calendar year`.
  case kindOfYear = "kind-of-year"
  /// Before `the day`, `the entire year` as a date; the second of those words.
  case forUnit = "for-unit"
  case whole
  /// Before `the day` where something else follows it, and what: `ended the day at 7,114`, `closed the week higher`.
  case ends
  case behindEnd = "behind-end"
  /// Behind `the year`, at the end of a phrase.
  case before
  /// Before `the years`.
  case over
  /// Of `by that time` and `in two weeks' time`; what stands before the first.
  case time
  case beforeThatTime = "before-that-time"
  /// Behind `year-earlier`.
  case period
  /// Before and behind a bare plural: `for years`, `days after`, `recent years`.
  case durationLeader = "duration-leader"
  case durationFollower = "duration-follower"
  case recent
  /// Behind years: `34 years old`.
  case old
  /// Behind a distance, which is then none: `a month earlier than`.
  case than
  /// Before a day that is then the last of some, not yesterday: `the last day`.
  case lastOfMany = "last-of-many"
  /// Of `every second week`, `once per week`.
  case second, per
  /// Between a number and its unit: `20-plus years`, `twenty-odd years`.
  case loosely
  /// Behind a year or century before Christ.
  case beforeChrist = "before-christ"

  // Of constructions only.
  /// Behind a period that a report is on: `the quarter ended Aug. 31`.
  case ended
  /// Behind a hyphen and before it: `decades-long`, `single-day`.
  case long, single
  /// Behind units that are to come: `the weeks ahead`.
  case toCome = "to-come"
  case overnight
  /// Behind a part of the day: `in morning trading`.
  case session
  /// Between two amounts, and behind one: `two to three weeks`, `a day or so`.
  case rangeTo = "range-to"
  case so
  /// `halbes` of `ein halbes Jahr`, with what may stand before it.
  case halfA = "half-a"
  case one
  /// Before units whose number nobody states, where it is no number word: `einige Jahre`.
  case several
}
