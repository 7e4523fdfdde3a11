import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// Finds out with which options a record was made: its `run` is a hash of them, and those that people use are few enough
/// to try all.
struct RunOptions {
  /// What the record does not tell: the keys of JSON lines, the limits, the files of names and the tagger.
  let given: Options
  private var known: [String: Pipeline] = [:]

  init(given: Options) { self.given = given }

  /// The pipeline that made the record. If none that we can think of did (another version, options that were not given),
  /// the one of the given options, and `isSame` is false.
  mutating func pipeline(of record: JSONValue) -> (pipeline: Pipeline, isSame: Bool) {
    let run = record["run"]?.string ?? ""
    if let pipeline = known[run] { return (pipeline, pipeline.run == run) }
    let candidates = candidates(for: record)
    if let options = candidates.first(where: { Pipeline.run(of: $0) == run }), let pipeline = try? Pipeline(options) {
      known[run] = pipeline
      return (pipeline, true)
    }
    let first = candidates.lazy.compactMap { try? Pipeline($0) }.first
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
    // Detected, or given: then it is what the record says.
    let detected = record["source"]?["format"]?.string.flatMap(SourceFormat.init(rawValue:))
    let formats: [SourceFormat?] = given.format.map { [$0] } ?? [nil, detected]
    var candidates = choices.map { layers in
      var candidate = options
      candidate.layers = layers
      return candidate
    }
    // The usual ones first: each list of variants begins with what was given.
    candidates = Self.each(candidates, formats) { $0.format = $1 }
    candidates = Self.each(candidates, [given.isVerbatim, !given.isVerbatim]) { $0.isVerbatim = $1 }
    candidates = Self.each(candidates, [given.headline, given.headline == .text ? .title : .text]) { $0.headline = $1 }
    candidates = Self.each(candidates, [given.checksDigests, !given.checksDigests]) { $0.checksDigests = $1 }
    if !given.resources.isEmpty {
      candidates = Self.each(candidates, [true, false]) { candidate, isUsed in
        if !isUsed { (candidate.model, candidate.gazetteer, candidate.resources) = (nil, nil, "") }
      }
    }
    if given.corrections != nil {
      candidates = Self.each(candidates, [given.corrections, nil]) { $0.corrections = $1 }
    }
    return candidates
  }

  /// The options with each of some values set: all with the first, then all with the second.
  private static func each<Value>(_ options: [Options], _ values: [Value], _ set: (inout Options, Value) -> Void)
    -> [Options]
  {
    values.flatMap { value in
      options.map { options in
        var variant = options
        set(&variant, value)
        return variant
      }
    }
  }
}
