extension TimeLexicon {
  static let turkish = TimeLexicon(ordinalStops: true, namesUnits: true) { words in
    words.add(
      numbered: """
        ocak ocak'ta ocakta;şubat şubat'ta;mart mart'ta;nisan nisan'da;mayıs mayıs'ta;haziran haziran'da;temmuz temmuz'da;
        ağustos ağustos'ta;eylül eylül'de;ekim? ekim'de;kasım kasım'da;aralık? aralık'ta
        """
    ) { .month($0) }
    words.add(numbered: "pazartesi;salı;çarşamba;perşembe;cuma;cumartesi;pazar?") { .weekday($0) }
    words.add("saniye", .unit(.second))
    words.add("dakika dakikada dakikalık dakikaya dakikadır", .unit(.minute))
    words.add("gün günü günde gündür günlüğüne", .unit(.day))
    words.add("hafta haftaki haftada haftadır", .unit(.week))
    words.add("hafta_sonu", .unit(.weekend))
    words.add("ay ayki ayda ayında ayının aydır", .unit(.month))
    words.add("çeyrek çeyreğinde çeyreği çeyreğinin", .unit(.quarter))
    words.add(
      "yıl yılki yılın yılı yılında yılının yılda yıldır sene senede senedir yaşında yaşındaki", .unit(.year))
    words.add("yüzyıl", .unit(.century))
    words.add("evvelsi_gün önceki_gün", .day(-2))
    words.add("bugün", .day(0))
    words.add("dün", .day(-1))
    words.add("yarın", .day(1))
    words.add("sabah sabahı", .part("MO"))
    words.add("öğleden_sonra", .part("AF"))
    words.add("akşam akşamı", .part("EV"))
    words.add("gece gecesi", .part("NI"))
    words.add("geçen geçtiğimiz", .shift(-1))
    words.add("bu", .shift(0))
    words.add("son", .stretch(-1))
    words.add("gelecek önümüzdeki", .shift(1))
    words.add("ilkbahar İlkbahar", .season("SP"))
    words.add("yaz? yazında yazının yazı?", .season("SU"))
    words.add("sonbahar sonbaharında sonbaharının", .season("FA"))
    words.add("kış kışında kışının", .season("WI"))
    words.add("baharında ilkbaharında ilkbaharının", .season("SP"))
    words.add("başında? başları? başlarında? başından? başı?", .edge(.start))
    words.add("ortasında? ortaları? ortalarında? ortası?", .edge(.middle))
    words.add("sonunda? sonları? sonlarında? sonuna? sonu?", .edge(.end))
    words.add("önce evvel", .distance(-1))
    words.add("sonra", .distance(1))
    words.add("her", .every)
    words.add("günlük", .set("P1D"))
    words.add("haftalık", .set("P1W"))
    words.add("aylık", .set("P1M"))
    words.add("yıllık", .set("P1Y"))
    words.add("şimdi şu_anda halen", .reference("PRESENT_REF"))
    words.add("geçenlerde yakınlarda", .reference("PAST_REF"))
    words.add("yaklaşık", .approximate)
    words.add("saat saatte saatlik saattir", .unit(.hour))
    words.add("saniyede saniyelik", .unit(.second))
    words.decadeEndings = "lı li lu lü lar* ler*"
    for (number, name) in ["kırklı", "ellili", "altmışlı", "yetmişli", "seksenli", "doksanlı"].enumerated() {
      words.add(name, .decadeName(194 + number))
    }
    words.add("yıllar yıllarda yılları yılların yıllarında", .units(.year))
    words.add("onyıl", .unit(.decade))
    words.add("yüzyılda yüzyılın", .unit(.century))
    words.add("yılbaşı yılbaşında*", .holiday(.fixed(1, 1)))
    words.add("gece_yarısı", .clock("T24:00"))
    words.add("birinci ilk?", .ordinal(1))
    words.add("ikinci", .ordinal(2))
    words.add("üçüncü", .ordinal(3))
    words.add("dördüncü", .ordinal(4))
    words.add("yılın_başı yılın_başında", .periodEnd(.year))
    words.prepositions = "ve ile geçen bu gelecek"
    words.future = "edecek olacak yapacak yapılacak"
    words.past = "edildi oldu yaptı dedi söyledi açıkladı"
  }
}
