import ArgumentParser
import Copydesk

/// `copydesk languages`: what each layer knows of each language.
struct LanguagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages",
    abstract: "Print which languages each layer has rules for.",
    discussion: """
      full: rules and words of the language. partly: some words; what they do not tell is left out. none: only what digits, \
      signs, marks and names tell; documents without any rules of a layer of facts have the warning language-unsupported. \
      sentences: the stops of abbreviations and ordinals (none: as in English). pages: what stands around articles, and dates \
      as pages print them.

      EXAMPLES
        copydesk languages
        copydesk languages --json | jq -r 'select(.quotes == "full").language'
      """)

  @Flag(help: "One object per language, as JSON Lines.")
  var json = false

  func run() throws {
    let languages = Languages.all
    try StandardOutput().writeOrExit(json ? String(decoding: languages.jsonLines, as: UTF8.self) : languages.text)
  }
}
