import CopydeskFacts
package import CopydeskIntake

/// What a run was and what it gave. A function of the inputs, the version and the options: it holds no time and no number
/// of threads, and a run that was resumed has the same one.
package struct Manifest: Sendable {
  /// The run's pipeline.
  let pipeline: Pipeline
  /// What was read, as it was given.
  let inputs: [InputPath]
  /// The share of the files.
  let share: InputShare
  /// The files of output.
  let shards: [Shard]
  /// The digest of all that was read.
  let read: LineDigest

  /// The manifest of a run.
  package init(_ pipeline: Pipeline, inputs: [InputPath], share: InputShare, shards: [Shard], read: LineDigest) {
    (self.pipeline, self.inputs, self.share, self.shards, self.read) = (pipeline, inputs, share, shards, read)
  }

  /// The manifest as JSON.
  package var json: [UInt8] {
    var json = JSONBuffer()
    json.beginObject()
    let identity = [
      ("schema", "copydesk-manifest/1"), ("version", Version.current), ("resources", Version.resources),
      ("options", pipeline.options.signature), ("run", pipeline.run), ("share", "\(share.number)/\(share.count)"),
    ]
    for (key, value) in identity {
      json.key(key)
      json.string(value)
    }
    json.key("inputs")
    // A list of a million paths is told by its digest alone.
    if inputs.count <= 1000 { json.strings(inputs.map(\.name)) } else { json.null() }
    json.key("inputs_sha256")
    json.string(Self.digest(of: inputs))
    json.key("read_digest")
    json.string(read.hexadecimal)
    var (counts, digest) = (RunCounts(), LineDigest())
    for shard in shards {
      counts.add(shard.counts)
      digest.add(shard.digest)
    }
    counts.write(to: &json)
    json.key("digest")
    json.string(digest.hexadecimal)
    json.key("shards")
    json.beginArray()
    for shard in shards {
      json.beginObject()
      shard.write(to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// The SHA-256 of a list of inputs.
  static func digest(of inputs: [InputPath]) -> String {
    SHA256.hexDigest(of: Array(inputs.map { "\($0.name)\n" }.joined().utf8))
  }
}

extension InputPath {
  /// As it was given; bytes that are no UTF-8 escaped.
  var name: String {
    switch self {
    case .path(let path): FileName(argument: path).description
    case .standardInput: "-"
    }
  }
}

extension JSONBuffer {
  /// An array of strings.
  mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
