import CopydeskFacts
import CopydeskIntake
import Glibc

/// The completion markers of a folder's shards: writes them, and tells by them how far a run has come.
struct ShardMarkers: Sendable {
  private static let schema = "copydesk-shard/2"
  private static let check = ",\"marker_sha256\":\""

  let plan: ShardPlan

  /// What is complete in a folder.
  struct Found {
    /// From the first one on, without a gap.
    var shards: [Shard] = []
    /// The hash of the last one's bytes, to go on with.
    var lastHash = SHA256Hasher()
    /// The size of the rejects at the end of the last one, and the hash of their bytes.
    var rejectedBytes = 0
    var rejectedHash = SHA256Hasher()
    /// What is damaged and has to be made again, a line each.
    var notes: [String] = []
    /// Whether there is any shard or marker of this plan at all.
    var isBegun = false
  }

  // MARK: Writing

  /// Writes the marker of a shard.
  func write(_ shard: Shard, number: Int, rejectedBytes: Int, rejectedSHA256: String) throws(OutputError) {
    var json = JSONBuffer()
    json.beginObject()
    json.key("schema")
    json.string(Self.schema)
    json.key("identity")
    json.string(plan.identity)
    shard.write(to: &json)
    shard.writeInputs(to: &json)
    json.key("rejected_bytes")
    json.integer(rejectedBytes)
    json.key("rejected_sha256")
    json.string(rejectedSHA256)
    let hash = SHA256.hexDigest(of: json.bytes)
    try OutputFile.replace(plan.markerPath(of: number), with: json.bytes + Array("\(Self.check)\(hash)\"}\n".utf8))
  }

  /// Takes away shards and markers from a number on: they are of a run that had more of them.
  func removeAll(from number: Int) throws(OutputError) {
    for name in entries(of: "\(plan.folder)/done") + entries(of: plan.folder) {
      guard let found = plan.number(inName: name), found >= number else { continue }
      let isMarker = name.contains(".json") && !name.contains(".jsonl")
      let path = isMarker ? "\(plan.folder)/done/\(name)" : "\(plan.folder)/\(name)"
      guard unlink(path) == 0 || errno == ENOENT else { throw OutputError("\(path): \(ReadError().message)") }
    }
  }

  // MARK: Reading

  /// Finds out what is complete; the bytes of all complete files are read and compared.
  func found() throws(OutputError) -> Found {
    var found = Found()
    let numbers = (entries(of: "\(plan.folder)/done") + entries(of: plan.folder)).compactMap { name in
      name.hasSuffix(".part") ? nil : plan.number(inName: name)
    }
    found.isBegun = !numbers.isEmpty
    for number in Set(numbers).sorted() {
      if case .other(let identity) = marker(number) {
        throw OutputError(
          "\(plan.folder) has the output of a run with \(plan.difference(to: identity)): take an empty folder")
      }
    }
    var rejected = (bytes: 0, sha256: "")
    while case .shard(let shard, let rejectedThen) = marker(found.shards.count) {
      let number = found.shards.count
      guard let hash = Self.hash(of: plan.path(of: number), count: shard.counts.bytes),
        SHA256.hexadecimal(hash.digest()) == shard.sha256
      else {
        found.notes.append("\(plan.path(of: number)) is damaged or missing: it is made again, with all after it")
        break
      }
      // Of all but the last one, the inputs are read again when they are compared: there may be millions.
      if number > 0 { found.shards[number - 1].inputs = [] }
      found.shards.append(shard)
      (found.lastHash, rejected) = (hash, rejectedThen)
      // Only the last one may be short.
      if shard.counts.documents < plan.documentsPerShard { break }
    }
    try checkRejects(rejected, &found)
    if case .damaged = marker(found.shards.count) {
      found.notes.append(
        "\(plan.markerPath(of: found.shards.count)) is damaged: \(plan.name(of: found.shards.count)) is made again, with "
          + "all after it")
    }
    return found
  }

  /// What a complete shard was made of.
  func inputs(of number: Int) -> [InputSpan] {
    if case .shard(let shard, _) = marker(number) { return shard.inputs }
    // Taken away since it was looked at: nothing is like it.
    let none = InputSpan(path: plan.markerPath(of: number), documents: 1, sha256: String(repeating: "0", count: 64))
    return none.map { [$0] } ?? []
  }

  /// The rejects are one file for all shards, so they have to be as the run left them.
  private func checkRejects(_ rejected: (bytes: Int, sha256: String), _ found: inout Found) throws(OutputError) {
    guard let path = plan.rejects, rejected.bytes > 0 else { return }
    found.rejectedBytes = rejected.bytes
    // What is no file keeps nothing.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return }
    guard let hash = Self.hash(of: path, count: rejected.bytes, isWhole: false),
      SHA256.hexadecimal(hash.digest()) == rejected.sha256
    else { throw OutputError("\(path) is not as the run left it (cut off, changed or missing): take an empty folder") }
    found.rejectedHash = hash
  }

  private enum Marker {
    case none
    case damaged
    case other(identity: String)
    case shard(Shard, rejected: (bytes: Int, sha256: String))
  }

  private func marker(_ number: Int) -> Marker {
    guard let bytes = Self.contents(of: plan.markerPath(of: number)) else { return .none }
    guard let value = JSONParser.parse(bytes[...]), let schema = value["schema"]?.string else { return .damaged }
    if schema != Self.schema, schema.hasPrefix("copydesk-shard/") { return .other(identity: "") }
    // What was written is what is read, to the last byte.
    let length = Self.check.utf8.count + 64 + 3
    let body = bytes.dropLast(length)
    let hash = SHA256.hexDigest(of: Array(body))
    guard bytes.suffix(length).elementsEqual("\(Self.check)\(hash)\"}\n".utf8), let identity = value["identity"]?.string
    else { return .damaged }
    guard identity == plan.identity else { return .other(identity: identity) }
    guard let shard = Shard(marker: value), shard.name == plan.name(of: number),
      (1...plan.documentsPerShard).contains(shard.counts.documents),
      let rejected = value["rejected_bytes"]?.string.flatMap({ Int($0) }), rejected >= 0,
      let sha256 = value["rejected_sha256"]?.string
    else { return .damaged }
    return .shard(shard, rejected: (rejected, sha256))
  }

  // MARK: Files

  private func entries(of folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let stream = try? FileStream(path: path) else { return nil }
    var bytes: [UInt8] = []
    while let count = try? stream.read(into: &bytes, count: 1 << 16), count > 0 {}
    return bytes
  }

  /// The hash of a file's first bytes; nil if it has fewer, or, if they have to be all, more.
  private static func hash(of path: String, count: Int, isWhole: Bool = true) -> SHA256Hasher? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      isWhole ? Int(status.st_size) == count : Int(status.st_size) >= count, let stream = try? FileStream(path: path)
    else { return nil }
    var hasher = SHA256Hasher()
    var (left, bytes) = (count, [UInt8]())
    while left > 0 {
      bytes.removeAll(keepingCapacity: true)
      guard let read = try? stream.read(into: &bytes, count: 1 << 18), read > 0 else { return nil }
      if read > left { bytes.removeLast(read - left) }
      hasher.update(bytes)
      left -= bytes.count
    }
    return hasher
  }
}
