import CopydeskFacts
import CopydeskIntake

/// A file of output that is complete: what its completion marker says, and the manifest.
public struct Shard: Sendable, Hashable {
  /// The name of the file, in its folder.
  public var name: String
  /// What it holds.
  public var counts = RunCounts()
  /// The SHA-256 of its bytes.
  public var sha256 = ""
  /// The digest of its lines, whatever their order.
  public var digest = LineDigest()

  /// A shard with nothing in it yet.
  public init(name: String) { self.name = name }

  /// Its keys and values.
  func write(to json: inout JSONBuffer) {
    json.key("name")
    json.string(name)
    counts.write(to: &json)
    json.key("sha256")
    json.string(sha256)
    json.key("digest")
    json.string(digest.hexadecimal)
  }

  init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let sha256 = value["sha256"]?.string,
      let digest = value["digest"]?.string.flatMap(LineDigest.init(hexadecimal:)), let counts = RunCounts(value)
    else { return nil }
    (self.name, self.sha256, self.digest, self.counts) = (name, sha256, digest, counts)
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

  init?(_ value: JSONValue) {
    func number(_ key: String) -> Int? { value[key]?.string.flatMap { Int($0) } }
    func counts(_ key: String) -> [String: Int] {
      let pairs = (value[key]?.elements ?? []).compactMap { element in
        element["code"]?.string.map { ($0, element["count"]?.string.flatMap { Int($0) } ?? 0) }
      }
      return Dictionary(pairs, uniquingKeysWith: +)
    }
    guard let documents = number("documents"), let failures = number("failures"), let bytes = number("bytes"),
      let sourceBytes = number("source_bytes")
    else { return nil }
    (self.documents, self.failures, self.bytes, self.sourceBytes) = (documents, failures, bytes, sourceBytes)
    (errors, warnings) = (counts("errors"), counts("warnings"))
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
