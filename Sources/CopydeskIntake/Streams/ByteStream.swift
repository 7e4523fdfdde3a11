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
  /// - Parameter timeout: in seconds; nil: as long as it takes.
  static func waitForInput(_ descriptor: Int32, timeout: Double?) throws(ReadError) -> Bool {
    // What is no number waits no time at all.
    let milliseconds = timeout.map { Int32(max(0, min(($0 * 1000).isNaN ? 0 : $0 * 1000, 1e9))) } ?? -1
    while !isRequested {
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipeEnds.read, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, 2, milliseconds)
      if count < 0, errno != EINTR { return true }
      if count == 0, let timeout { throw ReadError("nothing came for \(timeout) s (--idle-timeout)") }
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
  /// Whether it is a file, rather than a pipe or a terminal.
  let isRegular: Bool
  private let idleTimeout: Double?
  private let meter: InputMeter?

  /// Standard input.
  /// - Parameters:
  ///   - idleTimeout: how many seconds to wait for more before it counts as broken; nil: for ever.
  ///   - meter: counts what is read.
  public static func standardInput(idleTimeout: Double? = nil, meter: InputMeter? = nil) -> FileStream {
    FileStream(descriptor: 0, closes: false, idleTimeout: idleTimeout, meter: meter)
  }

  /// A file. A name that is no UTF-8 stands as `FileName.argument` writes it.
  public convenience init(path: String, idleTimeout: Double? = nil, meter: InputMeter? = nil) throws(ReadError) {
    try self.init(FileName(argument: path), idleTimeout: idleTimeout, meter: meter)
  }

  /// A file, by the bytes of its name.
  public convenience init(_ file: FileName, idleTimeout: Double? = nil, meter: InputMeter? = nil) throws(ReadError) {
    let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw ReadError() }
    self.init(descriptor: descriptor, closes: true, idleTimeout: idleTimeout, meter: meter)
  }

  private init(descriptor: Int32, closes: Bool, idleTimeout: Double?, meter: InputMeter?) {
    (self.descriptor, self.closes, self.idleTimeout, self.meter) = (descriptor, closes, idleTimeout, meter)
    var status = stat()
    isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  deinit { if closes { close(descriptor) } }

  /// Reads once.
  public func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int {
    if !isRegular, try !Interruption.waitForInput(descriptor, timeout: idleTimeout) { return 0 }
    var failure: ReadError?
    let before = buffer.count
    // The room has `count` bytes, and is used only during the call.
    buffer.append(room: count) { room in
      while true {
        let got = Glibc.read(descriptor, room.baseAddress, count)
        if got >= 0 { return got }
        if errno == EINTR { continue }
        failure = ReadError()
        return 0
      }
    }
    if let failure { throw failure }
    meter?.add(buffer.count - before)
    return buffer.count - before
  }
}

/// Counts the bytes that were read of all inputs, packed as they are.
public final class InputMeter: Sendable {
  private let count = Atomic(0)

  /// Nothing read.
  public init() {}

  /// The bytes so far.
  public var bytes: Int { count.load(ordering: .relaxed) }

  func add(_ bytes: Int) { count.wrappingAdd(bytes, ordering: .relaxed) }
}
