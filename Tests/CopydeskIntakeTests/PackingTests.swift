import CopydeskIntake
import CopydeskTestSupport
import Testing

/// Packed files: whole, cut off, damaged, and beginnings that promise what does not follow.
@Suite struct PackingTests {
  static let text = Array("Kosovo.\n".utf8)
  static let samples: [(name: String, bytes: [UInt8])] = [
    ("gz", Packed.gzip(text)), ("zst", Packed.zstd(text)), ("xz", Packed.xz), ("bz2", Packed.bzip2),
    ("lz4", Packed.lz4(text)),
  ]

  /// What became of a file: the records' texts, the codes of their failures, the problem.
  private func read(_ name: String, _ bytes: [UInt8]) -> (texts: [String], codes: [String], problem: String?) {
    let folder = TemporaryFolder()
    var inputs = Inputs([.path(folder.write(name, bytes))])
    var (texts, codes, problem): ([String], [String], String?) = ([], [], nil)
    while let next = inputs.next() {
      switch next {
      case .success(let record):
        if let failure = record.failure { codes.append(failure.code.rawValue) }
        texts.append(String(decoding: record.bytes, as: UTF8.self))
      case .failure(let found): problem = found.message
      }
    }
    return (texts, codes, problem)
  }

  @Test(arguments: samples.indices)
  func allKindsAreUnpacked(_ index: Int) {
    let (name, bytes) = Self.samples[index]
    let one = read("a.txt.\(name)", bytes)
    #expect(one.texts == ["Kosovo.\n"] && one.codes.isEmpty && one.problem == nil, "\(name): \(one)")
    // Two members, and padding.
    let two = read("a.txt.\(name)", bytes + bytes + [0, 0, 0, 0])
    #expect(two.texts == ["Kosovo.\nKosovo.\n"] && two.problem == nil, "\(name): \(two)")
    // The name need not tell it.
    #expect(read("a", bytes).texts == ["Kosovo.\n"])
    // What stands behind the last member is damage.
    #expect(read("a.txt.\(name)", bytes + Array("some junk here".utf8)).problem != nil, "\(name)")
  }

  /// The four bytes of Zstandard's magic as a whole archive once killed the process, and so did an archive with them at its
  /// end.
  @Test(arguments: samples.indices)
  func everyTruncationIsAnswered(_ index: Int) {
    let (name, bytes) = Self.samples[index]
    for end in 1..<bytes.count {
      for ending in ["html", "warc", "jsonl", "csv", "rss"] {
        let found = read("a.\(ending).\(name)", Array(bytes[..<end]))
        #expect(found.problem != nil || !found.codes.isEmpty || end < 6, "\(ending).\(name) of \(end) bytes: \(found)")
      }
    }
    let archive = WARCReaderTests.three.flatMap { $0 }
    for end in 1...min(12, bytes.count) {
      let tail = Array(bytes[..<end])
      for whole in [Packed.gzip(archive), Packed.zstd(archive), Packed.lz4(archive)] {
        let reading = WARCReaderTests.read(whole + tail, "a.warc")
        #expect(reading.ids.filter { $0.hasPrefix("urn:") }.count == 3, "\(name), \(end): \(reading.ids)")
      }
      _ = WARCReaderTests.read(archive + tail, "a.warc")
    }
  }

  @Test func archivesInEveryPacking() {
    let archive = WARCReaderTests.three.flatMap { $0 }
    for packed in [Packed.gzip(archive), Packed.zstd(archive), Packed.lz4(archive)] {
      #expect(WARCReaderTests.read(packed, "a").ids == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    }
  }

  @Test func eachByteChanged() {
    for (name, bytes) in Self.samples {
      for index in bytes.indices {
        for change: UInt8 in [1, 0x80, 0xFF] {
          var damaged = bytes
          damaged[index] ^= change
          _ = read("a.txt.\(name)", damaged)
          _ = read("a.warc.\(name)", damaged)
        }
      }
    }
  }

  @Test func framesToSkip() {
    let skip: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]
    #expect(read("a", skip + Packed.zstd(Self.text)).texts == ["Kosovo.\n"])
    #expect(read("a", skip + skip + Packed.zstd(Self.text) + skip).texts == ["Kosovo.\n"])
    #expect(read("a", skip + Packed.lz4(Self.text)).texts == ["Kosovo.\n"])
    // One that says it has four gigabytes.
    let endless: [UInt8] = [0x5F, 0x2A, 0x4D, 0x18, 0xFF, 0xFF, 0xFF, 0xFF] + Packed.zstd(Self.text)
    #expect(read("a", endless).problem?.contains("cut off") == true)
    let archive = WARCReaderTests.three.map { Packed.zstd($0) }
    #expect(WARCReaderTests.read(skip + archive[0] + skip + archive[1], "a.warc.zst").failures == [])
  }

  @Test func whatZstandardCannotUnpackIsNamed() {
    // A frame that names the dictionary 0x0494_56DB; one with a window of 2 GiB.
    let dictionary: [UInt8] = [
      0x28, 0xB5, 0x2F, 0xFD, 0x63, 0xDB, 0x56, 0x90, 0x34, 0x94, 0x05, 0xB5, 0x20, 0x00, 0xF4,
    ]
    #expect(read("a.html.zst", dictionary).problem?.contains("dictionary") == true)
    let window: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA8, 0xB5, 0x1F, 0x00, 0x4A, 0x45]
    #expect(read("a.html.zst", window).problem?.contains("window") == true)
  }

  @Test func packedTwiceIsNamed() {
    let found = read("a.html.gz.gz", Packed.gzip(Packed.gzip(Self.text)))
    #expect(found.codes == ["unsupported-format"])
  }

  /// A text may begin with the letters of a magic.
  @Test func lettersOfBzip2AreNoPacking() {
    for text in ["BZh", "BZh9 is how it begins", "BZhell"] {
      #expect(read("a.txt", Array(text.utf8)).texts == [text])
    }
  }
}
