import ArgumentParser
import Copydesk
import CopydeskIntake

/// The lines of files of records, for the commands that read them back.
enum RecordLines {
  /// The longest line that is read.
  private static let longest = 256 << 20

  /// Calls with each line of each file; `-`, or no path at all, is standard input. A file that cannot be opened ends it.
  /// - Parameter body: false ends it.
  static func forEach(in paths: [String], _ body: (RawRecord) throws -> Bool) throws {
    let paths: [InputPath] = paths.isEmpty ? [.standardInput] : paths.map { $0 == "-" ? .standardInput : .path($0) }
    try OutputNames.checkFilter(paths)
    var inputs = Inputs(paths, options: .init(format: .jsonl, maxBytes: longest))
    while let input = inputs.next() {
      switch input {
      case .success(let raw): if try !body(raw) { return }
      case .failure(let problem):
        StandardError.say("\(problem.path): \(problem.message)")
        throw ExitCode(66)
      }
    }
  }

  /// Calls with each record. A line that is none is told, and the next one read.
  /// - Parameters:
  ///   - isWanted: false passes a line over unread.
  ///   - body: false ends it.
  /// - Returns: the exit status that says so; nil if all lines were records.
  static func forEachRecord(
    in paths: [String], isWanted: () -> Bool = { true }, _ body: (JSONValue) throws -> Bool
  ) throws -> ExitCode? {
    var bad = 0
    try forEach(in: paths) { raw in
      guard isWanted() else { return true }
      let record: JSONValue
      do throws(RecordProblem) {
        record = try RecordVerifier.record(in: raw)
      } catch {
        bad += 1
        if bad == 1 { StandardError.say("\(place(of: raw)): \(error.message)") }
        return true
      }
      return try body(record)
    }
    if bad > 1 { StandardError.say("\(bad - 1) more lines are no records") }
    return bad > 0 ? ExitCode(65) : nil
  }

  /// `records.jsonl line 3`.
  static func place(of raw: RawRecord) -> String { "\(raw.provenance.path) line \(raw.line ?? 0)" }
}
