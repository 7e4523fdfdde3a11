import CopydeskTestSupport
import CopydeskText

/// Where code asks which language it is: the second rule of the house. A named switch of the pack, or a row, says instead what
/// is different.
///
/// Counted, in all Swift sources:
/// - a line that compares something called a language, a tag or a code with a literal that is the code of one: `tag == "de"`,
///   `language.hasPrefix("tr")`;
/// - the cases that are nothing but codes, where a file has two or more: `case "hr", "bs":`;
/// - a name in code that has a language's name in it: `isEnglish`, `hasGermanEndings`, `.serbian`.
///
/// Not counted: `"und"`, which is no language, and the files of `others`.
struct LanguageRule {
  /// Files that name languages for another reason.
  static let others = [
    "Sources/CopydeskText/Language/Script.swift": "scripts: Greek, Arabic and Armenian are both",
    "Sources/CopydeskText/Names/NameKeys.swift":
      "alphabets: which letters tell Serbian's from Russian's, and how each is written in Latin ones",
    "Sources/CopydeskIntake/Decoding/RomanianCharset.swift": "a charset, ISO-8859-16",
    "Sources/CopydeskIntake/Decoding/CharsetLabel.swift": "a charset, ISO-8859-16",
  ]

  private let codes: Set<String>
  /// In small letters.
  private let names: Set<String>

  init(_ pack: LanguagePack) {
    codes = Set(pack.languages.flatMap(\.codes))
    let words = pack.languages.flatMap { $0.name.split { !$0.isLetter } }
    names = Set(words.filter { $0.utf8.count >= 5 }.map { $0.lowercased() })
  }

  /// The lines that ask.
  func questions(in source: SwiftSource, at path: String) -> [String] {
    guard Self.others[path] == nil else { return [] }
    var found: [String] = []
    for literal in source.literals where isCode(literal.text) {
      let asks = ["==", "!=", "hasPrefix(", "hasSuffix(", "contains(", "~="].contains { literal.before.hasSuffix($0) }
      let isAbout = ["anguage", "tag", "lang", "base(of"].contains { literal.before.contains($0) }
      if asks && isAbout { found.append("\(literal.line): \(literal.text)") }
    }
    let cases = cases(of: source)
    // One alone is a key: `case "id":`.
    if Set(cases.flatMap(\.codes)).count >= 2 {
      found += cases.map { "\($0.line): case \($0.codes.joined(separator: ", "))" }
    }
    for (index, line) in source.code.enumerated() {
      for name in line.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) where isNamedAfterOne(name) {
        found.append("\(index + 1): \(name)")
      }
    }
    return found
  }

  private func isCode(_ text: String) -> Bool {
    text.utf8.count < 12 && codes.contains(text.split(separator: "-").first.map(String.init) ?? "")
  }

  /// The lines that begin with `case` and whose literals are all codes.
  private func cases(of source: SwiftSource) -> [(line: Int, codes: [String])] {
    let openers = source.literals.filter { $0.before.hasSuffix("case") }
    return openers.compactMap { opener in
      let codes = source.literals.filter { literal in
        literal.line == opener.line && (literal.before.hasSuffix("case") || literal.before.hasSuffix("\","))
      }
      return codes.allSatisfy { isCode($0.text) } ? (opener.line, codes.map(\.text)) : nil
    }
  }

  /// `isEnglish`, `englishVerbs` and `english` are named after English.
  private func isNamedAfterOne(_ identifier: Substring) -> Bool {
    var word = ""
    for character in identifier {
      if character.isUppercase || character.isNumber {
        if names.contains(word) { return true }
        word = ""
      }
      word += character.lowercased()
    }
    return names.contains(word)
  }
}
