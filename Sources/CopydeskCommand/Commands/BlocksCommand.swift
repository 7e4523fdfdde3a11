import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk blocks`: why the text of a page is what it is.
struct BlocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks",
    abstract: "Show which blocks of a page were kept as its article, which were dropped, and why.",
    discussion: """
      One line a block: '+' or '-', the reason, the learned scorer's log odds, the elements around it, the text.
      copydesk blocks page.html | grep '^+'      what is kept
      """)

  @Argument(help: "HTML files; '-' or nothing is standard input.")
  var paths: [String] = []

  @Flag(help: "One JSON object a page instead.")
  var json = false

  @Flag(help: "With --json: also the numbers that the learned scorer sees, in hexadecimal.")
  var features = false

  func run() throws {
    let inputs = paths.isEmpty ? [InputPath.standardInput] : paths.map { $0 == "-" ? .standardInput : .path($0) }
    try OutputNames.checkFilter(inputs)
    var reader = Inputs(inputs, options: ReadingOptions(format: .html))
    let decoder = PageDecoder()
    while let next = reader.next() {
      switch next {
      case .failure(let problem):
        StandardError.say("\(problem.path): \(problem.message)")
        throw ExitCode(66)
      case .success(let raw):
        var provenance = raw.provenance
        let page: DecodedPage
        do throws(DocumentFailure) {
          page = try decoder.decode(raw, provenance: &provenance)
        } catch {
          StandardError.say("\(provenance.path): \(error.message)")
          continue
        }
        guard case .html(let bytes) = page.content else { continue }
        let sheet = BlockSheet(path: provenance.path, explanation: PageExplanation(of: bytes))
        if json {
          try StandardOutput().writeOrExit(json: sheet.json(features: features))
        } else {
          try StandardOutput().writeOrExit(shown: sheet.lines)
        }
      }
    }
  }
}

/// The blocks of one page, written down.
struct BlockSheet {
  let path: String
  let explanation: PageExplanation

  /// For people: a line a block.
  var lines: String {
    var out = "\(path)\n"
    for block in explanation.blocks {
      let score = block.score.map(Self.decimal) ?? "."
      out += "\(block.verdict.isKept ? "+" : "-") \(block.verdict.rawValue)\t\(score)\t\(block.path)\t\(block.text)\n"
    }
    return out
  }

  /// For programs: an object.
  func json(features: Bool) -> [UInt8] {
    var buffer = JSONBuffer()
    buffer.beginObject()
    buffer.key("path")
    buffer.string(path)
    buffer.key("blocks")
    buffer.beginArray()
    for block in explanation.blocks {
      buffer.beginObject()
      buffer.key("kept")
      buffer.bool(block.verdict.isKept)
      buffer.key("verdict")
      buffer.string(block.verdict.rawValue)
      buffer.key("score")
      buffer.number(block.score)
      buffer.key("path")
      buffer.string(block.path)
      buffer.key("text")
      buffer.string(block.text)
      if features {
        buffer.key("features")
        buffer.string(block.features.map(Self.hexadecimal).joined())
      }
      buffer.endObject()
    }
    buffer.endArray()
    buffer.endObject()
    buffer.endLine()
    return buffer.bytes
  }

  /// `-1.25`
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    return "\(value < 0 ? "-" : "")\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
