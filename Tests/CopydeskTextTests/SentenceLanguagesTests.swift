import CopydeskText
import Testing

@Suite struct SentenceLanguagesTests {
  private static let english =
    "The mayor opened the bridge on Tuesday, and some three hundred people walked across it in the rain."
  private static let closing = "She thanked the workers for their patience, and said that the road would follow in May."

  /// The sentences with their languages; those in the main one without.
  private func cut(_ text: String, _ language: String = "en") -> [String] {
    let text = Text(text)
    let parts = Segmentation(of: text, language: language)
    #expect(parts.sentences.last?.tokens.upperBound == parts.tokens.count)
    return parts.sentences.indices.map { index in
      let tag = parts.languages[index]
      return (tag == language ? "" : "\(tag): ") + text[parts.sentences[index].range]
    }
  }

  @Test(arguments: [
    ("de", "Die Brücke war seit dem Winter gesperrt, weil ein Pfeiler nachgegeben hatte."),
    ("sr-Cyrl", "Мост је био затворен целе зиме јер је један стуб попустио."),
    ("sr-Latn", "Most je bio zatvoren cele zime zato što je jedan stub popustio pod teretom leda."),
    ("fr", "Le pont était fermé depuis l’hiver parce qu’un pilier avait cédé sous la glace."),
    ("sq", "Ura ishte e mbyllur gjatë gjithë dimrit sepse një shtyllë nuk e përballoi akullin."),
    ("tr", "Köprü kış boyunca kapalıydı çünkü ayaklarından biri buzun altında çökmüştü."),
    ("el", "Η γέφυρα έμεινε κλειστή όλο τον χειμώνα."), ("ar", "كان الجسر مغلقا طوال فصل الشتاء بسبب الجليد."),
    ("zh", "这座桥整个冬天都关闭着。"),
  ])
  func oneSentenceAmongOthers(_ tag: String, _ sentence: String) {
    #expect(
      cut("\(Self.english)\n\(sentence)\n\(Self.closing)") == [Self.english, "\(tag): \(sentence)", Self.closing])
    #expect(cut("\(Self.english) \(sentence) \(Self.closing)") == [Self.english, "\(tag): \(sentence)", Self.closing])
  }

  /// `3.` is an ordinal only in German: the paragraph is cut again.
  @Test func aParagraphIsCutByItsOwnRules() {
    let first = "Am 3. Oktober wurde die Brücke gesperrt, weil ein Pfeiler nachgegeben hatte."
    let second = "Danach fuhren die Busse über den Umweg durch das Tal, ca. zwei Stunden lang."
    #expect(
      cut("\(Self.english)\n\(first) \(second)\n\(Self.closing)")
        == [Self.english, "de: \(first)", "de: \(second)", Self.closing])
  }

  @Test func aShortSentenceGoesWithItsLine() {
    let german = "Die Brücke war seit dem Winter gesperrt, weil ein Pfeiler nachgegeben hatte."
    #expect(
      cut("\(Self.english)\n\(german) Ganz Prizren wartete.\n\(Self.closing)")
        == [Self.english, "de: \(german)", "de: Ganz Prizren wartete.", Self.closing])
  }

  /// A narrator in one language, words in another: one sentence, cut by neither's rules alone.
  @Test func aQuoteInsideASentence() {
    let quote = "“Nećemo više da čekamo, most je završen za osam meseci,” Mr. Petrović said."
    #expect(
      cut("\(Self.english) \(quote) \(Self.closing)") == [Self.english, "sr-Latn: \(quote)", Self.closing])
  }

  @Test(
    arguments: [
      "Albin Kurti, Edi Rama, Dritan Abazović.", "FC Bayern München – Borussia Dortmund 2:1",
      "Le Monde; Die Zeit; El País",
      "— Jane Doe (@janedoe) May 3, 2024", "C’est la vie.", "Results: 1. Koss (NOR) 2. Berg (SWE) 3. Maier (AUT)",
      "Bon appétit!",
      "Albanian Prime Minister Edi Rama traveled to Kosovo on April 3.",
    ])
  func namesAndPhrasesAreNoOtherLanguage(_ line: String) {
    let parts = Segmentation(of: Text("\(Self.english)\n\(line)\n\(Self.closing)"), language: "en")
    #expect(!parts.languages.isMixed && parts.languages.all == ["en"])
  }

  @Test func neighboursOfOneFamilyAreNotToldApart() {
    let croatian = "Vlada je u utorak donijela odluku o novom mostu, a radovi će početi tijekom sljedećeg tjedna."
    let serbian = "Vlada je u utorak donela odluku o novom mostu, a radovi će početi tokom sledeće nedelje."
    #expect(cut("\(croatian)\n\(serbian)", "hr") == [croatian, serbian])
    #expect(cut("\(croatian)\n\(serbian)", "sr-Latn") == [croatian, serbian])
  }

  @Test func atMostThreeOthers() {
    let others = [
      "Die Brücke war seit dem Winter gesperrt, weil ein Pfeiler nachgegeben hatte.",
      "Le pont était fermé depuis l’hiver parce qu’un pilier avait cédé sous la glace.",
      "Мост је био затворен целе зиме јер је један стуб попустио.",
      "Köprü kış boyunca kapalıydı çünkü ayaklarından biri buzun altında çökmüştü.",
      "El puente estuvo cerrado durante todo el invierno porque un pilar había cedido.",
    ]
    let parts = Segmentation(of: Text(([Self.english] + others).joined(separator: "\n")), language: "en")
    #expect(parts.languages.all.count == 4 && parts.languages.all.first == "en")
  }

  @Test func anUnknownLanguageMixesWithNothing() {
    #expect(Segmentation(of: Text("\(Self.english) Гласали су сви."), language: "xx").languages.all == ["xx"])
    #expect(Segmentation(of: Text(""), language: "en").languages.all == ["en"])
  }
}
