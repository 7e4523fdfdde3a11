import ArgumentParser
import CopydeskIntake
import CopydeskText

/// `copydesk repair`: text in, the same text without mojibake out.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repair mojibake (Ã« for ë) in UTF-8 text; change nothing else.")

  @Argument(help: "A file; standard input if there is none.")
  var path = "-"

  func run() throws {
    let bytes = try TextFilter.read(path)
    let text = Text.repaired(bytes).bytes
    try TextFilter.write(Mojibake.repaired(text)?.bytes ?? text)
  }
}

/// `copydesk keys`: a name on each line in, its matching keys out.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the matching keys of names, one name a line: keys separated by tabs.",
    discussion: "Two spellings may be the same name if they have a key in common: Đinđić, Djindjic and Ђинђић do.")

  @Argument(help: "A file; standard input if there is none.")
  var path = "-"

  func run() throws {
    let keys = NameKeys()
    var out: [UInt8] = []
    for line in Text.repaired(try TextFilter.read(path)).bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    {
      out.append(contentsOf: keys.keys(of: String(decoding: line, as: UTF8.self)).joined(separator: "\t").utf8)
      out.append(0x0A)
    }
    // The last line's end does not begin a further one.
    if out.last == 0x0A { out.removeLast() }
    try TextFilter.write(out)
  }
}

/// Whole files in and out.
private enum TextFilter {
  static func read(_ path: String) throws -> [UInt8] {
    try OutputNames.checkFilter([path == "-" ? .standardInput : .path(path)])
    var bytes: [UInt8] = []
    do throws(ReadError) {
      let stream = path == "-" ? FileStream.standardInput() : try FileStream(path: path)
      while try stream.read(into: &bytes, count: 1 << 16) > 0 {}
    } catch {
      StandardError.say("\(path): \(error.message)")
      throw ExitCode(66)
    }
    return bytes
  }

  static func write(_ bytes: [UInt8]) throws {
    try StandardOutput().writeOrExit(bytes)
  }
}
