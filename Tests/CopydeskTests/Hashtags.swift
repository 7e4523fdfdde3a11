import Copydesk

/// A word that its writer marked with `#`.
struct Hashtag: Annotation {
  let range: TextRange
  let confidence: Double
  let rule: String
  /// The word in small letters, without the sign.
  let tag: String

  static let kind = "hashtag"
  static let idPrefix = "h"
  /// The key beyond those of every span.
  static let fields: [RecordField<Hashtag>] = [.string("tag") { $0.tag }]

  func flatten(into fact: inout FlatFact, in document: Document) { fact.name = tag }
}

/// Finds hashtags: the sign and the word right after it, unless the sign follows a word (`page#part`).
struct HashtagExtractor: Extractor {
  static let name = "hashtags"

  func extract(from document: Document, using scratch: inout Void) -> [Hashtag] {
    let tokens = document.tokens
    return tokens.indices.dropLast().compactMap { index in
      let (sign, word) = (tokens[index], tokens[index + 1])
      guard sign.isMark("#", in: document.text), word.kind == .word, !word.flags.contains(.spaceBefore) else {
        return nil
      }
      let isInWord = !sign.flags.contains(.spaceBefore) && index > 0 && tokens[index - 1].kind != .punctuation
      guard !isInWord else { return nil }
      return Hashtag(
        range: document.range(ofTokens: index..<index + 2), confidence: 0.9, rule: "hashtag/plain",
        tag: document.text.lowercased(word.range))
    }
  }
}

/// A pipeline that finds hashtags beside everything else.
func pipelineWithHashtags() throws -> Pipeline {
  var options = Options()
  options.extractors = [HashtagExtractor()]
  return try Pipeline(options)
}
