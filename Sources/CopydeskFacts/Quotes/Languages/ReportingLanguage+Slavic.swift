extension ReportingLanguage {
  /// Serbian, Croatian, Bosnian and Montenegrin, in both alphabets.
  static let slavic = ReportingLanguage(
    classes: [
      (
        .determiner,
        """
        taj ta to ovaj ova ovo svi sve neki neka njegov njegova njihov naš naša тај та то овај ова ово сви све неки нека
        његов његова њихов наш наша
        """
      ),
      (
        .preposition,
        """
        u na za od do iz sa s o po pri kod protiv između bez pred nakon posle poslije tokom zbog у на за од до из са с о по
        при код против између без пред након после током због
        """
      ),
      (
        .adverb,
        "takođe također već još sada ponovo kasnije juče јуче također такође већ још сада поново касније danas данас"
      ),
      (
        .time,
        """
        ponedeljak ponedjeljak utorak sreda srijeda sredu četvrtak petak subota subotu nedelja nedjelju понедељак уторак среду
        четвртак петак суботу недељу
        """
      ),
      (.coordinator, "i a ali ili te и а али или те"),
      (.that, "da да"), (.whether, "li zašto kako ли зашто како"),
      (.subordinator, "jer kada kad dok ako pošto iako јер када кад док ако пошто иако"),
      (.relative, "koji koja koje који која које"),
      (
        .finite,
        """
        je su sam smo bio bila bilo bili će ćemo ću bi nije nisu neće ima imaju može mogu mora treba је су сам смо био била било
        били ће ћемо ћу би није нису неће има имају може могу мора треба
        """
      ),
      (.negation, "ne не"),
      (.he, "on он"), (.she, "ona она"), (.it, "ono оно"), (.they, "oni они"),
      (.speechPerson, "ja mi vi ја ми ви"), (.otherPronoun, "niko нико"),
    ],
    verbs: [
      (
        .saying,
        """
        rekao je, rekla je, rekli su, je rekao, je rekla, su rekli, rekao, rekla, rekli, kaže, kažu, kazao je, kazala je
        je kazao, je kazala, kazao, kazala, izjavio je, izjavila je, je izjavio, je izjavila, izjavio, izjavila, saopštio je
        saopštila je, je saopštio, je saopštila, saopštilo je, je saopštilo, saopćio je, priopćio je, priopćilo je, naveo je
        navela je, je naveo, je navela, naveo, navela, navodi, navodi se, dodao je, dodala je, je dodao, je dodala, dodao
        dodala, istakao je, istakla je, je istakao, je istakla, istaknuo je, istakao, istakla, ističe, poručio je, poručila je
        je poručio, je poručila, poručio, poručila, tvrdi, tvrde, tvrdio je, napisao je, napisala je, je napisao, je napisala
        objavio je, je objavio, obećao je, obećala je, je obećao, je obećala, priopćila je, je priopćila, je priopćio
        ustvrdio je, je ustvrdio, ustvrdila je, je ustvrdila
        ocenio je, ocenila je, je ocenio, ocijenio je, naglasio je, naglasila je, je naglasio
        upozorio je, upozorila je, je upozorio, odgovorio je, odgovorila je, je odgovorio, smatra, potvrdio je, je potvrdio
        рекао је, рекла је, рекли су, је рекао, је рекла, рекао, рекла, каже, кажу, казао је, казала је, је казао, изјавио је
        изјавила је, је изјавио, је изјавила, изјавио, изјавила, саопштио је, саопштила је, је саопштио, саопштило је, навео је
        навела је, је навео, је навела, наводи, додао је, додала је, је додао, је додала, додао, додала, истакао је, истакла је
        је истакао, истиче, поручио је, поручила је, је поручио, је поручила, тврди, тврде, написао је, је написао, објавио је
        оценио је, је оценио, нагласио је, је нагласио, упозорио је, је упозорио, одговорио је, је одговорио
        обећао је, обећала је, је обећао, је обећала, потврдио је
        """
      ),
      (
        [.clause, .question, .directive, .quoted],
        "pitao je, pitala je, upitao je, питао је, питала је"
      ),
      (
        [.clause, .directive, .addressee, .quoted],
        """
        traži, traže, tražio je, tražila je, tražili su, zatražio je, zatražila je, je zatražio, je zatražila
        zatražili su, pozvala je, pozvao je, je pozvao, je pozvala, тражи, траже, тражио је, тражила је, затражио је
        затражила је, је затражио, је затражила, позвао је, позвала је, је позвао
        """
      ),
      ([.characterisation, .quoted], "nazvao je, nazvala je, je nazvao, opisao je, назвао је, је назвао, описао је"),
    ],
    sources: "prema, prema rečima, prema navodima, po rečima, према, према речима, према наводима, по речима",
    comments: "kako како",
    roles: """
      ministar ministarka predsednik predsednica predsjednik premijer premijerka portparol glasnogovornik policija vlada
      ministarstvo ambasada sud vojska министар министарка председник премијер портпарол полиција влада министарство амбасада
      """)
}
