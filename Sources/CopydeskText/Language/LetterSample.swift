/// The words of some parts of a text, by script.
struct LetterSample {
  /// A run of letters of one script.
  struct Word {
    var range: TextRange
    /// Its place in `codes`.
    var codes: Range<Int>
    var hash: UInt64
    var script: Script
  }

  let text: Text
  /// The lower-case code points of all words.
  private(set) var codes: [UInt16] = []
  private(set) var words: [Word] = []
  /// The letters of each script.
  private var weights = [Int](repeating: 0, count: Script.allCases.count)

  /// No words yet.
  init(_ text: Text) { self.text = text }

  /// The words of the parts; one that begins inside a word begins with the rest of it.
  init(_ text: Text, ranges: [Range<Int>]) {
    self.text = text
    codes.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges { add(range) }
  }

  /// Adds the words of a part.
  mutating func add(_ range: Range<Int>) {
    // Safe: the bytes live during the call, and the reader stays below their number.
    text.folded.withUnsafeBufferPointer { read($0, range) }
  }

  /// Whether a word begins with a capital, as names do.
  func isCapitalised(_ word: Word) -> Bool {
    // Case shows in the first or the second byte of a letter.
    let first = Int(word.range.start)
    return text.bytes[first] != text.folded[first]
      || text.bytes[first] >= 0xC0 && word.range.count > 1 && text.bytes[first + 1] != text.folded[first + 1]
  }

  /// Whether one word in four of a script begins with a capital, or more.
  func isFullOfNames(in script: Script) -> Bool {
    var (all, capitalised) = (0, 0)
    for word in words where word.script == script {
      all += 1
      if isCapitalised(word) { capitalised += 1 }
    }
    return capitalised * 4 >= all
  }

  /// Forgets its words; their memory stays for the next ones.
  mutating func removeAll() {
    codes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    for index in weights.indices { weights[index] = 0 }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let end = min(range.upperBound, bytes.count)
    var index = range.lowerBound
    while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    // Letters of the script of the last word, not yet in `weights`: a text seldom changes its script.
    var run: (script: Script, letters: Int) = (.latin, 0)
    defer { weights[Int(run.script.rawValue)] += run.letters }
    while index < end {
      guard let (code, length) = Self.letter(bytes, index), let script = Script.of(code) else {
        index += Self.length(ofLead: bytes[index])
        continue
      }
      let (start, firstCode) = (index, codes.count)
      var hash = FoldedHash()
      var (code_, length_) = (code, length)
      while true {
        for offset in 0..<length_ { hash.add(bytes[index + offset]) }
        codes.append(UInt16(truncatingIfNeeded: code_))
        index += length_
        guard let next = Self.letter(bytes, index), Script.of(next.code) == script else { break }
        (code_, length_) = next
      }
      words.append(
        Word(range: TextRange(start, index), codes: firstCode..<codes.count, hash: hash.value, script: script))
      if script != run.script {
        weights[Int(run.script.rawValue)] += run.letters
        run = (script, 0)
      }
      run.letters += codes.count - firstCode
    }
  }

  /// The length of the character that a byte of well-formed UTF-8 begins.
  @inline(__always)
  private static func length(ofLead byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// The script of most letters. A Chinese or Korean character counts for three: they take fewer for the same words.
  var mainScript: Script? {
    var (best, most) = (0, 0)
    for index in weights.indices where weights[index] > 0 {
      let weight = weight(index)
      if weight > most { (best, most) = (index, weight) }
    }
    guard most > 0, let script = Script(rawValue: UInt8(best)) else { return nil }
    // Japanese mixes both; Chinese has no kana but in names.
    if script == .han, letters(of: .kana) * 10 > letters(of: .han) { return .kana }
    return script
  }

  /// The share of a script in all letters, with a little less for a very short text.
  func share(of script: Script) -> Double {
    var all = 0
    for index in weights.indices { all += weight(index) }
    let own =
      script == .kana
      ? weight(Int(Script.kana.rawValue)) + weight(Int(Script.han.rawValue)) : weight(Int(script.rawValue))
    return all == 0 ? 0 : Double(own) / Double(all + 1)
  }

  private func letters(of script: Script) -> Int { weights[Int(script.rawValue)] }

  private func weight(_ index: Int) -> Int {
    let script = Script(rawValue: UInt8(index))
    return weights[index] * (script == .han || script == .kana || script == .hangul ? 3 : 1)
  }

  /// The letter at an offset and its length.
  @inline(__always)
  private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (code: UInt32, length: Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return lead >= 0x61 && lead <= 0x7A ? (UInt32(lead), 1) : nil }
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let (code, length): (UInt32, Int) =
      if lead < 0xE0 {
        (UInt32(lead & 0x1F) << 6 | tail(1), 2)
      } else if lead < 0xF0 {
        (UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
      } else {
        (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
      }
    let type = CharacterClass.of(code)
    return type == .letter || type == .mark ? (code, length) : nil
  }
}
