import CopydeskIntake
import CopydeskTestSupport
import Glibc
import Testing

@Suite struct InputsTests {
  private func records(_ paths: [String], _ options: ReadingOptions = .init()) -> (records: [RawRecord], inputs: Inputs)
  {
    var inputs = Inputs(paths.map { .path($0) }, options: options)
    var records: [RawRecord] = []
    while let next = inputs.next() { if case .success(let record) = next { records.append(record) } }
    return (records, inputs)
  }

  @Test func walksFoldersSorted() {
    let folder = TemporaryFolder()
    for name in ["b.html", "a/z.txt", "a/.hidden.html", ".git/x.html", "c", "photo.jpeg", "B.txt", "a.html"] {
      folder.write(name, "text".utf8)
    }
    symlink(folder.path, "\(folder.path)/loop")
    let (records, inputs) = records([folder.path])
    #expect(
      records.map { String($0.provenance.id.dropFirst(folder.path.count + 1)) }
        == ["B.txt", "a/z.txt", "a.html", "b.html", "c"])
    #expect(inputs.findings.skipped == [".jpeg": 1])
    #expect(self.records(["\(folder.path)/photo.jpeg"]).records.count == 1, "a named file is always read")
  }

  @Test(arguments: [
    ("a.html", "plain", SourceFormat.html), ("a.txt", "<html>", .text), ("a.jsonl", "x", .jsonl),
    ("a", "\n <!DOCTYPE html><p>", .html), ("b", "{\"id\":1}", .jsonl), ("c", "Some text.", .text),
    ("d", "text <p>with</p> some markup", .html), ("e", "", .text),
  ])
  func findsTheFormat(_ name: String, _ content: String, _ format: SourceFormat) {
    let folder = TemporaryFolder()
    #expect(records([folder.write(name, content.utf8)]).records.first?.provenance.format == format)
  }

  @Test func cutsLines() {
    let folder = TemporaryFolder()
    let path = folder.write("a.jsonl", "{\"a\":1}\n\r\n\n{\"b\":2}\r\n{\"c\"".utf8)
    let records = records([path]).records
    #expect(records.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"a\":1}", "", "", "{\"b\":2}", "{\"c\""])
    #expect(records.map(\.provenance.offset) == [0, 8, 10, 11, 20])
    #expect(records.map(\.line) == [1, 2, 3, 4, 5])
    #expect(records.last?.provenance.id == "\(path)#5")
  }

  @Test func aLineTooLongIsOneErrorAndKeepsItsId() throws {
    let folder = TemporaryFolder()
    let long =
      "{\"id\":\"big\",\"text\":\"" + String(repeating: "x", count: 1_000_000)
      + "\"}\n{\"id\":\"next\",\"text\":\"\"}\n"
    let records = records([folder.write("a.jsonl", long.utf8)], ReadingOptions(maxBytes: 100_000)).records
    #expect(records.count == 2)
    #expect(records[0].failure?.code == .tooLarge && records[1].failure == nil)
    #expect(records[0].bytes.count <= 65536 && records[0].provenance.length > 1_000_000)
    var provenance = records[0].provenance
    #expect(throws: DocumentFailure.self) {
      try PageDecoder().decode(records[0], provenance: &provenance)
    }
    #expect(provenance.id == "big")
  }

  @Test func lengthsAroundTheLimit() {
    let folder = TemporaryFolder()
    for length in 95...105 {
      let path = folder.write("a.jsonl", String(repeating: "y", count: length).utf8)
      #expect((records([path], ReadingOptions(maxBytes: 100)).records.first?.failure != nil) == (length > 100))
    }
  }

  @Test func missingPathsAreProblems() {
    var inputs = Inputs([.path("/no/such/path")])
    guard case .failure(let problem)? = inputs.next() else { Issue.record("no problem"); return }
    #expect(problem.message == "No such file or directory")
    if inputs.next() != nil { Issue.record("one path gave two results") }
  }

  /// 'Kosovo.\n', packed by gzip.
  private let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xF3, 0xCE, 0x2F, 0xCE, 0x2F, 0xCB, 0xD7, 0xE3, 0x02,
    0x00, 0x42, 0x31, 0xF2, 0x1C, 0x08, 0x00, 0x00, 0x00,
  ]

  @Test func unpacksGzipMemberByMember() {
    let folder = TemporaryFolder()
    folder.write("two.txt.gz", packed + packed + [0, 0, 0])
    folder.write("bad.txt.gz", packed.dropLast(10))
    folder.write("odd.txt.gz", packed + Array("no gzip".utf8))
    folder.write("pictures.tar.gz", packed)
    let (records, inputs) = records([folder.path])
    #expect(inputs.findings.skipped == [".gz": 1])
    #expect(records.count == 1 && records.first?.failure == nil)
    #expect(records.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "Kosovo.\nKosovo.\n")
    #expect(records.last?.provenance.format == .text && records.last?.provenance.length == 16)
    for name in ["bad.txt.gz", "odd.txt.gz"] {
      var inputs = Inputs([.path("\(folder.path)/\(name)")])
      guard case .failure(let problem)? = inputs.next() else {
        Issue.record("\(name) was read")
        continue
      }
      #expect(problem.message.contains("gzip"))
    }
  }
}
