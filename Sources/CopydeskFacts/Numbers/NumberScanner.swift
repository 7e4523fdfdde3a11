import CopydeskText

/// A number in a text.
struct Number: Sendable {
  /// Its tokens, the sign and the scale word among them.
  var tokens: Range<Int>
  /// The number; nil for an open amount.
  var value: Double?
  /// The bounds of `tens of thousands`.
  var low: Double?
  var high: Double?
  /// What the last scale word multiplied by: `3.5 million` is 3.5 · 1e6. A range hands it to its left end.
  var scale = 1.0
  /// Whether it is about: `a couple of`, `dozens`.
  var isApproximate = false
  /// Whether no number is stated at all: `several`.
  var isVague = false
  /// Whether it is a part of something: `half`, `two-thirds`, `one in five`.
  var isFraction = false
  /// Whether its first token is digits.
  var isDigits = false
  /// Whether its digits stand in groups of three: `10,000`, `1 450 000`.
  var isGrouped = false
  /// Whether it is nothing but digits without any mark, sign or scale: `1999`, `7`.
  var isPlain = false
  /// How many digits stand before the decimal mark.
  var integerDigits = 0
  /// Whether it is the single word for one.
  var isOne: Bool { !isDigits && value == 1 && tokens.count == 1 && !isFraction }

  /// A value times a scale word: 33.2 billion is 33,200,000,000, and not the 33,200,000,000.000004 of the binary product.
  static func product(_ value: Double, _ scale: Double) -> Double {
    var power = 1.0
    for _ in 0..<7 {
      let digits = (value * power).rounded()
      if digits / power == value { return digits * scale / power }
      power *= 10
    }
    return value * scale
  }
}

/// Reads the number at a token: digits, words, or digits with a scale word. Both the times and the quantities go by it.
struct NumberScanner {
  let text: Text
  let tokens: [Token]
  let lexicon: NumberLexicon
  /// The units behind a number, which tell groups of digits from a list; nil where nobody looks for them.
  let units: UnitTable?

  init(_ document: Document, units: UnitTable? = nil) {
    text = document.text
    tokens = document.tokens
    lexicon = NumberLexicon.table(for: document.language)
    self.units = units
  }

  /// The number that starts at the token, or nil, also where a word of magnitude follows that is not known: `5 milioni` is
  /// no five of anything. - Complexity: O(length of the number).
  func number(at start: Int) -> Number? {
    guard let number = knownNumber(at: start), !isMagnitude(number.tokens.upperBound) else { return nil }
    return number
  }

  /// Whether a word of magnitude stands at the token, in whatever language: also behind a hyphen.
  func isMagnitude(_ index: Int) -> Bool {
    guard index < tokens.count, !tokens[index].flags.contains(.lineStart) else { return false }
    if tokens[index].isMark("-", in: text), isGlued(index), isGlued(index + 1) {
      return Magnitudes.mayStand(tokens, at: index + 1, in: text)
    }
    return Magnitudes.mayStand(tokens, at: index, in: text)
  }

  private func knownNumber(at start: Int) -> Number? {
    switch tokens[start].kind {
    case .number: return digits(at: start, sign: 1, from: start)
    case .symbol, .punctuation: return signed(at: start) ?? vulgarFraction(at: start) ?? pointed(at: start)
    case .word:
      if lexicon.isSparse { return behindScale(at: start) }
      return word(at: start).flatMap { words(at: start, first: $0) } ?? fold(at: start)
    }
  }

  /// What the words at a token do in a number, also of one that is a single word: `zweihundertfünfzig`.
  func word(at index: Int) -> (word: NumberWord, count: Int)? {
    lexicon.match(tokens, at: index) ?? lexicon.compound(tokens[index], in: text).map { (.value($0), 1) }
  }

  /// Whether a number may start at the token: a look at two bits for most words.
  func mayStart(at index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number, .symbol: return true
    case .punctuation:
      // '-5' and ' .5', not the stop of a sentence.
      guard index + 1 < tokens.count, tokens[index + 1].kind == .number else { return false }
      return token.isMark("-", in: text) || token.isMark(".", in: text)
    case .word:
      guard lexicon.starts.mayStart(with: token) else {
        return !lexicon.compounds.isEmpty || token.range.count > 6 && lexicon.folds.matchEnd(of: token.range, in: text)
      }
      // Most articles stand before something else than 'dozen' or 'half'.
      guard lexicon.starts[token].map({ lexicon.words[$0] }) == .article else { return true }
      return index + 1 < tokens.count && lexicon.starts.mayStart(with: tokens[index + 1])
    }
  }

  // MARK: Neighbours

  func isOf(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && lexicon.match(tokens, at: index)?.word == .of
  }

  func isEndOfPhrase(_ index: Int) -> Bool {
    index >= tokens.count || tokens[index].kind == .punctuation || tokens[index].flags.contains(.lineStart)
  }

  /// Whether the token follows the one before it without space.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && !tokens[index].flags.contains(.spaceBefore)
  }
}
