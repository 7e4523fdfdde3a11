public import CopydeskIntake
import Synchronization

/// How far a run has come; for whoever watches it from another thread.
public final class RunProgress: Sendable {
  /// The bytes read, packed as they are.
  public let input = InputMeter()
  private let documentCount = Atomic(0)
  private let failureCount = Atomic(0)

  /// Nothing done.
  public init() {}

  /// The documents written.
  public var documents: Int { documentCount.load(ordering: .relaxed) }
  /// How many of them have an error.
  public var failures: Int { failureCount.load(ordering: .relaxed) }

  func add(failed: Bool) {
    documentCount.wrappingAdd(1, ordering: .relaxed)
    if failed { failureCount.wrappingAdd(1, ordering: .relaxed) }
  }
}
