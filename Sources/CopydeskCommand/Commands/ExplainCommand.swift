import ArgumentParser
import Copydesk
import CopydeskIntake
import Glibc

/// `copydesk explain`: where a fact comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell where a fact comes from: its rule, its steps, the bytes of the source.",
    discussion: """
      EXAMPLES
        copydesk explain records.jsonl#news/a.html         the document and its facts
        copydesk explain records.jsonl#news/a.html#q3      one fact of it
        copydesk explain records.jsonl --fact q3           of the first document
        copydesk explain page.html --fact n0               of a page, processed now
        copydesk explain page.html --blocks                which blocks were kept, which dropped, and why

      The record is made again from its source, which is looked for from the folder that --against names.
      """)

  @Argument(help: ArgumentHelp("A file of records, or a source, with #ID behind it.", valueName: "file#id"))
  var target: String

  @Option(help: ArgumentHelp("The id of the fact: e0, n0, t0, q0.", valueName: "id"))
  var fact: String?

  @Option(help: ArgumentHelp("The source, or the folder that the records' paths start from.", valueName: "path"))
  var against = "."

  @Flag(help: "Show the page's blocks instead, as 'copydesk blocks' does.")
  var blocks = false

  @OptionGroup(title: "How the records were made")
  var origin: OriginOptions

  @OptionGroup(title: "Keys of JSON lines")
  var keys: KeyOptions

  func run() throws {
    let target = try ExplainTarget(target)
    if blocks {
      let command = try BlocksCommand.parse(["--", target.file])
      return try command.run()
    }
    var options = try origin.options(keys: keys)
    guard let (record, fact) = try target.find(fact: fact, options: options) else {
      StandardError.say("\(target.file): \(target.id.map { "no record '\($0)'" } ?? "no record")")
      throw ExitCode(65)
    }
    options.tracesSource = true
    var source = Rederivation(against: against, options: options, comparesOtherRuns: origin.force)
    let derived: Result<Rederived, RederivationProblem>
    var status: ExitCode?
    do throws(RederivationProblem) { derived = .success(try source.record(like: record)) } catch {
      derived = .failure(error)
      if error.isOtherRun {
        StandardError.say("\(record["id"]?.string ?? target.file): \(error.message)")
        status = ExitCode(65)
      }
    }
    let explanation = Explanation(of: record, derived: derived)
    guard let lines = fact.map({ explanation.lines(forFact: $0) }) ?? explanation.documentLines else {
      StandardError.say("\(record["id"]?.string ?? target.file): no fact '\(fact ?? "")'")
      throw ExitCode(65)
    }
    try StandardOutput().writeOrExit(shown: lines.joined(separator: "\n") + "\n")
    if let status { throw status }
  }
}

/// `FILE#ID`: ids are often paths and may have a `#` themselves, so the file is what is there.
struct ExplainTarget {
  let file: String
  let id: String?

  init(_ target: String) throws {
    var candidate = target[...]
    while access(String(candidate), F_OK) != 0 {
      guard let hash = candidate.lastIndex(of: "#") else {
        StandardError.say("\(target): \(ReadError().message)")
        throw ExitCode(66)
      }
      candidate = candidate[..<hash]
    }
    file = String(candidate)
    let rest = target.dropFirst(candidate.count + 1)
    id = rest.isEmpty ? nil : String(rest)
  }

  /// The record, and the id of the fact if one is asked for. A source is processed; its records count as if they had been
  /// in a file.
  func find(fact: String?, options: Options) throws -> (JSONValue, String?)? {
    var found: (JSONValue, String?)?
    var first: JSONValue?
    let look = { (record: JSONValue) -> Bool in
      first = first ?? record
      guard let given = record["id"]?.string else { return true }
      if id == nil || id == given {
        found = (record, fact)
      } else if let id, fact == nil, id.hasPrefix(given), id.dropFirst(given.count).first == "#" {
        found = (record, String(id.dropFirst(given.count + 1)))
      }
      return found == nil
    }
    if try isRecords() {
      if let status = try RecordLines.forEachRecord(in: [file], look), found == nil { throw status }
    } else {
      let pipeline = try Pipeline(options)
      for record in pipeline.records(in: [.path(file)]) {
        if let json = JSONParser.parse(Array(pipeline.json(of: record).utf8)[...]), !look(json) { break }
      }
    }
    // `records.jsonl#q3`: a fact of the first document.
    if found == nil, fact == nil, let id, let first, id.count < 8, id.dropFirst().allSatisfy(\.isNumber) {
      return (first, id)
    }
    return found
  }

  /// Whether the first line is a record, rather than something to be processed.
  private func isRecords() throws -> Bool {
    var isRecord = false
    try RecordLines.forEach(in: [file]) { raw in
      isRecord = JSONParser.parse(raw.bytes[...])?["schema"]?.string?.hasPrefix("copydesk/") == true
      return false
    }
    return isRecord
  }
}
