import ArgumentParser
import Copydesk
import CopydeskIntake
import CopydeskView
import Glibc

/// The page of `copydesk view` as it is written: one record is in memory at a time, and a file gets its name when it is
/// complete, so a bad input leaves an older report as it was.
struct ReportFile {
  /// Chromium opens a page of 100 MB in some seconds and searches it in tenths of one; much more it does not bear.
  static let largest = 128 << 20

  private let page = ReportPage()
  private let path: String
  private var written = 0
  private(set) var documents = 0
  private var descriptor: Int32 = -1
  /// The file that the page replaces, and where it grows until then; nil where that is no file (a pipe, `/dev/stdout`).
  private let replaced: (target: String, temporary: String)?

  /// - Parameter path: `-` is standard output.
  init(path: String) {
    self.path = path
    let target = path == "-" ? nil : OutputFile.replaceable(path)
    replaced = target.map { ($0, "\($0).part") }
  }

  /// Takes a record; false if there is no more room.
  mutating func add(_ record: JSONValue) throws -> Bool {
    let line = page.line(of: record)
    if documents == 0 {
      descriptor = path == "-" ? 1 : open(replaced?.temporary ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw failure(ReadError().message) }
      try write(page.head)
    }
    guard written + line.count <= Self.largest || documents == 0 else { return false }
    documents += 1
    try write(line)
    return true
  }

  /// Completes the page.
  /// - Parameter note: what the reader has to know of documents that are not there; empty if there are none.
  mutating func finish(note: String) throws {
    try write(page.tail(note: note))
    guard path != "-" else { return }
    guard close(descriptor) == 0 else { throw failure(ReadError().message) }
    if let replaced, rename(replaced.temporary, replaced.target) != 0 { throw failure(ReadError().message) }
  }

  /// Leaves no trace of a page that is not complete.
  func discard() {
    if descriptor >= 0, let replaced { unlink(replaced.temporary) }
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    written += bytes.count
    if let error = WholeFile.write(bytes, to: descriptor) { throw failure(error) }
  }

  private func failure(_ message: String) -> ExitCode {
    discard()
    StandardError.say("\(path == "-" ? "standard output" : path): \(message)")
    return ExitCode(74)
  }
}
