extension TimeLexicon {
  static let french = TimeLexicon(postposes: true, elides: true) { words in
    words.add(
      numbered: """
        janvier janv~;février févr~;mars?;avril avr~;mai;juin;juillet juil~;août;septembre sept~;octobre oct~;
        novembre nov~;décembre déc~
        """
    ) { .month($0) }
    words.add(numbered: "lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche") { .weekday($0) }
    words.add("seconde", .unit(.second))
    words.add("minute", .unit(.minute))
    words.add("heure", .unit(.hour))
    words.add("jour journée", .unit(.day))
    words.add("week-end", .unit(.weekend))
    words.add("semaine", .unit(.week))
    words.add("trimestre", .unit(.quarter))
    words.add("mois", .unit(.month))
    words.add("an année", .unit(.year))
    words.add("décennie", .unit(.decade))
    words.add("siècle", .unit(.century))
    words.add("secondes", .units(.second))
    words.add("minutes", .units(.minute))
    words.add("heures", .units(.hour))
    words.add("jours", .units(.day))
    words.add("semaines", .units(.week))
    words.add("ans années", .units(.year))
    words.add("décennies", .units(.decade))
    words.add("siècles", .units(.century))
    words.add("aujourd'hui aujourd’hui", .day(0))
    words.add("hier", .day(-1))
    words.add("demain", .day(1))
    words.add("avant-hier", .day(-2))
    words.add("après-demain", .day(2))
    words.add("matin", .part("MO"))
    words.add("après-midi", .part("AF"))
    words.add("soir", .part("EV"))
    words.add("nuit", .part("NI"))
    words.add("dernier dernière passé passée", .shift(-1))
    words.add("ce cet cette", .shift(0))
    words.add("prochain prochaine", .shift(1))
    words.add("début", .edge(.start))
    words.add("mi", .edge(.middle))
    words.add("fin", .edge(.end))
    words.add("printemps", .season("SP"))
    words.add("l'été", .season("SU"))
    words.add("été?", .season("SU"))
    words.add("automne", .season("FA"))
    words.add("hiver", .season("WI"))
    words.add("plus_tôt auparavant", .distance(-1))
    words.add("plus_tard après", .distance(1))
    words.add("il_y_a voici voilà", .leadingDistance(-1))
    words.add("dans", .leadingDistance(1))
    words.add("chaque tous_les toutes_les", .every)
    words.add("quotidien quotidienne quotidiennement", .set("P1D"))
    words.add("hebdomadaire", .set("P1W"))
    words.add("mensuel mensuelle", .set("P1M"))
    words.add("annuel annuelle", .set("P1Y"))
    words.add("bimensuel bimensuelle", .set("P2M"))
    words.add("maintenant actuellement en_ce_moment", .reference("PRESENT_REF"))
    words.add("récemment", .reference("PAST_REF"))
    words.add("le la les l'", .definite)
    words.add("environ près_de presque", .approximate)
    words.add("de du des", .of)
    words.add("midi", .clock("T12:00"))
    words.add("minuit", .clock("T24:00"))
    words.add("à", .at)
    words.add(numbered: "premier première;deuxième second;troisième;quatrième") { .ordinal($0) }
    words.prepositions =
      "en depuis de du dès jusqu'en jusqu'à à au avant après entre et fin début mi le ce mois d'ici pour"
    words.future = "sera seront va vont doit doivent devrait devraient prévoit prévu prévue"
    words.deadlines = "d'ici jusqu'à"
    words.hourLetter = true
    words.decadePrefixes = "années"
    words.add("h", .oClock)
    words.add("du_matin", .halfDay(0))
    words.add("du_soir de_l'après-midi", .halfDay(12))
    words.clockOpeners = "de entre"
    words.clockConnectors = "à au et"
    words.add("noël*", .holiday(.fixed(12, 25)))
    words.add("toussaint*", .holiday(.fixed(11, 1)))
    words.add("vendredi_saint*", .holiday(.easter(-2)))
    words.add("pâques*", .holiday(.easter(0)))
    words.add("ascension*", .holiday(.easter(39)))
    words.add("pentecôte*", .holiday(.easter(49)))
    words.add("trimestres", .units(.quarter))
    words.add("week-ends", .units(.weekend))
    words.add("demain_soir", .dayPart(1, "EV"))
    words.add("hier_soir", .dayPart(-1, "EV"))
    words.past = "a ont était étaient avait avaient fut est"
  }
}
