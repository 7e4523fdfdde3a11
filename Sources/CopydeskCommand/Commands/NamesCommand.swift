import ArgumentParser
import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// `copydesk names`: the names of a whole corpus, one row each.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Make the alias table of a corpus of records.",
    discussion: """
      copydesk news/ > news.jsonl && copydesk names news.jsonl > names.jsonl

      One line a name: its type, link and country, how many mentions and documents it has, its variants with their counts, and \
      the ids of the first documents. The most frequent name comes first.

      --names takes a file of corrections, tab-separated, as the run itself does:
        add     text of a mention    name    link (or empty)    type (or empty)
        merge   canonical name       other name
        kill    text or name
      """)

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Names to give, to merge or to drop.", valueName: "file"))
  var names: String?

  @Option(help: ArgumentHelp("Leave out names with fewer mentions.", valueName: "number"))
  var atLeast = 1

  @Option(help: ArgumentHelp("How many ids of documents to list for each name.", valueName: "number"))
  var ids = 20

  func run() throws {
    let corrections = try names.map { try CorrectionsFile.read($0) }
    var table = AliasTable(corrections: corrections, idLimit: max(0, ids))
    let status = try RecordLines.forEachRecord(in: paths) { record in
      table.add(record)
      return true
    }
    guard table.documents > 0 else {
      if status == nil { StandardError.say("there are no records to take names from") }
      throw ExitCode(65)
    }
    var lines = JSONBuffer()
    for row in table.rows where row.count >= atLeast { row.write(to: &lines) }
    try StandardOutput().writeOrExit(json: lines.bytes)
    // What could be read is in the table.
    if let status { throw status }
  }
}

/// Reads a file of corrections.
enum CorrectionsFile {
  static func read(_ path: String) throws -> NameCorrections {
    var bytes: [UInt8] = []
    do {
      let stream = try FileStream(path: path)
      while try stream.read(into: &bytes, count: 1 << 16) > 0 {}
      return try NameCorrections(bytes)
    } catch let error as ReadError {
      StandardError.say("--names \(path): \(error.message)")
      throw ExitCode(66)
    } catch {
      StandardError.say("--names \(path): \(error)")
      throw ExitCode(65)
    }
  }
}

/// The names of a corpus and their variants.
struct AliasTable {
  /// One thing: its canonical name and how it is written.
  struct Row {
    let name: String
    let type: String
    let link: String?
    let country: String?
    var count = 0
    var variants: [String: Int] = [:]
    var documents = 0
    var ids: [String] = []
    fileprivate var lastDocument = -1

    func write(to lines: inout JSONBuffer) {
      lines.beginObject()
      for (key, value) in [("name", name), ("type", type), ("link", link), ("country", country)] {
        lines.key(key)
        lines.string(value)
      }
      lines.key("count")
      lines.integer(count)
      lines.key("variants")
      lines.beginArray()
      for variant in variants.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) {
        lines.beginObject()
        lines.key("text")
        lines.string(variant.key)
        lines.key("count")
        lines.integer(variant.value)
        lines.endObject()
      }
      lines.endArray()
      lines.key("documents")
      lines.integer(documents)
      lines.key("document_ids")
      lines.beginArray()
      for id in ids { lines.string(id) }
      lines.endArray()
      lines.endObject()
      lines.endLine()
    }
  }

  private let corrections: NameCorrections?
  private let idLimit: Int
  private var all: [Row] = []
  private var places: [String: Int] = [:]
  private(set) var documents = 0

  init(corrections: NameCorrections?, idLimit: Int) { (self.corrections, self.idLimit) = (corrections, idLimit) }

  /// The rows, the most frequent first.
  var rows: [Row] { all.sorted { (-$0.count, $0.name, $0.type) < (-$1.count, $1.name, $1.type) } }

  /// Counts the entities of a record.
  mutating func add(_ record: JSONValue) {
    documents += 1
    let id = record["id"]?.string ?? ""
    for entity in record["entities"]?.elements ?? [] {
      guard let text = entity["text"]?.string, let name = entity["name"]?.string,
        let type = entity["type"]?.string.flatMap(EntityType.init)
      else { continue }
      var (right, link, kind) = (name, entity["link"]?.string, type)
      if let corrections {
        guard let corrected = corrections.corrected(text: text, name: name, link: link, type: type) else { continue }
        (right, link, kind) = corrected
      }
      count(text, as: (right, link, kind), country: entity["country"]?.string, in: id)
    }
  }

  private mutating func count(
    _ text: String, as thing: (name: String, link: String?, type: EntityType), country: String?, in id: String
  ) {
    // An adjective and the state that it means bear one link and are two rows.
    let key = "\(thing.type.rawValue)\t\(thing.link ?? thing.name)"
    let place = places[key] ?? all.count
    if place == all.count {
      places[key] = place
      all.append(Row(name: thing.name, type: thing.type.rawValue, link: thing.link, country: country))
    }
    all[place].count += 1
    all[place].variants[text, default: 0] += 1
    guard all[place].lastDocument != documents else { return }
    all[place].lastDocument = documents
    all[place].documents += 1
    if all[place].ids.count < idLimit { all[place].ids.append(id) }
  }
}
