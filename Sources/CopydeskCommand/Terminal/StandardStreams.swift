import ArgumentParser
import CopydeskIntake
import Glibc

/// Where records go; nothing else is ever written there.
struct StandardOutput: Sendable {
  /// Writes all bytes; returns the system's message if that fails.
  func write(_ bytes: [UInt8]) -> String? { WholeFile.write(bytes, to: 1) }

  /// Writes bytes as they are; if that fails, says so and ends with status 74.
  func writeOrExit(_ bytes: [UInt8]) throws {
    guard let error = write(bytes) else { return }
    StandardError.say("standard output: \(error)")
    throw ExitCode(74)
  }

  /// Writes a text of our own, such as a schema or a help page.
  func writeOrExit(_ text: String) throws { try writeOrExit(Array(text.utf8)) }

  /// Writes text for people that may hold what others wrote: nothing in it steers the terminal.
  func writeOrExit(shown text: String) throws { try writeOrExit(VisibleText.shown(text)) }

  /// Writes lines of JSON that people look at.
  func writeOrExit(json: [UInt8]) throws { try writeOrExit(VisibleText.shown(json: json)) }
}

/// A file that is written whole.
enum WholeFile {
  /// Writes the bytes to an open file; returns the system's message if that fails.
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

/// Where messages for a person go: the one door, so that no name of a file and no text of a document steers the terminal.
enum StandardError {
  /// Writes `copydesk: message` on a line.
  static func say(_ message: String) {
    let line = Array("copydesk: \(VisibleText.shown(message, isLine: true))\n".utf8)
    line.withUnsafeBytes { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// The descriptors 0, 1 and 2, which a parent may have closed.
enum StandardStreams {
  /// Puts something on those that are closed on which reading (0) or writing (1, 2) fails. Otherwise the next file that is
  /// opened would get the number, and messages would go into it.
  static func fillGaps() {
    for descriptor in [0, 1, 2] as [Int32] where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // The lowest free number is this one.
      let access = descriptor == 0 ? O_WRONLY : O_RDONLY
      if open("/dev/null", access) < 0 { _ = open("/", O_RDONLY | O_DIRECTORY) }
    }
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
