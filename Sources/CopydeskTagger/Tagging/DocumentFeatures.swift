import CopydeskText

/// The features of a document's tokens beyond those of single words: pairs of neighbours, names of several words, the
/// style of the sentence, and what the rest of the document says of the same word.
///
/// One per worker, filled anew for each document; its arrays are kept.
final class DocumentFeatures {
  /// The most features that a token can have here.
  static let capacity = 128
  /// How many of them, the first ones, tell the very words.
  static let lexicalCount = 6

  private let store: WordStore
  private let lexicon: Lexicon
  /// The word of each token of the document; filled by whoever has its text.
  let words = Workspace<Int32>()
  private let infos: UnsafePointer<WordInfo>
  /// For each token the lists of the name of several words that it is in, and its place in it; 0: none.
  private let names = Workspace<UInt32>()
  /// For each token the style of its sentence.
  private let styles = Workspace<UInt8>()
  /// For each token what others say of it (`Tagger.names`); 0: nothing.
  private let hints = Workspace<UInt32>()
  /// What the document says of its capitalised words.
  let evidence = DocumentEvidence()

  init(store: WordStore, lexicon: Lexicon) {
    (self.store, self.lexicon) = (store, lexicon)
    infos = UnsafePointer(store.infos)
  }

  /// Reads a document of so many tokens, whose words are known already.
  func read(count: Int, sentences: [Range<Int>], hints known: [UInt32]) {
    hints.fill(count, with: 0)
    for (index, hint) in known.prefix(count).enumerated() { hints.base[index] = hint }
    names.fill(count, with: 0)
    styles.fill(count, with: 0)
    for sentence in sentences {
      markNames(in: sentence)
      markStyle(of: sentence)
    }
    evidence.read(words: words.base, count: count, sentences: sentences, infos: infos)
  }

  @inline(__always)
  private func info(_ index: Int) -> UnsafePointer<WordInfo> { infos + Int(words.base[index]) }

  /// The longest names of several words, from the left.
  private func markNames(in sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let first = info(index).pointee.lists
      guard first & Lexicon.isBeginning != 0, info(index).pointee.isCapital else {
        index += 1
        continue
      }
      var hash = FeatureHash.mix(Lexicon.nameSeed, info(index).pointee.nameKey)
      var next = index + 1
      var (best, mask) = (index + 1, UInt16(0))
      while next < sentence.upperBound {
        hash = FeatureHash.mix(hash, info(next).pointee.nameKey)
        guard let lists = lexicon.lists(of: hash) else { break }
        next += 1
        if lists & ~Lexicon.isBeginning != 0 { (best, mask) = (next, lists & ~Lexicon.isBeginning) }
        if lists & Lexicon.isBeginning == 0 { break }
      }
      if mask != 0 {
        for token in index..<best {
          let place: UInt32 = token == index ? 1 : token == best - 1 ? 3 : 2
          names.base[token] = UInt32(mask) | place << 16
        }
      }
      index = best
    }
  }

  private func markStyle(of sentence: Range<Int>) {
    var (capitals, shouted, small, social) = (0, 0, 0, false)
    for index in sentence {
      switch info(index).pointee.case {
      case .title, .mixed: capitals += 1
      case .upper: shouted += 1
      case .lower: small += 1
      default: break
      }
      social = social || info(index).pointee.isSocial
    }
    let all = capitals + shouted + small
    var style: UInt8 = 0
    if all >= 3, shouted * 4 >= all * 3 {
      style = 1
    } else if all >= 4, (capitals + shouted) * 3 >= all * 2 {
      style = 2
    } else if all >= 2, capitals + shouted == 0 {
      style = 3
    }
    if social { style |= 4 }
    for index in sentence { styles.base[index] = style }
  }

  /// Writes the hashes of a token's features; returns their number.
  func write(_ index: Int, in sentence: Range<Int>, to out: UnsafeMutablePointer<UInt64>) -> Int {
    var count = 0
    @inline(__always) func add(_ kind: UInt64, _ value: UInt64) {
      out[count] = FeatureHash.mix(value, kind &* 0x8EBC_6AF0_9C88_C6E3)
      count += 1
    }
    let this = info(index).pointee
    let before = index > sentence.lowerBound ? info(index - 1).pointee : .edge
    let after = index + 1 < sentence.upperBound ? info(index + 1).pointee : .edge
    // Far from any capital hardly anything is a name: the pairs are left out, and with them most of the time.
    let isNear = this.isCapital || before.isCapital || after.isCapital
    let writing = UInt64(this.case.rawValue)
    if isNear {
      let two = index > sentence.lowerBound + 1 ? info(index - 2).pointee.lower : WordInfo.edge.lower
      let next = index + 2 < sentence.upperBound ? info(index + 2).pointee.lower : WordInfo.edge.lower
      add(4, FeatureHash.mix(before.lower, this.lower &* 3))
      add(5, FeatureHash.mix(this.lower, after.lower &* 3))
      add(6, FeatureHash.mix(before.lower, this.shape &* 3))
      add(7, FeatureHash.mix(this.shape, after.lower &* 3))
      add(15, FeatureHash.mix(two, FeatureHash.mix(before.lower, writing)))
      add(16, FeatureHash.mix(next, FeatureHash.mix(after.lower, writing)))
    }
    add(0, 0)
    if isNear {
      add(1, FeatureHash.mix(before.shape, this.shape &* 3))
      add(2, FeatureHash.mix(this.shape, after.shape &* 3))
      add(3, FeatureHash.mix(FeatureHash.mix(before.shape, this.shape &* 3), after.shape &* 5))
      add(8, UInt64(before.k250) << 16 | UInt64(this.k250))
      add(9, UInt64(this.k250) << 16 | UInt64(after.k250))
      add(10, UInt64(before.k250) << 32 | UInt64(after.k250) << 16 | writing)
      add(11, before.brown6 << 32 | this.brown6)
      add(12, this.brown6 << 32 | after.brown6)
      add(13, before.brown10 << 32 | writing)
      add(14, writing << 32 | after.brown10)
    }
    let style = UInt64(styles.base[index])
    let opens: UInt64 = index == sentence.lowerBound ? 1 : 0
    add(17, style << 16 | writing << 8 | opens)
    if style != 0 { add(18, FeatureHash.mix(this.lower, style)) }
    if opens != 0 { add(19, UInt64(this.k1000) << 8 | writing) }
    if this.isCapital {
      // The word behind and the form of the one after that: 'Bank of England', 'Ministry for Health'.
      let next = index + 2 < sentence.upperBound ? info(index + 2).pointee.shape : WordInfo.edge.shape
      add(20, FeatureHash.mix(FeatureHash.mix(after.lower, next), UInt64(this.k250)))
      add(21, evidence.kind(of: index) << 16 | style << 8 | opens)
    }
    addNames(index, sentence, writing, to: out, &count)
    addHints(index, sentence, this, before, after, to: out, &count)
    return count
  }

  /// Whether the words of a token's pairs are left out: then none of its features is lexical.
  func isFar(_ index: Int, in sentence: Range<Int>) -> Bool {
    !(max(index - 1, sentence.lowerBound)...min(index + 1, sentence.upperBound - 1)).contains {
      info($0).pointee.isCapital
    }
  }

  private func addNames(
    _ index: Int, _ sentence: Range<Int>, _ writing: UInt64, to out: UnsafeMutablePointer<UInt64>, _ count: inout Int
  ) {
    for offset in -1...1 {
      guard sentence.contains(index + offset) else { continue }
      let name = names.base[index + offset]
      guard name != 0 else { continue }
      let place = UInt64(name >> 16) << 8 | UInt64(offset + 1)
      out[count] = FeatureHash.mix(UInt64(name) << 16 | place, 0xB001)
      count += 1
      for bit in 0..<15 where name & (1 << UInt32(bit)) != 0 {
        out[count] = FeatureHash.mix(UInt64(bit) << 16 | place, 0xB002)
        count += 1
      }
      if offset == 0 {
        out[count] = FeatureHash.mix(UInt64(name) << 16 | writing, 0xB003)
        count += 1
      }
    }
  }

  private func addHints(
    _ index: Int, _ sentence: Range<Int>, _ this: WordInfo, _ before: WordInfo, _ after: WordInfo,
    to out: UnsafeMutablePointer<UInt64>, _ count: inout Int
  ) {
    @inline(__always) func add(_ kind: UInt64, _ value: UInt64) {
      out[count] = FeatureHash.mix(value, kind)
      count += 1
    }
    for offset in -1...1 where sentence.contains(index + offset) {
      let hint = hints.base[index + offset]
      guard hint != 0 else { continue }
      let place = UInt64(offset + 1)
      let (mention, name) = (UInt64(hint & 0xFFFF), UInt64(hint >> 16))
      // The type and the place in the mention, without the rule.
      let kind = mention & 0xC00F
      if mention != 0 {
        add(0xB101, mention << 2 | place)
        add(0xB102, kind << 2 | place)
      }
      if name != 0, name & 0x1FF != mention >> 9 & 0x1F { add(0xB103, name << 2 | place) }
      guard offset == 0 else { continue }
      add(0xB104, UInt64(hint))
      add(0xB105, FeatureHash.mix(kind, this.shape))
      add(0xB106, FeatureHash.mix(mention, before.lower))
      add(0xB107, FeatureHash.mix(mention, after.lower))
      add(0xB108, FeatureHash.mix(mention << 16 | name & 0xF, UInt64(before.k250) << 8 | UInt64(after.case.rawValue)))
      add(0xB109, FeatureHash.mix(mention << 16 | name & 0xF, UInt64(after.k250) << 8 | UInt64(before.case.rawValue)))
    }
    // A capital of which nobody knows anything.
    if this.isCapital, hints.base[index] & 0xFFFF == 0 { add(0xB10A, UInt64(this.case.rawValue)) }
  }
}
