/// Tells the language of a text by its commonest words and its letters.
public struct LanguageIdentifier: Sendable {
  private let tables: [LanguageTable] = LanguageTable.latin + LanguageTable.cyrillic
  /// For each word the languages that have it.
  private let words: PhraseTable
  private let languagesOfWord: [[Int]]
  /// For each letter (code point below U+0800) the languages that are known by it, a bit each.
  private let letters: [UInt32]

  /// The shared identifier; its tables are made on first use.
  public static let shared = LanguageIdentifier()

  init() {
    var indexOfWord: [String: Int] = [:]
    var languages: [[Int]] = []
    var letters = Array(repeating: UInt32(0), count: 0x800)
    for (index, table) in tables.enumerated() {
      for word in table.words.split(whereSeparator: \.isWhitespace).map(String.init) {
        let entry = indexOfWord[word] ?? languages.count
        if entry == languages.count {
          indexOfWord[word] = entry
          languages.append([])
        }
        if languages[entry].last != index { languages[entry].append(index) }
      }
      for letter in table.letters.unicodeScalars where letter.value < 0x800 {
        letters[Int(letter.value)] |= 1 << UInt32(index)
      }
    }
    words = PhraseTable(indexOfWord.map { (phrase: $0.key, value: $0.value) })
    languagesOfWord = languages
    self.letters = letters
  }

  /// The language of a text (BCP 47) and how sure that is, 0…1; nil if nothing speaks for any.
  /// - Parameter hint: what the page declares; it decides between languages that score alike.
  public func identify(_ text: Text, hint: String? = nil) -> (tag: String, confidence: Double)? {
    // The first 20 kB tell as much as the whole.
    let sample = text.count > 20_000 ? Text(validUTF8: Self.prefix(of: text.bytes, 20_000)) : text
    var scores = Array(repeating: 0.0, count: tables.count)
    var wordCount = 0
    for token in Tokenizer.tokens(of: sample) where token.kind == .word {
      wordCount += 1
      if let entry = words[token] {
        let languages = languagesOfWord[entry]
        for language in languages { scores[language] += 1 / Double(languages.count).squareRoot() }
      }
      if token.flags.contains(.nonASCII) { addLetters(of: token, in: sample, to: &scores) }
    }
    guard wordCount > 0 else { return nil }
    if let hinted = hint.flatMap(index(ofHint:)) { scores[hinted] = scores[hinted] * 1.15 + 0.2 }
    let ranked = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    let (best, second) = (ranked[0], ranked[1])
    guard scores[best] > 0 else { return nil }
    let share = min(1, scores[best] / Double(wordCount) * 3)
    let margin = (scores[best] - scores[second]) / scores[best]
    let confidence = min(1, share * (0.5 + margin))
    let tag = tables[best].tag == "sr" ? "sr-Latn" : tables[best].tag
    return (tag, (confidence * 1000).rounded() / 1000)
  }

  private func index(ofHint hint: String) -> Int? {
    let base = hint.lowercased().prefix { $0 != "-" && $0 != "_" }
    return tables.firstIndex { $0.tag == base } ?? tables.firstIndex { $0.tag.hasPrefix("\(base)-") }
  }

  private func addLetters(of token: Token, in text: Text, to scores: inout [Double]) {
    var index = Int(token.range.start)
    var seen: UInt32 = 0
    while index < Int(token.range.end) {
      let byte = text.folded[index]
      if byte >= 0xC2, byte < 0xE0 {
        seen |= letters[Int(byte & 0x1F) << 6 | Int(text.folded[index + 1] & 0x3F)]
        index += 1
      }
      index += 1
    }
    guard seen != 0 else { return }
    let weight = 0.7 / Double(seen.nonzeroBitCount).squareRoot()
    for language in scores.indices where seen >> UInt32(language) & 1 == 1 { scores[language] += weight }
  }

  private static func prefix(of bytes: [UInt8], _ count: Int) -> [UInt8] {
    var end = count
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }
}
