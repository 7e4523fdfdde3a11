extension TimeLexicon {
  static let albanian = TimeLexicon(postposes: true) { words in
    words.add(
      numbered: """
        janar janari janarit;shkurt shkurti shkurtit;mars marsi marsit;prill prilli prillit;maj maji majit;
        qershor qershori qershorit;korrik korriku korrikut;gusht gushti gushtit;shtator shtatori shtatorit;
        tetor tetori tetorit;nëntor nëntori nëntorit;dhjetor dhjetori dhjetorit
        """
    ) { .month($0) }
    words.add(
      numbered: """
        e_hënë të_hënën të_hënë e_hëna;e_martë të_martën të_martë e_marta;
        e_mërkurë të_mërkurën të_mërkurë e_mërkura;e_enjte të_enjten të_enjte e_enjtja;
        e_premte të_premten të_premte e_premtja;e_shtunë të_shtunën të_shtunë e_shtuna;e_diel të_dielën të_diel e_diela
        """
    ) { .weekday($0) }
    words.add("sekondë", .unit(.second))
    words.add("minutë", .unit(.minute))
    words.add("ditë dita ditën", .unit(.day))
    words.add("fundjavë fundjava fundjavën", .unit(.weekend))
    words.add("javë java javën", .unit(.week))
    words.add("muaj muaji muajin", .unit(.month))
    words.add("vit viti vitin vitit", .unit(.year))
    words.add("dekadë dekada dekadën", .unit(.decade))
    words.add("shekull shekulli shekullin", .unit(.century))
    words.add("sekonda", .units(.second))
    words.add("minuta", .units(.minute))
    words.add("orë", .units(.hour))
    words.add("ditësh", .units(.day))
    words.add("javësh", .units(.week))
    words.add("muajsh muajt", .units(.month))
    words.add("ditët", .units(.day))
    words.add("javët", .units(.week))
    words.add("vjet vjetësh vite vitesh vjeç vjeçe vjeçar vjeçare", .units(.year))
    words.add("sot", .day(0))
    words.add("dje", .day(-1))
    words.add("nesër", .day(1))
    words.add("pardje", .day(-2))
    words.add("pasnesër", .day(2))
    words.add("mëngjes mëngjesi mëngjesin", .part("MO"))
    words.add("pasdite", .part("AF"))
    words.add("mbrëmje mbrëmjen", .part("EV"))
    words.add("natë natën", .part("NI"))
    words.add("sonte", .dayPart(0, "NI"))
    words.add("mbrëmë", .dayPart(-1, "EV"))
    words.add("sivjet", .relative(.year, 0))
    words.add("e_kaluar të_kaluar i_kaluar e_shkuar të_shkuar", .shift(-1))
    words.add("kjo këtë ky", .shift(0))
    words.add("e_ardhshme e_ardhshëm të_ardhshëm i_ardhshëm të_ardhshme", .shift(1))
    words.add("fillim fillimi fillim_të fillimin_e fillimi_i", .edge(.start))
    words.add("mesi mesin mes_të mesin_e mesi_i", .edge(.middle))
    words.add("fund fundi fund_të fundin_e fundi_i", .edge(.end))
    words.add("i_vitit të_vitit e_vitit", .of)
    words.add(
      numbered: "i_parë e_parë të_parë;i_dytë e_dytë të_dytë;i_tretë e_tretë të_tretë;i_katërt e_katërt të_katërt"
    ) { .ordinal($0) }
    words.add("pranverë pranvera pranverën", .season("SP"))
    words.add("verë vera verën", .season("SU"))
    words.add("vjeshtë vjeshta vjeshtën", .season("FA"))
    words.add("dimër dimri dimrin", .season("WI"))
    words.add("më_parë", .distance(-1))
    words.add("më_vonë", .distance(1))
    words.add("para", .leadingDistance(-1))
    words.add("pas", .leadingDistance(1))
    words.add("çdo", .every)
    words.add("ditor ditore përditë", .set("P1D"))
    words.add("javor javore", .set("P1W"))
    words.add("mujor mujore", .set("P1M"))
    words.add("vjetor vjetore", .set("P1Y"))
    words.add("tani aktualisht tashmë", .reference("PRESENT_REF"))
    words.add("së_fundmi kohët_e_fundit", .reference("PAST_REF"))
    words.add("rreth afro gati", .approximate)
    words.prepositions = "mes në nga deri prej që gjatë midis ndërmjet dhe viti vitin vitit të e"
    words.future = "do pritet"
    words.deadlines = "deri"
    words.clockOpeners = "nga mes"
    words.clockConnectors = "deri dhe"
    words.add("paradite", .part("MO"))
    words.decadePrefixes = "vitet"
    words.add("vitet", .units(.year))
    words.add("ora orën në_orën në_ora", .at)
    words.add("tremujor tremujori tremujorin tremujorit", .unit(.quarter))
    words.add("krishtlindje* krishtlindjet* krishtlindjeve*", .holiday(.fixed(12, 25)))
    words.add("viti_i_ri* vitin_e_ri*", .holiday(.fixed(1, 1)))
    words.past = "u tha ka kanë ishte ishin kishte"
  }
}
