public import CopydeskFacts
import CopydeskText

/// What each layer knows of each language, as the folders of `Languages/` and the extractors that read them say: for
/// `copydesk languages` and for the warning `language-unsupported`.
public struct Languages: Sendable {
  /// A language and how much each layer knows of it.
  public struct Row: Sendable, Hashable {
    /// BCP 47, without script and region.
    public let language: String
    /// In the order of `Languages.layers`.
    public let support: [LanguageSupport]
  }

  /// The names of the layers.
  public let layers: [String]
  /// By tag; languages that no layer knows are left out.
  public let rows: [Row]

  /// What the layers of the product know.
  public static let all = Languages(of: Extractors.all)

  /// - Parameter pack: what cuts texts into sentences and pages into articles, before any extractor reads them.
  init(of extractors: [any Extractor], _ pack: LanguagePack = .shared) {
    layers = ["sentences", "pages"] + extractors.map { type(of: $0).name }
    let tags = Set(extractors.flatMap { ($0.languages ?? [:]).keys } + pack.languages.flatMap(\.codes))
    rows = tags.sorted().map { tag in
      let folder = pack.language(for: tag)
      let sentences: LanguageSupport = folder?.has(.abbreviations) == true ? .full : .none
      return Row(
        language: tag, support: [sentences, Self.pages(folder)] + extractors.map { $0.support(for: tag) })
    }
  }

  /// Pages are known by the lines that stand round articles; stop words or months alone are a part of that.
  private static func pages(_ folder: Language?) -> LanguageSupport {
    guard let folder, folder.has(.page) || folder.has(.dates) else { return .none }
    return folder.words(.page)?.rows("line").isEmpty == false ? .full : .partly
  }

  /// The table as text: one line for all languages that are alike, those that are known best first.
  public var text: String {
    var groups: [(support: [LanguageSupport], tags: [String])] = []
    for row in rows {
      if let index = groups.firstIndex(where: { $0.support == row.support }) {
        groups[index].tags.append(row.language)
      } else {
        groups.append((row.support, [row.language]))
      }
    }
    func rank(_ support: [LanguageSupport]) -> Int {
      support.reduce(0) { $0 + (LanguageSupport.allCases.count - (LanguageSupport.allCases.firstIndex(of: $1) ?? 0)) }
    }
    groups.sort { (rank($1.support), $0.tags[0]) < (rank($0.support), $1.tags[0]) }
    groups.append((layers.map { _ in .none }, ["all others, und"]))
    let widths = layers.map { max($0.utf8.count, "partly".utf8.count) + 2 }
    func line(_ cells: [String], _ last: String) -> String {
      zip(cells, widths).map { $0 + String(repeating: " ", count: max(1, $1 - $0.utf8.count)) }.joined() + last + "\n"
    }
    var text = line(layers, "languages")
    for group in groups {
      let cells = group.support.map(\.rawValue)
      for (index, tags) in Self.wrapped(group.tags, at: 72).enumerated() {
        text += line(index == 0 ? cells : layers.map { _ in "" }, tags)
      }
    }
    return text
  }

  private static func wrapped(_ words: [String], at width: Int) -> [String] {
    words.reduce(into: [""]) { lines, word in
      let last = lines.count - 1
      if lines[last].utf8.count + word.utf8.count >= width, !lines[last].isEmpty {
        lines.append(word)
      } else {
        lines[last] += lines[last].isEmpty ? word : " " + word
      }
    }
  }

  /// The table as lines of JSON: `{"language":"it","entities":"partly",…}`.
  public var jsonLines: [UInt8] {
    var json = JSONBuffer()
    for row in rows {
      json.beginObject()
      json.key("language")
      json.string(row.language)
      for (layer, support) in zip(layers, row.support) {
        json.key(layer)
        json.string(support.rawValue)
      }
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }
}

/// Tells of a document whether a layer has no rules for one of its languages.
struct LanguageCheck {
  private let extractors: [any Extractor]
  /// By tag, as documents have it.
  private var known: [String: Bool] = [:]

  /// - Parameter layers: those that were asked for, not those that they read.
  init(_ extractors: [any Extractor], layers: [String]) {
    self.extractors = extractors.filter { layers.contains(type(of: $0).name) }
  }

  /// Whether every layer has rules for every language of the document; one without words needs none.
  mutating func isSupported(_ document: Document) -> Bool {
    let languages = document.sentenceLanguages
    guard languages.isMixed else { return isSupported(languages.main) || hasNoWords(document) }
    return languages.all.allSatisfy { isSupported($0) }
  }

  private func hasNoWords(_ document: Document) -> Bool { !document.tokens.contains { $0.kind == .word } }

  private mutating func isSupported(_ tag: String) -> Bool {
    if let known = known[tag] { return known }
    let isSupported = extractors.allSatisfy { $0.support(for: tag) != .none }
    // Inputs may name any number of languages.
    if known.count < 256 { known[tag] = isSupported }
    return isSupported
  }
}
