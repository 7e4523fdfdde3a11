extension ReportingLanguage {
  /// German.
  static let german = ReportingLanguage(
    classes: [
      (
        .determiner,
        """
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen sein seine ihr ihre unser unsere
        kein keine alle viele einige mehrere jede jeder
        """
      ),
      (
        .preposition,
        "in im an am auf für von vom mit bei beim zum zur aus nach über unter gegen durch vor um ohne seit laut ins"
      ),
      (
        .adverb, "auch dann wieder später zuvor bereits schon noch jetzt nun nur immer oft erneut zudem außerdem weiter"
      ),
      (
        .time,
        """
        montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
        oktober november dezember heute gestern morgen abend
        """
      ),
      (.coordinator, "und aber oder doch sondern"),
      (.that, "dass daß"), (.whether, "ob wie warum wann wo"),
      (.infinitive, "zu"),
      (.subordinator, "weil wenn als während nachdem bevor obwohl da damit sobald"),
      (.relative, "welche welcher welches dessen deren"),
      (
        .finite,
        """
        ist sind war waren hat haben hatte hatten wird werden wurde wurden würde würden kann können könnte könnten muss müssen
        müsse soll sollen solle sollte sollten will wollen wolle darf dürfe sei seien habe werde könne gebe gehe komme bleibe
        stehe mache wisse
        """
      ),
      (.negation, "nicht nie"),
      (.he, "er"), (.she, "sie"), (.it, "es"), (.speechPerson, "ich wir"), (.otherPronoun, "man niemand"),
    ],
    verbs: [
      (
        .saying,
        """
        sagte, sagt, sagten, sagen, erklärte, erklärt, erklärten, betonte, betont, betonten, teilte mit, meinte, meint
        berichtete, berichtet, berichteten, schrieb, schreibt, schrieben, behauptete, behauptet, fügte hinzu, ergänzte
        ergänzt, antwortete, antwortet, räumte ein, kritisierte, warnte, warnt, versicherte, versichert, kündigte an
        bestätigte, bestätigt, äußerte, äußert, argumentierte, dementierte, mitteilte, mitteilten, ankündigte, hinzufügte, einräumte
        klarstellte, so, hob hervor, unterstrich, verkündete
        twitterte, erläuterte, bekräftigte, mahnte, klagte, prophezeite, stellte klar, sprach von
        """
      ),
      // `teilte die Polizei am Freitag mit`: their other halves stand at the end of the clause.
      ([.clause, .bare, .quoted], "teilte, teilten, kündigte, kündigten, räumte, räumten, fügte, fügten"),
      (
        [.clause, .bare, .quoted, .directive, .question],
        "fragte, fragt, forderte, fordert, forderten, verlangte, bat, rief"
      ),
      ([.characterisation, .quoted], "nannte, nennt, bezeichnete, bezeichnet, sprach von, beschrieb, verurteilte"),
    ],
    sources: "laut, nach angaben von, nach angaben der, nach angaben des, nach aussage von",
    sourcesBehind: "zufolge",
    comments: "wie",
    roles: """
      minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin polizei regierung ministerium botschaft
      gericht armee partei bericht studie experten experte behörden staatsanwaltschaft bürgermeister bürgermeisterin
      """)
}
