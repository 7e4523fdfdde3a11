package import CopydeskIntake

/// How the output of a run is laid out in a folder.
package struct ShardPlan: Sendable {
  /// The folder; it is made if it isn't there.
  package var folder: String
  /// The documents in each file.
  package var documentsPerShard: Int
  /// The file for the lines of documents that failed; nil: none.
  package var rejects: String?
  /// What a file's name begins with: `records`, `facts-00002-of-00008`.
  package var prefix: String
  /// What the output depends on, beside the inputs' content; a run can be resumed only with the same.
  package var identity: String

  /// The plan of a pipeline's run over inputs.
  package init(
    _ pipeline: Pipeline, inputs: [InputPath], share: InputShare, folder: String, documentsPerShard: Int,
    rejects: String?
  ) {
    (self.folder, self.documentsPerShard, self.rejects) = (folder, documentsPerShard, rejects)
    let shape = pipeline.options.shape.rawValue
    let numbers = [share.number, share.count].map { Self.padded($0) }
    prefix = share.count == 1 ? shape : "\(shape)-\(numbers[0])-of-\(numbers[1])"
    identity = [
      "run=\(pipeline.run)", "out=\(shape)", "shard=\(share.number)/\(share.count)", "shard-size=\(documentsPerShard)",
      "rejects=\(rejects == nil ? "no" : "yes")", "inputs=\(Manifest.digest(of: inputs))",
    ].joined(separator: " ")
  }

  /// Why a run with another identity cannot be resumed by this plan, in words.
  func difference(to other: String) -> String {
    let meanings = [
      "run": "another version, or other options, tables or names", "out": "another --out", "shard": "another --shard",
      "shard-size": "another --shard-size", "rejects": "\(rejects == nil ? "" : "no ")--rejects",
      "inputs": "other paths, or in another order",
    ]
    let (mine, theirs) = (identity.split(separator: " "), other.split(separator: " "))
    let differing = zip(mine, theirs).first { $0 != $1 }?.0.split(separator: "=").first
    return differing.flatMap { meanings[String($0)] } ?? "another version"
  }

  // MARK: Names

  /// Whether a path has the name of a file that the run itself writes into its folder.
  package func owns(_ path: String?) -> Bool {
    guard let path, let name = path.split(separator: "/").last, number(inName: String(name)) != nil else {
      return false
    }
    let parent = path[..<name.startIndex]
    let here = FileIdentity(path: parent.isEmpty ? "." : String(parent))
    // The folder may have to be made yet.
    if here == nil { return parent.split(separator: "/") == folder.split(separator: "/") }
    return [folder, "\(folder)/done"].contains { FileIdentity(path: $0) == here }
  }

  /// `records-00003.jsonl`
  func name(of shard: Int) -> String { "\(prefix)-\(Self.padded(shard)).jsonl" }

  /// Where a shard is.
  func path(of shard: Int) -> String { "\(folder)/\(name(of: shard))" }

  /// Where a shard is while it is written.
  func partPath(of shard: Int) -> String { "\(path(of: shard)).part" }

  /// Where its completion marker is.
  func markerPath(of shard: Int) -> String { "\(folder)/done/\(prefix)-\(Self.padded(shard)).json" }

  /// The number in a file's name, if it is one of this plan's: `records-00003.jsonl`, `records-00003.json.part`.
  func number(inName name: String) -> Int? {
    guard name.hasPrefix("\(prefix)-"), let dot = name.firstIndex(of: ".") else { return nil }
    let digits = name[..<dot].dropFirst(prefix.count + 1)
    let endings = [".jsonl", ".jsonl.part", ".json", ".json.part"]
    guard digits.count >= 5, digits.allSatisfy({ ("0"..."9").contains($0) }), endings.contains(String(name[dot...]))
    else { return nil }
    return Int(digits)
  }

  private static func padded(_ number: Int) -> String { String("0000\(number)".suffix(max(5, "\(number)".count))) }
}
