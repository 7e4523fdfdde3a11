import ArgumentParser
import CopydeskIntake

/// The lines of files of records, for the commands that read them back.
enum RecordLines {
  /// Calls with each line of each file; `-`, or no path at all, is standard input. A file that cannot be opened ends it.
  static func forEach(in paths: [String], _ body: (RawRecord) throws -> Void) throws {
    let paths: [InputPath] = paths.isEmpty ? [.standardInput] : paths.map { $0 == "-" ? .standardInput : .path($0) }
    var inputs = Inputs(paths, options: .init(format: .jsonl, maxBytes: 1 << 30))
    while let input = inputs.next() {
      switch input {
      case .success(let raw): try body(raw)
      case .failure(let problem):
        StandardError.say("\(problem.path): \(problem.message)")
        throw ExitCode(66)
      }
    }
  }
}
