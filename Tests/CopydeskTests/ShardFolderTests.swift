import CopydeskTestSupport
import Foundation
import Synchronization
import Testing

@testable import Copydesk
@testable import CopydeskIntake

@Suite struct ShardFolderTests {
  private func plan(_ folder: TemporaryFolder, size: Int = 3) throws -> ShardPlan {
    ShardPlan(
      try Pipeline(), inputs: [.path("a")], share: .all, folder: "\(folder.path)/out", documentsPerShard: size,
      rejects: "\(folder.path)/rejects.jsonl")
  }

  private func lines(_ number: Int) -> DocumentLines {
    let failure = number % 4 == 0 ? DocumentFailure(code: .badJSON, stage: "decode", message: "") : nil
    return DocumentLines(
      bytes: Array("{\"n\":\(number)}\n".utf8), sourceBytes: 1, warnings: [.emptyText], failure: failure)
  }

  /// What is read for it: three documents a file.
  private func read(_ number: Int) -> RawRecord {
    let place = Provenance(id: "\(number)", path: "f\(number / 3)", offset: number, length: 1, format: .jsonl)
    return RawRecord(provenance: place, bytes: [UInt8(number)])
  }

  /// The complete files of a folder, by name.
  private func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder.path))
    where name.hasSuffix("l") || name.hasSuffix("n") {
      files[name] = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }
    return files
  }

  /// Writes documents until a number, then stops, as a killed run does, or ends.
  private func run(_ folder: TemporaryFolder, until end: Int, resumes: Bool, ends: Bool) throws -> [Shard] {
    let shards = try ShardFolder(plan(folder), resumes: resumes)
    for number in 0..<end { shards.book.enter(.success(read(number))) }
    for number in shards.documentsDone..<end { #expect(shards.write(lines(number)) == nil) }
    if ends { #expect(shards.finish(isWhole: true) == nil) }
    return shards.shards
  }

  @Test func aResumedRunHasTheBytesOfAnUndisturbedOne() throws {
    let whole = TemporaryFolder()
    let shards = try run(whole, until: 10, resumes: false, ends: true)
    #expect(shards.map(\.counts.documents) == [3, 3, 3, 1] && shards.map(\.counts.failures) == [1, 1, 1, 0])
    let expected = try contents(whole)
    #expect(expected.count == 9 && expected["rejects.jsonl"] == "{\"n\":0}\n{\"n\":4}\n{\"n\":8}\n")
    for stop in 0..<10 {
      let folder = TemporaryFolder()
      _ = try run(folder, until: stop, resumes: false, ends: false)
      let resumed = try run(folder, until: 10, resumes: true, ends: true)
      #expect(try contents(folder) == expected && resumed == shards, "killed after \(stop)")
    }
  }

  @Test func doesNotMixRuns() throws {
    let folder = TemporaryFolder()
    _ = try run(folder, until: 10, resumes: false, ends: true)
    #expect(throws: OutputError.self) { try ShardFolder(plan(folder), resumes: false) }
    #expect(throws: OutputError.self) { try ShardFolder(plan(folder, size: 4), resumes: true) }
    let open = try ShardFolder(plan(folder), resumes: true)
    #expect(throws: OutputError.self) { try ShardFolder(plan(folder), resumes: true) }
    #expect(open.documentsDone == 10)
  }

  @Test func aLostFileIsMadeAgain() throws {
    let folder = TemporaryFolder()
    _ = try run(folder, until: 10, resumes: false, ends: true)
    let expected = try contents(folder)
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/records-00001.jsonl")
    _ = try run(folder, until: 10, resumes: true, ends: true)
    #expect(try contents(folder) == expected)
  }

  @Test func theDigestDoesNotKnowOrderOrShards() throws {
    let lines = (0..<20).map { Array("{\"n\":\($0)}\n".utf8) }
    var (one, two, parts) = (LineDigest(), LineDigest(), LineDigest())
    one.add(lines.flatMap { $0 })
    for line in lines.reversed() { two.add(line) }
    var half = LineDigest()
    lines[..<10].forEach { half.add($0) }
    lines[10...].forEach { parts.add($0) }
    parts.add(half)
    #expect(one == two && one == parts && one != half)
    #expect(LineDigest(hexadecimal: one.hexadecimal) == one && one.hexadecimal.count == 64)
    #expect(LineDigest(hexadecimal: "x") == nil)
  }

  /// Shares of the inputs, whatever their number, have the digest of the whole.
  @Test func allSharesTogetherAreTheWhole() throws {
    let paths: [InputPath] = [.path("\(Repository.root)/Corpus/pages"), .path("\(Repository.root)/seeds/pages")]
    var options = Options()
    options.layers = []
    let pipeline = try Pipeline(options)
    func digest(_ share: InputShare, jobs: Int) -> (LineDigest, Int) {
      let digest = Mutex(LineDigest())
      var settings = RunSettings()
      (settings.share, settings.jobs) = (share, jobs)
      let report = pipeline.process(paths, settings) { lines, _ in
        digest.withLock { $0.add(lines.bytes) }
        return nil
      }
      return (digest.withLock { $0 }, report.documents)
    }
    let whole = digest(.all, jobs: 1)
    #expect(whole.1 == 24)
    for count in [2, 5, 30] {
      var (sum, documents) = (LineDigest(), 0)
      for number in 1...count {
        let part = digest(try #require(InputShare(number: number, count: count)), jobs: 2)
        sum.add(part.0)
        documents += part.1
      }
      #expect(sum == whole.0 && documents == 24)
    }
  }

  /// Lets go of documents that take longer than they may; what they are is still told.
  @Test func aDocumentThatTakesTooLongIsAnError() throws {
    let folder = TemporaryFolder()
    let long = "{\"id\":\"long\",\"text\":\"\(String(repeating: "He said 5 km. ", count: 300_000))\"}\n"
    let path = folder.write("a.jsonl", "{\"id\":\"a\",\"text\":\"A.\"}\n\(long){\"id\":\"b\",\"text\":\"B.\"}\n".utf8)
    var settings = RunSettings()
    (settings.jobs, settings.timePerDocument) = (2, 0.3 * Double(slowness))
    let output = Mutex<[UInt8]>([])
    let report = try Pipeline().process([.path(path)], settings) { lines, _ in
      output.withLock { $0 += lines.bytes }
      return nil
    }
    let records = output.withLock { $0 }.split(separator: 0x0A).compactMap { JSONParser.parse($0) }
    #expect(records.map { $0["id"]?.string } == ["a", "long", "b"] && report.counts.errors == ["timeout": 1])
    #expect(records[1]["error"]?["code"]?.string == "timeout")
  }
}
