import Dispatch
import Glibc
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
  /// The seconds of processor time that one input may take; nil: as many as it needs.
  var timeLimit: Double?

  /// What a run consists of. `Scratch` belongs to one thread and never leaves it.
  struct Steps<Input: Sendable, Output: Sendable, Scratch>: Sendable {
    /// The next input and its size in bytes, or nil at the end; called by one thread at a time.
    var next: @Sendable () -> (input: Input, size: Int)?
    /// Called once by each thread.
    var makeScratch: @Sendable () -> Scratch
    /// Called by several threads at a time.
    var work: @Sendable (Input, inout Scratch) -> Output
    /// What an input gives that took too long; its thread is left to itself.
    var expired: @Sendable (Input) -> Output
    /// Takes the results in order, called by one thread at a time; false ends the run. The second argument tells whether
    /// nothing else is in flight.
    var write: @Sendable (Output, Bool) -> Bool
    /// Called by each thread when there is nothing more to do.
    var finish: @Sendable (Scratch) -> Void
  }

  /// Runs until the input ends or the output fails.
  func run<Input, Output, Scratch>(_ steps: Steps<Input, Output, Scratch>) {
    let run = Run(steps, window: window, budget: budget)
    guard let timeLimit else {
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in run.work(watched: nil) }
      return
    }
    let watch = Watch<Input>(limit: timeLimit)
    for _ in 0..<jobs { run.startWatched(by: watch) }
    watch.untilAllHaveLeft { input, number, size in
      run.ring.fill(number, with: steps.expired(input), size: size, write: steps.write)
      run.startWatched(by: watch)
    }
  }
}

/// One run: the workers' loop, with what they share.
private final class Run<Input: Sendable, Output: Sendable, Scratch>: Sendable {
  private let steps: OrderedDispatch.Steps<Input, Output, Scratch>
  private let reading = Mutex(0)  // the number of the next input
  let ring: Ring<Output>

  init(_ steps: OrderedDispatch.Steps<Input, Output, Scratch>, window: Int, budget: Int) {
    self.steps = steps
    ring = Ring(window: window, budget: budget)
  }

  /// A worker: takes inputs until there are none, or until it was given up.
  func work(watched watch: Watch<Input>?) {
    var scratch = steps.makeScratch()
    while true {
      ring.waitForRoom()
      let taken: (number: Int, input: Input, size: Int)? = reading.withLock { number in
        guard !ring.isStopped, let (input, size) = steps.next() else { return nil }
        ring.take(size)
        defer { number += 1 }
        return (number, input, size)
      }
      guard let taken else {
        ring.giveUpRoom()
        break
      }
      let ticket = watch?.begin(taken.input, taken.number, taken.size)
      let output = steps.work(taken.input, &scratch)
      if let watch, let ticket, !watch.end(ticket) { return }
      ring.fill(taken.number, with: output, size: taken.size, write: steps.write)
    }
    steps.finish(scratch)
    watch?.leave()
  }

  /// Starts a worker on a thread of its own: a queue that is nobody else's always gets one.
  func startWatched(by watch: Watch<Input>) {
    watch.enter()
    DispatchQueue(label: "copydesk.worker").async { self.work(watched: watch) }
  }
}

/// Looks after the time of each worker. A thread cannot be stopped from outside; one that takes too long is given up: its
/// input is answered for it, another worker takes its place, and what it finds in the end, nobody wants.
private final class Watch<Input: Sendable>: Sendable {
  private struct Shift {
    let input: Input
    let number: Int
    let size: Int
    let clock: clockid_t
    let start: Double
  }
  private struct State {
    var shifts: [Int: Shift] = [:]
    var lastTicket = 0
    var workers = 0
  }

  private let state = Mutex(State())
  private let limit: Double
  private let allHaveLeft = DispatchSemaphore(value: 0)

  init(limit: Double) { self.limit = limit }

  func enter() { state.withLock { $0.workers += 1 } }

  func leave() {
    let isLast = state.withLock { state in
      state.workers -= 1
      return state.workers == 0
    }
    if isLast { allHaveLeft.signal() }
  }

  /// A worker begins with an input.
  func begin(_ input: Input, _ number: Int, _ size: Int) -> Int {
    // The clock counts the processor time of this thread alone: a busy machine makes no document late.
    var clock = clockid_t()
    pthread_getcpuclockid(pthread_self(), &clock)
    let shift = Shift(input: input, number: number, size: size, clock: clock, start: Self.seconds(clock) ?? 0)
    return state.withLock { state in
      state.lastTicket += 1
      state.shifts[state.lastTicket] = shift
      return state.lastTicket
    }
  }

  /// A worker is done; false if it was given up in the meantime.
  func end(_ ticket: Int) -> Bool { state.withLock { $0.shifts.removeValue(forKey: ticket) != nil } }

  /// Watches until all workers that were not given up have left.
  func untilAllHaveLeft(giveUp: (Input, Int, Int) -> Void) {
    let interval = max(0.001, min(limit / 4, 0.1))
    while allHaveLeft.wait(timeout: .now() + interval) == .timedOut {
      let late = state.withLock { state in
        // Their threads are alive: they take their ticket away before they leave.
        let late = state.shifts.filter { (Self.seconds($0.value.clock) ?? 0) - $0.value.start > limit }
        for ticket in late.keys { state.shifts[ticket] = nil }
        return late.values.map { ($0.input, $0.number, $0.size) }
      }
      for (input, number, size) in late {
        giveUp(input, number, size)
        leave()
      }
    }
  }

  private static func seconds(_ clock: clockid_t) -> Double? {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The results that wait for those before them.
private final class Ring<Output: Sendable>: Sendable {
  private struct State {
    var slots: [(output: Output, size: Int)?]
    var head = 0
    var taken = 0
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

  /// Waits until the bytes of an input fit into the budget or nothing else is in flight; then counts it.
  func take(_ size: Int) {
    while true {
      let fits = state.withLock { state in
        guard state.bytesInFlight == 0 || state.bytesInFlight + size <= budget || state.isStopped else { return false }
        state.bytesInFlight += size
        state.taken += 1
        return true
      }
      if fits { return }
      written.wait()
    }
  }

  /// Puts in a result; if it is the head, writes it and all that follow it without a gap.
  func fill(_ number: Int, with output: Output, size: Int, write: (Output, Bool) -> Bool) {
    var head = state.withLock { state -> Head? in
      state.slots[number % window] = (output, size)
      return state.isWriting ? nil : Self.takeHead(&state, window)
    }
    while let next = head {
      let isOpen = write(next.output, next.isLast)
      head = state.withLock { state in
        if !isOpen { state.isStopped = true }
        return Self.finishHead(&state, window)
      }
      room.signal()
      written.signal()
    }
  }

  /// A result that can be written, and whether nothing else is in flight.
  private typealias Head = (output: Output, isLast: Bool)

  private static func takeHead(_ state: inout State, _ window: Int) -> Head? {
    let ready = state.slots[state.head % window]?.output
    state.isWriting = ready != nil
    return ready.map { ($0, state.taken == state.head + 1) }
  }

  private static func finishHead(_ state: inout State, _ window: Int) -> Head? {
    let slot = state.head % window
    state.bytesInFlight -= state.slots[slot]?.size ?? 0
    state.slots[slot] = nil
    state.head += 1
    return takeHead(&state, window)
  }
}
