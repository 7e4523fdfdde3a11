import CopydeskFacts
import CopydeskText
import Testing

/// Sentences of our own in languages that have rules and tables, but no tagger: the names that a reader marks in them, and how
/// many of them must be found. The marks were made before anything was run; not all of them are found.
@Suite struct NameSentencesTests {
  @Test("Names of people, bodies and places are found", arguments: ["de", "sq", "tr"])
  func names(_ language: String) {
    let extractor = EntityExtractor()
    var scratch = extractor.makeScratch()
    var (right, found, marked) = (0, 0, 0)
    for sentence in Self.sentences[language] ?? [] {
      let (text, expected) = Self.unmarked(sentence)
      let document = Document(text: Text(text), language: language)
      let names = Set(
        extractor.extract(from: document, using: &scratch).compactMap { entity in
          Self.plain[entity.type].map { "\($0) \(document.text[entity.range])" }
        })
      right += names.intersection(expected).count
      found += names.count
      marked += expected.count
    }
    #expect(marked > 30)
    let score = 2 * Double(right) / Double(found + marked)
    #expect(score >= Self.floors[language] ?? 1, "\(language): \(score), \(right) right of \(found), \(marked) marked")
  }

  /// The lowest F1 that is accepted.
  private static let floors = ["de": 0.9, "sq": 0.9, "tr": 0.85]

  /// Places are one type here.
  private static let plain: [EntityType: String] = [
    .person: "PER", .organization: "ORG", .geopolitical: "LOC", .location: "LOC", .facility: "LOC",
  ]

  /// `[PER Ana Berg] kam` as the text and its names.
  private static func unmarked(_ marked: String) -> (text: String, names: Set<String>) {
    var names: Set<String> = []
    var text = ""
    for (number, part) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard number > 0, let end = part.firstIndex(of: "]") else {
        text += part
        continue
      }
      names.insert(String(part[..<end]))
      text += part[..<end].dropFirst(4) + part[part.index(after: end)...]
    }
    return (text, names)
  }

  private static let sentences = [
    "de": [
      "Die Verkehrsministerin [PER Hanne Brückl] reiste gestern nach [LOC Wien].",
      "Nach Angaben der [ORG Universität Heidelberg] haben sich mehr Studenten eingeschrieben.",
      "In [LOC Hamburg] wird ab Montag wieder gestreikt.",
      "Der Bürgermeister von [LOC Kassel], [PER Jochen Wittmar], dankte den Helfern.",
      "Das [ORG Landgericht Köln] wies die Klage am Freitag ab.",
      "Die [ORG Deutsche Bank] streicht in [LOC Frankfurt] mehrere hundert Stellen.",
      "Am Ende des Jahres zieht die Firma [ORG Kellwig GmbH] nach [LOC Polen] um.",
      "Trainer [PER Ruben Salzach] bleibt bis zum Sommer beim [ORG FC Augsburg].",
      "Die Regierung [LOC Israels] wies den Bericht zurück.",
      "Der Sprecher der [ORG SPD] nannte den Plan einen Fehler.",
      "In der Mitte der Brücke blieb der Zug eine Stunde lang stehen.",
      "Die [ORG Berliner Zeitung] berichtete zuerst über den Brand.",
      "Der frühere Außenminister [PER Joschka Fischer] sprach in [LOC München].",
      "Der [ORG Europäische Gerichtshof] entscheidet im Mai über den Streit.",
      "[PER Angela Merkel] traf in [LOC Paris] den Präsidenten [PER Emmanuel Macron].",
      "Das Schiff fährt von [LOC Rostock] nach [LOC Schweden].",
      "Die Schauspielerin [PER Lena Quandt] liest am Abend in [LOC Leipzig].",
      "Der [ORG ADAC] warnt vor langen Staus auf dem Weg nach [LOC Italien].",
      "Die Löwen im Zoo von [LOC Dresden] haben Nachwuchs.",
      "Im Kanton [LOC Zürich] stimmten die Leute gegen den Bau der Straße.",
      "Die [ORG Vereinten Nationen] schicken Hilfe in den [LOC Sudan].",
      "Professor [PER Arndt Velhagen] vom [ORG Robert Koch-Institut] sieht keine Gefahr.",
      "Die Länder wollen das Gesetz in der nächsten Woche ändern.",
      "Ein Richter in den [LOC Vereinigten Staaten] stoppte den Verkauf.",
      "Frau [PER Oderbruch] leitet jetzt die [ORG Stadtwerke Bonn].",
      "Die [ORG Europäische Union] hilft [LOC Griechenland] mit zwei Milliarden Euro.",
    ],
    "sq": [
      "Kryeministri [PER Albin Kurti] udhëtoi të martën në [LOC Bruksel].",
      "Ministrja e Drejtësisë [PER Vjosa Hamzaj] dha dorëheqje.",
      "[ORG Universiteti i Tiranës] hap dyert më 1 tetor.",
      "Në [LOC Prishtinë] pritet shi gjatë fundjavës.",
      "[ORG Partia Demokratike] kundërshtoi ligjin e ri.",
      "Zëdhënësi i [ORG NATO] tha se misioni vazhdon.",
      "[ORG Banka Qendrore] uli interesat për herë të dytë.",
      "Kryetari i [LOC Gjakovës], [PER Ardian Lleshi], vizitoi shkollën.",
      "[PER Edi Rama] u takua me kancelaren [PER Angela Merkel] në [LOC Berlin].",
      "Lumi doli nga shtrati pranë [LOC Shkodrës].",
      "Këngëtarja [PER Rita Ora] do të këndojë në [LOC Tiranë].",
      "[ORG Gjykata Kushtetuese] e rrëzoi kërkesën.",
      "Deputeti [PER Besnik Dushi] foli për buxhetin në [ORG Kuvendin e Kosovës].",
      "Presidentja [PER Vjosa Osmani] priti ambasadorin e [LOC Francës].",
      "Trajneri [PER Edoardo Reja] thirri tridhjetë lojtarë.",
      "Autobusi po shkonte nga [LOC Durrësi] drejt [LOC Vlorës].",
      "[ORG Bashkimi Evropian] premtoi ndihmë për [LOC Shqipërinë].",
      "Në [LOC Maqedoninë e Veriut] mbahen zgjedhje në prill.",
      "Gazetari [PER Arben Zeka] punon për [ORG BBC].",
      "Shkrimtari [PER Ismail Kadare] lindi në [LOC Gjirokastër].",
      "[ORG Policia e Kosovës] arrestoi tre persona.",
      "Profesori [PER Dritan Mema] jep mësim në [LOC Romë].",
      "[ORG OKB] dërgoi ushqime në [LOC Siri].",
      "Ministri [PER Glauk Bardhi] tha se rruga hapet në maj.",
      "Anija u nis nga [LOC Italia] me njëqind udhëtarë.",
    ],
    "tr": [
      "Dışişleri Bakanı [PER Hakan Fidan] salı günü [LOC Berlin]'e gitti.",
      "[LOC Ankara]'da hafta sonu kar bekleniyor.",
      "[ORG Boğaziçi Üniversitesi] yeni bir bölüm açtı.",
      "[ORG Adalet Bakanlığı] açıklama yapmadı.",
      "Belediye Başkanı [PER Selim Oğuzkan] esnafı ziyaret etti.",
      "Kaza [LOC İzmir]'in güneyinde oldu.",
      "[PER Orhan Pamuk] yeni kitabını [LOC İstanbul]'da tanıttı.",
      "[ORG Galatasaray] maçı iki bir kazandı.",
      "[ORG Merkez Bankası] faizi sabit tuttu.",
      "Sözcü [PER Derya Akıncı] haberi yalanladı.",
      "[LOC Türkiye] ile [LOC Yunanistan] görüşmelere başladı.",
      "[ORG NATO]'nun kararı cuma günü açıklanacak.",
      "Yazar [PER Elif Şafak] [LOC Londra]'da yaşıyor.",
      "[ORG Anayasa Mahkemesi] başvuruyu reddetti.",
      "Milletvekili [PER Cem Yurdakul] yasaya karşı çıktı.",
      "[LOC Almanya]'dan gelen uçak gecikti.",
      "[ORG Avrupa Birliği] yeni yaptırımlar hazırlıyor.",
      "Teknik direktör [PER Fatih Terim] istifa etti.",
      "[LOC Kıbrıs]'ta orman yangını sürüyor.",
      "[ORG Türk Hava Yolları] seferleri iptal etti.",
      "Cumhurbaşkanı [PER Recep Tayyip Erdoğan] dün [LOC Bakü]'deydi.",
      "[ORG Birleşmiş Milletler] [LOC Suriye]'ye yardım gönderdi.",
      "Profesör [PER Ayşe Gündoğan] depremi anlattı.",
      "[LOC Bursa] yakınlarında bir fabrika yandı.",
      "Vali [PER Mehmet Tunalı] okulları tatil etti.",
    ],
  ]
}
