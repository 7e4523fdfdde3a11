import CopydeskFacts
import CopydeskTestSupport
import Testing

/// The phrases that name a speaker in one language, to be combined with one another.
struct SpeakerFrame: Sendable, CustomTestStringConvertible {
  let language: String
  /// Roles with what stands before them in a sentence; before the name of somebody, `bare` is left out.
  let roles: [String]
  /// What prepositions or cases bring to them.
  let complements: [String]
  /// Sentences with `…` for the speaker: before the verb, and after it behind a quotation.
  let statement, inversion: String
  let joiner: String
  /// The articles that are no part of a description, and whether a name has none before its title.
  let articles: [String]
  var isBareBeforeName = false
  var hasAppositions = true
  /// The names of places among the complements.
  var places: [String] = []
  /// The prepositions that a spokesperson's name has no more.
  var spokesLinks: (spokesman: String, links: [String], link: String)?

  var testDescription: String { language }
}

/// Who speaks, over everything that roles, bodies and names combine to; the right answers are computed with the phrases.
@Suite struct SpeakerPhraseTests {
  private static let frames = [
    SpeakerFrame(
      language: "en",
      roles: [
        "the director", "the minister", "the head", "the chief", "the secretary", "the commissioner", "the ambassador",
        "the coordinator", "the undersecretary", "the spokesman",
      ],
      complements: [
        "of education", "for education", "of the harbour office", "for the harbour office", "at the harbour office",
        "to the harbour office", "of the institute for peace", "at the school of law",
      ],
      statement: "… said that the road was closed.", inversion: "“The road is closed,” said ….", joiner: "and",
      articles: ["the "], isBareBeforeName: true, spokesLinks: ("spokesman", ["for", "at", "to"], "of")),
    SpeakerFrame(
      language: "de",
      roles: [
        "der Sprecher", "die Sprecherin", "der Leiter", "die Leiterin", "der Direktor", "der Chef", "der Minister",
        "die Ministerin", "der Präsident", "die Bürgermeisterin",
      ],
      complements: [
        "der Stadt", "des Hafenamts", "für Verkehr", "beim Hafenamt", "vom Hafenamt", "im Hafenamt",
        "der Schule für Musik",
      ],
      statement: "… sagte, das Tor bleibe zu.", inversion: "„Das Tor bleibt zu“, sagte ….", joiner: "und",
      articles: ["der ", "die "]),
    SpeakerFrame(
      language: "sr-Latn",
      roles: [
        "ministar", "direktor", "načelnik", "predsednik", "gradonačelnik", "sekretar", "portparol", "savetnik",
        "ambasador", "šef",
      ],
      complements: [
        "luke", "opštine", "Kikinde", "škole za muziku", "za saobraćaj", "u luci", "lučke uprave", "od luke",
      ],
      statement: "… rekao je da je kapija zatvorena.", inversion: "„Kapija je zatvorena“, rekao je ….", joiner: "i",
      articles: [], places: ["Kikinde"]),
    SpeakerFrame(
      language: "sq",
      roles: [
        "ministri", "drejtori", "shefi", "kryetari", "presidenti", "sekretari", "zëdhënësi", "këshilltari",
        "ambasadori",
        "guvernatori",
      ],
      complements: [
        "i portit", "i bashkisë", "për arsimin", "i shkollës së muzikës", "në port", "nga porti", "i zyrës së portit",
      ],
      statement: "… tha se porta është e mbyllur.", inversion: "“Porta është e mbyllur”, tha ….", joiner: "dhe",
      articles: []),
    SpeakerFrame(
      language: "tr",
      roles: [
        "liman", "sağlık", "belediye", "eğitim", "maliye", "ulaşım", "okul", "hastane", "müze", "opera", "tiyatro",
        "su",
        "gemi",
      ],
      complements: ["müdürü", "bakanı", "başkanı", "sözcüsü", "danışmanı", "sekreteri", "şefi"],
      statement: "…, kapının kapalı kalacağını söyledi.", inversion: "…, “Kapı kapalı kalacak” dedi.", joiner: "ve",
      articles: [], hasAppositions: false),
    SpeakerFrame(
      language: "fr",
      roles: [
        "le directeur", "la directrice", "le ministre", "la ministre", "le maire", "la maire", "le président",
        "la présidente", "le responsable", "le conseiller",
      ],
      complements: [
        "du port", "de la ville", "de l'école", "des transports", "de l'institut de musique", "du bureau du port",
      ],
      statement: "… a déclaré que la porte était fermée.", inversion: "« La porte est fermée », a déclaré ….",
      joiner: "et",
      articles: ["le ", "la "]),
    SpeakerFrame(
      language: "es",
      roles: [
        "el director", "la directora", "el ministro", "la ministra", "el alcalde", "la alcaldesa", "el presidente",
        "la presidenta", "el responsable", "el consejero",
      ],
      complements: [
        "del puerto", "de la ciudad", "de transportes", "del instituto de música", "de la escuela", "de las obras",
      ],
      statement: "… dijo que la puerta estaba cerrada.", inversion: "«La puerta está cerrada», dijo ….", joiner: "y",
      articles: ["el ", "la "]),
  ]

  private static let names = [("Mira Dova", "Arben Leka"), ("Douglas Pallo", "Mira Dova")]

  @Test(arguments: frames) func nameTheSpeaker(_ frame: SpeakerFrame) {
    check(frame) { $0 }
  }

  @Test func nameTheSpeakerInCyrillic() {
    check(Self.frames[2], language: "sr-Cyrl", spelled: Self.cyrillic)
  }

  private func check(_ frame: SpeakerFrame, language: String? = nil, spelled: (String) -> String) {
    var count = 0
    var wrong: [String] = []
    for role in frame.roles {
      for complement in frame.complements {
        for (speaker, name) in Self.speakers(frame, role, complement) {
          for sentence in [frame.statement, frame.inversion] {
            let opens = sentence.hasPrefix("…")
            let closed = speaker.hasSuffix(",") && !opens ? String(speaker.dropLast()) : speaker
            let phrase = opens ? closed.prefix(1).uppercased() + closed.dropFirst() : closed
            let names =
              Self.names.flatMap { [$0.0, $0.1] }.map { Name.person(spelled($0), $0) }
              + frame.places.map { Name.place(spelled($0)) }
            let text = spelled(sentence.replacingOne("…", by: phrase))
            let found = QuoteCase(text, names: names, language: language ?? frame.language)
            count += 1
            var expected = name ?? spelled(Self.description(of: phrase, frame))
            if opens, name == nil, frame.articles.isEmpty { expected = spelled(phrase) }
            if found.names != [expected] { wrong.append("\(text) → \(found.names)") }
          }
        }
      }
    }
    #expect(count >= 300)
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(12).joined(separator: "\n"))")
  }

  /// The ways to name a speaker, and the right name; nil: a description.
  private static func speakers(_ frame: SpeakerFrame, _ role: String, _ complement: String) -> [(String, String?)] {
    let described = "\(role) \(complement)"
    let title = frame.isBareBeforeName ? bare(described, frame) : described
    let (one, other) = names[0]
    var all: [(String, String?)] = [(described, nil), ("\(title) \(one)", one)]
    if frame.hasAppositions { all.append(("\(described), \(one),", one)) }
    let second = frame.isBareBeforeName ? bare(frame.roles[0], frame) : frame.roles[0]
    if frame.hasAppositions || !frame.complements.isEmpty {
      let titled = frame.hasAppositions ? "\(second) \(frame.complements[0])" : described
      all.append(("\(title) \(one) \(frame.joiner) \(titled) \(other)", "\(one); \(other)"))
    }
    return all
  }

  private static func bare(_ phrase: String, _ frame: SpeakerFrame) -> String {
    guard let article = frame.articles.first(where: { phrase.lowercased().hasPrefix($0) }) else { return phrase }
    let rest = phrase.dropFirst(article.count)
    return frame.isBareBeforeName ? rest.prefix(1).uppercased() + rest.dropFirst() : String(rest)
  }

  private static func description(of phrase: String, _ frame: SpeakerFrame) -> String {
    let article = frame.articles.first { phrase.lowercased().hasPrefix($0) }
    let rest = String(phrase.dropFirst(article?.count ?? 0))
    guard let (noun, links, link) = frame.spokesLinks, rest.hasPrefix(noun),
      let found = links.first(where: { rest.dropFirst(noun.count).hasPrefix(" \($0) ") })
    else { return rest }
    return "\(noun) \(link)" + rest.dropFirst(noun.count + found.count + 1)
  }

  /// Serbian in its other script.
  private static func cyrillic(_ text: String) -> String {
    let pairs = [
      "lj": "љ", "nj": "њ", "dž": "џ", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е", "ž": "ж",
      "z": "з", "i": "и", "j": "ј", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с",
      "t": "т", "ć": "ћ", "u": "у", "f": "ф", "h": "х", "c": "ц", "č": "ч", "š": "ш",
    ]
    return text.map { letter in
      let small = letter.lowercased()
      guard let other = pairs[small] else { return String(letter) }
      return small == String(letter) ? other : other.uppercased()
    }.joined()
  }
}

extension String {
  fileprivate func replacingOne(_ mark: Character, by other: String) -> String {
    split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: other)
  }
}
