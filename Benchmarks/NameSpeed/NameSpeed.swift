import CCopydeskData
import CopydeskFacts
import CopydeskTagger
import CopydeskText
import Glibc
import Timing

/// `swift run -c release name-speed FILE`: what the names of English texts cost, by the tagger alone and by the whole layer.
/// The documents stand in the file one after the other, an empty line between two.
///
/// CPU time of one core, the best of five rounds; a line each: name, tokens a second, megabytes a second. `--links`: only the
/// gazetteer, matched and linked without a tagger.
@main
struct NameSpeed {
  static func main() {
    let linksAlone = CommandLine.arguments.dropFirst().first == "--links"
    guard let path = CommandLine.arguments.dropFirst(linksAlone ? 2 : 1).first, let bytes = Timing.contents(of: path),
      !bytes.isEmpty
    else {
      print("usage: name-speed [--links] FILE")
      exit(64)
    }
    let texts = Timing.documents(in: bytes).map { Text(validUTF8: Text.repaired($0).bytes) }
    let documents = texts.map { Document(text: $0, language: "en") }
    let tokens = documents.reduce(0) { $0 + $1.tokens.count }
    let size = texts.reduce(0) { $0 + $1.count }
    print("tokens\t\(tokens)")
    let measured = linksAlone ? links(texts, documents) : layer(texts, documents) + links(texts, documents)
    for (name, seconds) in measured {
      print("\(name)\t\(Int(Double(tokens) / seconds))\t\(Double(size) / seconds / 1e6)")
    }
  }

  /// The tagger and the whole layer of names: CPU seconds.
  private static func layer(_ texts: [Text], _ documents: [Document]) -> [(String, Double)] {
    guard let tagger = tagger() else { return [] }

    let inputs = documents.map { document in
      (
        document.text.bytes, document.tokens.map(\.range), document.sentences.map(\.tokens),
        NameHints.read(document).hints
      )
    }
    let alone = Timing.best(of: 5) {
      inputs.reduce(0) { $0 + tagger.names(in: $1.0, tokens: $1.1, sentences: $1.2, hints: $1.3).count }
    }
    let entities = EntityExtractor()
    var scratch = entities.makeScratch()
    let layer = Timing.best(of: 5) { documents.reduce(0) { $0 + entities.extract(from: $1, using: &scratch).count } }
    let fromText = Timing.best(of: 5) {
      texts.reduce(0) { $0 + entities.extract(from: Document(text: $1, language: "en"), using: &scratch).count }
    }
    return [
      ("tagger with its features", alone), ("entities", layer), ("tokens, sentences, entities", fromText),
    ]
  }

  /// The gazetteer alone, and the tokens and sentences that it needs: CPU seconds.
  private static func links(_ texts: [Text], _ documents: [Document]) -> [(String, Double)] {
    let cut = Timing.best(of: 5) {
      texts.reduce(0) { $0 + Document(text: $1, language: "en").sentences.count }
    }
    let match = Timing.best(of: 5) {
      texts.reduce(0) { $0 + GazetteerPass.matchCount(in: Document(text: $1, language: "en")) }
    }
    let link = Timing.best(of: 5) {
      texts.reduce(0) { $0 + GazetteerPass.entities(in: Document(text: $1, language: "en")).count }
    }
    let matchTokens = Timing.best(of: 5) { documents.reduce(0) { $0 + GazetteerPass.matchCount(in: $1) } }
    let linkTokens = Timing.best(of: 5) { documents.reduce(0) { $0 + GazetteerPass.entities(in: $1).count } }
    return [
      ("tokens, sentences", cut), ("tokens, gazetteer match", match), ("tokens, gazetteer match, link", link),
      ("gazetteer match", matchTokens), ("gazetteer match, link", linkTokens),
    ]
  }

  /// The built-in tagger of English.
  private static func tagger() -> Tagger? {
    func table(_ name: String) -> UnsafeRawBufferPointer {
      let table = copydesk_table(name)
      return UnsafeRawBufferPointer(start: table.bytes, count: table.length)
    }
    guard let model = TaggerModel(trusted: table("en.cdtag")), let lexicon = Lexicon(table("words.cdlex")) else {
      return nil
    }
    return Tagger(model: model, lexicon: lexicon)
  }
}
