import CopydeskText

/// Case endings of names, so that `u Srbiji` and `Prishtinës` find `Srbija` and `Prishtina` in the gazetteer.
///
/// A language is a list of endings; each is tried on the skeleton of a capitalised word that the gazetteer does not know.
struct Inflection: Sendable {
  /// An ending and what stands in its place in the base form.
  struct Ending: Sendable {
    let ending: [UInt8]
    let base: [UInt8]
  }

  private let endings: [Ending]
  /// Endings that are tried in names of several words only: of adjectives (`Novom` is `Novi`), of stems that change
  /// (`Aleksandra` is `Aleksandar`).
  private let phraseEndings: [Ending]
  /// Endings behind a hyphen: `UN-a`, `NATO-s`. They belong to the name as the ending of `Srbije` does.
  private let attached: Set<String>
  /// How words end that are adjectives and no case of a name: `hrvatski` is none of Hrvatska.
  private let adjectives: [[UInt8]]

  /// The endings of a language; nil if its names stay as they are.
  static func table(for language: String) -> Inflection? {
    tables[LanguageTag.base(of: language)]
  }

  /// Whether regions are worth a guess too: `Europas`.
  private let guessesRegions: Bool

  /// - Parameter endings: `ending>base`, longest first, in skeletons: `e>a` for `Srbije`, `a>` for `Beograda`.
  private init(
    _ endings: String, phrases: String = "", attached: String, adjectives: String = "", guessesRegions: Bool = false
  ) {
    self.guessesRegions = guessesRegions
    (self.endings, phraseEndings) = (Self.parsed(endings), Self.parsed(phrases))
    self.attached = Set(attached.listedWords)
    self.adjectives = adjectives.listedWords.map { Array($0.utf8) }
  }

  private static func parsed(_ endings: String) -> [Ending] {
    endings.split(separator: " ").map { pair in
      let parts = pair.split(separator: ">", omittingEmptySubsequences: false)
      return Ending(ending: Array(parts[0].utf8), base: Array(parts[1].utf8))
    }
  }

  private static let slavic = Inflection(
    "jem> ama>a ima>i ama>e om>a oj>a om> em> og>i ja> ju> e>a i>a u>a a> u> i> e> cem>ac cu>ac ca>ac ci>ka u>e a>e kom>ak ku>ak ka>ak",
    phrases: "om>i om>o oj>a og>o em>e e>o u>o a>o ra>ar ru>ar rom>ar rem>ar la>al ih>e im>e im>i",
    attached: """
      a u e i o om em ju ja je jem jom ima ama ov ova ovo ovu ove ovi ovog ovoga ovom ovim ovih in ina ino inu ine ini inom \
      а у е и о ом ем ју ја је јем јом има ама ов ова ово ову ове ови овог овога овом овим ових ин ина ино ину ине ини ином
      """,
    adjectives: "ski cki")
  private static let tables: [String: Inflection] = [
    "sr": slavic, "hr": slavic, "bs": slavic,
    "sq": Inflection(
      "ise>ia ine>ia ise>i ine>i ies>ia ut>u it>i es>a en>a es>e en>e se>a ne>a it> in> es> a>e i> u> n> s>",
      attached: "a e i u s t n in it ja je së ve të në ët ut un ës"),
    // 'Israels', 'den Vereinigten Staaten'.
    "de": Inflection("s>", phrases: "en>e er>e es>e em>e en>", attached: "", guessesRegions: true),
  ]

  /// The key of the base form of an unknown word, if the gazetteer has one that is worth a guess.
  func baseKey(of token: Token, in text: Text, _ gazetteer: Gazetteer) -> UInt64? {
    guard token.range.count >= 5 else { return nil }
    let skeleton = Array(Skeleton.shared.string(of: token.range, in: text).utf8)
    if adjectives.contains(where: { skeleton.suffix($0.count).elementsEqual($0) }) { return nil }
    for ending in endings {
      // Of a short word much must be left, or be put in the place of the ending: Čačku is Čačak.
      let stem = skeleton.count - ending.ending.count
      guard stem >= 4 || stem == 3 && ending.base.count > 1,
        skeleton.suffix(ending.ending.count).elementsEqual(ending.ending)
      else { continue }
      var hash = FoldedHash()
      for byte in skeleton.dropLast(ending.ending.count) { hash.add(byte) }
      for byte in ending.base { hash.add(byte) }
      let entry = gazetteer.names.entry(hash.value)
      if entry >= 0, isWorthAGuess(gazetteer.row(entry), gazetteer.names.entries[Int(entry)].form) { return hash.value }
    }
    return nil
  }

  /// The keys of all forms that a word may be a case of.
  func baseKeys(of token: Token, in text: Text) -> [UInt64] {
    guard token.range.count >= 4 else { return [] }
    let skeleton = Array(Skeleton.shared.string(of: token.range, in: text).utf8)
    return (endings + phraseEndings).compactMap { ending in
      guard skeleton.count >= ending.ending.count + 3, skeleton.suffix(ending.ending.count).elementsEqual(ending.ending)
      else { return nil }
      var hash = FoldedHash()
      for byte in skeleton.dropLast(ending.ending.count) { hash.add(byte) }
      for byte in ending.base { hash.add(byte) }
      return hash.value
    }
  }

  /// Whether a word behind a hyphen is the ending of the name before it.
  func isEnding(_ token: Token, in text: Text) -> Bool {
    token.range.count <= 10 && attached.contains(text[token.range])
  }

  /// Countries and their peoples, larger places, and surnames of the well-known: a village is too easily hit by chance.
  private func isWorthAGuess(_ row: Gazetteer.Row, _ form: NameTable.Form) -> Bool {
    switch row.table {
    case .countries: form == .capitalised
    case .places, .admin: row.rank >= 3 && form == .capitalised
    case .persons: form == .surname
    case .regions: guessesRegions && form == .capitalised
    default: false
    }
  }
}
