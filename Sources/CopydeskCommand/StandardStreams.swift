import ArgumentParser
import CopydeskIntake
import Glibc

/// Where records go; nothing else is ever written there.
struct StandardOutput: Sendable {
  /// Writes all bytes; returns the system's message if that fails.
  func write(_ bytes: [UInt8]) -> String? { WholeFile.write(bytes, to: 1) }

  /// Writes a text; if that fails, says so and ends with status 74.
  func writeOrExit(_ text: String) throws {
    if let error = write(Array(text.utf8)) {
      StandardError.say("standard output: \(error)")
      throw ExitCode(74)
    }
  }
}

/// A file that is written whole.
enum WholeFile {
  /// Writes the bytes to a path (`-`: standard output); returns the system's message if that fails.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    if path == "-" { return write(bytes, to: 1) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return ReadError().message }
    let error = write(bytes, to: descriptor)
    return close(descriptor) == 0 ? error : error ?? ReadError().message
  }

  /// Writes the bytes to an open file.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if written >= 0 {
          offset += written
        } else if errno != EINTR {
          return ReadError().message
        }
      }
      return nil
    }
  }
}

/// Where messages for a person go.
enum StandardError {
  /// Writes `copydesk: message` on a line.
  static func say(_ message: String) {
    let line = Array("copydesk: \(message)\n".utf8)
    line.withUnsafeBytes { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// What signals do to a run.
enum Signals {
  /// A closed pipe ends the process quietly; the first interrupt lets it finish what is in hand, the second kills it.
  static func install() {
    Interruption.prepare()
    // A parent may have started us with signals blocked, as test runners do.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGPIPE, SIG_DFL)
    signal(SIGINT) { _ in
      signal(SIGINT, SIG_DFL)
      Interruption.request()
    }
  }
}
