import CopydeskText

/// A compiled list of names of the user's, read where it lies: nothing is parsed, copied or allocated at the start.
///
/// A header, and behind it a compiled gazetteer as the built-in one is (docs/internals/GAZETTEER.md). `NameListCompiler`
/// writes it. What the bytes say is not believed: whatever they are, nothing outside them is read.
public struct NameList: Sendable {
  /// Why bytes are no list that can be used.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// They do not begin as one does.
    case isOther
    /// A later version of the format, which is given.
    case isNewer(UInt32)
    /// Compiled where words are told apart or folded differently, so that its names would not be found.
    case isStale
    /// So many bytes are there, so many should be.
    case isCutOff(Int, Int)
    /// Not the bytes that were written.
    case isDamaged

    /// For the user, one line.
    public var description: String {
      switch self {
      case .isOther: "no compiled list of names"
      case .isNewer(let version): "compiled by a later version of Copydesk (format \(version), this one reads 1)"
      case .isStale:
        "compiled by a version of Copydesk that reads words differently; compile it again with copydesk-workshop build-gazetteer"
      case .isCutOff(let count, let whole): "cut off or continued: \(count) bytes, \(whole) were written"
      case .isDamaged: "damaged: its bytes are not those that were written"
      }
    }
  }

  /// `CPDNAMES` as a little-endian number.
  private static let magic: UInt64 = 0x5345_4D41_4E44_5043
  private static let version: UInt32 = 1
  /// Magic; version and folding, of four bytes each; the size of the content and its checksum, of eight bytes each.
  private static let headerSize = 32
  /// The type of a thing whose names are none.
  static let killed: UInt8 = 0xFF

  /// Stands for the list in the hash of a run: the same for the same names in the same order.
  public let fingerprint: UInt64
  private let content: Gazetteer
  private let owner: any AnyObject & Sendable

  /// Whether bytes begin as a compiled list does; all others may be one as text.
  public static func isCompiled(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 8 && bytes.loadUnaligned(as: UInt64.self) == magic.littleEndian
  }

  /// The list in these bytes.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - owner: keeps them where they are.
  ///   - release: is told which part has been checked and is not needed until a name is looked up.
  /// - Throws: `Failure`, if they are not as they were written, or not for this version.
  /// - Complexity: O(bytes): each is read once, some ten milliseconds for a hundred megabytes.
  public init(
    _ bytes: UnsafeRawBufferPointer, owner: any AnyObject & Sendable,
    releasing release: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(Failure) {
    guard Self.isCompiled(bytes) else { throw .isOther }
    guard bytes.count >= Self.headerSize else { throw .isCutOff(bytes.count, Self.headerSize) }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version <= Self.version else { throw .isNewer(version) }
    let folding = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    let size = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    fingerprint = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    let content = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
    guard size == UInt64(content.count) else {
      throw .isCutOff(bytes.count, Int(truncatingIfNeeded: size &+ UInt64(Self.headerSize)))
    }
    var sum = Checksum(version: version, folding: folding, size: size)
    sum.add(content, releasing: release)
    guard version == Self.version, sum.value == fingerprint, let compiled = CompiledGazetteer(content) else {
      throw .isDamaged
    }
    guard folding == Self.folding else { throw .isStale }
    (self.content, self.owner) = (Gazetteer(compiled), owner)
  }

  /// A file with that content.
  static func file(of content: [UInt8], folding: UInt32 = folding) -> [UInt8] {
    var sum = Checksum(version: version, folding: folding, size: UInt64(content.count))
    content.withUnsafeBytes { sum.add($0) { _ in } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerSize + content.count)
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(magic)
    append(version)
    append(folding)
    append(UInt64(content.count))
    append(sum.value)
    return bytes + content
  }

  /// How many things it has.
  public var count: Int { content.compiled.rowCount }

  /// A thing of the list; nil if there is none with that number.
  func row(_ number: Int) -> UserGazetteer.Row? {
    guard number >= 0, number < count else { return nil }
    let row = Int32(truncatingIfNeeded: number)
    let type = Int(content.compiled.load(row, 28, as: UInt8.self))
    return UserGazetteer.Row(
      name: content.string(row, .name) ?? "",
      type: type < EntityType.allCases.count ? EntityType.allCases[type] : nil, id: content.string(row, .id))
  }

  /// What a thing is; nil if its names are none.
  func type(_ number: Int) -> EntityType? {
    guard number >= 0, number < count else { return nil }
    let type = Int(content.compiled.load(Int32(truncatingIfNeeded: number), 28, as: UInt8.self))
    return type < EntityType.allCases.count ? EntityType.allCases[type] : nil
  }

  /// What finds its names in a text; good as long as the list is there.
  var matcher: NameMatcher {
    NameMatcher(names: content.names, lowerNames: content.minorNames, rowCount: count)
  }

  /// Whether a capital is in the word.
  static func hasCapital(_ token: Token) -> Bool {
    token.kind == .word && !token.flags.isDisjoint(with: [.capitalised, .innerCapital, .allCaps])
  }

  /// Stands for the way in which words are told apart and folded: the keys of a text with all that is difficult in it.
  static let folding: UInt32 = {
    let text = Text(
      """
      Šćepan O’Brien-Çelik & Co. Straße U.S. 3M's Вучић Đorđe AT&T C++ İstanbul l'Ölçü 1,000.5 x@y.org #tag — „Ruža“ \
      al-Qaeda d'Ivoire №5 €20 iPhone's Türkiye’nin Ἀθῆναι 東京 naïve St. (Ltd.) ¡Olé! A/S G20
      """)
    var hash = FoldedHash()
    for token in Tokenizer.tokens(of: text) {
      withUnsafeBytes(of: Skeleton.shared.key(of: token, in: text).littleEndian) { for byte in $0 { hash.add(byte) } }
    }
    return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }()
}

/// Four sums side by side, so that the processor waits for memory and not for itself. It finds damage, not malice.
private struct Checksum {
  private var lanes: SIMD4<UInt64>
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let block = 4 << 20

  init(version: UInt32, folding: UInt32, size: UInt64) {
    lanes = SIMD4(UInt64(version), UInt64(folding), size, Self.factor)
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer, releasing release: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    while start < bytes.count {
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + Self.block)])
      add(part)
      release(part)
      start += part.count
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
      let product = (sum ^ UInt64(littleEndian: word)) &* Self.factor
      return product ^ product >> 29
    }
    var offset = 0
    while offset + 32 <= bytes.count {
      a = mixed(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b = mixed(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      c = mixed(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      d = mixed(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    while offset < bytes.count {
      a = mixed(a, UInt64(bytes[offset]))
      offset += 1
    }
    lanes = SIMD4(a, b, c, d)
  }

  var value: UInt64 {
    var sum: UInt64 = 0
    for lane in 0..<4 {
      sum = (sum ^ lanes[lane]) &* Self.factor
      sum ^= sum >> 29
    }
    return sum
  }
}
