import CopydeskIntake

/// What a worker is asked to make lines of.
typealias WorkItem = Result<RawRecord, InputProblem>

extension WorkItem {
  /// The bytes of the document, which travel behind everything else.
  var bytes: [UInt8] { (try? get())?.bytes ?? [] }

  func write(to wire: inout WireWriter) {
    switch self {
    case .success(let raw):
      wire.flag(true)
      raw.write(to: &wire)
    case .failure(let problem):
      wire.flag(false)
      wire.string(problem.path)
      wire.string(problem.message)
      wire.flag(problem.isEscaped)
      wire.flag(problem.isFatal)
    }
  }

  /// - Parameter bytes: gives the bytes of the document when everything else has been read.
  init(from wire: inout WireReader, bytes: (inout WireReader) throws(WireError) -> [UInt8]) throws(WireError) {
    if try wire.flag() {
      var raw = try RawRecord(from: &wire)
      raw.bytes = try bytes(&wire)
      self = .success(raw)
    } else {
      self = .failure(
        InputProblem(
          path: try wire.string(), message: try wire.string(), isEscaped: try wire.flag(), isFatal: try wire.flag()))
      _ = try bytes(&wire)
    }
  }
}

extension DocumentLines {
  /// Writes all but the lines themselves.
  func write(to wire: inout WireWriter) {
    wire.string(id)
    wire.flag(isPassedOver)
    wire.integer(sourceBytes)
    wire.list(warnings) { $0.case($1) }
    wire.optional(failure) { $1.write(to: &$0) }
    wire.string(orNil: problem)
  }

  init(from wire: inout WireReader, bytes: [UInt8]) throws(WireError) {
    self.init(id: try wire.string(), bytes: bytes)
    isPassedOver = try wire.flag()
    sourceBytes = try wire.integer()
    warnings = Set(try wire.list { (wire) throws(WireError) in try wire.case(of: Warning.self) })
    failure = try wire.optional { (wire) throws(WireError) in try DocumentFailure(from: &wire) }
    problem = try wire.stringOrNil()
  }
}

extension StageClock {
  func write(to wire: inout WireWriter) {
    wire.list(laps) {
      $0.string($1.stage)
      $0.integer($1.nanoseconds)
    }
  }

  /// Takes in laps that another process wrote.
  mutating func add(from wire: inout WireReader) throws(WireError) {
    let laps = try wire.list { (wire) throws(WireError) in (try wire.string(), try wire.integer()) }
    for (stage, nanoseconds) in laps { add(stage, nanoseconds) }
  }
}
