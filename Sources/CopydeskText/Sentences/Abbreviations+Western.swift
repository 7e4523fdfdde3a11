extension Abbreviations {
  static let english = Abbreviations(
    titles: "mr mrs ms mx dr prof rev hon gen col lt maj capt cmdr sgt cpl pvt adm sen rep gov pres supt fr msgr",
    never: """
      st mt ft vs v cf viz approx ed eds trans univ dept est al ca skt
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri
      """,
    numbers:
      "p pp no nos vol vols fig figs sec secs ch chap art arts para paras pt pts sc c b d r div fl ext tel bk ver cl",
    maybe: "jr sr inc ltd co corp bros plc llc am pm ave blvd rd sq bldg min max m",
    last: "etc",
    starters: """
      the a an this that these those he she it they we i you his her its their our my your there here then in on at
      but and so if when while after before since as for from by with what who why how where not no yes some many most
      all both each one two three however meanwhile although because despite during according
      """)

  static let german = Abbreviations(
    titles: "hr fr dr prof dipl ing med jur phil hrn gebr",
    never: """
      st bzw ca vgl z b d h u a i s o nr abs bd hrsg jh mio mrd tsd str geb gest kath evang evtl ggf inkl exkl zzgl sog
      bspw bes allg ehem verh led urspr jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so v chr
      """,
    numbers: "art kap abb tab s bl tel hausnr ziff rn rdnr fn",
    last: "usw etc uhr",
    starters: "der die das ein eine er sie es wir ich ihr dies diese dieser dieses in im am auf und aber doch",
    ordinalStops: true)

  static let dutch = Abbreviations(
    titles: "dhr mevr mw dr prof ir ing mr drs ds", never: "st bijv ca enz incl excl nr jr sr jl",
    numbers: "art blz p pag hfst tel", last: "enz etc",
    starters: "de het een hij zij ze we ik dit dat deze die er in op en maar", ordinalStops: false)

  static let scandinavian = Abbreviations(
    titles: "hr fr frk dr prof ing adv",
    never: """
      st skt bl ca evt f fx iflg inkl ekskl jf kl kr mht mio mia mv nr obs osv pga pkt resp stk tlf vedr b g d feb jan apr
      aug sept okt nov dec des bla dvs bl
      """,
    numbers: "s art kap tlf nr afd bd", last: "osv mv etc",
    starters: """
      den det de en et han hun vi jeg du i på og men hvad hvem hvor hvis der dette denne disse som efter att för vad var när
      när hva når
      """, ordinalStops: true)

  static let french = Abbreviations(
    titles: "m mm mme mmes mlle mlles dr drs pr me mgr prof",
    never: "st ste av env cf éd vs janv févr avr juil sept oct nov déc apr bd boul chap coll ltd ets sté",
    numbers: "p pp art vol n no nos fig tél t ch",
    last: "etc", starters: "le la les un une il elle ils elles ce cette ces je nous vous mais et")

  static let spanish = Abbreviations(
    titles: "sr sra srta sres dr dra drs d dña don prof profa lic ing arq gral cnel cap sgto mons fr sto sta",
    never: """
      ud uds vd vds av avda cra cía dpto depto aprox ej ee uu ntra ext
      ene feb abr jun jul ago sep sept oct nov dic lun mié jue vie sáb dom
      """,
    numbers: "núm no nro núms pág págs art arts párr párrf cap caps vol fig tel tfno ext p pp km c mar",
    maybe: "ltda", last: "etc",
    starters: "el la los las un una él ella ellos ese esta este pero y en")

  static let italian = Abbreviations(
    titles: "sig sigg sigra sigra sigre signa dott dottssa prof profssa avv ing on arch geom rag cav comm mons",
    never: """
      s ss cfr es ecc st d az econ psicol dir gen univ ist ca gen feb mar apr mag giu lug ago set sett ott nov dic lun
      mer gio ven sab dom v vs pres segr min
      """,
    numbers: "p pp pag pagg art artt n nn nr vol fig cap tel par",
    last: "ecc etc", starters: "il lo la i gli le un una ma e in")

  static let portuguese = Abbreviations(
    titles: "sr sra srs dr dra drs prof profa eng d dom exmo exma gen cel",
    never: "av ex jan fev abr jun jul ago set out nov dez ltda",
    numbers: "p pp pág págs art arts núm n vol fig tel cap", last: "etc",
    starters: "o a os as um uma ele ela mas e em")

  static let romanian = Abbreviations(
    titles: "dl dna dra dr prof ing av gen col",
    never: "st str bd nr jud sec ian feb mar apr iul aug sept oct noiem dec",
    numbers: "art alin pag p vol cap tel", last: "etc ș.a", starters: "el ea ei în la un o dar și acest această")
}
