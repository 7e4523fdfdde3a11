import Dispatch
import Synchronization

/// Runs work on several threads and hands out the results in the order of the input.
///
/// Workers pull: each takes the next input, works on it with a scratch of its own, and puts the result into a ring; who
/// fills the ring's head writes out all that is ready. At most `window` inputs are between their reading and their
/// writing, and at most `budget` bytes of them, so one huge input holds up those behind it for as long as it takes, but
/// never lets them pile up.
struct OrderedDispatch {
  /// The number of threads.
  let jobs: Int
  /// The largest number of inputs in flight.
  let window: Int
  /// The largest number of bytes in flight; one input may exceed it alone.
  let budget: Int

  /// Runs until the input ends or the output fails.
  /// - Parameters:
  ///   - next: the next input and its size in bytes, or nil at the end; called by one thread at a time.
  ///   - makeScratch: called once by each thread.
  ///   - work: called by several threads at a time.
  ///   - write: the results in order; called by one thread at a time; false ends the run.
  func run<Input: Sendable, Scratch>(
    next: @escaping @Sendable () -> (input: Input, size: Int)?,
    makeScratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Input, inout Scratch) -> [UInt8],
    write: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    let reading = Mutex(0)  // the number of the next input
    let ring = Ring(window: window, budget: budget)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var scratch = makeScratch()
      while true {
        ring.waitForRoom()
        let taken: (number: Int, input: Input, size: Int)? = reading.withLock { number in
          guard !ring.isStopped, let (input, size) = next() else { return nil }
          ring.waitForBytes(size)
          defer { number += 1 }
          return (number, input, size)
        }
        guard let taken else {
          ring.giveUpRoom()
          return
        }
        let result = work(taken.input, &scratch)
        ring.fill(taken.number, with: result, size: taken.size, write: write)
      }
    }
  }
}

/// The results that wait for those before them.
private final class Ring: Sendable {
  private struct State {
    var slots: [(bytes: [UInt8], size: Int)?]
    var head = 0
    var bytesInFlight = 0
    var isWriting = false
    var isStopped = false
  }

  private let state: Mutex<State>
  private let window: Int
  private let budget: Int
  private let room: DispatchSemaphore
  private let written = DispatchSemaphore(value: 0)

  init(window: Int, budget: Int) {
    state = Mutex(State(slots: Array(repeating: nil, count: window)))
    (self.window, self.budget) = (window, budget)
    room = DispatchSemaphore(value: window)
  }

  deinit {
    // A semaphore must not die with a lower value than it was born with.
    for _ in 0..<window { room.signal() }
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  func waitForRoom() { room.wait() }
  func giveUpRoom() { room.signal() }

  /// Waits until the bytes fit into the budget or nothing else is in flight; then counts them.
  func waitForBytes(_ size: Int) {
    while true {
      let fits = state.withLock { state in
        guard state.bytesInFlight == 0 || state.bytesInFlight + size <= budget || state.isStopped else { return false }
        state.bytesInFlight += size
        return true
      }
      if fits { return }
      written.wait()
    }
  }

  /// Puts in a result; if it is the head, writes it and all that follow it without a gap.
  func fill(_ number: Int, with bytes: [UInt8], size: Int, write: ([UInt8]) -> Bool) {
    var toWrite = state.withLock { state -> [UInt8]? in
      state.slots[number % window] = (bytes, size)
      return state.isWriting ? nil : Self.takeHead(&state, window)
    }
    while let bytes = toWrite {
      let isOpen = write(bytes)
      toWrite = state.withLock { state in
        if !isOpen { state.isStopped = true }
        return Self.finishHead(&state, window)
      }
      room.signal()
      written.signal()
    }
  }

  private static func takeHead(_ state: inout State, _ window: Int) -> [UInt8]? {
    let ready = state.slots[state.head % window]?.bytes
    state.isWriting = ready != nil
    return ready
  }

  private static func finishHead(_ state: inout State, _ window: Int) -> [UInt8]? {
    let slot = state.head % window
    state.bytesInFlight -= state.slots[slot]?.size ?? 0
    state.slots[slot] = nil
    state.head += 1
    return takeHead(&state, window)
  }
}
