import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// Numbers before words of magnitude: multiplied, or no number at all, in every language.
@Suite struct MagnitudeTests {
  private func quantities(_ string: String, _ language: String) -> [Quantity] {
    var document = Document(text: Text(string), language: language)
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    return QuantityExtractor().extract(from: document, using: &scratch)
  }

  /// What ICU writes for 2, 5, 21 and 1.5 times 10³…10¹² in each of its languages, with and without the name of the euro.
  /// A language that we know nothing of gives nothing; none gives a wrong number.
  @Test func everyLanguageOfICU() throws {
    var (right, silent) = (0, 0)
    var rightByLanguage: [String: Int] = [:]
    for line in try Repository.lines("Tests/CopydeskFactsTests/Quantities/magnitude-examples.tsv") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let value = Double(fields[2]) else { continue }
      // Each in one of three places; scripts/check-magnitudes tries all of them.
      let text = ["\(fields[1]).", "OPEC 2019: \(fields[1]); 14:30.", "(\(fields[1]))"][(right + silent) % 3]
      let found = quantities(text, String(fields[0]))
      #expect(found.allSatisfy { $0.value == value }, "\(fields[0]): \(text)")
      if found.isEmpty {
        silent += 1
      } else {
        right += 1
        rightByLanguage[String(fields[0]), default: 0] += 1
      }
    }
    #expect(right > 3000, "\(right) right, \(silent) silent")
    let languages = "it pl cs sk sl ro ru uk bg mk el nl da sv nb fi pt hu en de fr es tr sq sr hr bs"
    for language in languages.split(separator: " ") {
      #expect(rightByLanguage[String(language), default: 0] >= 24, "\(language)")
    }
  }

  @Test(arguments: [
    ("it", "Servono 5 milioni di euro."), ("pl", "Gmina przeznaczy 5 milionów euro na szkoły."),
    ("cs", "Vláda vyčlení 5 milionů eur na školy."), ("sk", "Vláda vyčlení 5 miliónov eur na školy."),
    ("sl", "Vlada bo namenila 5 milijonov evrov za šole."),
    ("ro", "Guvernul va aloca 5 milioane de euro pentru școli."),
    ("ru", "На школы выделено 5 миллионов евро."), ("uk", "Уряд виділить 5 мільйонів євро на школи."),
    ("bg", "Общината отпуска 5 милиона евро за училища."), ("mk", "Владата ќе даде 5 милиони евра за училишта."),
    ("el", "Ο δήμος θα δώσει 5 εκατομμύρια ευρώ για σχολεία."), ("nl", "Er is 5 miljoen euro nodig voor scholen."),
    ("da", "Byen vil bruge 5 millioner euro på skoler."), ("sv", "Staden satsar 5 miljoner euro på skolor."),
    ("nb", "Byen bruker 5 millioner euro på skoler."), ("fi", "Kaupunki käyttää 5 miljoonaa euroa kouluihin."),
    ("pt", "Serão 5 milhões de euros para escolas."), ("hu", "Az iskolákra 5 millió euró kell."),
    ("fr", "La ville dépensera 5 millions d’euros."), ("fr", "La ville dépensera 5 millions d'euros."),
  ])
  func fiveMillionEuros(_ language: String, _ text: String) {
    let found = quantities(text, language)
    #expect(found.map(\.value) == [5_000_000] && found.map(\.unit) == ["EUR"] && found.map(\.counted) == [nil])
  }

  @Test(arguments: [
    ("it", "Sono 1,5 miliardi di euro.", 1.5e9), ("it", "Sono 1.450.000 posti.", 1_450_000),
    ("fi", "Rahaa on 1 450 000 euroa.", 1_450_000), ("ms", "Ada 1,450,000 rumah.", 1_450_000),
    ("de", "Das kostet 1’450’000 Franken.", 1_450_000), ("it", "Costa 1'450'000 franchi.", 1_450_000),
    ("tr", "Meydana 3 bin 400 kişi geldi.", 3400), ("en", "It paid Rs 12 34 567 for it.", 1_234_567),
    ("hi", "सरकार 12,34,567 रुपये देगी।", 1_234_567), ("sw", "Serikali itatoa shilingi milioni 5 kwa shule.", 5_000_000),
    ("en", "It was sold for 5 billion dollars.", 5e9), ("de", "Das kostet 5 Billionen Dollar.", 5e12),
    ("es", "Cuesta 5 billones de dólares.", 5e12), ("es", "Cuesta 5 mil millones de dólares.", 5e9),
    ("pt", "Custa 5 mil milhões de euros.", 5e9), ("pl", "To kosztuje 5 bilionów złotych.", 5e12),
    ("ru", "Это стоит 5 млрд. рублей в год.", 5e9), ("cs", "Stojí to 5 mil. korun ročně.", 5e6),
  ])
  func valuesOfTheirLanguage(_ language: String, _ text: String, _ value: Double) {
    #expect(quantities(text, language).map(\.value) == [value], "\(text)")
  }

  /// What a word of magnitude means is not known where the language does not have it, or no language is known.
  @Test(arguments: [
    ("en", "He has 5 milioni in Rome."), ("en", "She paid €5 milhões there."), ("de", "Er hat 5 miljoen dort."),
    ("und", "Waza 5 billion kola."), ("und", "Kola €5 zuzu."), ("und", "Zuzu 5 kola 1.450 tara."),
    ("ro", "Un milion 500 euro."), ("ro", "În 3 mai are 7 ani."), ("pl", "To 5 milionowy fundusz."),
    ("zu", "Kukhona 7 izinja."), ("sv", "Det finns 5 i Lund."),
  ])
  func nothingRatherThanAWrongNumber(_ language: String, _ text: String) {
    #expect(quantities(text, language).isEmpty, "\(text)")
  }

  @Test func peopleAreCounted() {
    let found = quantities("The 5 millionaires and 3 billionaires left.", "en")
    #expect(found.map(\.value) == [5, 3] && found.map(\.counted) == ["millionaires", "billionaires"])
  }

  @Test(arguments: ["it", "nl", "und", "xx-unknown"])
  func signsAreReadEverywhere(_ language: String) {
    let found = quantities("Zola 20 % kema 7 km, zola 5 MW.", language)
    #expect(found.map(\.unit) == ["%", "km", "MW"] && found.map(\.value) == [20, 7, 5])
  }
}
