/// The number words by language.
extension NumberLexicon {
  static let english = NumberLexicon(
    values: """
      zero=0 nil=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
      fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40
      fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
      """,
    scales: """
      dozen=12 hundred=100 thousand=1000 k=1000 lakh=100000 lakhs=100000 lac=100000 lacs=100000 lkh=100000 lkhs=100000 million=1000000 mil=1000000 mln=1000000
      mn=1000000 mio=1000000 crore=10000000 crores=10000000 cr=10000000 crs=10000000 billion=1000000000 bn=1000000000 bln=1000000000
      milliard=1000000000 trillion=1000000000000 tln=1000000000000 tn=1000000000000 trn=1000000000000 quadrillion=1000000000000000
      """,
    plurals: """
      tens=10 dozens=12 scores=20 hundreds=100 thousands=1000 millions=1000000 billions=1000000000
      trillions=1000000000000
      """,
    fractions: """
      half=0.5 halves=0.5 thirds=0.3333333333333333 quarters=0.25 fourths=0.25 fifths=0.2 sixths=0.16666666666666666
      sevenths=0.14285714285714285 eighths=0.125 ninths=0.1111111111111111 tenths=0.1 hundredths=0.01
      thousandths=0.001 elevenths=0.09090909090909091 twelfths=0.08333333333333333 fifteenths=0.06666666666666667
      sixteenths=0.0625 twentieths=0.05 thirtieths=0.03333333333333333 fortieths=0.025 fiftieths=0.02
      """,
    ordinalFractions: """
      third=0.3333333333333333 quarter=0.25 fourth=0.25 fifth=0.2 sixth=0.16666666666666666 seventh=0.14285714285714285
      eighth=0.125 ninth=0.1111111111111111 tenth=0.1 hundredth=0.01 thousandth=0.001 twentieth=0.05
      thirtieth=0.03333333333333333 fiftieth=0.02
      """,
    vague: "few several couple=2 handful",
    articles: "a an", conjunctions: "and", of: "of", outOf: "in out_of", minus: "minus negative", point: "point",
    beforeParts: "by about almost nearly roughly around over than only just at to up down", overs: "over",
    decimalComma: false,
    joinsTens: false, magnitudes: ["en"])

  static let german = NumberLexicon(
    values: """
      null=0 eins=1 ein=1 eine=1 einem=1 einen=1 einer=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8
      neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18
      neunzehn=19 anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5 viereinhalb=4.5 fünfeinhalb=5.5
      sechseinhalb=6.5 siebeneinhalb=7.5 achteinhalb=8.5 neuneinhalb=9.5 zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90
      """,
    scales: """
      dutzend=12 hundert=100 tausend=1000 tsd=1000 million=1000000 millionen=1000000 mio=1000000 milliarde=1000000000
      milliarden=1000000000 mrd=1000000000 billion=1000000000000 billionen=1000000000000
      """,
    plurals: "dutzende=12 hunderte=100 tausende=1000 zehntausende=10000 hunderttausende=100000",
    fractions: "halb=0.5 halbe=0.5 halben=0.5 hälfte=0.5 drittel=0.3333333333333333 viertel=0.25 fünftel=0.2",
    vague: "einige mehrere ein_paar", conjunctions: "und", outOf: "von", isCompounding: true, magnitudes: ["de"])

  static let french = NumberLexicon(
    values: """
      zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
      quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 trente=30 quarante=40 cinquante=50
      soixante=60 soixante-dix=70 septante=70 quatre-vingt=80 quatre-vingts=80 huitante=80 quatre-vingt-dix=90
      nonante=90 demi-million=500000 demi-milliard=500000000
      """,
    scales: """
      dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100 cent=100 cents=100 mille=1000
      millier=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000
      """,
    plurals: "dizaines=10 douzaines=12 centaines=100 milliers=1000",
    fractions: "demi=0.5 demie=0.5 moitié=0.5 tiers=0.3333333333333333 quart=0.25 quarts=0.25",
    vague: "quelques plusieurs", conjunctions: "et", of: "de d'", outOf: "sur", minus: "moins", point: "virgule",
    joinsTen: true,
    rounded: "dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier",
    magnitudes: ["fr"])

  static let spanish = NumberLexicon(
    values: """
      cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
      trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21
      veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27
      veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90
      cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400
      cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700
      ochocientos=800 ochocientas=800 novecientos=900 novecientas=900
      """,
    scales:
      "decena=10 docena=12 quincena=15 veintena=20 treintena=30 centena=100 mil=1000 millón=1000000 millones=1000000 billón=1000000000000 billones=1000000000000",
    plurals: "decenas=10 docenas=12 cientos=100 centenares=100 miles=1000",
    fractions:
      "medio=0.5 media=0.5 mitad=0.5 tercio=0.3333333333333333 tercios=0.3333333333333333 cuarto=0.25 cuartos=0.25 quinto=0.2",
    vague: "varios varias unos_pocos algunos algunas", conjunctions: "y", of: "de", outOf: "de_cada", minus: "menos",
    rounded: "decena veintena treintena centena", magnitudes: ["es"])

  static let turkish = NumberLexicon(
    values: """
      sıfır=0 bir=1 iki=2 İki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50
      altmış=60 yetmiş=70 seksen=80 doksan=90
      """,
    scales: """
      düzine=12 yüz=100 bin=1000 binden=1000 bine=1000 milyon=1000000 milyona=1000000 milyondan=1000000
      milyar=1000000000 milyara=1000000000 milyardan=1000000000 trilyon=1000000000000
      """,
    plurals: "onlarca=10 yüzlerce=100 binlerce=1000 milyonlarca=1000000",
    fractions: "yarım=0.5 buçuk=0.5 yarısı=0.5 çeyrek=0.25", vague: "birkaç", conjunctions: "", minus: "eksi",
    point: "virgül nokta", joinsTen: true,
    halves: "buçuk", addsDigits: true, magnitudes: ["tr"])

  static let albanian = NumberLexicon(
    values: """
      zero=0 një=1 dy=2 tre=3 tri=3 katër=4 pesë=5 gjashtë=6 shtatë=7 tetë=8 nëntë=9 dhjetë=10 njëmbëdhjetë=11
      dymbëdhjetë=12 trembëdhjetë=13 katërmbëdhjetë=14 pesëmbëdhjetë=15 gjashtëmbëdhjetë=16 shtatëmbëdhjetë=17
      tetëmbëdhjetë=18 nëntëmbëdhjetë=19 njëzet=20 tridhjetë=30 dyzet=40 pesëdhjetë=50 gjashtëdhjetë=60
      shtatëdhjetë=70 tetëdhjetë=80 nëntëdhjetë=90 dyqind=200 treqind=300 katërqind=400 pesëqind=500
      gjashtëqind=600 shtatëqind=700 tetëqind=800 nëntëqind=900
      """,
    scales: """
      duzinë=12 qind=100 njëqind=100 mijë=1000 milion=1000000 milionë=1000000 milioni=1000000 miliard=1000000000
      miliardë=1000000000 miliardi=1000000000
      """,
    plurals: "dhjetëra=10 qindra=100 mijëra=1000 miliona=1000000",
    fractions: """
      gjysmë=0.5 gjysma=0.5 gjysmën=0.5 çerek=0.25 e_treta=0.3333333333333333 të_tretat=0.3333333333333333 e_katërta=0.25
      të_katërtat=0.25 e_pesta=0.2 të_pestat=0.2
      """,
    vague: "disa", conjunctions: "e", of: "e", outOf: "nga", magnitudes: ["sq"])

  static let serbian = NumberLexicon(
    values: """
      nula=0 jedan=1 jedna=1 jedno=1 jednu=1 jednog=1 dva=2 dve=2 dvije=2 tri=3 četiri=4 pet=5 šest=6 sedam=7 osam=8
      devet=9 deset=10 jedanaest=11 dvanaest=12 trinaest=13 četrnaest=14 petnaest=15 šesnaest=16 sedamnaest=17
      osamnaest=18 devetnaest=19 dvadeset=20 trideset=30 četrdeset=40 pedeset=50 šezdeset=60 sedamdeset=70
      osamdeset=80 devedeset=90 dvesta=200 dvjesta=200 dvesto=200 dvjesto=200 trista=300 tristo=300 četiristo=400
      petsto=500 šeststo=600 šesto=600 sedamsto=700 osamsto=800 devetsto=900
      """,
    scales: """
      tuce=12 sto=100 stotinu=100 hiljada=1000 hiljade=1000 hiljadu=1000 tisuća=1000 tisuće=1000 tisuću=1000
      milion=1000000 miliona=1000000 milioni=1000000 milijun=1000000 milijuna=1000000 milijuni=1000000
      milijarda=1000000000 milijarde=1000000000 milijardi=1000000000 milijardu=1000000000
      """,
    plurals:
      "desetine=10 desetina=10 stotine=100 stotina=100 desetci=10 na_desetine=10 na_stotine=100 na_hiljade=1000 na_tisuće=1000 na_milione=1000000 na_milijune=1000000",
    fractions:
      "pola=0.5 polovina=0.5 polovinu=0.5 trećina=0.3333333333333333 trećinu=0.3333333333333333 četvrtina=0.25",
    vague: "nekoliko par=2", conjunctions: "i", outOf: "od", halves: "i_po i_pol", cyrillic: true,
    magnitudes: ["sr", "hr", "bs"])

  static let sparseTables = SparseTables<NumberLexicon>()
  static func sparse(for language: String, _ magnitudes: Magnitudes) -> NumberLexicon {
    NumberLexicon(
      values: "", scales: "", of: magnitudes.prepositions.joined(separator: " "), minus: "",
      decimalComma: magnitudes.decimalComma ?? false, addsDigits: true, sparse: magnitudes)
  }
}
