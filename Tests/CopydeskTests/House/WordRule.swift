import CopydeskTestSupport
import CopydeskText

/// What counts as a word of a natural language in a Swift file: the first rule of the house.
///
/// In the folders whose code reads texts (`readers`):
/// - each word of a literal of two words or more: `"the a an"`, `"read more"`;
/// - a word that is compared with a token: `token(next, is: "of")`, `folds(range, to: "or")`;
/// - a word that is a stop word of some language, or has a letter outside ASCII: `(.they, "oni")`, `"dhjetë"`;
/// - the elements of an array of three words or more, half of which the folders of languages have:
///   `["head", "chief", "desk"]`.
///
/// Not counted: a key (`["name"]`, the raw value of a case, what a table of a language is asked for), marks, formats, ids (one
/// literal without white space: `time/month-day`), what is interpolated, messages that are thrown or returned as a problem, and
/// the files of `others`, each with its reason. In all other folders, which speak to people, a literal counts only where it
/// becomes a table: `PhraseTable(words: "…")`, `"…".listedWords`.
struct WordRule {
  static let readers = [
    "Sources/CopydeskText/", "Sources/CopydeskTagger/", "Sources/CopydeskFacts/", "Sources/CopydeskIntake/Article/",
    "Sources/CopydeskIntake/Decoding/", "Sources/CopydeskIntake/MainText/", "Sources/CopydeskIntake/Markup/",
    "Sources/CopydeskIntake/Metadata/",
  ]

  /// Files of the readers whose literals are something else.
  static let others = [
    "Sources/CopydeskText/Language/LanguageTag.swift": "codes of ISO 639",
    "Sources/CopydeskText/Language/Script.swift": "codes of languages, by script",
    "Sources/CopydeskText/Languages/LanguageOverlay.swift": "messages",
    "Sources/CopydeskText/Languages/LanguagePack.swift": "messages",
    "Sources/CopydeskText/Names/NameKeys.swift": "letters, and how alphabets write them",
    "Sources/CopydeskFacts/Numbers/CyrillicSpelling.swift": "letters, and how the other alphabet writes them",
    "Sources/CopydeskTagger/Words/Latinizer.swift": "letters, and how alphabets write them",
    "Sources/CopydeskIntake/Decoding/CharsetLabel.swift": "labels of charsets",
    "Sources/CopydeskIntake/Decoding/CharsetRanker.swift": "labels of charsets",
    "Sources/CopydeskIntake/Decoding/RomanianCharset.swift": "the letters of a charset",
    "Sources/CopydeskIntake/Markup/CharacterReference.swift": "character references of HTML",
    "Sources/CopydeskIntake/Markup/PageBuilder.swift": "names of elements",
    "Sources/CopydeskIntake/Metadata/PageFacts.swift": "names of meta elements",
    "Sources/CopydeskTagger/Model/TaggerModel.swift": "messages",
    "Sources/CopydeskFacts/Gazetteer/NameList.swift": "messages",
    "Sources/CopydeskFacts/Gazetteer/GazetteerCompiler.swift": "messages",
    "Sources/CopydeskFacts/Linking/NameCorrections.swift": "messages",
    "Sources/CopydeskFacts/Linking/Places/PublisherPlace.swift": "labels of domains",
  ]

  /// Words that only sentences have.
  private let stopWords: Set<String>
  /// All words of the folders.
  private let known: Set<String>

  init(_ pack: LanguagePack) {
    var known: Set<String> = []
    for language in pack.languages {
      for area in language.areas where area != .language {
        for row in language.words(area)?.rows ?? [] { known.formUnion(row.phrases) }
      }
    }
    self.known = known
    stopWords = Set(pack.languages.flatMap { $0.words(.page)?.list("stop-word") ?? [] })
  }

  /// The words of languages in a file.
  func words(in source: SwiftSource, at path: String) -> [String] {
    let isReader = Self.readers.contains { path.hasPrefix($0) }
    guard Self.others[path] == nil else { return [] }
    var found: [String] = []
    var array: [String] = []
    for literal in source.literals where !literal.isInterpolated {
      let words = Self.words(of: literal.text)
      let isInArray = words.count == 1 && literal.isElement
      if !isInArray || literal.before.hasSuffix("[") { flush(&array, into: &found) }
      if becomesTable(literal) {
        found += words
      } else if isReader, words.count >= 2 {
        found += words
      } else if isReader, words.count == 1, literal.text == words[0], !literal.isKey {
        if literal.isCompared || counts(words[0]) {
          found.append(words[0])
        } else if isInArray {
          array.append(words[0])
        }
      }
    }
    flush(&array, into: &found)
    return found
  }

  private func flush(_ array: inout [String], into found: inout [String]) {
    if array.count >= 3, array.count(where: known.contains) * 2 >= array.count { found += array }
    array = []
  }

  /// Whether a word alone is one of a language: three letters or more, one of them none of ASCII, or a stop word. `und` is the
  /// tag of no language.
  private func counts(_ word: String) -> Bool {
    guard word != "und" else { return false }
    return word.count >= 3 && word.utf8.contains { $0 >= 0x80 } || word.utf8.count >= 2 && stopWords.contains(word)
  }

  private func becomesTable(_ literal: SwiftSource.Literal) -> Bool {
    [".listedWords", ".listed("].contains { literal.after.hasPrefix($0) }
      || ["PhraseTable(words:", "PhraseTable([", "WordTable(words: [", "PhraseTable("].contains {
        literal.before.hasSuffix($0)
      }
  }

  /// The parts of letters between white space; a word may have stops, hyphens, apostrophes and `_`, `~` of the tables inside.
  static func words(of text: String) -> [String] {
    text.split { " \n\t,;|".contains($0) }.map(String.init).filter { word in
      guard let first = word.first, first.isLetter else { return false }
      return word.allSatisfy { $0.isLetter || "'’.~_-?".contains($0) }
    }
  }
}

extension SwiftSource.Literal {
  /// Whether it is compared with a token of a text.
  var isCompared: Bool { before.hasSuffix("is:") || before.hasSuffix("to:") }

  /// Whether it names something: `["name"]` of a value, the raw value of a case, the key of a dictionary or of a language's row.
  var isKey: Bool {
    let isSubscript =
      before.hasSuffix("[") && after.hasPrefix("]") && before.dropLast().last.map { !" =(:,[".contains($0) } ?? false
    let isRawValue = before.hasSuffix("=") && before.dropLast().split(separator: " ").dropLast().last == "case"
    let asks = ["rows(", "list(", "words(", "phrases(", "values(", "table(", "file(", "row("]
    // `language: String = "en"`: a tag.
    let isTag = before.suffix(30).contains("anguage")
    return isSubscript || isRawValue || isTag || after.hasPrefix(":") || asks.contains { before.hasSuffix($0) }
  }

  /// Whether it is an element of an array.
  var isElement: Bool {
    (before.hasSuffix("[") || before.hasSuffix(",")) && (after.hasPrefix(",") || after.hasPrefix("]"))
  }
}
