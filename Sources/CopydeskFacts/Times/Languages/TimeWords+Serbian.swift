/// Serbian, Croatian, Bosnian and Montenegrin, in both alphabets.
extension TimeLexicon {
  static let serbian = TimeLexicon(ordinalStops: true, namesUnits: true, cyrillic: true) { words in
    words.add(
      numbered: """
        januar januara januaru siječanj siječnja siječnju;februar februara februaru veljača veljače veljači;
        mart marta martu ožujak ožujka ožujku;april aprila aprilu travanj travnja travnju;maj maja maju svibanj svibnja
        svibnju;jun juna junu juni lipanj lipnja lipnju;jul jula julu juli srpanj srpnja srpnju;
        avgust avgusta avgustu august augusta kolovoz kolovoza kolovozu;septembar septembra septembru rujan rujna rujnu;
        oktobar oktobra oktobru listopad listopada listopadu;novembar novembra novembru studeni studenog studenoga studenom;
        decembar decembra decembru prosinac prosinca prosincu
        """
    ) { .month($0) }
    words.add(
      numbered: """
        ponedeljak ponedeljka ponedjeljak ponedjeljka;utorak utorka;sredu srijedu srijeda sreda srede srijede;
        četvrtak četvrtka;petak petka;subotu subota subote;nedelju? nedjelju nedjelja
        """
    ) { .weekday($0) }
    words.add("sekunda sekundu", .unit(.second))
    words.add("minut minuta minutu", .unit(.minute))
    words.add("dan", .unit(.day))
    words.add("vikend vikenda vikendu", .unit(.weekend))
    words.add("sedmica sedmice sedmicu tjedan tjedna nedelje nedelja", .unit(.week))
    words.add("mesec meseca mjesec mjeseca", .unit(.month))
    words.add("kvartal kvartala kvartalu tromjesečje tromjesečju", .unit(.quarter))
    words.add("godina godine godinu godini godinu_dana", .unit(.year))
    words.add("lani lane", .relative(.year, -1))
    words.add("preklani preklane", .relative(.year, -2))
    words.add(
      numbered: """
        prvi prvom prvog prvoj prve;drugi drugom drugog drugoj druge;treći trećem trećeg trećoj treće;
        četvrti četvrtom četvrtog četvrtoj četvrte
        """
    ) { .ordinal($0) }
    words.add("decenija decenije deceniju desetljeće", .unit(.decade))
    words.add("vek veka veku stoljeće stoljeća stoljeću", .unit(.century))
    words.add("sekundi", .units(.second))
    words.add("minuti minute", .units(.minute))
    words.add("sat sata sati", .units(.hour))
    words.add("dana", .units(.day))
    words.add("tjedana", .units(.week))
    words.add("meseci mjeseci", .units(.month))
    words.add("decenija", .units(.decade))
    words.add("danas", .day(0))
    words.add("juče jučer", .day(-1))
    words.add("sutra", .day(1))
    words.add("prekjuče prekjučer", .day(-2))
    words.add("prekosutra", .day(2))
    words.add("ujutro ujutru jutro", .part("MO"))
    words.add("popodne poslijepodne poslepodne", .part("AF"))
    words.add("uveče uvečer veče večer", .part("EV"))
    words.add("noć noći", .part("NI"))
    words.add("jutros", .dayPart(0, "MO"))
    words.add("večeras", .dayPart(0, "EV"))
    words.add("noćas", .dayPart(0, "NI"))
    words.add("sinoć", .dayPart(-1, "EV"))
    words.add("prošle prošli prošlog prošloga prošlu prošla protekle proteklog protekli minule minulog", .shift(-1))
    words.add("ove ovaj ovog ovoga ovu", .shift(0))
    words.add("sledeće sledeći sledećeg sledeću sljedeće sljedeći sljedećeg sljedeću iduće idući idućeg", .shift(1))
    words.add("naredne narednog naredni", .shift(1))
    words.add("poslednja poslednje poslednjih posljednja posljednje posljednjih proteklih protekla", .stretch(-1))
    words.add("narednih naredna sledećih sljedećih idućih", .stretch(1))
    words.add("početkom početak početka", .edge(.start))
    words.add("sredinom", .edge(.middle))
    words.add("krajem kraj kraja", .edge(.end))
    words.add("proleće proleća proljeće proljeća", .season("SP"))
    words.add("leto leta ljeto ljeta", .season("SU"))
    words.add("jesen jeseni", .season("FA"))
    words.add("zima zime zimu", .season("WI"))
    words.add("ranije", .distance(-1))
    words.add("kasnije", .distance(1))
    words.add("pre prije", .leadingDistance(-1))
    words.add("svaki svake svakog svakoga svaku svakih", .every)
    words.add("dnevno dnevni dnevne svakodnevno", .set("P1D"))
    words.add("nedeljno sedmično tjedno", .set("P1W"))
    words.add("mesečno mjesečno", .set("P1M"))
    words.add("godišnje godišnji", .set("P1Y"))
    words.add("sada trenutno", .reference("PRESENT_REF"))
    words.add("nedavno", .reference("PAST_REF"))
    words.add("oko skoro gotovo približno", .approximate)
    words.add("podne", .clock("T12:00"))
    words.add("ponoć", .clock("T24:00"))
    words.add("časova čas h", .oClock)
    words.prepositions =
      "u od do pre prije posle poslije nakon između i tokom tijekom iz početkom krajem sredinom za na"
    words.future = "će ćemo biće bit treba trebalo planira"
    words.deadlines = "do"
    words.ahead = "za"
    words.decadeSuffixes = "-ih -tih ih"
    for (number, name) in [
      "četrdesetih", "pedesetih", "šezdesetih", "sedamdesetih", "osamdesetih", "devedesetih",
    ].enumerated() {
      words.add(name, .decadeName(194 + number))
    }
    words.halfIsBefore = true
    words.clockOpeners = "od između"
    words.clockConnectors = "do i"
    words.countsFrom = "od"
    words.add("nova_godina* novu_godinu* nove_godine*", .holiday(.fixed(1, 1)))
    words.add("vidovdan* vidovdana*", .holiday(.fixed(6, 28)))
    words.add("kvartala tromjesečja", .units(.quarter))
    words.narrative = "ranije kasnije"
    words.add("u", .at)
    words.past = "je su bio bila bili bilo rekao rekla saopštio"
  }
}
