import CopydeskText

/// What the plain words of a language say of where a text was written (a sheriff: in the United States), and which of its
/// names are towns that govern themselves ('Norfolk City Council').
struct LocalCues: Sendable {
  /// The countries whose press has words of its own, in the order of their bits.
  private var countries: [UInt16] = []
  private var phrases = NameTable(capacity: 512)
  /// A bit for each key that a phrase begins with: every word of a text is asked, and few do.
  private var starts = [UInt64](repeating: 0, count: 64)
  /// The same for the words of the press: 'woman' says something beside a name only.
  private var pressStarts = [UInt64](repeating: 0, count: 64)

  /// Above the bits of the countries.
  private static let afterTown: Int32 = 1 << 16
  private static let beforeTown: Int32 = 1 << 17

  /// The words of the `press` rows of a language's `names.tsv`, and of those beside towns.
  init(_ rows: inout RowReader) {
    var meanings: [String: Int32] = [:]
    func add(_ row: LanguageWords.Row, _ bit: Int32) {
      for phrase in row.spellings { meanings[phrase, default: 0] |= bit }
    }
    for row in rows.rows("press") { add(row, bit(ofCountry: row.value)) }
    for row in rows.rows("after-town") { add(row, Self.afterTown) }
    for row in rows.rows("before-town") { add(row, Self.beforeTown) }
    for (phrase, bits) in meanings {
      let text = Text(phrase)
      guard let first = Tokenizer.tokens(of: text).first else { continue }
      let key = Skeleton.shared.key(of: first, in: text)
      starts[Int(key >> 6 & 63)] |= 1 << (key & 63)
      if bits & (Self.afterTown - 1) != 0 { pressStarts[Int(key >> 6 & 63)] |= 1 << (key & 63) }
      phrases.add(phrase, value: bits)
    }
  }

  /// The bit of a country by its two letters; none of a seventeenth.
  private mutating func bit(ofCountry letters: String) -> Int32 {
    let country = PublisherPlace.code(letters)
    if !countries.contains(country) { countries.append(country) }
    return countries.firstIndex(of: country).map { $0 < 16 ? 1 << Int32($0) : 0 } ?? 0
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
    guard !countries.isEmpty else { return [] }
    let all = Int32(1) << Int32(min(countries.count, 16)) - 1
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
      for number in counts.indices.prefix(16) where match.bits >> Int32(number) & 1 != 0 { counts[number].count += 1 }
      index += match.length
    }
    return counts
  }

  /// Whether the words beside a name say that it is a town: 'Norfolk City Council', 'a Norfolk woman', 'the city of Norfolk'.
  func isTown(_ name: Range<Int>, in page: CuedDocument) -> Bool {
    var after = name.upperBound
    if page.isAttached(after), page.isSuffix(after) { after += 1 }
    if length(of: Self.afterTown, page, at: after, before: page.tokens.count) != nil { return true }
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
