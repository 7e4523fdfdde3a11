public import CopydeskTagger
import CopydeskText

/// Finds the entities of a document: by a trained tagger where there is one for its language, by rules and the gazetteer,
/// and by the names that the user brings.
public struct EntityExtractor: Extractor {
  /// `entities`.
  public static let name = "entities"

  /// What is longer than so many bytes is data, whatever its capitals say: a word of megabytes would be the name of each
  /// mention of it.
  private static let longestName = 1024

  /// Fully those with a tagger, partly those with words that go with names; the names themselves are known everywhere.
  public var languages: [String: LanguageSupport]? {
    taggers.readsAll
      ? nil
      : Dictionary(LanguagePack.shared.tags(with: .names).map { ($0, .partly) }) { first, _ in first }
        .merging(TaggerLibrary.languages.mapValues { _ in .full }) { $1 }
  }

  private let taggers: TaggerLibrary
  private let userNames: UserGazetteer?
  /// What the user knows better.
  private let corrections: NameCorrections?

  /// An extractor with the built-in tables.
  /// - Parameters:
  ///   - model: a tagger for all languages, instead of the built-in ones.
  ///   - gazetteer: names of the user, stronger than everything else.
  ///   - corrections: names that a user gives, merges or drops.
  public init(model: TaggerModel? = nil, gazetteer: UserGazetteer? = nil, corrections: NameCorrections? = nil) {
    taggers = model == nil ? .builtIn : TaggerLibrary(own: model)
    userNames = gazetteer
    self.corrections = corrections
  }

  /// The taggers of a worker, made when the first document of their language comes.
  public func makeScratch() -> EntityScratch { EntityScratch() }

  /// The language whose tagger reads a document. A line that is too short to tell, full of names, is most often English:
  /// `Mayor Okonkwo-Mbeki meets Ngozi Adeyemi in Abuja`. A longer text that is in no known language is not.
  private func taggedLanguage(of document: Document) -> String {
    guard document.tokens.count <= Self.shortText, document.language != Self.languageOfShortTexts else {
      return document.language
    }
    if document.language == "und" { return Self.languageOfShortTexts }
    // 'Mark Zuckerberg met reporters in Geneva': of so few words the names outweigh the others. Words that only sentences
    // have decide.
    let own = Self.stopWordCount(in: document, of: document.language)
    return Self.stopWordCount(in: document, of: Self.languageOfShortTexts) > own
      ? Self.languageOfShortTexts : document.language
  }

  private static func stopWordCount(in document: Document, of language: String) -> Int {
    guard let words = stopWords.table(for: language) ?? nil else { return 0 }
    return document.tokens.count { words.contains($0.key) }
  }

  private static let stopWords = LanguageTables { language -> Set<UInt64>? in
    language.words(.page).map { Set($0.list("stop-word").map { Skeleton.key(ofASCII: $0) }) }
  }

  /// The language that a text too short to tell is taken for.
  private static let languageOfShortTexts = LanguagePack.shared.languages.first { $0.has(.shortTexts) }?.folder ?? "und"

  /// The tokens up to which a text's language can stay in doubt: a post, a headline.
  private static let shortText = 60

  /// The entities, sorted by range.
  public func extract(from document: Document, using scratch: inout EntityScratch) -> [Entity] {
    // The tables are made at the first word, not at the start of the process.
    guard !document.tokens.isEmpty else { return [] }
    let page = CuedDocument(document)
    var mentions = RuleMentionFinder().mentions(in: page)
    if let tagger = scratch.tagger(for: taggedLanguage(of: document), in: taggers) {
      mentions = MentionMerger(page: page).merge(
        rules: mentions, tagged: TaggerMentionFinder(tagger: tagger, rules: mentions).mentions(in: page))
    }
    mentions = MentionRepair.mended(mentions, in: page)
    if let userNames { mentions = userNames.apply(to: mentions, in: page) }
    mentions.removeAll { document.range(ofTokens: $0.tokens).count > Self.longestName }
    let linked = EntityLinker(page: page, mentions: mentions, userNames: userNames).entities()
    let entities = ElidedNames.trimmed(linked, in: document)
    return corrections?.applied(to: entities, in: document.text) ?? entities
  }
}
