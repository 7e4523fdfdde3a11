import CopydeskText

/// Makes names of what stands in bylines.
enum Byline {
  /// The names that data name, joined by `; `, or nil if there is none among them.
  static func names(_ texts: [String], site: [UInt8]) -> String? {
    var names: [String] = []
    for text in texts {
      for part in text.split(whereSeparator: { ";|•·\n".contains($0) }) {
        let name = withoutOpener(String(part))
        if isName(name, site: site), !names.contains(name) { names.append(name) }
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// The names in the text of an element: what follows them (a date, a post, an address) is cut off.
  static func names(inElement text: String, site: [UInt8]) -> String? {
    var words: [Substring] = []
    for word in withoutOpener(text).split(separator: " ") {
      let bare = String(word.lowercased().filter { $0.isLetter })
      if word.contains(where: \.isNumber) || word.contains("@") || enders.contains(bare) { break }
      words.append(word)
      if word.hasSuffix(";") || words.count > 14 { break }
    }
    // An element within an element says the name twice.
    let half = words.count / 2
    if half > 0, words.count.isMultiple(of: 2), words[..<half].elementsEqual(words[half...]) { words.removeLast(half) }
    let name = withoutOpener(words.joined(separator: " "))
    // Names begin with a capital in the alphabets that have them.
    guard words.count <= 10, let initial = words.first?.first, initial.isUppercase || !initial.isCased else {
      return nil
    }
    return names([name], site: site)
  }

  /// Whether the line opens as bylines do.
  static func isOpened(_ line: String) -> Bool {
    let lower = line.lowercased()
    return openers.contains { lower.hasPrefix($0) }
  }

  private static func isName(_ name: String, site: [UInt8]) -> Bool {
    let key = Line.key(name.utf8)
    guard key.count >= 3, name.utf8.count < 100, key != site else { return false }
    let lower = name.lowercased()
    if openers.contains(where: { $0.dropLast() == lower }) { return false }
    return !["http", "@", "www.", ".com", "{", "<"].contains { name.contains($0) }
  }

  private static func withoutOpener(_ text: String) -> String {
    var name = Line.collapsed(text)
    for _ in 0..<2 {
      let lower = name.lowercased()
      guard let opener = openers.first(where: { lower.hasPrefix($0) && name.utf8.count > $0.utf8.count + 1 }) else {
        break
      }
      name = Line.collapsed(String(name.dropFirst(opener.count)))
    }
    while let last = name.last, ",:-–/|".contains(last) { name = Line.collapsed(String(name.dropLast())) }
    return name
  }

  private static let openers = [
    "written by ", "posted by ", "published by ", "recipe by ", "story by ", "words by ", "text by ", "by: ", "by ",
    "author: ", "authors: ", "author ", "authors ", "veröffentlicht von ", "geschrieben von ", "erstellt von ",
    "ein artikel von ", "ein beitrag von ", "von ", "von: ", "text: ", "autor: ", "autor ", "autorin: ", "autoren: ",
    "publié par ", "par ", "auteur: ", "por ", "escrito por ", "di ", "a cura di ", "door ", "av ", "af ", "tekst: ",
    "piše: ", "pise: ", "autor teksta: ", "аутор: ", "пише: ", "yazan: ", "haber: ", "nga ", "napsal ", "autorka: ",
  ]

  /// Words that stand behind a name.
  private static let enders: Set<String> = [
    "published", "updated", "posted", "on", "date", "datum", "quelle", "share", "follow", "view", "bio", "email",
    "stand",
    "veröffentlicht", "aktualisiert", "am", "le", "publié", "el", "publicado", "minutes", "min", "read", "january",
    "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "reporter",
    "editor",
    "correspondent", "staff", "contributor", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
  ]
}
