import CopydeskTestSupport
import Glibc
import Synchronization
import Testing

@testable import Copydesk

@Suite struct OrderedDispatchTests {
  /// Runs `count` inputs whose work takes a random time; gives back what was written.
  private func run(
    _ count: Int, jobs: Int, window: Int, budget: Int, stopAfter: Int = .max, sizes: @escaping @Sendable (Int) -> Int
  )
    -> (written: [Int], mostInFlight: Int, mostBytes: Int)
  {
    let read = Mutex(0)
    let written = Mutex<[Int]>([])
    let flight = Mutex((now: 0, most: 0, bytes: 0, mostBytes: 0))
    let steps = OrderedDispatch.Steps<Int, [UInt8], SeededGenerator>(
      next: {
        let number = read.withLock { value -> Int in
          defer { value += 1 }
          return value
        }
        return number < count ? (input: number, size: sizes(number)) : nil
      },
      makeScratch: { SeededGenerator(seed: 7) },
      work: { number, random in
        flight.withLock { state in
          state.now += 1
          state.bytes += sizes(number)
          state.most = max(state.most, state.now)
          state.mostBytes = max(state.mostBytes, state.bytes)
        }
        usleep(UInt32(random.next() % 300))
        return Array("\(number)".utf8)
      },
      expired: { _ in [] },
      write: { bytes, _ in
        let number = Int(String(decoding: bytes, as: UTF8.self)) ?? -1
        flight.withLock { state in
          state.now -= 1
          state.bytes -= sizes(number)
        }
        return written.withLock { list in
          list.append(number)
          return list.count < stopAfter
        }
      },
      finish: { _ in })
    OrderedDispatch(jobs: jobs, window: window, budget: budget).run(steps)
    let most = flight.withLock { $0 }
    return (written.withLock { $0 }, most.most, most.mostBytes)
  }

  @Test(arguments: [1, 2, 8])
  func keepsOrderAndWindow(_ jobs: Int) {
    let result = run(500, jobs: jobs, window: 10, budget: .max) { _ in 1 }
    #expect(result.written == Array(0..<500))
    #expect(result.mostInFlight <= 10)
  }

  @Test func keepsTheBudgetButTakesOneHugeInput() {
    let result = run(200, jobs: 4, window: 16, budget: 100) { $0 == 50 ? 1000 : 30 }
    #expect(result.written == Array(0..<200))
    #expect(result.mostBytes <= 1000, "the huge one travels alone")
  }

  @Test func endsWhenTheOutputFails() {
    let result = run(10_000, jobs: 4, window: 8, budget: .max, stopAfter: 20) { _ in 1 }
    #expect(result.written.count < 60)
    #expect(result.written == Array(0..<result.written.count))
  }

  @Test func nothingToDo() {
    #expect(run(0, jobs: 3, window: 4, budget: 10) { _ in 1 }.written.isEmpty)
  }

  /// A worker that takes too long is given up; the others, and its own place in the order, are not touched.
  @Test func givesUpWhatTakesTooLong() {
    let read = Mutex(0)
    let written = Mutex<[String]>([])
    let mayEnd = Atomic(false)
    let steps = OrderedDispatch.Steps<Int, String, Void>(
      next: {
        let number = read.withLock { value -> Int in
          defer { value += 1 }
          return value
        }
        return number < 60 ? (number, 1) : nil
      },
      makeScratch: {},
      work: { number, _ in
        // One that would never end by itself.
        while number % 20 == 7, !mayEnd.load(ordering: .relaxed) {}
        return "\(number)"
      },
      expired: { "late \($0)" },
      write: { text, _ in
        written.withLock { $0.append(text) }
        return true
      },
      finish: { _ in })
    var dispatch = OrderedDispatch(jobs: 2, window: 8, budget: 100)
    dispatch.timeLimit = 0.05
    dispatch.run(steps)
    mayEnd.store(true, ordering: .relaxed)
    #expect(written.withLock { $0 } == (0..<60).map { $0 % 20 == 7 ? "late \($0)" : "\($0)" })
  }

  /// Whoever writes is told when nothing else is in work, so that it holds nothing back then.
  @Test func tellsWhenNothingIsInFlight() {
    let flags = Mutex<[Bool]>([])
    let read = Atomic(0)
    let steps = OrderedDispatch.Steps<Int, Int, Void>(
      next: {
        let number = read.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < 5 ? (number, 1) : nil
      },
      makeScratch: {}, work: { number, _ in number }, expired: { $0 },
      write: { _, isLast in
        flags.withLock { $0.append(isLast) }
        return true
      },
      finish: { _ in })
    OrderedDispatch(jobs: 1, window: 4, budget: 100).run(steps)
    #expect(flags.withLock { $0 } == [true, true, true, true, true])
  }
}
