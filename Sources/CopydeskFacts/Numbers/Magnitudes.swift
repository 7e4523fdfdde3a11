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
  }

  /// Whether a comma stands before decimals; nil if that is not known.
  let decimalComma: Bool?
  /// Between a magnitude and what is counted: `di` of `5 milioni di euro`.
  let prepositions: [String]
  let words: [Word]

  /// By the base of the BCP 47 tag.
  static let known: [String: Magnitudes] = table.known
  /// What is the same wherever it is a word, for texts in any other language.
  static let everywhere: Magnitudes = table.everywhere

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

  private static let table = MagnitudeTable()
}

/// The file, read.
private struct MagnitudeTable {
  var known: [String: Magnitudes] = [:]
  var everywhere = Magnitudes(decimalComma: nil, prepositions: [], words: [])
  /// The longer words of a million and more.
  var phrases = PhraseTable(words: "")
  /// How such words begin, by their first byte.
  var stems = [[[UInt8]]](repeating: [], count: 256)
  var people: [[UInt8]] = []

  init() {
    var values: [String: Double?] = [:]
    EmbeddedTable("magnitudes.tsv").forEachLine { fields in
      guard fields.count > 2 else { return }
      if fields[0] == "*" {
        let words = fields[2].listedWords.map { Array($0.utf8) }
        if fields[1] == "person" {
          people = words
        } else {
          for word in words { stems[Int(word[0])].append(word) }
        }
        return
      }
      let words = fields.dropFirst(3).flatMap(Self.words)
      for word in words where word.phrase.count > 2 && !word.isBefore {
        values[word.phrase] = values[word.phrase].map { $0 == word.value ? word.value : nil } ?? word.value
      }
      known[fields[0]] = Magnitudes(
        decimalComma: fields[1] == ",", prepositions: fields[2] == "-" ? [] : fields[2].listedWords, words: words)
    }
    // Sorted, so that the tables are the same on every run.
    let sorted = values.sorted { $0.key < $1.key }
    everywhere = Magnitudes(
      decimalComma: nil, prepositions: [],
      words: sorted.compactMap { phrase, value in
        guard let value, value >= 1e6 else { return nil }
        return phrase.count > 4 || !phrase.utf8.contains { "aeiou".utf8.contains($0) }
          ? Magnitudes.Word(phrase: phrase, value: value, isBefore: false) : nil
      })
    phrases = PhraseTable(
      sorted.filter { $0.key.count > 4 && ($0.value ?? 1e6) >= 1e6 }.map { (phrase: $0.key, value: 0) })
  }

  /// `6:milione milioni`.
  private static func words(_ cell: String) -> [Magnitudes.Word] {
    let parts = cell.listed(by: UInt8(ascii: ":"))
    guard parts.count == 2, let power = Int(parts[0]) else { return [] }
    var value = 1.0
    for _ in 0..<power { value *= 10 }
    return parts[1].listedWords.map { word in
      let isBefore = word.utf8.last == UInt8(ascii: "<")
      let phrase = isBefore ? String(word.dropLast()) : word
      return Magnitudes.Word(phrase: phrase.replacing(0x5F, by: 0x20), value: value, isBefore: isBefore)
    }
  }
}
