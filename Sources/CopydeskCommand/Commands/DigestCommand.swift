import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk digest`: the digest that a manifest has, of records as they lie in files.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Print the digest of lines, whatever their order: that of the manifest.",
    discussion: "copydesk digest out/*.jsonl prints the \"digest\" of the manifest, for any shards and any order.")

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  func run() throws {
    let paths = paths.isEmpty ? ["-"] : paths
    try OutputNames.checkFilter(paths.map { $0 == "-" ? .standardInput : .path($0) })
    var digest = LineDigest()
    for path in paths {
      do throws(ReadError) {
        let stream = path == "-" ? FileStream.standardInput() : try FileStream(path: path)
        var lines = LineHashes()
        var bytes: [UInt8] = []
        while try stream.read(into: &bytes, count: 1 << 18) > 0 {
          lines.add(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
        digest.add(lines.digest)
      } catch {
        StandardError.say("\(path): \(error.message)")
        throw ExitCode(66)
      }
    }
    try StandardOutput().writeOrExit("\(digest.hexadecimal)\n")
  }
}
