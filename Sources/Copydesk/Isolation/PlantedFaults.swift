import Glibc
import Synchronization

/// Faults that a test plants: a document with one of these ids does it to its worker. None, but where
/// `COPYDESK_PLANT` in the environment says otherwise: `trap=ID,hang=ID,sleep=ID,leak=ID,overflow=ID`.
package struct PlantedFaults: Sendable {
  enum Fault: String { case trap, hang, sleep, leak, overflow, exit }
  private var faults: [String: Fault] = [:]

  /// None.
  package init() {}

  /// Those that a text names; nil if it names something else.
  package init?(_ text: String) {
    for part in text.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, let fault = Fault(rawValue: String(pair[0])) else { return nil }
      faults[String(pair[1])] = fault
    }
  }

  /// Does to this process what was planted for an id.
  func strike(_ id: String) {
    guard let fault = faults[id] else { return }
    switch fault {
    case .trap: preconditionFailure("planted")
    case .hang: while Self.isOn.load(ordering: .relaxed) {}
    case .sleep: while Self.isOn.load(ordering: .relaxed) { sleep(1000) }
    case .leak: Self.leak()
    case .overflow: _ = Self.depth(1)
    case .exit: _exit(3)
    }
  }

  /// Read again and again, so that the compiler does not see that it never changes.
  private static let isOn = Atomic(true)

  private static func leak() {
    var held: [[UInt8]] = []
    while isOn.load(ordering: .relaxed) { held.append([UInt8](repeating: UInt8(held.count & 255), count: 16 << 20)) }
  }

  @inline(never)
  private static func depth(_ number: Int) -> Int {
    // Room on the stack that is used after the call: no loop can stand in for it.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { room in
      room.initialize(repeating: number)
      let below = isOn.load(ordering: .relaxed) ? depth(number &+ 1) : number
      return below &+ room[number & 15]
    }
  }
}
