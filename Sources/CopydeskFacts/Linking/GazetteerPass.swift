import CopydeskText

/// The names of the gazetteer in a document, and what they mean: what tools that tag by lists do. For the benchmarks; a
/// record's names come from `EntityExtractor`, whose rules and taggers know more.
package enum GazetteerPass {
  /// How many names of the gazetteer the text has.
  package static func matchCount(in document: Document) -> Int {
    document.tokens.isEmpty ? 0 : mentions(in: CuedDocument(document)).count
  }

  /// The names of the gazetteer with their links.
  package static func entities(in document: Document) -> [Entity] {
    guard !document.tokens.isEmpty else { return [] }
    let page = CuedDocument(document)
    return EntityLinker(page: page, mentions: mentions(in: page)).entities()
  }

  private static func mentions(in page: CuedDocument) -> [Mention] {
    let names = GazetteerPattern(page: page)
    let (tokens, marks) = (page.tokens, page.marks)
    var mentions: [Mention] = []
    for sentence in page.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard marks[index].contains(.nameStart), tokens[index].kind == .word,
          let mention = names.mention(at: index, before: sentence.tokens.upperBound, followsPlace: false)
        else {
          index += 1
          continue
        }
        mentions.append(mention)
        index = mention.tokens.upperBound
      }
    }
    return mentions
  }
}
