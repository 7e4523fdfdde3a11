extension TimeLexicon {
  static let english = TimeLexicon(dayFirst: false) { words in
    words.add(
      numbered: """
        january jan~*;february feb~*;march*? mar~*?;april apr~*;may*?;june jun~*;july jul~*;august* aug~*;
        september sept~* sep~*;october oct~*;november nov~*;december dec~*
        """
    ) { .month($0) }
    words.add(
      numbered: """
        monday mon~*?;tuesday tue~*? tues~*?;wednesday wed~*?;
        thursday thu~*? thur~*? thurs~*?;friday fri~*?;saturday sat~*?;sunday sun~*?
        """
    ) { .weekday($0) }
    words.add(numbered: "mondays;tuesdays;wednesdays;thursdays;fridays;saturdays;sundays") { .weekdays($0) }
    words.add("second sec", .unit(.second))
    words.add("minute", .unit(.minute))
    words.add("hour", .unit(.hour))
    words.add("day", .unit(.day))
    words.add("weekend", .unit(.weekend))
    words.add("week wk", .unit(.week))
    words.add("month", .unit(.month))
    words.add("quarter", .unit(.quarter))
    words.add("season", .unit(.season))
    words.add("year yr", .unit(.year))
    words.add("decade", .unit(.decade))
    words.add("century", .unit(.century))
    words.add("seconds secs", .units(.second))
    words.add("minutes mins min", .units(.minute))
    words.add("hours hrs hr h", .units(.hour))
    words.add("days", .units(.day))
    words.add("weekends", .units(.weekend))
    words.add("weeks wks", .units(.week))
    words.add("months", .units(.month))
    words.add("quarters", .units(.quarter))
    words.add("seasons", .units(.season))
    words.add("years yrs", .units(.year))
    words.add("decades", .units(.decade))
    words.add("centuries", .units(.century))
    words.add("today", .day(0))
    words.add("yesterday", .day(-1))
    words.add("tomorrow tmrw", .day(1))
    words.add("the_day_before_yesterday", .day(-2))
    words.add("the_day_after_tomorrow", .day(2))
    words.add("morning mornings", .part("MO"))
    words.add("afternoon afternoons", .part("AF"))
    words.add("evening evenings", .part("EV"))
    words.add("night nights overnight", .part("NI"))
    words.add("lunchtime midday", .part("MI"))
    words.add("dawn daybreak sunrise", .part("MO"))
    words.add("dusk sunset", .part("EV"))
    words.add("tonight", .dayPart(0, "NI"))
    words.add("last previous preceding", .shift(-1))
    words.add("this current", .shift(0))
    words.add("next following", .shift(1))
    words.add("past prior", .stretch(-1))
    words.add("coming upcoming", .stretch(1))
    words.add("early beginning? start?", .edge(.start))
    words.add("mid middle?", .edge(.middle))
    words.add("late end?", .edge(.end))
    words.add("spring springtime", .season("SP"))
    words.add("summer summertime", .season("SU"))
    words.add("autumn fall?", .season("FA"))
    words.add("winter wintertime", .season("WI"))
    words.add("ago earlier before_that previously", .distance(-1))
    words.add("later afterward afterwards after_that from_now hence", .distance(1))
    words.add("that the_same", .same)
    words.add("year-end", .periodEnd(.year))
    words.add("every each", .every)
    words.add("daily", .set("P1D"))
    words.add("nightly", .set("P1D"))
    words.add("hourly", .set("PT1H"))
    words.add("weekly", .set("P1W"))
    words.add("biweekly fortnightly", .set("P2W"))
    words.add("monthly", .set("P1M"))
    words.add("quarterly", .set("P3M"))
    words.add("yearly annual annually", .set("P1Y"))
    words.add(
      "now currently at_the_moment at_present right_now nowadays these_days presently the_time_being",
      .reference("PRESENT_REF"))
    words.add("at_this_point at_this_time at_the_present_time to_date", .reference("PRESENT_REF"))
    words.add("recently lately the_recent_past", .reference("PAST_REF"))
    words.add("the_near_future the_future in_the_future", .reference("FUTURE_REF"))
    words.add("the", .definite)
    words.add("a an another", .indefinite)
    words.add("about almost nearly around approximately roughly some at_least more_than less_than", .approximate)
    words.add(
      numbered: """
        first;second;third;fourth final;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;fourteenth;
        fifteenth;sixteenth;seventeenth;eighteenth;nineteenth;twentieth;twenty-first twenty_first;
        twenty-second twenty_second;twenty-third twenty_third;twenty-fourth twenty_fourth;twenty-fifth twenty_fifth;
        twenty-sixth twenty_sixth;twenty-seventh twenty_seventh;twenty-eighth twenty_eighth;twenty-ninth twenty_ninth;
        thirtieth;thirty-first thirty_first
        """
    ) { .ordinal($0) }
    words.add("christmas christmas_day xmas", .holiday(.fixed(12, 25)))
    words.add("christmas_eve", .holiday(.fixed(12, 24)))
    words.add("boxing_day", .holiday(.fixed(12, 26)))
    words.add("new_year's_eve new_year’s_eve", .holiday(.fixed(12, 31)))
    words.add("new_year's_day new_year’s_day", .holiday(.fixed(1, 1)))
    words.add("valentine's_day valentine’s_day", .holiday(.fixed(2, 14)))
    words.add("st_patrick's_day st._patrick's_day st_patrick’s_day st._patrick’s_day", .holiday(.fixed(3, 17)))
    words.add("earth_day", .holiday(.fixed(4, 22)))
    words.add("independence_day", .holiday(.fixed(7, 4)))
    words.add("halloween", .holiday(.fixed(10, 31)))
    words.add("veterans_day", .holiday(.fixed(11, 11)))
    words.add("juneteenth", .holiday(.fixed(6, 19)))
    words.add("martin_luther_king_day mlk_day", .holiday(.weekday(nth: 3, weekday: 1, month: 1)))
    words.add("presidents_day presidents'_day presidents’_day", .holiday(.weekday(nth: 3, weekday: 1, month: 2)))
    words.add("mother's_day mother’s_day", .holiday(.weekday(nth: 2, weekday: 7, month: 5)))
    words.add("memorial_day", .holiday(.weekday(nth: -1, weekday: 1, month: 5)))
    words.add("father's_day father’s_day", .holiday(.weekday(nth: 3, weekday: 7, month: 6)))
    words.add("labor_day", .holiday(.weekday(nth: 1, weekday: 1, month: 9)))
    words.add("columbus_day", .holiday(.weekday(nth: 2, weekday: 1, month: 10)))
    words.add("thanksgiving thanksgiving_day", .holiday(.thanksgiving(0)))
    words.add("black_friday", .holiday(.thanksgiving(1)))
    words.add("cyber_monday", .holiday(.thanksgiving(4)))
    words.add("good_friday", .holiday(.easter(-2)))
    words.add("easter easter_sunday", .holiday(.easter(0)))
    words.add("easter_monday", .holiday(.easter(1)))
    for (number, name) in ["forties", "fifties", "sixties", "seventies", "eighties", "nineties"].enumerated() {
      words.add(name, .decadeName(194 + number))
    }
    words.add("year-earlier year-ago", .yearBefore)
    words.add("other", .other)
    words.add("everyday", .set("P1D"))
    words.add("bi-monthly bimonthly", .set("P2M"))
    words.add("every_weekday each_weekday", .set("P1WD"))
    words.add("fortnight", .unit(.fortnight))
    words.add("fortnights", .units(.fortnight))
    words.add("of", .of)
    words.add("noon noonish", .clock("T12:00"))
    words.add("midnight", .clock("T24:00"))
    words.add("am a.m. a.m a_m a_._m a_._m_.", .halfDay(0))
    words.add("pm p.m. p.m p_m p_._m p_._m_.", .halfDay(12))
    words.add("o'clock o’clock oclock hours_local", .oClock)
    words.add("gmt est edt pst pdt cst cdt cet cest bst et* pt* ct* local_time", .zone)
    words.add("utc", .universal)
    words.add("at", .at)
    words.add("fiscal financial", .fiscal)
    words.add("half", .half)
    words.add("once twice times", .times)
    words.prepositions = """
      in since until till from during between through throughout by for to after before of and or on as_of around about
      versus vs than late early mid mid- last next this
      """
    words.future = """
      will shall should would must due scheduled expected ahead going plans planned planning 'll won't wo set_to about_to
      hopes aims intends pending deadline let's let’s
      """
    words.deadlines = "until till by"
    words.ahead = "in"
    words.minutesPast = "past after"
    words.minutesTo = "to till before of"
    words.clockOpeners = "from between"
    words.clockConnectors = "to until till and"
    words.countsFrom = "from"
    words.countsBefore = "before"
    words.countsAfter = "after"
    words.sequels = "following preceding previous"
    words.narrative = "earlier later afterward afterwards"
    words.past = """
      was were had said told did announced came went took made happened began started ended found reported killed arrested
      died fell rose won lost left met held been since has have according
      """
  }
}
