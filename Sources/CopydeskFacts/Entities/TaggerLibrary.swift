import CopydeskTagger
import Synchronization

/// The trained taggers: those that are built in, one for a group of languages, or one that the user brings.
struct TaggerLibrary: Sendable {
  /// The built-in ones.
  static let builtIn = TaggerLibrary(own: nil)

  private let own: TaggerModel?

  /// The library with a tagger for all languages; nil: the built-in ones.
  init(own: TaggerModel?) { self.own = own }

  /// The tagger for a BCP 47 language, and a name for it; nil if none was trained for it.
  func model(for language: String) -> (key: String, model: TaggerModel)? {
    if let own { return ("own", own) }
    let base = String(language.prefix { $0 != "-" })
    guard let key = Self.files[base] else { return nil }
    return Self.models.withLock { models -> (key: String, model: TaggerModel)? in
      if let model = models[key] { return (key, model) }
      guard let model = TaggerModel(UnsafeRawBufferPointer(EmbeddedTable("\(key).cdtag").bytes)) else { return nil }
      models[key] = model
      return (key, model)
    }
  }

  /// The words that the built-in taggers know.
  static let lexicon = Lexicon(UnsafeRawBufferPointer(EmbeddedTable("words.cdlex").bytes)) ?? .empty

  /// The tagger of each language. A text whose language is not known is most often short and English.
  private static let files = ["en": "en", "und": "en", "sr": "sr", "hr": "sr", "bs": "sr", "sh": "sr", "cnr": "sr"]
  private static let models = Mutex<[String: TaggerModel]>([:])
}

/// The taggers of one worker: each keeps the words that it has met.
public final class EntityScratch {
  private var taggers: [String: Tagger] = [:]

  init() {}

  func tagger(for language: String, in library: TaggerLibrary) -> Tagger? {
    guard let (key, model) = library.model(for: language) else { return nil }
    if let tagger = taggers[key] { return tagger }
    let tagger = Tagger(model: model, lexicon: TaggerLibrary.lexicon)
    taggers[key] = tagger
    return tagger
  }
}
