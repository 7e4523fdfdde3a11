/// The hash of everything that a document's output depends on, as it was read: of two equal ones the same records are made.
struct RecordFingerprint {
  /// 32 bytes.
  let bytes: [UInt8]

  /// Of what a reader has found, or of an input that could not be opened.
  init(of input: Result<RawRecord, InputProblem>) {
    var wire = WireWriter()
    var hasher = SHA256Hasher()
    switch input {
    case .success(let raw):
      raw.write(to: &wire)
      wire.integer(raw.bytes.count)
      hasher.update(wire.bytes)
      hasher.update(raw.bytes)
    case .failure(let problem):
      wire.string("problem")
      wire.string(problem.path)
      wire.string(problem.message)
      hasher.update(wire.bytes)
    }
    bytes = hasher.digest()
  }
}
