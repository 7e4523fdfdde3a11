import CopydeskText

/// What the plain words of a text say of where it was written (a sheriff: in the United States), and which of its names are
/// towns that govern themselves ('Norfolk City Council').
struct LocalCues: Sendable {
  /// The table of the binary.
  static let shared = LocalCues()

  /// The countries whose press has words of its own, in the order of their bits.
  private var countries: [UInt16] = []
  private var phrases = NameTable(capacity: 512)
  /// A bit for each key that a phrase begins with: every word of a text is asked, and few do.
  private var starts = [UInt64](repeating: 0, count: 64)
  /// The same for the words of the press: 'woman' says something beside a name only.
  private var pressStarts = [UInt64](repeating: 0, count: 64)

  /// Above the bits of the countries.
  private static let behindTown: Int32 = 1 << 16
  private static let beforeTown: Int32 = 1 << 17

  private init() {
    var meanings: [String: Int32] = [:]
    EmbeddedTable("cues.tsv").forEachLine { fields in
      guard fields.count == 3, let bit = bit(ofClass: fields[1]) else { return }
      for phrase in fields[2].utf8.split(separator: UInt8(ascii: "|")) {
        meanings[String(Substring(phrase)), default: 0] |= bit
      }
    }
    for (phrase, bits) in meanings {
      let text = Text(phrase)
      guard let first = Tokenizer.tokens(of: text).first else { continue }
      let key = Skeleton.shared.key(of: first, in: text)
      starts[Int(key >> 6 & 63)] |= 1 << (key & 63)
      if bits & (Self.behindTown - 1) != 0 { pressStarts[Int(key >> 6 & 63)] |= 1 << (key & 63) }
      phrases.add(phrase, value: bits)
    }
  }

  /// `press:US`, `behindTown` or `beforeTown`; nil for the classes of others.
  private mutating func bit(ofClass name: String) -> Int32? {
    switch name {
    case "behindTown": return Self.behindTown
    case "beforeTown": return Self.beforeTown
    default:
      guard name.hasPrefix("press:") else { return nil }
      let country = PublisherPlace.code(String(name.dropFirst(6)))
      if !countries.contains(country) { countries.append(country) }
      return countries.firstIndex(of: country).map { 1 << Int32($0) }
    }
  }

  private func length(of bits: Int32, _ page: CuedDocument, at index: Int, before end: Int) -> (
    length: Int, bits: Int32
  )? {
    guard index >= 0, index < end, starts[Int(page.keys[index] >> 6 & 63)] >> (page.keys[index] & 63) & 1 != 0 else {
      return nil
    }
    let match = phrases.longestMatch(page.keys, at: index, before: end) { entry, _ in
      phrases.entries[Int(entry)].value & bits != 0
    }
    return match.map { ($0.count, phrases.entries[Int($0.entry)].value) }
  }

  /// How often the text has words that only the press of a country has, by country.
  func press(of page: CuedDocument) -> [(country: UInt16, count: Int)] {
    var counts = countries.map { (country: $0, count: 0) }
    let all = Int32(1) << Int32(countries.count) - 1
    let (keys, starts) = (page.keys, pressStarts)
    var index = 0
    while index < keys.count {
      guard starts[Int(keys[index] >> 6 & 63)] >> (keys[index] & 63) & 1 != 0 else {
        index += 1
        continue
      }
      guard let match = length(of: all, page, at: index, before: page.tokens.count) else {
        index += 1
        continue
      }
      for number in counts.indices where match.bits >> Int32(number) & 1 != 0 { counts[number].count += 1 }
      index += match.length
    }
    return counts
  }

  /// Whether the words beside a name say that it is a town: 'Norfolk City Council', 'a Norfolk woman', 'the city of Norfolk'.
  func isTown(_ name: Range<Int>, in page: CuedDocument) -> Bool {
    var after = name.upperBound
    if page.isAttached(after), page.isSuffix(after) { after += 1 }
    if length(of: Self.behindTown, page, at: after, before: page.tokens.count) != nil { return true }
    return (1...3).contains { count in
      let start = name.lowerBound - count
      return length(of: Self.beforeTown, page, at: start, before: name.lowerBound)?.length == count
    }
  }
}

extension CuedDocument {
  /// Whether the token is an apostrophe with what follows it: the `'s` of "Norfolk's".
  fileprivate func isSuffix(_ index: Int) -> Bool {
    let first = text.bytes[Int(tokens[index].range.start)]
    return tokens[index].kind == .word && (first == UInt8(ascii: "'") || first == 0xE2)
  }
}
