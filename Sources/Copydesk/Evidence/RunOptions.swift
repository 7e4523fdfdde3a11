import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// Finds out with which options a record was made: its `run` is a hash of them, and those that people use are few enough
/// to try all.
struct RunOptions {
  /// What the record does not tell: the keys of JSON lines, the limits.
  let given: Options
  private var known: [String: Pipeline] = [:]

  init(given: Options) { self.given = given }

  /// The pipeline that made the record. If none that we can think of did (another version, options that were not given),
  /// the one of the given options, and `isSame` is false.
  mutating func pipeline(of record: JSONValue) -> (pipeline: Pipeline, isSame: Bool) {
    let run = record["run"]?.string ?? ""
    if let pipeline = known[run] { return (pipeline, pipeline.run == run) }
    var first: Pipeline?
    for options in candidates(for: record) {
      guard let pipeline = try? Pipeline(options) else { continue }
      if pipeline.run == run {
        known[run] = pipeline
        return (pipeline, true)
      }
      first = first ?? pipeline
    }
    guard let fallback = first ?? (try? Pipeline()) else { preconditionFailure("the default options are good") }
    known[run] = fallback
    return (fallback, false)
  }

  private func candidates(for record: JSONValue) -> [Options] {
    var options = given
    options.shape = .records
    options.offsets = record["offsets"]?.string.flatMap(OffsetUnit.init(rawValue:)) ?? .codepoint
    if options.published == nil, record["published_by"]?.string == "option" {
      options.published = record["published"]?.string.flatMap { Timestamp(iso8601: $0) }
    }
    let names = Extractors.names
    // All layers first, then every choice of some.
    let choices = (0..<1 << names.count).reversed().map { bits in
      names.indices.filter { bits >> $0 & 1 == 1 }.map { names[$0] }
    }
    let formats: [SourceFormat?] = given.format.map { [$0] } ?? [nil] + SourceFormat.allCases
    return choices.flatMap { layers in
      formats.flatMap { format in
        [given.isVerbatim, !given.isVerbatim].map { isVerbatim in
          var candidate = options
          (candidate.layers, candidate.format, candidate.isVerbatim) = (layers, format, isVerbatim)
          return candidate
        }
      }
    }
  }
}
