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
  /// What stands before the first and behind the last word of a sentence.
  private let edge: UnsafePointer<WordInfo>
  /// For each token how its word is written: one byte, where its entry in `infos` would be a miss of the cache.
  private let writings = Workspace<Writing>()
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
    let edge = UnsafeMutablePointer<WordInfo>.allocate(capacity: 1)
    edge.initialize(to: .edge)
    self.edge = UnsafePointer(edge)
  }

  deinit { edge.deallocate() }

  /// Reads a document of so many tokens, whose words are known already.
  func read(count: Int, sentences: [Range<Int>], hints known: [UInt32]) {
    hints.fill(count, with: 0)
    for (index, hint) in known.prefix(count).enumerated() { hints.base[index] = hint }
    names.fill(count, with: 0)
    styles.fill(count, with: 0)
    writings.reserve(count)
    for index in 0..<count { writings.base[index] = Writing(info(index).pointee) }
    for sentence in sentences {
      markNames(in: sentence)
      markStyle(of: sentence)
    }
    evidence.read(words: words.base, writings: writings.base, count: count, sentences: sentences, infos: infos)
  }

  @inline(__always)
  private func info(_ index: Int) -> UnsafePointer<WordInfo> { infos + Int(words.base[index]) }

  /// The same number for all forms of a token's word.
  @inline(__always)
  func stem(_ index: Int) -> UInt64 { info(index).pointee.stem }

  /// The longest names of several words, from the left.
  private func markNames(in sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard writings.base[index].isCapital, info(index).pointee.lists & Lexicon.isBeginning != 0 else {
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
      switch writings.base[index].case {
      case .title, .mixed: capitals += 1
      case .upper: shouted += 1
      case .lower: small += 1
      default: break
      }
      social = social || writings.base[index].isSocial
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
    let this = info(index)
    let before = index > sentence.lowerBound ? info(index - 1) : edge
    let after = index + 1 < sentence.upperBound ? info(index + 1) : edge
    let writing = UInt64(this.pointee.case.rawValue)
    // Far from any capital hardly anything is a name: the pairs are left out, and with them most of the time.
    if isFar(index, in: sentence) {
      add(0, 0)
    } else {
      let two = index > sentence.lowerBound + 1 ? info(index - 2) : edge
      let next = index + 2 < sentence.upperBound ? info(index + 2) : edge
      let (lower, shape) = (this.pointee.lower, this.pointee.shape)
      let (lowerBefore, lowerAfter) = (before.pointee.lower, after.pointee.lower)
      let (shapeBefore, shapeAfter) = (before.pointee.shape, after.pointee.shape)
      add(4, FeatureHash.mix(lowerBefore, lower &* 3))
      add(5, FeatureHash.mix(lower, lowerAfter &* 3))
      add(6, FeatureHash.mix(lowerBefore, shape &* 3))
      add(7, FeatureHash.mix(shape, lowerAfter &* 3))
      add(15, FeatureHash.mix(two.pointee.lower, FeatureHash.mix(lowerBefore, writing)))
      add(16, FeatureHash.mix(next.pointee.lower, FeatureHash.mix(lowerAfter, writing)))
      add(0, 0)
      let shapes = FeatureHash.mix(shapeBefore, shape &* 3)
      add(1, shapes)
      add(2, FeatureHash.mix(shape, shapeAfter &* 3))
      add(3, FeatureHash.mix(shapes, shapeAfter &* 5))
      let (k250, k250Before, k250After) = (
        UInt64(this.pointee.k250), UInt64(before.pointee.k250), UInt64(after.pointee.k250)
      )
      add(8, k250Before << 16 | k250)
      add(9, k250 << 16 | k250After)
      add(10, k250Before << 32 | k250After << 16 | writing)
      add(11, before.pointee.brown6 << 32 | this.pointee.brown6)
      add(12, this.pointee.brown6 << 32 | after.pointee.brown6)
      add(13, before.pointee.brown10 << 32 | writing)
      add(14, writing << 32 | after.pointee.brown10)
    }
    let style = UInt64(styles.base[index])
    let opens: UInt64 = index == sentence.lowerBound ? 1 : 0
    add(17, style << 16 | writing << 8 | opens)
    if style != 0 { add(18, FeatureHash.mix(this.pointee.lower, style)) }
    if opens != 0 { add(19, UInt64(this.pointee.k1000) << 8 | writing) }
    if writings.base[index].isCapital {
      // The word behind and the form of the one after that: 'Bank of England', 'Ministry for Health'.
      let next = index + 2 < sentence.upperBound ? info(index + 2) : edge
      let words = FeatureHash.mix(after.pointee.lower, next.pointee.shape)
      add(20, FeatureHash.mix(words, UInt64(this.pointee.k250)))
      add(21, evidence.kind(of: index) << 16 | style << 8 | opens)
    }
    for offset in -1...1 where index + offset >= sentence.lowerBound && index + offset < sentence.upperBound {
      if names.base[index + offset] != 0 { addName(index, offset, writing, to: out, &count) }
    }
    for offset in -1...1 where index + offset >= sentence.lowerBound && index + offset < sentence.upperBound {
      if hints.base[index + offset] != 0 { addHint(index, offset, before, after, to: out, &count) }
    }
    // A capital of which nobody knows anything.
    if writings.base[index].isCapital, hints.base[index] & 0xFFFF == 0 {
      out[count] = FeatureHash.mix(writing, 0xB10A)
      count += 1
    }
    return count
  }

  /// Whether the words of a token's pairs are left out: then none of its features is lexical.
  @inline(__always)
  func isFar(_ index: Int, in sentence: Range<Int>) -> Bool {
    !(writings.base[index].isCapital || index > sentence.lowerBound && writings.base[index - 1].isCapital
      || index + 1 < sentence.upperBound && writings.base[index + 1].isCapital)
  }

  /// The lists of the name that a token or its neighbour is in.
  @inline(__always)
  private func addName(
    _ index: Int, _ offset: Int, _ writing: UInt64, to out: UnsafeMutablePointer<UInt64>, _ count: inout Int
  ) {
    let name = names.base[index + offset]
    let place = UInt64(name >> 16) << 8 | UInt64(offset + 1)
    out[count] = FeatureHash.mix(UInt64(name) << 16 | place, 0xB001)
    count += 1
    var lists = name & 0x7FFF
    while lists != 0 {
      out[count] = FeatureHash.mix(UInt64(lists.trailingZeroBitCount) << 16 | place, 0xB002)
      count += 1
      lists &= lists - 1
    }
    if offset == 0 {
      out[count] = FeatureHash.mix(UInt64(name) << 16 | writing, 0xB003)
      count += 1
    }
  }

  /// What others say of a token or its neighbour.
  @inline(__always)
  private func addHint(
    _ index: Int, _ offset: Int, _ before: UnsafePointer<WordInfo>, _ after: UnsafePointer<WordInfo>,
    to out: UnsafeMutablePointer<UInt64>, _ count: inout Int
  ) {
    @inline(__always) func add(_ kind: UInt64, _ value: UInt64) {
      out[count] = FeatureHash.mix(value, kind)
      count += 1
    }
    let hint = hints.base[index + offset]
    let place = UInt64(offset + 1)
    let (mention, name) = (UInt64(hint & 0xFFFF), UInt64(hint >> 16))
    // The type and the place in the mention, without the rule.
    let kind = mention & 0xC00F
    if mention != 0 {
      add(0xB101, mention << 2 | place)
      add(0xB102, kind << 2 | place)
    }
    if name != 0, name & 0x1FF != mention >> 9 & 0x1F { add(0xB103, name << 2 | place) }
    guard offset == 0 else { return }
    add(0xB104, UInt64(hint))
    add(0xB105, FeatureHash.mix(kind, info(index).pointee.shape))
    add(0xB106, FeatureHash.mix(mention, before.pointee.lower))
    add(0xB107, FeatureHash.mix(mention, after.pointee.lower))
    let both = mention << 16 | name & 0xF
    add(0xB108, FeatureHash.mix(both, UInt64(before.pointee.k250) << 8 | UInt64(after.pointee.case.rawValue)))
    add(0xB109, FeatureHash.mix(both, UInt64(after.pointee.k250) << 8 | UInt64(before.pointee.case.rawValue)))
  }
}
