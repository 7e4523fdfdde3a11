import CopydeskTagger
import CopydeskText
import Synchronization

/// The trained taggers: those that are built in, one for a group of languages, or one that the user brings.
struct TaggerLibrary: Sendable {
  /// The built-in ones.
  static let builtIn = TaggerLibrary(own: nil)

  private let own: Trained?

  /// The library with a tagger for all languages; nil: the built-in ones.
  init(own: TaggerModel?) {
    self.own = own.map { Trained(key: "own", model: $0, lexicon: Self.lexicon(Self.words)) }
  }

  /// Whether its tagger is for all languages.
  var readsAll: Bool { own != nil }

  /// A tagger and the words that it knows if it has none of its own.
  struct Trained {
    /// Which of the taggers it is.
    let key: String
    let model: TaggerModel
    let lexicon: Lexicon
  }

  /// The tagger for a BCP 47 language; nil if none was trained for it.
  func trained(for language: String) -> Trained? {
    if let own { return own }
    guard let (tagger, words) = Self.languages[LanguageTag.base(of: language)] else { return nil }
    return Self.models.withLock { models -> Trained? in
      if let known = models[tagger] { return known }
      guard let model = TaggerModel(trusted: UnsafeRawBufferPointer(EmbeddedTable(tagger).bytes)) else { return nil }
      models[tagger] = Trained(key: tagger, model: model, lexicon: Self.lexicon(words))
      return models[tagger]
    }
  }

  private static func lexicon(_ file: String) -> Lexicon {
    Lexicon(UnsafeRawBufferPointer(EmbeddedTable(file).bytes)) ?? .empty
  }

  private static let words = "words.cdlex"

  /// The tagger of each language, and its lexicon: the `tagger` rows of `language.tsv`.
  static let languages: [String: (tagger: String, lexicon: String)] = {
    var files: [String: (tagger: String, lexicon: String)] = [:]
    for language in LanguagePack.shared.languages {
      guard let names = language.words(.language)?.list("tagger"), names.count == 2 else { continue }
      for code in language.codes { files[code] = (names[0], names[1]) }
    }
    return files
  }()
  private static let models = Mutex<[String: Trained]>([:])
}

/// The taggers of one worker: each keeps the words that it has met.
public final class EntityScratch {
  private var taggers: [String: Tagger] = [:]

  init() {}

  func tagger(for language: String, in library: TaggerLibrary) -> Tagger? {
    guard let trained = library.trained(for: language) else { return nil }
    if let tagger = taggers[trained.key] { return tagger }
    let tagger = Tagger(model: trained.model, lexicon: trained.lexicon)
    taggers[trained.key] = tagger
    return tagger
  }
}
