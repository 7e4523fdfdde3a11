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
    if resume, folder == nil { throw ValidationError("--resume needs --output-dir") }
  }

  /// What takes the lines.
  func makeSink(
    _ pipeline: Pipeline, inputs: [InputPath], isLineBuffered: Bool, attempt: RunSupervisor.Attempt
  ) throws -> any RunSink {
    do throws(OutputError) {
      guard let folder else {
        return try StreamSink(rejects: rejects, isDigested: manifest != nil, isLineBuffered: isLineBuffered,
          passedOver: attempt.written)
      }
      let plan = ShardPlan(
        pipeline, inputs: inputs, share: share, folder: folder, documentsPerShard: shardSize, rejects: rejects)
      return try ShardFolder(plan, resumes: resume || attempt.isRepeated)
    } catch {
      StandardError.say(error.description)
      throw ExitCode(74)
    }
  }

  /// Writes the manifest, if one is wanted; returns an error's message if that fails.
  func writeManifest(_ pipeline: Pipeline, inputs: [InputPath], shards: [Shard]) -> String? {
    manifest.flatMap { write(Manifest(pipeline, inputs: inputs, share: share, shards: shards).json, to: $0) }
  }

  /// Writes the statistics, if they are wanted; returns an error's message if that fails.
  func write(_ statistics: RunStatistics) -> String? { stats.flatMap { write(statistics.json, to: $0) } }

  private func write(_ bytes: [UInt8], to path: String) -> String? {
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
