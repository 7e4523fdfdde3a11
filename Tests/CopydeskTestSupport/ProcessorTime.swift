import Glibc

/// The time that this thread spends on the processor in `body`: what else the machine does, other tests with it, does not
/// count. What sanitizers add is taken out: `COPYDESK_SLOWNESS` times as slow.
public func processorTime(_ body: () throws -> Void) rethrows -> Duration {
  func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  try body()
  return (now() - start) / slowness
}

/// How many times as slow as usual everything is.
public let slowness = getenv("COPYDESK_SLOWNESS").flatMap { Int(String(cString: $0)) } ?? 1
