import CopydeskText

/// What a word does inside a number.
enum NumberWord: Sendable, Equatable {
  /// Adds itself: `seven`, `ninety`, `doscientos`.
  case value(Double)
  /// Multiplies what stands before it: `hundred`, `dozen`, `million`.
  case scale(Double)
  /// An open amount of a power: `dozens`, `thousands`.
  case plural(Double)
  /// A part: `half`, `thirds`.
  case fraction(Double)
  /// The singular name of a part that is an ordinal elsewhere: `third`.
  case ordinalFraction(Double)
  /// An amount that is not stated: `several`, or about two for `couple`.
  case vague(Double?)
  /// `a`, which counts only before a scale, a part or a vague amount.
  case article
  /// `and`.
  case conjunction
  /// `of`.
  case of
  /// `minus`.
  case minus
  /// `point`, before spelled decimals.
  case point
  /// `in` and `out of`, of `one in five`.
  case outOf
}

/// The number words of one language, and how it writes digits.
final class NumberLexicon: TablePerLanguage {
  let table: PhraseTable
  let words: [NumberWord]
  /// The words that a number may begin with: neither `and` nor `of`.
  let starts: PhraseTable
  /// Before a part without a whole: `by a third`.
  let beforeParts: PhraseTable
  /// Between the parts of `one over twenty`.
  let overs: PhraseTable
  /// Whether a comma stands before the decimals.
  let decimalComma: Bool
  /// Whether tens take a conjunction: `treinta y cinco`, `dvadeset i pet`; English has it behind hundreds only.
  let joinsTens: Bool
  /// Whether ten takes what is below it: `on iki`.
  let joinsTen: Bool
  /// Behind a number, half of one more: `iki buçuk`, `dva i po`.
  let halves: PhraseTable
  /// Scale words that are about: `vingtaine`.
  let rounded: PhraseTable
  /// The parts of numbers that are written as one word, or none: `zweihundertfünfzig`.
  let compounds: [Compound]
  /// Whether the language has no table of its own: what is not in digits with a known magnitude or unit is not known.
  let isSparse: Bool
  /// Whether a single mark before three digits may stand before decimals as well as in a group: `1.450`.
  let hasUnknownMarks: Bool
  /// Magnitudes that stand before their number, as indices into `words`: `milioni 5`.
  let leadingScales: PhraseTable
  /// Whether what is below a thousand may follow it in digits: `3 bin 400`.
  let addsDigits: Bool

  /// A part of a compound number.
  struct Compound: Sendable {
    let bytes: [UInt8]
    let value: Double
  }

  /// `values` and the other lists hold `word=number`, with `_` for a space inside a phrase.
  init(
    values: String, scales: String, plurals: String = "", fractions: String = "", ordinalFractions: String = "",
    vague: String = "", articles: String = "", conjunctions: String = "", of: String = "", outOf: String = "",
    minus: String = "minus", point: String = "", beforeParts: String = "", overs: String = "",
    decimalComma: Bool = true, joinsTens: Bool = true, joinsTen: Bool = false, rounded: String = "",
    halves: String = "", isCompounding: Bool = false, cyrillic: Bool = false, addsDigits: Bool = false,
    magnitudes languages: [String] = [], sparse: Magnitudes? = nil
  ) {
    var phrases: [(phrase: String, value: Int)] = []
    var words: [NumberWord] = []
    func add(_ list: String, _ make: (Double?) -> NumberWord) {
      for item in list.listedWords {
        let parts = item.listed(by: UInt8(ascii: "="))
        let word = make(parts.count > 1 ? Double(parts[1]) : nil)
        let phrase = parts[0].replacing(0x5F, by: 0x20)
        phrases.append((phrase, words.count))
        if cyrillic { phrases.append((SerbianScript.cyrillic(phrase), words.count)) }
        words.append(word)
      }
    }
    add(values) { .value($0 ?? 0) }
    add(scales) { .scale($0 ?? 1) }
    add(plurals) { .plural($0 ?? 1) }
    add(fractions) { .fraction($0 ?? 1) }
    add(ordinalFractions) { .ordinalFraction($0 ?? 1) }
    add(vague) { .vague($0) }
    add(articles) { _ in .article }
    add(minus) { _ in .minus }
    var leading: [(phrase: String, value: Int)] = []
    for word in sparse?.words ?? [] {
      if word.isBefore {
        leading.append((word.phrase, words.count))
      } else {
        phrases.append((word.phrase, words.count))
      }
      words.append(.scale(word.value))
    }
    // What the own list lacks; what means less than a million is in it.
    for word in languages.flatMap({ Magnitudes.of($0)?.words ?? [] }) where word.value >= 1e6 {
      phrases.append((word.phrase, words.count))
      words.append(.scale(word.value))
    }
    leadingScales = PhraseTable(leading)
    starts = sparse == nil ? PhraseTable(phrases) : leadingScales
    (isSparse, hasUnknownMarks) = (sparse != nil, sparse != nil && sparse?.decimalComma == nil)
    self.addsDigits = addsDigits
    self.beforeParts = PhraseTable(words: beforeParts)
    self.overs = PhraseTable(words: overs)
    add(conjunctions) { _ in .conjunction }
    add(of) { _ in .of }
    add(outOf) { _ in .outOf }
    add(point) { _ in .point }
    table = PhraseTable(phrases)
    self.words = words
    (self.decimalComma, self.joinsTens) = (decimalComma, joinsTens)
    self.joinsTen = joinsTen
    self.rounded = PhraseTable(words: rounded)
    self.halves = PhraseTable(
      halves.listedWords.flatMap { half in
        let phrase = half.replacing(0x5F, by: 0x20)
        return (cyrillic ? [phrase, SerbianScript.cyrillic(phrase)] : [phrase]).map { (phrase: $0, value: 0) }
      })
    compounds = isCompounding ? NumberLexicon.compounds(values + " " + scales) : []
  }

  private static func compounds(_ list: String) -> [Compound] {
    list.listedWords.compactMap { item in
      let parts = item.listed(by: UInt8(ascii: "="))
      guard parts.count == 2, let value = Double(parts[1]), value <= 1000 else { return nil }
      return Compound(bytes: Array(parts[0].utf8), value: value)
    }
    .sorted { $0.bytes.count > $1.bytes.count }
  }

  /// What the words at a token do, and how many tokens they take.
  func match(_ tokens: [Token], at index: Int) -> (word: NumberWord, count: Int)? {
    guard let match = table.longestMatch(tokens, at: index) else { return nil }
    return (words[match.value], match.count)
  }

  /// The value of a number written as one word, or nil: `fünfundzwanzig`, `dreitausendvierhundert`.
  func compound(_ token: Token, in text: Text) -> Double? {
    guard !compounds.isEmpty, token.kind == .word, token.range.count >= 7 else { return nil }
    let bytes = text.folded
    var index = Int(token.range.start)
    let end = Int(token.range.end)
    var (total, hundreds, below) = (0.0, 0.0, 0.0)
    var parts = 0
    while index < end {
      if parts > 0, end - index > 3, bytes[index] == UInt8(ascii: "u"), bytes[index + 1] == UInt8(ascii: "n"),
        bytes[index + 2] == UInt8(ascii: "d")
      {
        index += 3
        continue
      }
      guard
        let part = compounds.first(where: { part in
          part.bytes.count <= end - index && part.bytes.indices.allSatisfy { bytes[index + $0] == part.bytes[$0] }
        })
      else { return nil }
      switch part.value {
      case 1000: (total, hundreds, below) = (max(hundreds + below, 1) * 1000, 0, 0)
      case 100: (hundreds, below) = (max(below, 1) * 100, 0)
      default: below += part.value
      }
      parts += 1
      index += part.bytes.count
    }
    return parts > 1 ? total + hundreds + below : nil
  }
}

/// The two alphabets of Serbian.
enum SerbianScript {
  private static let letters: [Character: Character] = [
    "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е", "ž": "ж", "z": "з", "i": "и", "j": "ј",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "ć": "ћ", "u": "у",
    "f": "ф", "h": "х", "c": "ц", "č": "ч", "š": "ш",
  ]

  /// The Cyrillic spelling of a lower-case Latin word: `ponedeljak` → `понедељак`.
  static func cyrillic(_ latin: String) -> String {
    var out = ""
    var previous: Character?
    for letter in latin {
      if letter == "j", previous == "l" || previous == "n" {
        out.removeLast()
        out.append(previous == "l" ? "љ" : "њ")
      } else if letter == "ž", previous == "d" {
        out.removeLast()
        out.append("џ")
      } else {
        out.append(letters[letter] ?? letter)
      }
      previous = letter
    }
    return out
  }
}
