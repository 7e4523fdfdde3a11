/// Bosnian, Croatian and Serbian in Latin letters, by the words that not all three have (`tko`/`ko`, `mjesto`/`mesto`,
/// `tisuća`/`hiljada`) and the preposition `sa` before a consonant that `s` would do for.
struct LanguageVariants: Sendable {
  /// The language that is several: the folder that names its variants.
  private static let language = LanguagePack.shared.languages.first { !$0.variants.isEmpty }
  /// The variants' tags; masks have a bit for each.
  static let tags = language?.variants.map(\.tag) ?? []
  /// The one tag that the model has for all of them; nil if no folder has variants.
  static let column = language?.modelTags[""]
  /// The variant that writes foreign names as they sound (Vašington, Buš).
  private static let respelling = language?.words(.language)?.list("respells-names").first
  private static let prefixMark: UInt8 = 1
  private static let suffixMark: UInt8 = 2

  /// Words, `stem*` and `*ending` by the hash of their bytes (and a mark): the variants that have them.
  private var cues = KeyTable()

  /// Takes an entry of the table.
  mutating func add(_ entry: some Collection<UInt8>, tags: some Sequence<UInt8>) {
    let star = UInt8(ascii: "*")
    let bytes = Array(entry)
    let mask = Self.mask(String(decoding: Array(tags), as: UTF8.self))
    if bytes.last == star {
      cues[Self.key(bytes.dropLast(), Self.prefixMark)] = mask
    } else if bytes.first == star {
      cues[Self.key(bytes.dropFirst(), Self.suffixMark)] = mask
    } else {
      cues[Self.key(bytes[...], 0)] = mask
    }
  }

  /// What speaks for each variant: 1 for each word of the sample that the others lack, and the lead that its folder gives it.
  func scores(of words: [ArraySlice<UInt8>]) -> [Double] {
    var scores = Self.language?.variants.map(\.lead) ?? []
    let respelling = Self.respelling.flatMap { Self.tags.firstIndex(of: $0) }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : []
      if let mask = preposition(word, before: next) ?? cue(word) {
        for variant in scores.indices where mask >> Int32(variant) & 1 == 0 { scores[variant] -= 1 }
      }
      // None of the languages has q, w, x, y but in foreign names.
      if let respelling, word.contains(where: { [0x71, 0x77, 0x78, 0x79].contains($0) }) { scores[respelling] -= 0.7 }
    }
    return scores
  }

  /// `sa Prištinom` is Serbian, `s Prištinom` Croatian; before s, z, š and ž all say `sa`.
  private func preposition(_ word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Int32? {
    guard word.count <= 2, word.first == UInt8(ascii: "s"), let first = next.first else { return nil }
    let second = next.dropFirst().first
    if first == UInt8(ascii: "s") || first == UInt8(ascii: "z") || first == 0xC5 && (second == 0xA1 || second == 0xBE) {
      return nil
    }
    return cues[Self.key(Array(word) + [UInt8(ascii: "+")], 0)]
  }

  private func cue(_ word: ArraySlice<UInt8>) -> Int32? {
    if let mask = cues[Self.key(word, 0)] { return mask }
    // The longest stem that is known; stems have three bytes or more.
    var best: Int32?
    var hash = FoldedHash()
    for (count, byte) in word.prefix(14).enumerated() {
      hash.add(byte)
      if count >= 2, let mask = cues[Self.marked(hash, Self.prefixMark)] { best = mask }
    }
    if let best { return best }
    for length in [6, 5, 4, 3] where word.count > length + 1 {
      if let mask = cues[Self.key(word.suffix(length), Self.suffixMark)] { return mask }
    }
    return nil
  }

  private static func key(_ bytes: some Sequence<UInt8>, _ mark: UInt8) -> UInt64 {
    var hash = FoldedHash()
    for byte in bytes { hash.add(byte) }
    return marked(hash, mark)
  }

  private static func marked(_ hash: FoldedHash, _ mark: UInt8) -> UInt64 {
    var hash = hash
    hash.add(mark)
    return hash.value
  }

  private static func mask(_ tags: String) -> Int32 {
    tags.split(separator: " ").reduce(0) { mask, tag in
      mask | (Self.tags.firstIndex { $0.prefix(2) == tag }.map { 1 << Int32($0) } ?? 0)
    }
  }
}
