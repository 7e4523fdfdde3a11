import ArgumentParser
import Copydesk
import CopydeskFacts
import Glibc

/// `copydesk-workshop build-gazetteer`: compiles names into a file that is mapped: a list of the user's for `--gazetteer`, or
/// the tables of `Gazetteer/` for the binary itself.
struct BuildGazetteer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-gazetteer",
    abstract: "Compile lists of names for --gazetteer, or the tables of Gazetteer/.",
    discussion: """
      Lists: name, type, id, aliases, tab-separated or as JSON lines (see docs/GUIDE.md). Of two things of one name the later
      one counts; names that stand twice are told with their lines.
        copydesk-workshop build-gazetteer people.tsv places.jsonl -o desk.cdgaz
        copydesk --gazetteer desk.cdgaz news/

      A folder, or nothing: the tables of Gazetteer/ into its gazetteer.bin, which the binary embeds. Build again afterwards.

      The same input gives the same bytes.
      """)

  @Argument(help: "The lists, or the folder of the tables.")
  var paths = ["Gazetteer"]

  @Option(
    name: [.short, .long],
    help: "Where to write (default: the first list with the ending .cdgaz; gazetteer.bin in the folder).")
  var output: String?

  @Option(
    help: "Write all names that stand twice to this file, a line each, instead of the first twenty to standard error.")
  var clashes: String?

  @Flag(help: "Write nothing; fail if the file is not what the input gives.")
  var check = false

  func run() throws {
    if paths.count == 1, Files.isFolder(paths[0]) {
      let tables = try GazetteerCompiler.tableNames.map { (name: $0, bytes: try Files.read("\(paths[0])/\($0)")) }
      return try put(try GazetteerCompiler.compile(tables), to: output ?? "\(paths[0])/gazetteer.bin")
    }
    var compiler = NameListCompiler(notesClashes: true)
    do throws(ResourceError) {
      for path in paths { try ResourceFiles.readNames(at: path, into: &compiler) }
    } catch {
      throw ValidationError(error.description)
    }
    let list = compiler.finish()
    try tell(list.clashes)
    try put(list.bytes, to: output ?? Self.compiledName(of: paths[0]))
  }

  private func put(_ bytes: [UInt8], to path: String) throws {
    if check {
      guard try Files.read(path) == bytes else { throw ValidationError("\(path) is not what the input gives") }
      return
    }
    try Files.write(bytes, to: path)
    print("\(path): \(bytes.count) bytes")
  }

  private func tell(_ clashes: [NameListCompiler.Clash]) throws {
    if let path = self.clashes {
      return try Files.write(Array(clashes.map { "\($0)\n" }.joined().utf8), to: path)
    }
    for clash in clashes.prefix(Self.mostTold) { Files.tell("\(clash)") }
    if clashes.count > Self.mostTold {
      Files.tell("… and \(clashes.count - Self.mostTold) more names that stand twice; --clashes FILE has them all")
    }
  }

  private static let mostTold = 20

  /// `names.tsv` is compiled to `names.cdgaz`.
  private static func compiledName(of path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...].count } ?? 0
    return path.dropLast(ending) + ".cdgaz"
  }
}
