import Copydesk
import CopydeskIntake
import Dispatch
import Glibc
import Synchronization

/// A line on the terminal that tells how far the run has come; there is none where standard error is no terminal, nor where
/// the output goes to one, at once or through a reader's hands: both would write over each other.
final class ProgressLine: Sendable {
  private let progress: RunProgress
  private let inputs: [InputPath]
  private let usesColor: Bool
  private let end = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Whether standard error is a terminal that can take such a line.
  static var isWanted: Bool {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    return isatty(2) == 1 && terminal != "dumb"
  }

  /// Whether standard output goes into a file, or nowhere.
  private static var outputIsAway: Bool {
    var (output, null) = (stat(), stat())
    guard fstat(1, &output) == 0 else { return true }
    if output.st_mode & S_IFMT == S_IFREG { return true }
    return stat("/dev/null", &null) == 0 && output.st_mode & S_IFMT == S_IFCHR && output.st_rdev == null.st_rdev
  }

  /// Starts a line, if there is a terminal that can take one.
  /// - Parameter isForced: whether it is wanted wherever the output goes.
  static func onTerminal(_ progress: RunProgress, inputs: [InputPath], isForced: Bool) -> ProgressLine? {
    guard isWanted, isForced || outputIsAway else { return nil }
    let line = ProgressLine(progress, inputs, usesColor: getenv("NO_COLOR") == nil)
    DispatchQueue(label: "copydesk.progress").async { line.run() }
    return line
  }

  private init(_ progress: RunProgress, _ inputs: [InputPath], usesColor: Bool) {
    (self.progress, self.inputs, self.usesColor) = (progress, inputs, usesColor)
  }

  /// Takes the line away.
  func stop() {
    end.signal()
    ended.wait()
  }

  private func run() {
    let clock = ContinuousClock()
    let start = clock.now
    let total = InputSize.bytes(of: inputs)
    while end.wait(timeout: .now() + 0.5) == .timedOut { show(seconds: (clock.now - start) / .seconds(1), total) }
    write("\r\u{1B}[K")
    ended.signal()
  }

  private func show(seconds: Double, _ total: Int?) {
    let read = progress.input.bytes
    let rate = Double(read) / max(seconds, 0.001)
    var parts = [
      "\(Plural.documents(progress.documents))", "\(tenths(Double(progress.documents) / max(seconds, 0.001)))/s",
      "\(tenths(rate / 1e6)) MB/s",
    ]
    if let total, total > 0, rate > 0 {
      parts.append("\(min(100, read * 100 / total)) %")
      parts.append("ETA \(duration(Double(max(0, total - read)) / rate))")
    }
    if progress.failures > 0 {
      let errors = Plural.of(progress.failures, "error")
      parts.append(usesColor ? "\u{1B}[31m\(errors)\u{1B}[0m" : errors)
    }
    write("\r\u{1B}[K\(parts.joined(separator: "  "))")
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `1:02:03`, `2:03`.
  private func duration(_ seconds: Double) -> String {
    let total = Int(min(seconds, 1e8).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (total / 3600, total / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(total % 60))" : "\(minutes):\(two(total % 60))"
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// How many bytes there are to read, as far as that can be known beforehand.
enum InputSize {
  /// The sizes of all files; nil if one of the inputs is a pipe, or there are too many files to look at.
  static func bytes(of inputs: [InputPath]) -> Int? {
    var pending: [String] = []
    for input in inputs {
      guard case .path(let path) = input else { return nil }
      pending.append(path)
    }
    var (total, count) = (0, 0)
    while let path = pending.popLast() {
      count += 1
      var status = stat()
      guard count < 1_000_000, stat(path, &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: total += Int(status.st_size)
      case S_IFDIR: pending.append(contentsOf: entries(of: path))
      default: return nil
      }
    }
    return total
  }

  private static func entries(of path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      // Links are not followed, hidden files are not read.
      if !name.hasPrefix("."), lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
        names.append("\(path)/\(name)")
      }
    }
    return names
  }
}
