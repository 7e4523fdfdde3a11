/// What a reader has to say beside its records.
public struct ReaderFindings: Sendable {
  /// What was passed over because it is no news: media types, HTTP statuses, extensions of files, each with its number.
  public private(set) var skipped: [String: Int] = [:]
  /// Damage that was passed over, in words, with its place: the first hundred.
  public private(set) var notes: [String] = []
  /// How many notes there are in all.
  public private(set) var noteCount = 0

  /// Nothing to say.
  public init() {}

  mutating func skip(_ kind: String) {
    // A hostile archive can name as many media types as it has records.
    skipped[skipped.count < 200 || skipped[kind] != nil ? kind : "other", default: 0] += 1
  }

  mutating func note(_ text: String) {
    noteCount += 1
    if notes.count < 100 { notes.append(text) }
  }

  mutating func add(_ other: ReaderFindings) {
    for (kind, count) in other.skipped { skipped[kind, default: 0] += count }
    noteCount += other.noteCount
    notes.append(contentsOf: other.notes.prefix(max(0, 100 - notes.count)))
  }
}
