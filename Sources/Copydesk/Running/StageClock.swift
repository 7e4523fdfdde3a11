import Glibc

/// Adds up the processor time that a worker spends in each stage.
struct StageClock: Sendable {
  /// The stages and their nanoseconds, in the order of the first lap.
  private(set) var laps: [(stage: String, nanoseconds: Int)] = []
  private var isOn: Bool
  private var last = 0

  /// - Parameter isOn: whether it counts at all; looking at the clock costs something.
  init(isOn: Bool) { self.isOn = isOn }

  /// Begins a lap.
  mutating func start() { if isOn { last = Self.now() } }

  /// Ends a lap, and begins the next one.
  mutating func lap(_ stage: String) {
    guard isOn else { return }
    let now = Self.now()
    add(stage, now - last)
    last = now
  }

  /// Takes in the laps of another clock.
  mutating func add(_ other: StageClock) { for lap in other.laps { add(lap.stage, lap.nanoseconds) } }

  /// Adds to a stage.
  mutating func add(_ stage: String, _ nanoseconds: Int) {
    if let index = laps.firstIndex(where: { $0.stage == stage }) {
      laps[index].nanoseconds += nanoseconds
    } else {
      laps.append((stage, nanoseconds))
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
