import CopydeskText

/// What a language calls its powers of ten, and how it marks decimals: `Gazetteer/magnitudes.tsv`, which
/// `scripts/build-magnitudes` makes of ICU's data for more than a hundred languages.
struct Magnitudes: Sendable {
  /// A word of magnitude: `milionów`, `mil milhões`, `万`.
  struct Word: Sendable {
    let phrase: String
    let value: Double
    /// Whether it stands before its number: Swahili `milioni 5`.
    let isBefore: Bool
    /// Whether it could be another word, and counts with money alone: `5 M €`.
    let isShort: Bool
  }

  /// Whether a comma stands before decimals; nil if that is not known.
  let decimalComma: Bool?
  /// Between a magnitude and what is counted: `di` of `5 milioni di euro`.
  let prepositions: [String]
  let words: [Word]

  /// What a language has; nil if it is not known. The line is read anew each time: a table is made once for each language.
  /// - Parameter language: the base of the BCP 47 tag.
  static func of(_ language: String) -> Magnitudes? {
    file.firstLine(of: language).flatMap { Magnitudes($0) }
  }

  /// The languages that are known, by the base of their tags.
  static let languages: [String] = {
    var languages: [String] = []
    file.forEachFirstField { if $0 != "*" { languages.append($0) } }
    return languages
  }()

  /// What is the same wherever it is a word, for texts in any other language.
  static let everywhere = common()

  private static let file = EmbeddedTable("magnitudes.tsv")

  /// Whether a word of magnitude stands at the token, in whatever language: what a number before it means is not known by
  /// a table that does not have it. `millionaires` are none.
  static func mayStand(_ tokens: [Token], at index: Int, in text: Text) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    if table.phrases.longestMatch(tokens, at: index) != nil { return true }
    let stems = table.stems[Int(text.folded[Int(token.range.start)])]
    guard !stems.isEmpty else { return false }
    let word = text.folded[token.range.indices]
    return stems.contains { word.starts(with: $0) } && !table.people.contains { word.starts(with: $0) }
  }

  private static let table = UnknownMagnitudes(file)

  /// - Parameter fields: a line: language, decimal mark, prepositions, then a power of ten and its words in each field.
  private init?(_ fields: [String]) {
    guard fields.count > 2 else { return nil }
    decimalComma = fields[1] == ","
    prepositions = fields[2] == "-" ? [] : fields[2].listedWords
    words = fields.dropFirst(3).flatMap(Self.words)
  }

  private init(common words: [Word]) { (decimalComma, prepositions, self.words) = (nil, [], words) }

  /// `6:milione milioni`.
  private static func words(_ cell: String) -> [Word] {
    let parts = cell.listed(by: UInt8(ascii: ":"))
    guard parts.count == 2, let power = Int(parts[0]) else { return [] }
    var value = 1.0
    for _ in 0..<power { value *= 10 }
    return parts[1].listedWords.map { word in
      let isBefore = word.utf8.last == UInt8(ascii: "<")
      let isShort = word.utf8.last == UInt8(ascii: "$")
      let phrase = isBefore || isShort ? String(word.dropLast()) : word
      return Word(phrase: phrase.replacing(0x5F, by: 0x20), value: value, isBefore: isBefore, isShort: isShort)
    }
  }

  private static func common() -> Magnitudes {
    var values: [String: Double?] = [:]
    file.forEachLine { fields in
      guard fields[0] != "*", let magnitudes = Magnitudes(fields) else { return }
      for word in magnitudes.words where word.phrase.count > 2 && !word.isBefore && !word.isShort {
        values[word.phrase] = values[word.phrase].map { $0 == word.value ? word.value : nil } ?? word.value
      }
    }
    // Sorted, so that the table is the same on every run.
    return Magnitudes(
      common: values.sorted { $0.key < $1.key }.compactMap { phrase, value in
        guard let value, value >= 1e6 else { return nil }
        return phrase.count > 4 || !phrase.utf8.contains { "aeiou".utf8.contains($0) }
          ? Word(phrase: phrase, value: value, isBefore: false, isShort: false) : nil
      })
  }
}

/// What shows that a word is of a magnitude in some language, whichever: the lines that begin with `*`.
private struct UnknownMagnitudes {
  /// The longer words of a million and more.
  var phrases = PhraseTable(words: "")
  /// How such words begin, by their first byte.
  var stems = [[[UInt8]]](repeating: [], count: 256)
  /// How words for rich people begin.
  var people: [[UInt8]] = []

  init(_ file: EmbeddedTable) {
    file.forEachLine(of: "*") { fields in
      guard fields.count > 2 else { return }
      let words = fields[2].listedWords
      switch fields[1] {
      case "longer": phrases = PhraseTable(words.map { (phrase: $0.replacing(0x5F, by: 0x20), value: 0) })
      case "person": people = words.map { Array($0.utf8) }
      default:
        for word in words.map({ Array($0.utf8) }) { stems[Int(word[0])].append(word) }
      }
    }
  }
}
