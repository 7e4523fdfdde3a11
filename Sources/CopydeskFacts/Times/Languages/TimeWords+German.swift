extension TimeLexicon {
  static let german = TimeLexicon(ordinalStops: true) { words in
    words.add(
      numbered: """
        januar jänner jan~;februar feb~;märz mrz~;april apr~;mai;juni jun~;juli jul~;august aug~;september sept~ sep~;
        oktober okt~;november nov~;dezember dez~
        """
    ) { .month($0) }
    words.add(numbered: "montag;dienstag;mittwoch;donnerstag;freitag;samstag sonnabend;sonntag") { .weekday($0) }
    words.add(numbered: "montags;dienstags;mittwochs;donnerstags;freitags;samstags;sonntags") { .weekdays($0) }
    for (number, weekday) in [
      "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    ].enumerated() {
      words.add("\(weekday)morgen \(weekday)vormittag \(weekday)früh", .weekdayPart(number + 1, "MO"))
      words.add("\(weekday)mittag", .weekdayPart(number + 1, "MI"))
      words.add("\(weekday)nachmittag", .weekdayPart(number + 1, "AF"))
      words.add("\(weekday)abend", .weekdayPart(number + 1, "EV"))
      words.add("\(weekday)nacht", .weekdayPart(number + 1, "NI"))
    }
    words.add("sekunde", .unit(.second))
    words.add("minute", .unit(.minute))
    words.add("stunde", .unit(.hour))
    words.add("tag tages", .unit(.day))
    words.add("wochenende wochenendes", .unit(.weekend))
    words.add("woche", .unit(.week))
    words.add("monat monats monates", .unit(.month))
    words.add("quartal quartals", .unit(.quarter))
    words.add("jahr jahres jahre", .unit(.year))
    words.add("jahrzehnt jahrzehnts", .unit(.decade))
    words.add("jahrhundert jahrhunderts", .unit(.century))
    words.add("sekunden", .units(.second))
    words.add("minuten", .units(.minute))
    words.add("stunden", .units(.hour))
    words.add("tage tagen", .units(.day))
    words.add("wochen", .units(.week))
    words.add("monate monaten", .units(.month))
    words.add("jahren jährige jährigen jähriger jähriges", .units(.year))
    words.add("jahrzehnte jahrzehnten", .units(.decade))
    words.add("heute", .day(0))
    words.add("gestern", .day(-1))
    words.add("morgen", .day(1))
    words.add("vorgestern", .day(-2))
    words.add("übermorgen", .day(2))
    words.add("vormittag früh", .part("MO"))
    words.add("nachmittag", .part("AF"))
    words.add("abend", .part("EV"))
    words.add("nacht", .part("NI"))
    words.add("letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes", .shift(-1))
    words.add("vorige vorigen voriger voriges", .shift(-1))
    words.add("diese diesen dieser dieses diesem", .shift(0))
    words.add("nächste nächsten nächster nächstes kommende kommenden kommender kommendes", .shift(1))
    words.add("anfang beginn", .edge(.start))
    words.add("mitte", .edge(.middle))
    words.add("ende", .edge(.end))
    words.add("frühling frühjahr", .season("SP"))
    words.add("sommer", .season("SU"))
    words.add("herbst", .season("FA"))
    words.add("winter", .season("WI"))
    words.add("zuvor früher vorher", .distance(-1))
    words.add("später danach", .distance(1))
    words.add("vor", .leadingDistance(-1))
    words.add("jeden jede jedes", .every)
    words.add("täglich tägliche täglichen", .set("P1D"))
    words.add("wöchentlich wöchentliche wöchentlichen", .set("P1W"))
    words.add("monatlich monatliche monatlichen", .set("P1M"))
    words.add("jährlich jährliche jährlichen", .set("P1Y"))
    words.add("jetzt derzeit zurzeit momentan gegenwärtig", .reference("PRESENT_REF"))
    words.add("kürzlich neulich vor_kurzem", .reference("PAST_REF"))
    words.add("der die das den dem des", .definite)
    words.add("etwa rund ungefähr fast knapp", .approximate)
    words.add("mittag", .clock("T12:00"))
    words.add("mitternacht", .clock("T24:00"))
    words.add("uhr", .oClock)
    words.add("um gegen", .at)
    words.add(numbered: "ersten erste;zweiten zweite;dritten dritte;vierten vierte") { .ordinal($0) }
    words.prepositions = "im in seit bis ab am vom zum des zwischen und von anfang mitte ende jahr jahre nach um"
    words.future = "wird werden soll sollen will wollen plant"
    words.deadlines = "bis"
    words.ahead = "in"
    words.minutesPast = "nach"
    words.minutesTo = "vor"
    words.halfIsBefore = true
    words.clockOpeners = "von zwischen"
    words.clockConnectors = "bis und"
    words.countsFrom = "ab"
    words.add("weihnachten*", .holiday(.fixed(12, 25)))
    words.add("heiligabend*", .holiday(.fixed(12, 24)))
    words.add("silvester*", .holiday(.fixed(12, 31)))
    words.add("neujahr*", .holiday(.fixed(1, 1)))
    words.add("karfreitag*", .holiday(.easter(-2)))
    words.add("ostern* ostersonntag*", .holiday(.easter(0)))
    words.add("ostermontag*", .holiday(.easter(1)))
    words.add("pfingsten*", .holiday(.easter(49)))
    words.add("morgens vormittags", .halfDay(0))
    words.add("nachmittags abends", .halfDay(12))
    words.add("kw* kalenderwoche*", .unit(.week))
    words.decadeSuffixes = "er"
    for (number, name) in ["vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger"].enumerated() {
      words.add(name, .decadeName(194 + number))
      words.add("\(name)jahre* \(name)jahren*", .decadeName(194 + number))
    }
    words.add("alle", .every)
    words.add("wochenenden", .units(.weekend))
    words.add("quartale quartalen", .units(.quarter))
    words.add("vergangenheit", .reference("PAST_REF"))
    words.add("zukunft", .reference("FUTURE_REF"))
    words.narrative = "zuvor früher vorher später"
    words.past = "wurde wurden war waren hatte hatten sagte habe haben hat ist sind"
  }
}
