import ArgumentParser
import CopydeskFacts
import Glibc

/// `copydesk-workshop build-gazetteer`: compiles the tables of `Gazetteer/` into the file that the binary embeds.
struct BuildGazetteer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-gazetteer",
    abstract: "Compile the tables of Gazetteer/ into Gazetteer/gazetteer.bin.",
    discussion: "The same tables give the same bytes. Build again afterwards: the binary embeds the file.")

  @Argument(help: "The folder of the tables.")
  var folder = "Gazetteer"

  @Option(name: [.short, .long], help: "Where to write (default: gazetteer.bin in the folder).")
  var output: String?

  @Flag(help: "Write nothing; fail if the file is not what the tables give.")
  var check = false

  func run() throws {
    let tables = try GazetteerCompiler.tableNames.map { (name: $0, bytes: try Self.read("\(folder)/\($0)")) }
    let bytes = try GazetteerCompiler.compile(tables)
    let path = output ?? "\(folder)/gazetteer.bin"
    if check {
      guard try Self.read(path) == bytes else { throw ValidationError("\(path) is not what the tables give") }
      return
    }
    guard let file = fopen(path, "wb") else { throw ValidationError("cannot write \(path)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw ValidationError("cannot write \(path)") }
    print("\(path): \(bytes.count) bytes")
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw ValidationError("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes += block[..<count]
    }
    guard ferror(file) == 0 else { throw ValidationError("cannot read \(path)") }
    return bytes
  }
}
