import ArgumentParser
import CopydeskTagger

/// `copydesk-workshop build-lexicon`: clusters and lists of names to the file that taggers read in place.
struct BuildLexicon: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lay out word clusters and lists of names for taggers.")

  @Option(help: ArgumentHelp("Brown clusters: word, tab, path of bits.", valueName: "file"))
  var brown: String?

  @Option(help: ArgumentHelp("Vector clusters: word and three numbers, tab-separated.", valueName: "file"))
  var vectors: String?

  @Option(help: ArgumentHelp("Names: name, tab, name of its list; at most fifteen lists.", valueName: "file"))
  var names: String?

  @Option(help: ArgumentHelp("Where the lexicon goes.", valueName: "file"))
  var out: String

  func run() throws {
    var builder = LexiconBuilder()
    try forEachLine(brown) { builder.add(word: $0[0], path: $0[1]) }
    try forEachLine(vectors) { builder.add(word: $0[0], clusters: $0[1...].compactMap { UInt16($0) }) }
    try forEachLine(names) { fields in
      guard builder.add(name: fields[0], list: fields[1]) else { throw ValidationError("more than fifteen lists") }
    }
    let bytes = builder.bytes()
    try Files.write(bytes, to: out)
    Files.tell("\(out): \(bytes.count) bytes")
  }

  private func forEachLine(_ path: String?, _ body: ([String]) throws -> Void) throws {
    guard let path else { return }
    for line in try Files.read(path).split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if fields.count >= 2 { try body(fields) }
    }
  }
}

/// The lexicon of a file.
enum LexiconFile {
  static func lexicon(_ bytes: [UInt8]) -> Lexicon {
    let file = FileBytes(bytes)
    return Lexicon(file.bytes, owner: file) ?? .empty
  }
}
