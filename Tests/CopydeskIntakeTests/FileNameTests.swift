import CopydeskIntake
import CopydeskTestSupport
import Glibc
import Testing

/// Names of files are bytes, and the output is no input.
@Suite struct FileNameTests {
  private static let name = Array("caf".utf8) + [0xE9] + Array(" 100%.html".utf8)

  /// A folder with one page of that name, and the path of the page.
  private func page(in folder: TemporaryFolder) -> FileName {
    let file = FileName(bytes: Array("\(folder.path)/".utf8) + Self.name)
    folder.write("page.html", "<p>Text.</p>".utf8)
    let isMoved = file.withCString { rename("\(folder.path)/page.html", $0) } == 0
    #expect(isMoved)
    return file
  }

  private func results(_ paths: [InputPath], _ options: ReadingOptions = .init()) -> (
    records: [RawRecord], problems: [InputProblem], notes: [String]
  ) {
    var inputs = Inputs(paths, options: options)
    var (records, problems): ([RawRecord], [InputProblem]) = ([], [])
    while let next = inputs.next() {
      switch next {
      case .success(let record): records.append(record)
      case .failure(let problem): problems.append(problem)
      }
    }
    return (records, problems, inputs.findings.notes)
  }

  @Test func namesThatAreNoUTF8AreRead() throws {
    let folder = TemporaryFolder()
    let file = page(in: folder)
    for path in [folder.path, FileName.argument(file.bytes)] {
      let found = results([.path(path)])
      let record = try #require(found.records.first)
      #expect(found.records.count == 1 && found.problems.isEmpty)
      #expect(record.provenance.path == "\(folder.path)/caf%E9 100%25.html" && record.warnings == [.pathEscaped])
      #expect(FileName(escaped: record.provenance.path)?.bytes == file.bytes)
      #expect(try WARCReaderTests.decode(record).warnings.contains(.pathEscaped))
    }
    let missing = results([.path(FileName.argument(Array("/no/\u{E9}".utf8) + [0xFF]))])
    #expect(missing.problems.map(\.path) == ["/no/é%FF"])
  }

  @Test func otherNamesStandAsTheyAre() {
    for text in ["", "a b", "100%.html", "%E9", "čaj\n\t.html", "😀", "\u{10FFE9}"] {
      let name = FileName(text)
      #expect(name.description == text && !name.isEscaped)
      #expect(FileName(argument: FileName.argument(Array(text.utf8))).bytes == Array(text.utf8))
      if !text.contains("\u{10FFE9}") { #expect(FileName.argument(Array(text.utf8)) == text) }
    }
    let folder = TemporaryFolder()
    let found = results([.path(folder.write("two\nlines \u{1B}[2J.html", "<p>x</p>".utf8))])
    #expect(found.records.count == 1 && found.records[0].warnings.isEmpty)
  }

  /// All bytes, in all neighbourhoods: nothing is lost on any way.
  @Test func everyByteComesBack() {
    var random = SystemRandomNumberGenerator()
    for round in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) }
      let name = FileName(bytes: round < 255 ? [UInt8(round + 1)] : bytes)
      #expect(FileName(argument: FileName.argument(name.bytes)) == name)
      if name.isEscaped { #expect(FileName(escaped: name.description) == name, "\(name.bytes)") }
    }
  }

  @Test func whatMayNotBeLookedAtIsTold() {
    let folder = TemporaryFolder()
    folder.write("in/a.html", "<p>x</p>".utf8)
    chmod("\(folder.path)/in", 0o400)
    defer { chmod("\(folder.path)/in", 0o700) }
    let found = results([.path(folder.path)])
    // Root may look at everything.
    #expect(found.records.count + found.problems.count == 1)
  }

  @Test func theOutputIsPassedOver() throws {
    let folder = TemporaryFolder()
    folder.write("in/a.html", "<p>x</p>".utf8)
    let file = folder.write("in/z.jsonl", "{\"text\":\"x\"}\n".utf8)
    folder.write("in/out/b.html", "<p>x</p>".utf8)
    var options = ReadingOptions()
    options.excluded = [
      try #require(FileIdentity(path: file)), try #require(FileIdentity(path: "\(folder.path)/in/out")),
    ]
    let found = results([.path("\(folder.path)/in")], options)
    #expect(found.records.map { $0.provenance.path } == ["\(folder.path)/in/a.html"])
    #expect(found.notes.count == 2 && found.notes.allSatisfy { $0.hasSuffix("it is the output") })
    // By another name it is the same file.
    symlink(file, "\(folder.path)/link.jsonl")
    #expect(results([.path("\(folder.path)/link.jsonl")], options).records.isEmpty)
    #expect(FileIdentity(path: "\(folder.path)/link.jsonl") == FileIdentity(path: file))
    #expect(FileIdentity(path: "\(folder.path)/none") == nil && FileIdentity(descriptor: -1) == nil)
    let descriptor = open(file, O_RDONLY)
    defer { close(descriptor) }
    #expect(FileIdentity(descriptor: descriptor) == FileIdentity(path: file))
  }
}
