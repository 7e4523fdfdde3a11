/// Cuts a text into words, numbers and signs, in one pass over its bytes.
///
/// The cuts follow what names and numbers need: `Kosovo's` is `Kosovo` + `'s`; `NATO-led` is `NATO` + `-` + `led`;
/// `10,000` and `24.12.2023` are one number; `U.S.` and `p.m.` are one word; `350m` is `350` + `m`.
public enum Tokenizer {
  /// The tokens of the text in order, by what holds in every language. - Complexity: O(n) in the bytes.
  public static func tokens(of text: Text) -> [Token] {
    tokens(of: text, in: TextRange(0, text.count), behind: [.spaceBefore, .lineStart], cutsSuffixes: false)
  }

  /// The same by the rules of a language.
  /// - Parameters:
  ///   - text: what to cut.
  ///   - language: BCP 47; in Turkish, suffixes behind an apostrophe are words of their own (`İzmir` + `'in`).
  public static func tokens(of text: Text, language: String) -> [Token] {
    tokens(of: text, in: TextRange(0, text.count), behind: [.spaceBefore, .lineStart], language: language)
  }

  /// The tokens of a part that begins and ends where tokens do; `before` tells whether space or a line break stands before it.
  static func tokens(
    of text: Text, in part: TextRange, behind before: TokenFlags, language: String
  ) -> [Token] {
    let cutsSuffixes = LanguagePack.shared.language(for: language)?.has(.apostropheSuffixes) ?? false
    return tokens(of: text, in: part, behind: before, cutsSuffixes: cutsSuffixes)
  }

  private static func tokens(
    of text: Text, in part: TextRange, behind before: TokenFlags, cutsSuffixes: Bool
  ) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(part.count / 5 + 8)
    // Safe: the scanner lives inside these closures and stays below `count`, of which both buffers have as many bytes.
    text.bytes.withUnsafeBufferPointer { bytes in
      text.folded.withUnsafeBufferPointer { folded in
        CharacterClass.ascii.withUnsafeBufferPointer { ascii in
          var scanner = Scanner(
            bytes: UnsafeBufferPointer(rebasing: bytes[..<Int(part.end)]), folded: folded, ascii: ascii,
            cutsSuffixes: cutsSuffixes, position: Int(part.start),
            before: before.intersection([.spaceBefore, .lineStart]))
          while let token = scanner.next() { tokens.append(token) }
        }
      }
    }
    return tokens
  }
}

private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let folded: UnsafeBufferPointer<UInt8>
  let ascii: UnsafeBufferPointer<CharacterClass>
  /// Whether whatever follows an apostrophe is cut off, not just `'s`.
  let cutsSuffixes: Bool
  var position: Int
  var before: TokenFlags

  /// The class and the length of the character at an offset, and its code point.
  @inline(__always)
  func character(at offset: Int) -> (class: CharacterClass, length: Int, code: UInt32) {
    guard offset < bytes.count else { return (.newline, 0, 0) }
    let lead = bytes[offset]
    if lead < 0x80 { return (ascii[Int(lead)], 1, UInt32(lead)) }
    func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index] & 0x3F) }
    if lead < 0xE0 {
      let code = (UInt32(lead & 0x1F) << 6) | tail(1)
      return (CharacterClass.of(code), 2, code)
    }
    if lead < 0xF0 {
      let code = (UInt32(lead & 0x0F) << 12) | (tail(1) << 6) | tail(2)
      return (CharacterClass.of(code), 3, code)
    }
    let code = (UInt32(lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3)
    return (CharacterClass.of(code), 4, code)
  }

  mutating func next() -> Token? {
    while position < bytes.count {
      let (type, length, _) = character(at: position)
      switch type {
      case .space:
        before.insert(.spaceBefore)
        position += length
      case .newline:
        before.formUnion([.spaceBefore, .lineStart])
        position += length
      case .letter, .mark: return word()
      case .digit: return number()
      case .punctuation: return apostropheSuffix() ?? single(.punctuation, length)
      case .symbol: return single(.symbol, length)
      }
    }
    return nil
  }

  mutating func token(from start: Int, kind: TokenKind, flags: TokenFlags) -> Token {
    var hash = FoldedHash()
    let end = position
    for index in start..<end { hash.add(folded[index]) }
    let token = Token(
      range: TextRange(start, position), key: hash.value, kind: kind, flags: flags.union(before))
    before = []
    return token
  }

  mutating func single(_ kind: TokenKind, _ length: Int) -> Token {
    let start = position
    position += length
    return token(from: start, kind: kind, flags: length > 1 ? .nonASCII : [])
  }

  /// `'` or `’` at an offset.
  func apostropheLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    if bytes[offset] == UInt8(ascii: "'") { return 1 }
    if offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 {
      return 3
    }
    return 0
  }

  /// Whether a suffix that is a word of its own stands at the offset: the possessive `s`; in Turkish any.
  func isSuffix(at offset: Int) -> Bool {
    if cutsSuffixes { return character(at: offset).class == .letter }
    guard offset < bytes.count, folded[offset] == UInt8(ascii: "s") else { return false }
    let after = character(at: offset + 1).class
    return after != .letter && after != .digit
  }

  /// The `'s` of `Kosovo's`, as a word of its own; only right behind a word.
  mutating func apostropheSuffix() -> Token? {
    let length = apostropheLength(at: position)
    guard length > 0, !before.contains(.spaceBefore), isSuffix(at: position + length) else { return nil }
    let start = position
    var flags: TokenFlags = length > 1 ? .nonASCII : []
    position += length
    repeat {
      let letter = character(at: position)
      if letter.length > 1 { flags.insert(.nonASCII) }
      position += letter.length
    } while cutsSuffixes && [.letter, .mark].contains(character(at: position).class)
    return token(from: start, kind: .word, flags: flags)
  }

  mutating func word() -> Token {
    let start = position
    var flags: TokenFlags = []
    var letters = 0
    var capitals = 0
    var previousIsLower = false
    scan: while true {
      // Most letters are these.
      var end = position
      while end < bytes.count, bytes[end] &- 0x61 < 26 { end += 1 }
      if end > position {
        letters += end - position
        previousIsLower = true
        position = end
      }
      let (type, length, code) = character(at: position)
      switch type {
      case .letter:
        letters += 1
        if CaseFolding.isUpper(code) {
          capitals += 1
          if letters == 1 { flags.insert(.capitalised) }
          if previousIsLower { flags.insert(.innerCapital) }
          previousIsLower = false
        } else {
          previousIsLower = true
        }
        if length > 1 { flags.insert(.nonASCII) }
      case .mark: flags.insert(.nonASCII)
      case .digit: flags.insert(.hasDigit)
      default:
        let apostrophe = apostropheLength(at: position)
        // O'Brien and don't are one word, Kosovo's is two.
        guard apostrophe > 0, position > start, character(at: position + apostrophe).class == .letter,
          !isSuffix(at: position + apostrophe)
        else { break scan }
        position += apostrophe
        if apostrophe > 1 { flags.insert(.nonASCII) }
        continue scan
      }
      position += length
    }
    if letters == 1, position - start <= 2 { takeInitialism(from: start, flags: &flags) }
    if letters > 1 && capitals == letters || flags.contains([.initialism, .capitalised]) { flags.insert(.allCaps) }
    return token(from: start, kind: .word, flags: flags)
  }

  /// Goes on over `.S.` of `U.S.`: single letters, each with a stop, at least two of them.
  mutating func takeInitialism(from start: Int, flags: inout TokenFlags) {
    var end = position
    var count = 1
    while end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let next = character(at: end + 1)
      let after = end + 1 + next.length
      guard next.class == .letter, after < bytes.count || after == bytes.count else { break }
      let follows = character(at: after).class
      if follows == .letter || follows == .digit || follows == .mark { break }
      // The last letter needs its stop too (U.S.), unless it ends the word (U.S).
      count += 1
      end = after
    }
    guard count >= 2 else { return }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    position = end
    flags.insert(.initialism)
  }

  mutating func number() -> Token {
    let start = position
    var flags: TokenFlags = .hasDigit
    while true {
      let (type, length, _) = character(at: position)
      if type == .digit {
        if length > 1 { flags.insert(.nonASCII) }
        position += length
        continue
      }
      // A separator counts only between digits.
      let byte = position < bytes.count ? bytes[position] : 0
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), character(at: position + 1).class == .digit {
        position += 1
        continue
      }
      // The Arabic decimal mark ٫ and group mark ٬: ٣٫٥
      if byte == 0xD9, position + 1 < bytes.count, bytes[position + 1] == 0xAB || bytes[position + 1] == 0xAC,
        character(at: position + 2).class == .digit
      {
        position += 2
        continue
      }
      break
    }
    return token(from: start, kind: .number, flags: flags)
  }
}
