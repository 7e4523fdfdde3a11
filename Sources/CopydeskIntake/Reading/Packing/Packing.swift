/// The kinds of packing.
enum Packing: CaseIterable {
  /// gzip (RFC 1952).
  case gzip
  /// Zstandard (RFC 8878).
  case zstd
  /// xz (liblzma's format).
  case xz
  /// bzip2.
  case bzip2
  /// Frames of LZ4.
  case lz4

  /// The packing of a file that begins so; nil if it is not packed.
  static func of(_ head: some Collection<UInt8>) -> Packing? {
    if let skipped = lengthOfSkippable(head) {
      // Such a frame tells nothing: Zstandard and LZ4 share it. What comes after it does, if that is in sight.
      let rest = head.dropFirst(skipped)
      return rest.isEmpty ? .zstd : of(rest) == .lz4 ? .lz4 : .zstd
    }
    return allCases.first { packing in
      guard head.starts(with: packing.magic) else { return false }
      guard packing == .bzip2 else { return true }
      // `BZh` may begin a text: a figure follows, and a block's mark or that of the end.
      let rest = head.dropFirst(packing.magic.count)
      return rest.first.map { (0x31...0x39).contains($0) } ?? false
        && (rest.count < 7 || rest.dropFirst().starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
          || rest.dropFirst().starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]))
    }
  }

  /// The bytes that every member begins with. The fourth byte of a gzip member holds flags, which vary.
  var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .bzip2: [0x42, 0x5A, 0x68]
    case .lz4: [0x04, 0x22, 0x4D, 0x18]
    }
  }

  /// Whether a member begins so, or (in Zstandard and LZ4) a frame that holds no data and is skipped.
  func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: magic) || (self == .zstd || self == .lz4) && Self.beginsSkippable(bytes)
  }

  /// The ending that it adds to a file's name.
  var ending: String {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    case .xz: ".xz"
    case .bzip2: ".bz2"
    case .lz4: ".lz4"
    }
  }

  /// A name without the ending of any packing: `a.warc` for `a.warc.gz`.
  static func unpackedName(of name: String) -> String {
    for packing in allCases where name.hasSuffix(packing.ending) { return String(name.dropLast(packing.ending.count)) }
    return name
  }

  /// - Parameter dictionary: that of the file, of Zstandard alone; empty if there is none.
  func makeUnpacker(dictionary: [UInt8] = []) throws(ReadError) -> any Unpacker {
    switch self {
    case .gzip: Inflater(.header)
    case .zstd: try ZstdUnpacker(dictionary: dictionary)
    case .xz: XZUnpacker()
    case .bzip2: Bzip2Unpacker()
    case .lz4: try LZ4Unpacker()
    }
  }

  private static func beginsSkippable(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.first.map { $0 & 0xF0 == 0x50 } == true && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  /// How many of the bytes are frames to skip, those that go on beyond the bytes included; nil if there is none.
  private static func lengthOfSkippable(_ head: some Collection<UInt8>) -> Int? {
    var length = 0
    while length < head.count, beginsSkippable(head.dropFirst(length)) {
      let size = head.dropFirst(length + 4).prefix(4)
      guard size.count == 4 else { return head.count }
      length += 8 + size.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    return length == 0 ? nil : min(length, head.count)
  }
}
