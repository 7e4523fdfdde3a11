import CopydeskText
import Testing

@Suite struct CivilDateTests {
  @Test func countsDays() {
    #expect(CivilDate(1970, 1, 1)?.daysSinceEpoch == 0)
    #expect(CivilDate(2000, 3, 1)?.daysSinceEpoch == 11017)
    #expect(CivilDate(2023, 2, 29) == nil && CivilDate(2024, 2, 29) != nil && CivilDate(1900, 2, 29) == nil)
    for day in stride(from: -719_162, to: 2_932_896, by: 379) {
      #expect(CivilDate(daysSinceEpoch: day).daysSinceEpoch == day)
    }
  }

  @Test(arguments: [
    (2023, 9, 30, 6, 2023, 39), (2021, 1, 3, 7, 2020, 53), (2024, 12, 30, 1, 2025, 1), (2020, 12, 31, 4, 2020, 53),
  ])
  func knowsWeeks(_ year: Int, _ month: Int, _ day: Int, _ weekday: Int, _ weekYear: Int, _ week: Int) throws {
    let date = try #require(CivilDate(year, month, day))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek.year == weekYear && date.isoWeek.week == week)
  }

  @Test func addsMonths() throws {
    let date = try #require(CivilDate(2024, 1, 31))
    #expect(date.adding(months: 1).isoString == "2024-02-29")
    #expect(date.adding(months: -2).isoString == "2023-11-30")
    #expect(date.adding(days: 366).isoString == "2025-01-31")
    for number in [Int.max, .max / 2, 1 << 40] {
      #expect(
        date.adding(days: number).isoString == "9999-12-31" && date.adding(days: -number).isoString == "0001-01-01")
      #expect(date.adding(months: number).isoString == "9999-12-31" && date.adding(months: -number).year == 1)
    }
  }

  @Test(arguments: [
    ("2023-09-30", "2023-09-30"), ("2023-09-30 12:01:51", "2023-09-30T12:01:51"),
    ("2023-09-30T12:01", "2023-09-30T12:01:00"), ("2023-09-30T12:01:51.123+0200", "2023-09-30T12:01:51+02:00"),
    ("20230930T120151Z", "2023-09-30T12:01:51Z"), (" 2023-09-30T25:00", "2023-09-30"),
  ])
  func readsISO8601(_ string: String, _ expected: String) {
    #expect(Timestamp(iso8601: string)?.isoString == expected)
  }

  @Test(arguments: ["", "yesterday", "2023", "2023-13-01", "2023-02-30", "30.09.2023", "202309301"])
  func refuses(_ string: String) { #expect(Timestamp(iso8601: string) == nil) }
}
