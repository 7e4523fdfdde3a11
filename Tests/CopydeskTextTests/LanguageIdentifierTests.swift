import CopydeskText
import Testing

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    ("en", "The minister said on Monday that the bridge would be closed for two weeks and that buses would run."),
    ("de", "Der Minister sagte am Montag, dass die Brücke für zwei Wochen gesperrt wird und Busse fahren."),
    (
      "sq",
      "Ministri tha të hënën se ura do të mbyllet për dy javë dhe se autobusët do të qarkullojnë në vend të trenit."
    ),
    ("sr-Cyrl", "Министар је рекао у понедељак да ће мост бити затворен две недеље и да ће возити аутобуси."),
    (
      "sr-Latn",
      "Ministar je rekao u ponedeljak da će most biti zatvoren dve nedelje, posle čega će voziti autobusi kao uvek."
    ),
    ("hr", "Ministar je rekao u ponedjeljak da će most biti zatvoren dva tjedna, a tijekom toga tko želi može vlakom."),
    ("tr", "Bakan pazartesi günü köprünün iki hafta kapalı olacağını ve otobüslerin daha sonra çalışacağını söyledi."),
    ("fr", "Le ministre a dit lundi que le pont serait fermé pour deux semaines et que des bus le remplaceraient."),
    ("mk", "Министерот рече дека мостот ќе биде затворен две недели и дека ќе возат автобуси."),
    ("bg", "Министърът каза, че мостът ще бъде затворен за две седмици и ще се движат автобуси."),
    ("uk", "Міністр сказав, що міст буде закрито на два тижні, а їздитимуть автобуси."),
    ("be", "Міністр сказаў, што мост будзе закрыты на два тыдні і што будуць хадзіць аўтобусы."),
    ("da", "Ministeren sagde mandag, at broen bliver lukket i to uger, og at der i stedet kører busser."),
    ("nl", "De minister zei maandag dat de brug twee weken dicht blijft en dat er bussen rijden."),
    ("lt", "Ministras pirmadienį sakė, kad tiltas bus uždarytas dvi savaites ir važiuos autobusai."),
    ("el", "Ο υπουργός είπε ότι η γέφυρα θα μείνει κλειστή για δύο εβδομάδες."),
    ("ar", "قال الوزير يوم الاثنين إن الجسر سيغلق لمدة أسبوعين."),
    ("he", "השר אמר ביום שני כי הגשר ייסגר לשבועיים."),
    ("zh", "部长周一表示，这座桥将关闭两周。"),
    ("ja", "大臣は月曜日、橋を二週間閉鎖すると述べた。"),
    ("ko", "장관은 월요일 다리가 2주간 폐쇄된다고 말했다."),
    ("ka", "მინისტრმა თქვა, რომ ხიდი ორი კვირით დაიკეტება."),
  ])
  func tells(_ tag: String, _ text: String) {
    #expect(LanguageIdentifier.shared.identify(Text(text))?.tag == tag)
  }

  @Test func knowsNothingOfNothing() {
    #expect(LanguageIdentifier.shared.identify(Text("12 345 — !")) == nil)
    #expect(LanguageIdentifier.shared.identify(Text("")) == nil)
  }

  /// `Putovali su na more` is Serbian, Croatian and Bosnian; the page's word decides.
  @Test func hintDecidesBetweenEquals() {
    let text = Text("Oni su putovali na more.")
    #expect(LanguageIdentifier.shared.identify(text, hint: "hr-HR")?.tag == "hr")
    #expect(LanguageIdentifier.shared.identify(text, hint: "sr-Latn")?.tag == "sr-Latn")
    #expect(LanguageIdentifier.shared.identify(Text("The minister said that he would go."), hint: "fr")?.tag == "en")
  }

  @Test func sureOfMuchNotOfLittle() throws {
    let long = Text(
      "The minister said on Monday that the bridge would be closed for two weeks, and that buses would run.")
    #expect(try #require(LanguageIdentifier.shared.identify(long)).confidence > 0.9)
    #expect(try #require(LanguageIdentifier.shared.identify(Text("Xkqzw vvrp"))).confidence < 0.3)
  }
}

/// Texts in languages that are none of ours: called by their name or `und`, never by the nearest of ours.
@Suite struct ForeignLanguageTests {
  @Test(arguments: [
    (
      "zu",
      "Umphathi wesikole uthe izingane zizobuyela ekilasini ngoMsombuluko, kodwa ibhuloho elisha lisazovalwa izinsuku ezimbili."
    ),
    (
      "sw",
      "Waziri alisema Jumatatu kwamba daraja litafungwa kwa wiki mbili na kwamba mabasi yataendelea kubeba abiria."
    ),
    (
      "af",
      "Die minister het Maandag gesê dat die brug vir twee weke gesluit sal wees en dat busse in die plek daarvan sal ry."
    ),
    (
      "id",
      "Menteri mengatakan pada hari Senin bahwa jembatan itu akan ditutup selama dua minggu dan bus akan beroperasi."
    ),
    ("cy", "Dywedodd y gweinidog ddydd Llun y bydd y bont ar gau am bythefnos ac y bydd bysiau yn rhedeg yn ei lle."),
    ("ga", "Dúirt an tAire Dé Luain go mbeidh an droichead dúnta ar feadh coicíse agus go mbeidh busanna ag rith."),
    (
      "eu",
      "Ministroak astelehenean esan zuen zubia bi astez itxita egongo dela eta autobusak ibiliko direla haren ordez."
    ),
    (
      "eo",
      "La ministro diris lunde, ke la ponto estos fermita dum du semajnoj kaj ke anstataŭe veturos busoj tra la urbo."
    ),
    ("is", "Ráðherrann sagði á mánudag að brúin yrði lokuð í tvær vikur og að strætisvagnar myndu ganga í staðinn."),
    (
      "so",
      "Wasiirku wuxuu sheegay Isniintii in buundada la xiri doono laba toddobaad isla markaana basasku ay shaqayn doonaan."
    ),
    (
      "tl",
      "Sinabi ng ministro noong Lunes na isasara ang tulay nang dalawang linggo at tatakbo ang mga bus kapalit nito."
    ),
    ("az", "Nazir bazar ertəsi günü bildirdi ki, körpü iki həftə bağlı olacaq və onun yerinə avtobuslar işləyəcək."),
    ("kk", "Министр дүйсенбі күні көпір екі аптаға жабылатынын және оның орнына автобустар жүретінін айтты."),
    ("mn", "Сайд даваа гарагт гүүрийг хоёр долоо хоног хааж, оронд нь автобус явна гэж хэлэв."),
    ("mi", "I kī te minita i te Mane ka katia te piriti mō ngā wiki e rua, ā, ka haere tonu ngā pahi hei whakakapi."),
    ("yo", "Mínísítà náà sọ ní ọjọ́ Ajé pé wọn yóò ti afárá náà fún ọ̀sẹ̀ méjì àti pé àwọn ọkọ̀ yóò máa ṣiṣẹ́."),
    ("lb", "De Minister sot e Méindeg, datt d'Bréck zwou Wochen zou bleift an datt dofir Busse fueren."),
    ("ckb", "وەزیر ڕۆژی دووشەممە گوتی کە پردەکە بۆ ماوەی دوو هەفتە دادەخرێت و پاسەکان کار دەکەن."),
  ])
  func isNotCalledByOurs(_ tag: String, _ text: String) throws {
    let found = try #require(LanguageIdentifier.shared.identify(Text(text)))
    #expect([tag, "und"].contains(found.tag) || found.confidence < 0.5, "\(tag) is \(found)")
  }

  /// Letters in no order are in no language.
  @Test func noiseIsInNoLanguage() throws {
    let noise =
      "Wqkzj xvbrt plmnq zzkwv hgtrx qqpwm bcdfg jklxz vbnmq wrtyp sdfgh zxcvb qwrtz mnbvc lkjhg fdspq tzrwq xcvbn."
    #expect(try #require(LanguageIdentifier.shared.identify(Text(noise))).tag == "und")
  }

  /// Short texts of ours keep their language, and names do not take it from them.
  @Test(arguments: [
    ("en", "Rain delays trains in the city"), ("en", "The mayor Okonkwo-Mbeki met Ngozi Adeyemi on Friday in Abuja"),
    ("de", "Brücke wieder offen"),
    ("en", "Zulu king Misuzulu kaZwelithini greets the crowd in Nongoma"), ("tr", "Köprü yeniden açıldı"),
    ("sq", "Ura hapet sërish të hënën"), ("de", "Das Foto zeigt die Straße."),
  ])
  func shortTextsOfOurs(_ tag: String, _ text: String) throws {
    #expect(try #require(LanguageIdentifier.shared.identify(Text(text))).tag == tag, "\(text)")
  }
}
