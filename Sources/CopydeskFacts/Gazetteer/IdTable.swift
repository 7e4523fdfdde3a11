import CopydeskText

/// People, bodies and other things with Wikidata ids, by their names: `Gazetteer/ids.tsv`, searched where it lies.
///
/// Its lines are sorted by the hash of the name (`NameTable.step`), of which they begin with 42 bits. A name of it never
/// makes a mention: it is asked what something that has been recognised may be. So it can hold hundreds of thousands of
/// names that would be plain words and other people's elsewhere, and costs a text that names nobody nothing.
struct IdTable: Sendable {
  /// What a thing is; the values are the letters of the file.
  enum Kind: UInt8, Sendable {
    case person = 0x50
    case organization = 0x4F
    case event = 0x45
    case product = 0x52
    case facility = 0x46

    /// The kind that a mention of the type has; nil: the table has none.
    init?(_ type: EntityType) {
      switch type {
      case .person: self = .person
      case .organization: self = .organization
      case .event: self = .event
      case .product: self = .product
      case .facility: self = .facility
      default: return nil
      }
    }
  }

  /// How the name is related to the thing.
  enum Form: UInt8, Sendable {
    /// Its first name.
    case main = 0x6D
    /// A further one.
    case alias = 0x61
    /// What the news calls it where it is clear what is meant: Newcastle, the Dolphins, Labour.
    case short = 0x73
  }

  /// Something that a name may mean.
  struct Thing: Sendable {
    let form: Form
    /// 0…9: how well known it is.
    let rank: UInt8
    /// The two letters of its country as one number; 0: none.
    let country: UInt16
    /// What it is known for, two letters as one number; 0: not known.
    let field: UInt16
    /// The number of its Wikidata id.
    let number: UInt32
    fileprivate let name: Range<Int>
  }

  /// The one table that all share.
  static let shared = IdTable(EmbeddedTable("ids.tsv"))

  /// What a line has before its id: seven digits of the hash, kind, form, rank, country and field.
  private static let headSize = 14
  private static let hashSize = 7
  /// The digits, in the order of their bytes.
  private static let digits = Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)
  /// Where a search becomes a walk: some lines.
  private static let window = 256

  private let file: EmbeddedTable
  private var bytes: UnsafeBufferPointer<UInt8> { file.bytes }

  /// A table in the bytes of its file.
  init(_ file: EmbeddedTable) { self.file = file }

  /// The canonical name of a thing.
  func name(of thing: Thing) -> String { String(decoding: bytes[thing.name], as: UTF8.self) }

  /// The letters of a thing's country; nil without one.
  func country(of thing: Thing) -> String? {
    thing.country == 0
      ? nil : String(decoding: [UInt8(thing.country >> 8), UInt8(thing.country & 0xFF)], as: UTF8.self)
  }

  /// What the name with that hash may mean, of a kind. - Complexity: O(log n).
  func things(_ hash: UInt64, _ kind: Kind) -> [Thing] {
    var found: [Thing] = []
    var line = firstLine(of: hash)
    while line < bytes.count, order(of: line, hash) == 0 {
      let end = endOfLine(line)
      if bytes[line + Self.hashSize] == kind.rawValue, let thing = thing(line..<end) { found.append(thing) }
      line = end + 1
    }
    return found
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  /// The first line whose hash is not below; the end of the file if there is none.
  private func firstLine(of hash: UInt64) -> Int {
    var (low, high) = (0, bytes.count)
    // All lines that begin before `low` are below the hash.
    while high - low > Self.window {
      let middle = endOfLine(low + (high - low) / 2) + 1
      if middle >= high { break }
      if order(of: middle, hash) < 0 { low = middle } else { high = middle }
    }
    while low < bytes.count, order(of: low, hash) < 0 { low = endOfLine(low) + 1 }
    return low
  }

  /// Whether the hash of the line is below (−1), the same (0) or above.
  @inline(__always)
  private func order(of line: Int, _ hash: UInt64) -> Int {
    guard line + Self.headSize < bytes.count else { return 1 }
    for place in 0..<Self.hashSize {
      let digit = Self.digits[Int(hash >> UInt64(58 - 6 * place) & 63)]
      if bytes[line + place] != digit { return bytes[line + place] < digit ? -1 : 1 }
    }
    return 0
  }

  private func thing(_ line: Range<Int>) -> Thing? {
    let start = line.lowerBound
    func letters(_ offset: Int) -> UInt16 {
      let first = bytes[start + offset]
      return first == UInt8(ascii: " ") ? 0 : UInt16(first) << 8 | UInt16(bytes[start + offset + 1])
    }
    guard let form = Form(rawValue: bytes[start + 8]) else { return nil }
    var (number, index) = (UInt32(0), start + Self.headSize + 1)
    while index < line.upperBound, bytes[index] != 0x09 {
      number = number &* 10 &+ UInt32(bytes[index] &- 0x30)
      index += 1
    }
    guard index < line.upperBound else { return nil }
    return Thing(
      form: form, rank: bytes[start + 9] &- 0x30, country: letters(10), field: letters(12), number: number,
      name: index + 1..<line.upperBound)
  }
}
