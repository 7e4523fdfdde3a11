import ArgumentParser
import CopydeskTagger

/// `copydesk-workshop evaluate ner`: how many names a tagger finds, and how fast.
struct EvaluateNER: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ner",
    abstract: "Measure a tagger on BIO files or JSON lines: exact names by type, calibration, speed.")

  @Argument(help: "Files with the right names.")
  var files: [String]

  @Option(help: ArgumentHelp("The tagger.", valueName: "file"))
  var model: String

  @Option(help: ArgumentHelp("The lexicon, if the tagger has none in it.", valueName: "file"))
  var lexicon: String?

  @Option(help: "The language of the texts (BCP 47).")
  var language = "en"

  @Option(help: "product: cut the text as copydesk does. given: keep the tokens of the BIO file.")
  var tokens: Corpus.Tokens = .product

  @Flag(help: "Show how often names of each probability are right.")
  var reliability = false

  @Option(help: "The probability from which on a span is a name.")
  var least: Float = SpanChoice.least

  func run() throws {
    let file = FileBytes(try Files.read(model))
    guard let tagger = TaggerModel(trusted: file.bytes, owner: file) else {
      throw ValidationError("\(model) is no tagger")
    }
    let known = LexiconFile.lexicon(try lexicon.map { try Files.read($0) } ?? [])
    for path in files {
      let documents = try Corpus(tokens: tokens, language: language).read(path)
      let score = Score(documents, Tagger(model: tagger, lexicon: known), least: least)
      print("\(path)\n\(score.table)")
      print("tokens \(score.tokens)\ttokens per CPU second \(Int(Double(score.tokens) / max(score.cpuSeconds, 1e-9)))")
      guard reliability else { continue }
      for (index, bin) in score.reliability.enumerated() where bin.count > 0 {
        let share = Score.percent(Double(bin.right) / Double(bin.count))
        print("conf \(Float(index) / 20)…\(Float(index + 1) / 20)\tnames \(bin.count)\tright \(share)")
      }
    }
  }
}
