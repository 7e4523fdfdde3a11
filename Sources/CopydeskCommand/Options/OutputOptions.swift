public import ArgumentParser
import Copydesk
public import CopydeskIntake

/// Where a run's output goes, beside standard output.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("output-dir"),
    help: ArgumentHelp("Write files of so many documents each into a folder.", valueName: "folder"))
  var folder: String?

  @Option(help: ArgumentHelp("The documents in each file of --output-dir.", valueName: "number"))
  var shardSize = 10_000

  @Flag(help: "Go on where a run into --output-dir was killed; the files end up as if it had not been.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Read only every n-th file, from the i-th on: 2/8. All shares together are the whole.", valueName: "i/n"))
  var shard: InputShare = .all

  @Option(
    help: ArgumentHelp("Write what was run, what came out and its digests, as JSON.", valueName: "file"))
  var manifest: String?

  @Option(
    help: ArgumentHelp("Write the lines of documents that failed into a file as well.", valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp("Write counts, rates, memory and the time of each stage, as JSON.", valueName: "file"))
  var stats: String?

  var share: InputShare { shard }

  mutating func validate() throws {
    guard shardSize > 0 else { throw ValidationError("--shard-size takes a number from 1") }
    for (option, path) in [
      ("--output-dir", folder), ("--manifest", manifest), ("--rejects", rejects), ("--stats", stats),
    ]
    where path?.isEmpty == true {
      throw ValidationError("\(option) has an empty name")
    }
    if rejects == "-" { throw ValidationError("--rejects takes a file, not standard output") }
    if folder == "-" { throw ValidationError("--output-dir takes a folder, not standard output") }
    let onOutput = [manifest, stats].filter { $0 == "-" }.count
    if onOutput > (folder == nil ? 0 : 1) {
      throw ValidationError("standard output is taken: give --manifest and --stats files")
    }
    if resume, folder == nil { throw ValidationError("--resume needs --output-dir") }
  }

  /// Makes sure that nothing is written twice, or read as well, before anything is opened for writing.
  /// - Parameters:
  ///   - resources: further files that are read.
  func checkNames(inputs: [InputPath], resources: [String]) throws {
    var names = OutputNames()
    if folder == nil { try names.addStandardOutput() }
    try names.add(folder, "--output-dir")
    for (option, path) in [("--manifest", manifest), ("--rejects", rejects), ("--stats", stats)] where path != "-" {
      try names.add(path, option)
    }
    try names.check(inputs: inputs)
    for path in resources { try names.check(path) }
  }

  private func makePlan(_ pipeline: Pipeline, inputs: [InputPath], folder: String) throws -> ShardPlan {
    let plan = ShardPlan(
      pipeline, inputs: inputs, share: share, folder: folder, documentsPerShard: shardSize, rejects: rejects)
    for (option, path) in [("--manifest", manifest), ("--rejects", rejects), ("--stats", stats)] where plan.owns(path) {
      throw ValidationError("\(option) \(path ?? "") has the name of one of the files of --output-dir")
    }
    for case .path(let path) in inputs where plan.owns(path) {
      throw ValidationError("\(path) has the name of one of the files of --output-dir: it would be written over")
    }
    return plan
  }

  /// What is passed over when folders are walked: what this run writes.
  var excluded: Set<FileIdentity> { OutputNames.excluded([folder, manifest, rejects, stats]) }

  /// What takes the lines.
  func makeSink(
    _ pipeline: Pipeline, inputs: [InputPath], isLineBuffered: Bool, attempt: RunSupervisor.Attempt
  ) throws -> any RunSink {
    let plan = try folder.map { try makePlan(pipeline, inputs: inputs, folder: $0) }
    do throws(OutputError) {
      guard let plan else {
        return try StreamSink(
          rejects: rejects, isDigested: manifest != nil, isLineBuffered: isLineBuffered, passedOver: attempt.written)
      }
      let folder = try ShardFolder(plan, resumes: resume || attempt.isRepeated)
      for note in folder.notes { StandardError.say(note) }
      return folder
    } catch {
      StandardError.say(error.description)
      throw ExitCode(74)
    }
  }

  /// Writes the manifest, if one is wanted; returns an error's message if that fails.
  func writeManifest(_ pipeline: Pipeline, inputs: [InputPath], sink: any RunSink) -> String? {
    manifest.flatMap { path in
      let manifest = Manifest(pipeline, inputs: inputs, share: share, shards: sink.shards, read: sink.readDigest)
      return write(manifest.json, to: path)
    }
  }

  /// Writes the statistics, if they are wanted; returns an error's message if that fails.
  func write(_ statistics: RunStatistics) -> String? { stats.flatMap { write(statistics.json, to: $0) } }

  private func write(_ bytes: [UInt8], to path: String) -> String? {
    if path == "-" { return StandardOutput().write(bytes).map { "standard output: \($0)" } }
    do throws(OutputError) {
      try OutputFile.replace(path, with: bytes)
      return nil
    } catch {
      return error.description
    }
  }
}

extension InputShare: ExpressibleByArgument {
  /// `2/8`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number: number, count: count)
  }

  /// As it is written.
  public var defaultValueDescription: String { "\(number)/\(count)" }
}
