import Synchronization

/// What was taken of one input, one document after the other.
public struct InputSpan: Sendable, Hashable {
  /// The input's path, as records have it.
  public let path: String
  /// How many documents were taken of it.
  public private(set) var documents = 0
  /// A hash over all of them, in their order; each begins where the one before ended.
  private var chain: [UInt8] = []

  /// Nothing of an input yet.
  init(path: String) { self.path = path }

  /// A span as it was written down; nil if it cannot be one.
  /// - Parameter sha256: 64 hexadecimal digits.
  public init?(path: String, documents: Int, sha256: String) {
    let digits = Array(sha256)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    guard documents > 0, digits.count == 64, bytes.count == 32 else { return nil }
    (self.path, self.documents, chain) = (path, documents, bytes)
  }

  /// The hash, 64 hexadecimal digits.
  public var sha256: String { SHA256.hexadecimal(chain) }

  mutating func add(_ fingerprint: [UInt8]) {
    documents += 1
    chain = SHA256.digest(of: chain + fingerprint)
  }
}

/// The book of what a run reads. A resumed run holds the beginning of its inputs against the book of the run before: records
/// of other inputs are never continued, however the difference came about.
///
/// `Inputs` enters each document when it is read, who writes takes the entries out in the same order. Of the documents that
/// were written before, nothing is to be taken: they are compared.
public final class InputLedger: Sendable {
  struct Entry {
    let path: String
    let fingerprint: [UInt8]
  }

  private struct State {
    /// What has to come next, of all that has to come first: a part at a time, for there may be millions of inputs.
    var expected: ArraySlice<InputSpan> = []
    /// How many parts there were, and whether there are more.
    var parts = 0
    var hasMore = true
    /// The path of the input before.
    var before: String?
    /// What has come of the next input.
    var begun: InputSpan?
    /// Read, not written; the first one at `head`.
    var pending: [Entry] = []
    var head = 0
    var mismatch: String?
  }

  private let state: Mutex<State>
  private let part: @Sendable (Int) -> [InputSpan]?
  private let sum: @Sendable ([UInt8]) -> Void
  /// Whether entries are kept until they are taken.
  private let keeps: Bool

  /// A book that the entries of are taken out of.
  /// - Parameters:
  ///   - part: what was read before, from the first document on, in parts that are asked for by their number, from 0; nil
  ///     after the last.
  ///   - sum: gets the hash of each document that is read, 32 bytes.
  public init(
    expecting part: @escaping @Sendable (Int) -> [InputSpan]? = { _ in nil },
    sum: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) {
    state = Mutex(State())
    (self.part, self.sum, keeps) = (part, sum, true)
  }

  /// A book that keeps nothing: each hash is only handed on.
  public init(forSum sum: @escaping @Sendable ([UInt8]) -> Void) {
    state = Mutex(State())
    (part, self.sum, keeps) = ({ _ in nil }, sum, false)
  }

  /// Why the documents that were read cannot be those of the run before, in words, with the path; nil if they are.
  public var problem: String? {
    state.withLock { state in
      if let mismatch = state.mismatch { return mismatch }
      guard let missing = next(&state) else { return nil }
      return Self.isBegun(missing, state)
        ? "\(missing.path) has fewer documents than before" : "\(missing.path) is not there any more"
    }
  }

  /// Takes the next document out of the book and adds it to the spans; false if it was never entered.
  public func take(into spans: inout [InputSpan]) -> Bool {
    let entry: Entry? = state.withLock { state in
      guard state.head < state.pending.count else { return nil }
      let entry = state.pending[state.head]
      state.head += 1
      if state.head > 1000, state.head * 2 > state.pending.count {
        state.pending.removeFirst(state.head)
        state.head = 0
      }
      return entry
    }
    guard let entry else { return false }
    if spans.last?.path != entry.path { spans.append(InputSpan(path: entry.path)) }
    spans[spans.count - 1].add(entry.fingerprint)
    return true
  }

  /// Enters what was read.
  func enter(_ input: Result<RawRecord, InputProblem>) {
    let path =
      switch input {
      case .success(let raw): raw.provenance.path
      case .failure(let problem): problem.path
      }
    let entry = Entry(path: path, fingerprint: RecordFingerprint(of: input).bytes)
    sum(entry.fingerprint)
    guard keeps else { return }
    state.withLock { state in
      if let expected = next(&state) {
        Self.compare(entry, with: expected, &state)
      } else {
        state.pending.append(entry)
      }
    }
  }

  /// The input that has to come next; nil if all have come.
  private func next(_ state: inout State) -> InputSpan? {
    while state.expected.isEmpty, state.hasMore {
      let part = part(state.parts)
      (state.expected, state.hasMore) = (part?[...] ?? [], part != nil)
      state.parts += 1
    }
    return state.expected.first
  }

  private static func compare(_ entry: Entry, with expected: InputSpan, _ state: inout State) {
    guard state.mismatch == nil else { return }
    guard entry.path == expected.path else {
      state.mismatch =
        if isBegun(expected, state) {
          "\(expected.path) has fewer documents than before"
        } else if entry.path == state.before {
          "\(entry.path) has more documents than before"
        } else if state.expected.contains(where: { $0.path == entry.path }) {
          "\(expected.path) is not where it was"
        } else {
          "\(entry.path) is new, or could not be read before"
        }
      return
    }
    var begun = state.begun ?? InputSpan(path: entry.path)
    begun.add(entry.fingerprint)
    state.begun = begun
    guard begun.documents == expected.documents else { return }
    if begun != expected { state.mismatch = "\(expected.path) has changed" }
    (state.begun, state.before) = (nil, expected.path)
    state.expected.removeFirst()
  }

  /// Whether some documents of the input that is expected next have come, in this span or the one before it.
  private static func isBegun(_ expected: InputSpan, _ state: State) -> Bool {
    state.begun != nil || state.before == expected.path
  }
}
