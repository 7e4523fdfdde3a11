import CopydeskFacts
package import CopydeskIntake

/// A file of output that is complete: what its completion marker says, and the manifest.
package struct Shard: Sendable, Hashable {
  /// The name of the file, in its folder.
  package var name: String
  /// What it holds.
  package var counts = RunCounts()
  /// The SHA-256 of its bytes.
  package var sha256 = ""
  /// The digest of its lines, whatever their order.
  package var digest = LineDigest()
  /// What it was made of, in order; only its marker keeps it.
  package var inputs: [InputSpan] = []

  /// A shard with nothing in it yet.
  package init(name: String) { self.name = name }

  /// Its keys and values, as the manifest has them.
  func write(to json: inout JSONBuffer) {
    json.key("name")
    json.string(name)
    counts.write(to: &json)
    json.key("sha256")
    json.string(sha256)
    json.key("digest")
    json.string(digest.hexadecimal)
  }

  /// What it was made of, as its marker has it.
  func writeInputs(to json: inout JSONBuffer) {
    json.key("inputs")
    json.beginArray()
    for input in inputs {
      json.beginObject()
      json.key("path")
      json.string(input.path)
      json.key("documents")
      json.integer(input.documents)
      json.key("sha256")
      json.string(input.sha256)
      json.endObject()
    }
    json.endArray()
  }

  /// A shard as its marker has it; nil if that cannot be.
  init?(marker value: JSONValue) {
    guard let name = value["name"]?.string, let sha256 = value["sha256"]?.string,
      let digest = value["digest"]?.string.flatMap(LineDigest.init(hexadecimal:)), let counts = RunCounts(value),
      let elements = value["inputs"]?.elements
    else { return nil }
    let inputs = elements.compactMap { element in
      InputSpan(
        path: element["path"]?.string ?? "", documents: element["documents"]?.string.flatMap { Int($0) } ?? 0,
        sha256: element["sha256"]?.string ?? "")
    }
    guard inputs.count == elements.count, inputs.allSatisfy({ $0.documents <= counts.documents }),
      inputs.reduce(0, { $0 &+ $1.documents }) == counts.documents
    else { return nil }
    (self.name, self.sha256, self.digest, self.counts, self.inputs) = (name, sha256, digest, counts, inputs)
  }
}

extension RunCounts {
  /// Their keys and values.
  func write(to json: inout JSONBuffer) {
    let numbers = [
      ("documents", documents), ("failures", failures), ("source_bytes", sourceBytes), ("bytes", bytes),
    ]
    for (key, number) in numbers {
      json.key(key)
      json.integer(number)
    }
    for (key, counts) in [("errors", errors), ("warnings", warnings)] {
      json.key(key)
      json.counts(counts, name: "code")
    }
  }

  /// From their keys and values; nil if numbers are missing, or out of the range of what a file can hold.
  init?(_ value: JSONValue) {
    let range = 0...(1 << 48)
    func number(_ key: String, in value: JSONValue) -> Int? {
      value[key]?.string.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
    func counts(_ key: String) -> [String: Int]? {
      let elements = value[key]?.elements ?? []
      let pairs = elements.compactMap { element -> (String, Int)? in
        guard let code = element["code"]?.string, let count = number("count", in: element) else { return nil }
        return (code, count)
      }
      return pairs.count == elements.count ? Dictionary(pairs, uniquingKeysWith: { first, _ in first }) : nil
    }
    guard let documents = number("documents", in: value), let failures = number("failures", in: value),
      let bytes = number("bytes", in: value), let sourceBytes = number("source_bytes", in: value),
      let errors = counts("errors"), let warnings = counts("warnings"), failures <= documents
    else { return nil }
    (self.documents, self.failures, self.bytes, self.sourceBytes) = (documents, failures, bytes, sourceBytes)
    (self.errors, self.warnings) = (errors, warnings)
  }
}

extension JSONBuffer {
  /// Numbers by name, as an array of objects sorted by name: no reader takes data for keys.
  mutating func counts(_ counts: [String: Int], name: String) {
    beginArray()
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      beginObject()
      self.key(name)
      string(key)
      self.key("count")
      integer(count)
      endObject()
    }
    endArray()
  }
}
