import CopydeskTestSupport
import Foundation
import Synchronization
import Testing

@testable import Copydesk
@testable import CopydeskIntake

/// Runs that are killed, over inputs that change, into folders that are damaged: in the end there is what a fresh run gives,
/// or a refusal that leaves everything as it was.
@Suite struct ResumeTests {
  /// The inputs by their path in the folder, in the form of files.
  private typealias World = [String: [UInt8]]

  private enum Outcome {
    case refused(String)
    case done
  }

  private let pipeline: Pipeline

  init() throws {
    var options = Options()
    options.layers = []
    pipeline = try Pipeline(options)
  }

  // MARK: Inputs

  private func file(_ name: String, documents: Int, _ random: inout SeededGenerator) -> [UInt8] {
    func text() -> String { "Rain fell \(random.next() % 1000) times." }
    switch name.split(separator: ".").last {
    case "csv":
      return Array("id,text,note\n\((0..<documents).map { "\(name)-\($0),\(text()),x\n" }.joined())".utf8)
    case "rss":
      let items = (0..<documents).map { "<item><guid>\(name)-\($0)</guid><description>\(text())</description></item>" }
      return Array("<rss><channel><language>en</language>\(items.joined())</channel></rss>".utf8)
    case "warc":
      return (0..<documents).flatMap { number -> [UInt8] in
        let body = text()
        return Array(
          """
          WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:\(name)-\(number)>\r\nContent-Type: text/plain\r\n\
          Content-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n
          """.utf8)
      }
    case "txt": return Array(text().utf8)
    default:
      return (0..<documents).flatMap { number -> [UInt8] in
        // Some fail, so that there are rejects.
        Array((random.next() % 5 == 0 ? "{bad\n" : "{\"id\":\"\(name)-\(number)\",\"text\":\"\(text())\"}\n").utf8)
      }
    }
  }

  private func newName(_ random: inout SeededGenerator) -> String {
    let ending = ["jsonl", "csv", "rss", "warc", "txt", "jsonl"][Int(random.next() % 6)]
    return "\(["", "b/", "m/"][Int(random.next() % 3)])f\(random.next() % 40).\(ending)"
  }

  private func newWorld(_ random: inout SeededGenerator) -> World {
    var world: World = [:]
    for _ in 0..<(random.next() % 9) {
      let name = newName(&random)
      world[name] = file(name, documents: Int(random.next() % 5), &random)
    }
    return world
  }

  /// - Returns: whether the output over the changed input must be another; some bytes of an archive are of no account.
  private func change(_ world: inout World, _ random: inout SeededGenerator) -> Bool {
    let name = newName(&random)
    let some = world.keys.sorted().randomElement(using: &random)
    let kind = random.next() % 8
    switch kind {
    case 0, 1: world[name] = file(name, documents: 1 + Int(random.next() % 3), &random)
    case 2: some.map { world[$0] = nil }
    case 3: some.map { world[$0] = file($0, documents: Int(random.next() % 6), &random) }
    case 4:  // one byte
      guard let some, let bytes = world[some], let index = bytes.indices.randomElement(using: &random) else { break }
      world[some]?[index] = bytes[index] &+ 1
    case 5: some.map { world[$0]? += file($0, documents: 1, &random) }
    case 6: some.map { world[$0] = Array(world[$0]?.dropLast(20) ?? []) }
    default:  // the same bytes under another name
      guard let some else { break }
      world[name] = world.removeValue(forKey: some)
    }
    return kind != 4 && kind != 6
  }

  private func write(_ world: World, to folder: TemporaryFolder) throws {
    try? FileManager.default.removeItem(atPath: "\(folder.path)/in")
    mkdir("\(folder.path)/in", 0o755)
    for (name, bytes) in world { folder.write("in/\(name)", bytes) }
  }

  // MARK: Runs

  /// - Parameter kill: after how many documents the run is killed; nil: it comes to its end.
  private func run(_ folder: TemporaryFolder, size: Int, resumes: Bool, kill: Int? = nil) throws -> Outcome {
    let inputs: [InputPath] = [.path("in")]
    let plan = ShardPlan(
      pipeline, inputs: inputs, share: .all, folder: "\(folder.path)/out", documentsPerShard: size,
      rejects: "\(folder.path)/rejects.jsonl")
    let output: ShardFolder
    do throws(OutputError) { output = try ShardFolder(plan, resumes: resumes) } catch {
      return .refused(error.description)
    }
    var settings = RunSettings()
    (settings.documentsDone, settings.ledger, settings.jobs) = (output.documentsDone, output.book, 2)
    let left = Mutex(kill ?? .max)
    // `in` from the folder itself, wherever it is: the paths have to be the same in all of them.
    let report = pipeline.process([.path("\(folder.path)/in")], settings) { lines, _ in
      let isKilled = left.withLock { left in
        left -= 1
        return left < 0
      }
      return isKilled ? "killed" : output.write(lines)
    }
    if report.outputError == "killed" { return .done }
    if let error = report.outputError ?? output.finish(isWhole: true) { return .refused(error) }
    let manifest = Manifest(
      pipeline, inputs: inputs, share: .all, shards: output.shards, read: output.readDigest)
    folder.write("manifest.json", manifest.json)
    return .done
  }

  /// The files of a run by their names, without what is unfinished.
  private func contents(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder.path))
    where !name.hasPrefix("in") && (name.hasSuffix(".jsonl") || name.hasSuffix(".json")) {
      files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)")))
    }
    // Without rejects there is a file of none, or no file.
    if files["rejects.jsonl"]?.isEmpty == true { files["rejects.jsonl"] = nil }
    return files
  }

  private func damage(_ folder: TemporaryFolder, _ random: inout SeededGenerator) throws -> String? {
    let names = try contents(folder).keys.sorted()
    guard let name = names.randomElement(using: &random) else { return nil }
    let bytes = try #require(try contents(folder)[name])
    switch random.next() % 3 {
    case 0: try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    case 1: folder.write(name, bytes.dropLast(1 + Int(random.next() % 9)))
    default:
      guard let index = bytes.indices.randomElement(using: &random) else { return nil }
      var changed = bytes
      changed[index] ^= 1 << UInt8(random.next() % 8)
      folder.write(name, changed)
    }
    return name
  }

  // MARK: Tests

  /// All rounds are in one folder of one name, so that the paths are the same.
  @Test func whateverHappensNothingIsLostOrDoubled() throws {
    var random = SeededGenerator(seed: 19)
    let folder = TemporaryFolder()
    func clear() {
      for name in ["out", "rejects.jsonl", "manifest.json"] {
        try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      }
    }
    func fresh(_ world: World, size: Int) throws -> [String: [UInt8]] {
      clear()
      try write(world, to: folder)
      guard case .done = try run(folder, size: size, resumes: false) else { return [:] }
      return try contents(folder)
    }
    func lines(_ files: [String: [UInt8]]) -> [UInt8] {
      files.keys.sorted().filter { $0.hasPrefix("out/records") }.flatMap { files[$0] ?? [] }
    }
    var (refusals, results) = (0, 0)
    for round in 0..<120 {
      let size = 1 + Int(random.next() % 5)
      var world = newWorld(&random)
      var (isUnchanged, isOther) = (true, true)
      var notes = "round \(round):"
      // What the complete shards were made of, and how many documents of it they hold.
      let original = lines(try fresh(world, size: size))
      clear()
      for phase in 0..<(1 + Int(random.next() % 3)) {
        let kill = Int(random.next() % 16)
        notes += " kill \(kill)"
        guard case .done = try run(folder, size: size, resumes: phase > 0, kill: kill) else { break }
      }
      if random.next() % 3 > 0 {
        let before = world
        isOther = change(&world, &random)
        isUnchanged = world == before
        notes += isUnchanged ? "" : " changed"
      }
      try write(world, to: folder)
      let damaged = random.next() % 4 == 0 ? try damage(folder, &random) : nil
      if let damaged { notes += " damaged \(damaged)" }
      let before = try contents(folder)
      let kept = lines(before).count { $0 == 0x0A }
      let outcome = try run(folder, size: size, resumes: true)
      let after = try contents(folder)
      let expected = try fresh(world, size: size)
      switch outcome {
      case .done:
        results += 1
        #expect(after == expected, "\(notes)")
      case .refused(let reason):
        refusals += 1
        notes += " refused: \(reason)"
        #expect(after == before, "\(notes)")
        #expect(!isUnchanged || damaged == "rejects.jsonl", "\(notes)")
        // What comes after all that was complete may change.
        let same = zip(original.split(separator: 0x0A), lines(expected).split(separator: 0x0A)).prefix { $0 == $1 }
          .count
        #expect(same < kept || damaged != nil || !isOther, "\(notes), \(same) lines the same")
      }
    }
    #expect(refusals > 10 && results > 50, "\(refusals) \(results)")
  }

  @Test func theRefusalNamesTheInput() throws {
    let line = { (id: String) in "{\"id\":\"\(id)\",\"text\":\"Rain fell.\"}\n" }
    func refusal(_ change: (TemporaryFolder) throws -> Void) throws -> String {
      let folder = TemporaryFolder()
      for name in ["b", "c", "d"] { folder.write("in/\(name).jsonl", (line(name + "1") + line(name + "2")).utf8) }
      _ = try run(folder, size: 5, resumes: false, kill: 5)
      try change(folder)
      guard case .refused(let reason) = try run(folder, size: 5, resumes: true) else { return "" }
      return reason.replacingOccurrences(of: folder.path, with: "…")
    }
    let (one, two) = (line("b1"), line("b2"))
    #expect(try refusal { $0.write("in/a.jsonl", one.utf8) }.contains("…/in/a.jsonl is new"))
    #expect(try refusal { $0.write("in/b.jsonl", (two + one).utf8) }.contains("…/in/b.jsonl has changed"))
    #expect(try refusal { $0.write("in/b.jsonl", one.utf8) }.contains("…/in/b.jsonl has fewer documents"))
    #expect(try refusal { $0.write("in/b.jsonl", (one + two + one).utf8) }.contains("…/in/b.jsonl has more documents"))
    #expect(try refusal { unlink("\($0.path)/in/b.jsonl") }.contains("…/in/b.jsonl is not where it was"))
    #expect(try refusal { unlink("\($0.path)/in/d.jsonl") }.contains("…/in/d.jsonl is not there any more"))
    // What was not read yet may change: nothing of it is in the output.
    #expect(try refusal { $0.write("in/d.jsonl", (line("d1") + line("other")).utf8) }.isEmpty)
    #expect(try refusal { $0.write("in/e.jsonl", one.utf8) }.isEmpty)
  }

  /// A short last file is filled first when the inputs have grown, as in a run over all of them.
  @Test func inputsThatGrowAtTheirEndAreContinued() throws {
    let (grown, whole) = (TemporaryFolder(), TemporaryFolder())
    let names = (0..<7).map { "in/\($0).txt" }
    for end in [1, 2, 3, 5, 7] {
      for name in names.prefix(end) { grown.write(name, name.utf8) }
      guard case .done = try run(grown, size: 3, resumes: true) else {
        Issue.record("\(end) files")
        continue
      }
    }
    for name in names { whole.write(name, name.utf8) }
    _ = try run(whole, size: 3, resumes: false)
    func lines(_ folder: TemporaryFolder) throws -> [String] {
      try contents(folder).filter { $0.key.hasPrefix("out/records") }.sorted { $0.key < $1.key }.map {
        String(decoding: $0.value, as: UTF8.self).replacingOccurrences(of: folder.path, with: "…")
      }
    }
    #expect(try lines(grown) == lines(whole) && lines(whole).count == 3)
  }

  @Test func otherOptionsAreNamed() throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "Rain fell.".utf8)
    _ = try run(folder, size: 3, resumes: false)
    guard case .refused(let size) = try run(folder, size: 4, resumes: true) else {
      Issue.record("resumed")
      return
    }
    #expect(size.contains("a run with another --shard-size"))
    guard case .refused(let again) = try run(folder, size: 3, resumes: false) else {
      Issue.record("overwritten")
      return
    }
    #expect(again.contains("--resume goes on with it"))
  }
}
