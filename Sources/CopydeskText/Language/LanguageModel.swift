import CCopydeskData
import Glibc
import Synchronization

/// How often languages have their commonest trigrams and words: `Models/language-model.tsv`, read on first use.
struct LanguageModel: Sendable {
  /// The languages of one script and their features.
  struct Section: Sendable {
    /// BCP 47, in the order of the rows' columns: first our languages, then those that are known only so that their texts
    /// are not called by ours.
    fileprivate(set) var tags: [String] = []
    /// How many of them are ours.
    private(set) var own = 0
    /// For each language, the mean of the half bits of a text's trigrams, as the table has it.
    fileprivate(set) var usualMeans: [Double] = []
    /// The cells of a row: one for each language, filled up to whole vectors.
    private(set) var width = 0
    /// A row of features for each key: the steps above 2^-24 in which a language has the feature, half a bit each.
    fileprivate var rows = KeyTable()
    fileprivate var cells: [UInt8] = []
    /// For each language, the words that tell it from the others.
    fileprivate(set) var tellingWords: [TellingWords] = []

    /// A section, read.
    fileprivate init(_ part: Part) {
      setTags(own: part.own, others: part.others)
      LanguageModel.forEachLine(of: part.lines) { feature, digits in
        _ = add(LanguageModel.key(of: feature), isWord: feature.first == UInt8(ascii: "="), digits)
      }
    }

    /// A `~` marks a language that was counted in texts unlike news.
    private mutating func setTags(own: [String], others: [String]) {
      tags = own.map { $0.utf8.last == UInt8(ascii: "~") ? String($0.dropLast()) : $0 } + others
      self.own = own.count
      width = (tags.count + 15) / 16 * 16
      tellingWords = tags.map { _ in TellingWords() }
      usualMeans = own.map { $0.utf8.last == UInt8(ascii: "~") ? -Self.distance : 0 } + others.map { _ in 0 }
    }

    /// Takes a feature's cells, a digit for each language or a sign for some zeros; of a common word, what it tells. False
    /// if there are not as many as languages.
    private mutating func add(_ key: UInt64, isWord: Bool, _ digits: UnsafeBufferPointer<UInt8>) -> Bool {
      let start = cells.count
      // Of our languages the highest, its language, and the second highest.
      var (highest, language, second): (UInt8, Int, UInt8) = (0, 0, 0)
      cells.append(contentsOf: repeatElement(0, count: width))
      var index = 0
      // Of three characters; letters alone and words tell nothing of the mean.
      let isTrigram = !isWord && key >> 32 != 0
      for digit in digits {
        if digit < UInt8(ascii: "0") {
          index += Int(digit &- 31)
          continue
        }
        guard index < tags.count else { break }
        let value = LanguageModel.value(ofDigit: digit)
        cells[start + index] = value
        if isTrigram { usualMeans[index] += LanguageModel.shares[Int(value & 63)] }
        if index < own {
          if value > highest {
            (second, highest, language) = (highest, value, index)
          } else if value > second {
            second = value
          }
        }
        index += 1
      }
      guard index == tags.count else {
        cells.removeLast(width)
        return false
      }
      rows[key] = Int32(start / width)
      if isWord, highest >= second + TellingWords.lead { tellingWords[language].insert(key) }
      return true
    }

    /// By so many half bits news is less usual in a language that was counted in other texts.
    private static let distance = 2.5

    /// The row of a feature: where its cells start, nil if it is none.
    func row(_ key: UInt64) -> Int? { rows[key].map { Int($0) * width } }

    /// Adds a row to the scores: no cell counts for less than `least`.
    @inline(__always)
    func add(_ row: Int, to scores: inout [Int32], least: Int32 = 0) {
      // No bounds are checked inside, so the compiler takes many languages at a time. Safe: a row has a cell for each
      // language, and so have the scores.
      precondition(scores.count == tags.count && row + tags.count <= cells.count)
      cells.withUnsafeBufferPointer { cells in
        scores.withUnsafeMutableBufferPointer { scores in
          for index in 0..<scores.count { scores[index] &+= max(Int32(cells[row &+ index]), least) }
        }
      }
    }

    /// Adds a row to the scores, each cell at least the floor, and as it stands to the sums; in one loop over plain memory,
    /// which is half of what telling a language costs. Narrow numbers, so that the processor takes many at a time: after
    /// `rowsAtMost` rows they might not hold any more.
    @inline(__always)
    func add(_ row: Int, atLeast floor: UInt8, to scores: inout [UInt16], sums: inout [UInt16]) {
      precondition(scores.count == width && sums.count == width && row + width <= cells.count)
      // Safe: both arrays have a place for each cell of a row.
      cells.withUnsafeBytes { cells in
        scores.withUnsafeMutableBytes { scores in
          sums.withUnsafeMutableBytes { sums in
            for index in stride(from: 0, to: width, by: 16) {
              let cell = cells.loadUnaligned(fromByteOffset: row + index, as: SIMD16<UInt8>.self)
              let least = SIMD16<UInt8>(repeating: floor)
              let score = SIMD16<UInt16>(truncatingIfNeeded: cell.replacing(with: least, where: cell .< least))
              let oldScore = scores.loadUnaligned(fromByteOffset: index * 2, as: SIMD16<UInt16>.self)
              let oldSum = sums.loadUnaligned(fromByteOffset: index * 2, as: SIMD16<UInt16>.self)
              scores.storeBytes(of: oldScore &+ score, toByteOffset: index * 2, as: SIMD16<UInt16>.self)
              sums.storeBytes(
                of: oldSum &+ SIMD16<UInt16>(truncatingIfNeeded: cell), toByteOffset: index * 2,
                as: SIMD16<UInt16>.self)
            }
          }
        }
      }
    }

    /// A cell is at most 61.
    static let rowsAtMost = 1000

    /// What one language has in a row.
    func cell(_ row: Int, _ language: Int) -> Int { Int(cells[row + language]) }
  }

  /// The shared model.
  static let shared = LanguageModel()

  /// A part of the file: the lines after one that begins with `#`.
  fileprivate struct Part {
    let own: [String]
    let others: [String]
    let lines: UnsafeBufferPointer<UInt8>
  }

  /// A section that is read when a text first needs it: most texts need one of them, and reading takes some milliseconds.
  private final class LazySection: Sendable {
    private let section = Mutex<Section?>(nil)

    func get(_ part: Part) -> Section {
      section.withLock { section in
        if let section { return section }
        let read = Section(part)
        section = read
        return read
      }
    }
  }

  /// The parts are slices of a constant of the binary, good for ever; hence they may be shared.
  private struct Parts: @unchecked Sendable {
    var sections: [Script: (part: Part, section: LazySection)] = [:]
    var variants: UnsafeBufferPointer<UInt8>?
  }

  private let parts: Parts

  /// The section of a script; nil if the model has none.
  func section(_ script: Script) -> Section? { parts.sections[script].map { $0.section.get($0.part) } }

  /// The script whose section has a language.
  func script(of tag: String) -> Script? {
    parts.sections.first {
      $0.value.part.own.contains { $0 == tag || $0 == "\(tag)~" } || $0.value.part.others.contains(tag)
    }?
    .key
  }

  /// What tells Bosnian, Croatian and Serbian from each other.
  static let variants: LanguageVariants = {
    var variants = LanguageVariants()
    if let lines = shared.parts.variants { forEachLine(of: lines) { variants.add($0[...], tags: $1[...]) } }
    return variants
  }()

  private init() {
    let table = copydesk_table("language-model.tsv")
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
    var parts = Parts()
    var start = Self.headline(in: bytes, from: 0)
    while start < bytes.count {
      let next = Self.headline(in: bytes, from: start + 1)
      let whole = UnsafeBufferPointer(rebasing: bytes[start..<next])
      let end = whole.firstIndex(of: UInt8(ascii: "\n")) ?? whole.count
      let fields = String(decoding: whole[..<end], as: UTF8.self).listed(by: UInt8(ascii: "\t"))
      let lines = UnsafeBufferPointer(rebasing: whole[min(end + 1, whole.count)...])
      if let script = fields.first.flatMap({ Script(name: String($0.dropFirst(2))) }) {
        let lists = fields.dropFirst().map(\.listedWords)
        let part = Part(own: lists.first ?? [], others: lists.count > 1 ? lists[1] : [], lines: lines)
        parts.sections[script] = (part, LazySection())
      } else if fields.first == "# variants" {
        parts.variants = lines
      }
      start = next
    }
    self.parts = parts
  }

  /// Where the next line that begins with `#` is.
  private static func headline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var start = start
    // Safe: the search stays inside the table.
    while start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "#")), bytes.count - start)
    {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if place == 0 || bytes[place - 1] == UInt8(ascii: "\n") { return place }
      start = place + 1
    }
    return bytes.count
  }

  /// Calls with the two fields of each line that has two.
  private static func forEachLine(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var end = start
      var tab = -1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
        if tab < 0, bytes[end] == UInt8(ascii: "\t") { tab = end }
        end += 1
      }
      if tab >= 0, tab + 1 < end {
        body(UnsafeBufferPointer(rebasing: bytes[start..<tab]), UnsafeBufferPointer(rebasing: bytes[(tab + 1)..<end]))
      }
      start = end + 1
    }
  }

  /// The key of a trigram or letter: its code points, 16 bits each.
  @inline(__always)
  static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
  }

  /// The key of a word, by the hash of its lower-case bytes.
  static func key(ofWord hash: UInt64) -> UInt64 { hash | 1 << 63 }

  private static func key(of feature: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if feature.first == UInt8(ascii: "=") {
      var hash = FoldedHash()
      for byte in feature.dropFirst() { hash.add(byte) }
      return key(ofWord: hash.value)
    }
    return String(decoding: feature, as: UTF8.self).unicodeScalars.reduce(0) { $0 << 16 | UInt64($1.value) }
  }

  /// For each value of a cell, itself by the share of trigrams that it stands for.
  fileprivate static let shares = (0..<64).map { $0 == 0 ? 0 : exp2(Double($0) / 2 - 24) * Double($0) }

  /// `0…9A…Za…z` are 0…61.
  fileprivate static func value(ofDigit digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "a")...: digit - UInt8(ascii: "a") + 36
    case UInt8(ascii: "A")...: digit - UInt8(ascii: "A") + 10
    default: digit - UInt8(ascii: "0")
    }
  }
}

/// Words that a language has much more often than the others of its script; a few others look like them.
struct TellingWords: Sendable {
  /// So many half bits more often than in any other language.
  static let lead: UInt8 = 3
  private static let mask: UInt64 = 0x3FFF
  /// A bit for each value of a short hash: 2 KiB, which stays in the cache while a text is read.
  private var bits = [UInt64](repeating: 0, count: Int(mask + 1) / 64)

  mutating func insert(_ key: UInt64) {
    let place = Self.place(of: key)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// Whether a word, by the hash of its lower-case bytes, is probably one of them.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    let place = Self.place(of: hash)
    return bits[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  /// The highest bit marks a word in the model's keys.
  private static func place(of hash: UInt64) -> Int { Int((hash ^ hash >> 40) & mask) }
}

/// A small open hash table from keys (never 0) to numbers.
struct KeyTable: Sendable {
  private var slots = Array(repeating: (key: UInt64(0), value: Int32(0)), count: 1024)
  private var count = 0

  subscript(key: UInt64) -> Int32? {
    @inline(__always)
    get {
      let place = find(key)
      return slots[place].key == key ? slots[place].value : nil
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 2 > slots.count { grow() }
      let place = find(key)
      if slots[place].key == 0 { count += 1 }
      slots[place] = (key, newValue)
    }
  }

  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
      while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
      return index
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (key: 0, value: 0), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[find(slot.key)] = slot }
  }
}
