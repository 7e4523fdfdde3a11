import CopydeskText

/// What a tagger sees of a word: everything here is a function of the word alone, so it is computed once for each.
struct WordForm {
  /// How it is written.
  enum Case: UInt8 {
    case lower, title, upper, initial, mixed, number, digits, mark, other

    /// Whether its first letter, or one inside, is a capital.
    @inline(__always)
    var isCapital: Bool { rawValue >= Self.title.rawValue && rawValue <= Self.mixed.rawValue }
  }

  /// A feature, and how many tokens to either side it is of use.
  struct Feature {
    let hash: UInt64
    let reach: Int
    /// Whether it tells the very word (itself, its beginning, its end), not its kind.
    var isLexical = false
  }

  private let exact: [UInt8]
  private let lower: [UInt8]
  let `case`: Case
  private(set) var features: [Feature] = []

  /// The parts of it that features of several words are made of.
  private(set) var info: WordInfo

  init(_ bytes: some Sequence<UInt8>, lexicon: Lexicon, endings: Endings = .none) {
    exact = Latinizer.latin(Array(bytes))
    lower = CaseFolding.folded(exact)
    let scalars = Self.scalars(exact)
    self.case = Self.writing(of: scalars)
    let folded = Self.foldingDigits(lower)
    let shape = Self.shape(scalars)
    let pattern = FeatureHash.of(Self.collapsed(shape))
    let stem = endings.isEmpty ? folded : endings.stem(of: folded)
    let bases = endings.bases(of: exact)
    let clusters = lexicon.clusters(of: Self.forms(exact, lower, bases, self.case))
    info = WordInfo(
      lower: Self.tag(1, FeatureHash.of(folded)), stem: Self.tag(1, FeatureHash.of(stem)), shape: Self.tag(2, pattern),
      nameKey: Self.nameKey(lower: lower, bases, lexicon), brown: clusters.hasBrown ? clusters.brown | 1 << 20 : 0,
      k250: clusters.k250, k1000: clusters.k1000, k4000: clusters.k4000, case: self.case)
    features.reserveCapacity(32)
    add(FeatureHash.of(folded), 1, reach: 2, isLexical: true)
    add(FeatureHash.of(exact), 2, reach: 0, isLexical: true)
    if !endings.isEmpty { add(FeatureHash.of(stem), 6, reach: 1, isLexical: true) }
    add(pattern, 3, reach: 2)
    add(FeatureHash.of(shape), 4, reach: 1)
    add(UInt64(self.case.rawValue), 5, reach: 2)
    addAffixes(folded)
    addClusters(clusters)
  }

  private mutating func add(_ hash: UInt64, _ kind: UInt64, reach: Int, isLexical: Bool = false) {
    features.append(Feature(hash: Self.tag(kind, hash), reach: reach, isLexical: isLexical))
  }

  private mutating func addAffixes(_ word: [UInt8]) {
    for length in 1...5 where word.count > length {
      add(FeatureHash.of(word.prefix(length)), UInt64(10 + length), reach: length == 3 ? 1 : 0, isLexical: length > 3)
      add(
        FeatureHash.of(word.suffix(length)), UInt64(20 + length), reach: length == 3 || length == 2 ? 1 : 0,
        isLexical: length > 3)
    }
    // The suffix with the writing: 'ing' in lower case says more than in a name.
    if word.count > 3 {
      add(FeatureHash.mix(FeatureHash.of(word.suffix(3)), UInt64(self.case.rawValue)), 30, reach: 0)
    }
  }

  private mutating func addClusters(_ clusters: Lexicon.Clusters) {
    if clusters.hasBrown {
      for length in [4, 6, 10, 20] as [UInt32] {
        add(UInt64(clusters.brown >> (20 - length)), UInt64(40 + length), reach: 2)
      }
      add(UInt64(clusters.brown) << 8 | UInt64(self.case.rawValue), 66, reach: 0)
    }
    if clusters.k250 != 0 {
      add(UInt64(clusters.k250), 70, reach: 2)
      add(UInt64(clusters.k1000), 71, reach: 2)
      add(UInt64(clusters.k4000), 72, reach: 2)
      add(UInt64(clusters.k1000) << 8 | UInt64(self.case.rawValue), 73, reach: 0)
    } else {
      add(UInt64(self.case.rawValue), 74, reach: 1)
    }
  }

  private static func tag(_ kind: UInt64, _ hash: UInt64) -> UInt64 {
    FeatureHash.mix(kind &* 0xA076_1D64_78BD_642F, hash)
  }

  /// The hash of a form in the tables of clusters.
  static func hash(of bytes: [UInt8]) -> UInt64 { FeatureHash.mix(FeatureHash.of(bytes), 77) }

  /// The key of a word in the lists of names: case and the marks of Latin letters are ignored.
  static func nameKey(of bytes: some Sequence<UInt8>) -> UInt64 {
    nameKey(lower: CaseFolding.folded(Latinizer.latin(Array(bytes))))
  }

  private static func nameKey(lower: [UInt8]) -> UInt64 { FeatureHash.of(Latinizer.plain(lower)) }

  /// The key of the word, or of the first of its base forms that the lists know if they don't know itself.
  private static func nameKey(lower: [UInt8], _ bases: [[UInt8]], _ lexicon: Lexicon) -> UInt64 {
    let key = nameKey(lower: lower)
    guard !bases.isEmpty, lexicon.singleLists(of: key) == nil else { return key }
    let others = bases.lazy.map { nameKey(lower: CaseFolding.folded($0)) }
    return others.first { lexicon.singleLists(of: $0) != nil } ?? key
  }

  /// The forms under which to look for its clusters: NEWARK is looked up as Newark too, Boeinga as Boeing.
  private static func forms(_ exact: [UInt8], _ lower: [UInt8], _ bases: [[UInt8]], _ writing: Case) -> [UInt64] {
    var forms = [hash(of: exact)]
    if writing == .upper, exact.count > 1, exact[0] < 0x80 { forms.append(hash(of: [exact[0]] + lower.dropFirst())) }
    if lower != exact { forms.append(hash(of: lower)) }
    for base in bases { forms.append(hash(of: base)) }
    return forms
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(UInt32.init) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  private static func foldingDigits(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "0") : $0 }
  }

  private static func writing(of scalars: [UInt32]) -> Case {
    var (upper, lower, digits, other) = (0, 0, 0, 0)
    for scalar in scalars {
      switch CharacterKind(scalar) {
      case .upper: upper += 1
      case .lower: lower += 1
      case .digit: digits += 1
      case .other: other += 1
      }
    }
    if upper + lower == 0 { return digits == 0 ? .mark : other == 0 ? .digits : .number }
    if upper == 0 { return digits == 0 ? .lower : .other }
    if lower == 0 { return upper == 1 ? .initial : .upper }
    return upper == 1 && scalars.first.map { CharacterKind($0) == .upper } == true ? .title : .mixed
  }

  /// A letter for each character: `A`, `a`, `0`, or the character itself.
  private static func shape(_ scalars: [UInt32]) -> [UInt8] {
    scalars.prefix(24).map { scalar in
      switch CharacterKind(scalar) {
      case .upper: UInt8(ascii: "A")
      case .lower: UInt8(ascii: "a")
      case .digit: UInt8(ascii: "0")
      case .other: scalar < 0x80 ? UInt8(scalar) : UInt8(ascii: "?")
      }
    }
  }

  /// The shape with runs of one letter as one: `Aa` for any capitalised word.
  private static func collapsed(_ shape: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(shape.count)
    for byte in shape where out.last != byte { out.append(byte) }
    return out
  }
}

/// The coarse kinds of character that shapes go by.
enum CharacterKind {
  case upper, lower, digit, other

  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self =
        switch scalar {
        case 0x61...0x7A: .lower
        case 0x41...0x5A: .upper
        case 0x30...0x39: .digit
        default: .other
        }
    } else if CaseFolding.isUpper(scalar) {
      self = .upper
    } else if scalar >= 0xDF && scalar < 0x2000 && scalar != 0xF7 {
      self = .lower
    } else {
      self = scalar > 0x2BFF ? .lower : .other
    }
  }
}

/// The parts of a word that features of several words are made of.
struct WordInfo {
  var lower: UInt64 = 0
  /// The same for all forms of a word that differ in their case ending.
  var stem: UInt64 = 0
  var shape: UInt64 = 0
  var nameKey: UInt64 = 0
  /// The Brown path with a bit above it; 0: none.
  var brown: UInt32 = 0
  var k250: UInt16 = 0
  var k1000: UInt16 = 0
  var k4000: UInt16 = 0
  /// The lists of names that it stands in on its own.
  var lists: UInt16 = 0
  var `case`: WordForm.Case = .mark
  /// Whether it is a mark of social media: `@`, `#`, an address.
  var isSocial = false

  /// Whether its first letter, or one inside, is a capital.
  var isCapital: Bool { self.case.isCapital }

  var brown6: UInt64 { UInt64(brown >> 14) }
  var brown10: UInt64 { UInt64(brown >> 10) }

  /// What stands before the first and behind the last word of a sentence.
  static let edge = WordInfo(lower: 0xE19E_0001, stem: 0xE19E_0001, shape: 0xE19E_0002, nameKey: 0xE19E_0003)
}

/// How a word is written, in one byte: what passes over a whole document need of it.
struct Writing {
  private let bits: UInt8

  @inline(__always)
  init(_ info: WordInfo) { bits = info.case.rawValue | (info.isSocial ? 0x80 : 0) }

  @inline(__always)
  var `case`: WordForm.Case { WordForm.Case(rawValue: bits & 0x7F) ?? .other }
  @inline(__always)
  var isCapital: Bool { self.case.isCapital }
  @inline(__always)
  var isSocial: Bool { bits & 0x80 != 0 }
}
