import Glibc
import Synchronization

/// Why bytes could not be read (or written), in words.
public struct ReadError: Error, Sendable {
  /// For a person: `No such file or directory`.
  public let message: String

  /// The error of the last system call.
  public init() { message = String(cString: strerror(errno)) }

  /// An error of our own.
  init(_ message: String) { self.message = message }
}

/// The user has asked to stop (SIGINT): readers see the end of their input, what is in hand is finished.
public enum Interruption {
  private static let flag = Atomic<Bool>(false)
  /// Ends every wait for input: a pipe whose write end closes never, and gets a byte when the user interrupts.
  private static let pipeEnds: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    return pipe(&ends) == 0 ? (ends[0], ends[1]) : (-1, -1)
  }()

  /// Whether it was asked for.
  public static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Asks for it; safe inside a signal handler once `prepare` has run.
  public static func request() {
    flag.store(true, ordering: .relaxed)
    var byte: UInt8 = 0
    _ = write(pipeEnds.write, &byte, 1)
  }

  /// Opens the pipe, so that a signal handler need not.
  public static func prepare() { _ = pipeEnds }

  /// Waits until the descriptor has something to read; false if the user interrupts first.
  static func waitForInput(_ descriptor: Int32) -> Bool {
    while !isRequested {
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipeEnds.read, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&polled, 2, -1) < 0, errno != EINTR { return true }
      if polled[0].revents != 0 { return true }
    }
    return false
  }
}

/// The bytes of a file or of standard input, front to back. Decompression wraps one in another.
public protocol ByteStream {
  /// Appends some bytes (at most about `count`); 0 at the end.
  mutating func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int
}

/// A file descriptor as a stream; closes it at the end of its life.
public final class FileStream: ByteStream {
  private let descriptor: Int32
  private let closes: Bool
  private let isRegular: Bool
  /// The size of a regular file; nil for pipes and terminals.
  public let size: Int?

  /// Standard input.
  public static func standardInput() -> FileStream { FileStream(descriptor: 0, closes: false) }

  /// A file.
  public convenience init(path: String) throws(ReadError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError() }
    self.init(descriptor: descriptor, closes: true)
  }

  private init(descriptor: Int32, closes: Bool) {
    (self.descriptor, self.closes) = (descriptor, closes)
    var status = stat()
    isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : nil
  }

  deinit { if closes { close(descriptor) } }

  /// Reads once.
  public func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int {
    if !isRegular, !Interruption.waitForInput(descriptor) { return 0 }
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    while true {
      // The buffer has `count` bytes from `start` on.
      let got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + start }, count) }
      if got < 0, errno == EINTR { continue }
      let error = ReadError()
      buffer.removeLast(count - max(0, got))
      if got < 0 { throw error }
      return got
    }
  }
}
