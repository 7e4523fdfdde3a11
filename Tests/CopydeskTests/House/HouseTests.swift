import CopydeskTestSupport
import CopydeskText
import Testing

/// The rules of the house that the compiler cannot hold: words of languages stand in `Languages/`, not in Swift, and no code
/// asks which language it is. `WordRule` and `LanguageRule` say what counts.
@Suite struct HouseTests {
  /// So many words of languages may stand in Swift. It may only fall; at 0 the rule is kept.
  static let mostWords = 0
  /// So many lines may ask which language it is.
  static let mostQuestions = 0

  private static let sources = Result {
    try Repository.files(under: "Sources", suffix: ".swift").map {
      (path: $0, source: SwiftSource(try Repository.bytes($0)))
    }
  }

  /// With `COPYDESK_SHOW_ERRORS=1` the counts are printed while they are allowed as well.
  private static func show(_ text: String) {
    if Environment.variable("COPYDESK_SHOW_ERRORS") != nil { print(text) }
  }

  /// The files with most of something, as lines.
  private static func worst(_ found: [(path: String, what: [String])]) -> String {
    found.sorted { ($1.what.count, $0.path) < ($0.what.count, $1.path) }.prefix(30)
      .map { "\($0.what.count)\t\($0.path)\t\($0.what.prefix(8).joined(separator: " · "))" }.joined(separator: "\n")
  }

  /// A folder is read at a glance.
  @Test func foldersHoldFewFiles() throws {
    let files = try Self.sources.get().map(\.path)
    #expect(files.count > 300)
    let folders = Dictionary(grouping: files) { $0.split(separator: "/").dropLast().joined(separator: "/") }
    for (folder, files) in folders { #expect(files.count <= 15, "\(folder) has \(files.count) files") }
  }

  @Test func wordsOfLanguagesStandInTheirFolders() throws {
    let rule = WordRule(.shared)
    let found = try Self.sources.get().map { (path: $0.path, what: rule.words(in: $0.source, at: $0.path)) }.filter {
      !$0.what.isEmpty
    }
    let sum = found.reduce(0) { $0 + $1.what.count }
    let text = "\(sum) words of languages in \(found.count) files:\n\(Self.worst(found))"
    Self.show(text)
    #expect(sum <= Self.mostWords, "\(text)")
  }

  @Test func noCodeAsksWhichLanguageItIs() throws {
    let rule = LanguageRule(.shared)
    let found = try Self.sources.get().map { (path: $0.path, what: rule.questions(in: $0.source, at: $0.path)) }.filter
    {
      !$0.what.isEmpty
    }
    let sum = found.reduce(0) { $0 + $1.what.count }
    let text = "\(sum) questions in \(found.count) files:\n\(Self.worst(found))"
    Self.show(text)
    #expect(sum <= Self.mostQuestions, "\(text)")
  }

  /// The files that are left out are there, and say why.
  @Test func whatIsLeftOutExists() throws {
    for (path, reason) in WordRule.others.merging(LanguageRule.others, uniquingKeysWith: { first, _ in first }) {
      #expect(try !Repository.bytes(path).isEmpty && !reason.isEmpty, "\(path)")
    }
  }

  // MARK: The rules themselves

  private static let reader = "Sources/CopydeskFacts/Numbers/Invented.swift"
  private static let command = "Sources/CopydeskCommand/Invented.swift"

  @Test(arguments: [
    (reader, #"let a = "the a an""#, 3), (reader, "let a = \"\"\"\n  unë ne\n  ju\n  \"\"\"", 3),
    (reader, #"static let past = PhraseTable(words: "said")"#, 1), (reader, #"if document.token(next, is: "of") {"#, 1),
    (reader, #"text.folds(tokens[next].range, to: "or")"#, 1), (reader, #"words.add("dhjetë", .number)"#, 1),
    (reader, #"words.add("which", .relative)"#, 1), (reader, #"let posts: Set = ["editor", "reporter", "desk"]"#, 3),
    (command, #"private static let words = PhraseTable(words: "said told")"#, 2),
    (command, #"let words = "mr mrs ms".listedWords"#, 3),
    // Keys, ids, formats, messages.
    (reader, #"candidate.rule = "time/month-day""#, 0), (reader, #"case person = "not""#, 0),
    (reader, #"let name = object["for"]"#, 0), (reader, #"init(_ text: Text, language: String = "en") {"#, 0),
    (reader, #"for row in words.rows("from") {"#, 0),
    (reader, #"let columns = ["rowspan", "prefixLength", "sameParent"]"#, 0), (reader, #"let a = "P1D", b = "%d""#, 0),
    (reader, #"return "\(count) of the \(all)""#, 0), (reader, #"// if token is "the a an""#, 0),
    (command, #"@Flag(help: "Write nothing; fail if the file is not what the input gives.")"#, 0),
    ("Sources/CopydeskIntake/Decoding/CharsetLabel.swift", #"let labels = "ascii latin greek""#, 0),
  ])
  func aListIsCounted(_ path: String, _ source: String, _ count: Int) {
    #expect(WordRule(.shared).words(in: SwiftSource(Array(source.utf8)), at: path).count == count, "\(source)")
  }

  @Test(arguments: [
    (#"if language == "de" {"#, 1), (#"cutsSuffixes: language.hasPrefix("tr")"#, 1), (#"case "hr", "bs", "sh": 1"#, 1),
    ("switch base {\n  case \"sr\": 1\n  case \"de\": 2", 2), ("if table.isEnglish {", 1),
    ("static let german = Table()", 1),
    (#"if tag != "en-US" {"#, 1),
    // No language, a key, a unit, a mark of HTML.
    (#"if language == "und" {"#, 0), (#"let id = line["id"]"#, 0), (#"case "id": kind = .id"#, 0),
    (#"case "h", "min": hour()"#, 0), (#"if element.name == "tr" {"#, 0), ("// isEnglish no more", 0),
  ])
  func aQuestionIsCounted(_ source: String, _ count: Int) {
    let found = LanguageRule(.shared).questions(in: SwiftSource(Array(source.utf8)), at: Self.reader)
    #expect(found.count == count, "\(source): \(found)")
  }
}
