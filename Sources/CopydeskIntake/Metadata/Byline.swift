import CopydeskText

/// Makes names of what stands in bylines.
enum Byline {
  /// A run of characters in an element.
  struct Run {
    let text: String
    /// The link that it stands in, -1 without one.
    let link: Int
  }

  /// The names that data name, joined by `; `, or nil if there is none among them, or more than a byline has.
  static func names(_ texts: [String], site: [UInt8]) -> String? {
    guard texts.count <= ClaimLimit.authors, isByline(texts) else { return nil }
    var names: [String] = []
    for text in texts {
      for part in text.split(whereSeparator: { ";|•·⋅\n".contains($0) }) {
        for written in people(in: withoutOpener(String(part))) {
          let name = withoutDegrees(written)
          guard isName(name, site: site), !names.contains(name) else { continue }
          guard names.count < ClaimLimit.authors else { return nil }
          names.append(name)
        }
      }
    }
    // `Ada Example | Sponsored`: where there is a person, what else stands there is a note.
    if let first = names.first, isPerson(first) { names.removeAll { !isPerson($0) && !isAgency($0) } }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// Whether the texts are no longer than bylines are.
  private static func isByline(_ texts: [String]) -> Bool {
    texts.reduce(0) { $0 + $1.utf8.count } <= ClaimLimit.byline
  }

  /// The people of `Ada Example, Ben Sample and Cleo Instance`; a post or place behind a name goes (`Ada Example, Senior
  /// Writer`); what does not begin with a person stays whole.
  private static func people(in text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(separator: ",") {
      var words: [Substring] = []
      for word in piece.split(separator: " ") {
        // More than five words are nobody's name.
        if words.count <= 5, joiners.contains(word.lowercased()), isPerson(words.joined(separator: " ")) {
          parts.append(words.joined(separator: " "))
          words = []
        } else {
          words.append(word)
        }
      }
      if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    }
    guard let first = parts.first, isPerson(first) else { return [text] }
    return parts.filter { isPerson($0) || isAgency($0) }
  }

  /// `dpa` behind the names of people: who helped to write it.
  private static func isAgency(_ name: String) -> Bool { agencies.contains(name.lowercased()) }

  private static let agencies = set("agency")

  private static let joiners = set("joiner")

  /// `Ada Example MS` without the degree, which stands in capitals behind a name that does not.
  private static func withoutDegrees(_ name: String) -> String {
    var words = name.split(separator: " ")
    guard let first = words.first, first != first.uppercased() || first.count == 1 else { return name }
    while words.count > 2, let last = words.last, last == last.uppercased(),
      degrees.contains(last.lowercased().filter(\.isLetter))
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  private static let degrees = set("degree")

  /// Whether it is written as the names of people are: two to five words with capitals, none of them a post.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let initial = name.first, !name.contains(where: \.isNumber) else { return false }
    // Names in alphabets without capitals have no spaces either.
    if !initial.isCased { return initial.isLetter && name.count <= 24 && words.count <= 5 }
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      let lower = word.lowercased()
      if posts.contains(lower) { return false }
      return word.first.map { $0.isUppercase || "'’(\"“„".contains($0) } ?? false || particles.contains(lower)
    }
  }

  private static let particles = set("particle")

  private static let posts = set("post")

  private static func set(_ key: String) -> Set<String> { Set(PageWords.page.phrases(key)) }

  /// The names in the runs of characters of an element; each run is a name or what belongs to one.
  static func names(inRuns runs: [Run], site: [UInt8]) -> String? {
    guard isByline(runs.map(\.text)) else { return nil }
    var found: [String] = []
    var isJoined = false
    var link = -1
    for run in runs {
      let text = withoutOpener(run.text)
      let lower = text.lowercased()
      if !text.contains(where: \.isLetter) || joiners.contains(lower) {
        isJoined = true
        continue
      }
      if isOpener(lower) { continue }
      if let last = found.last {
        // `in Harbour and` between two names.
        if isPerson(last), isBetween(lower, text) {
          isJoined = true
          continue
        }
        if found.count == 1, !isJoined, !last.contains(" "), run.link != link, isPerson(text) {
          // `World` links to a section; the name stands behind it.
          found = [text]
        } else if found.count == 1, !isJoined, !last.contains(" "), isPerson("\(last) \(text)") {
          // `Ada` + `Example`; the network or the post behind a name is no part of it.
          found = ["\(last) \(text)"]
        } else if isPerson(last), isPerson(text), isJoined || text != text.uppercased() || last == last.uppercased() {
          found.append(text)
        } else {
          break
        }
      } else if let names = names(inElement: text, site: site) {
        found = [names]
      } else {
        break
      }
      (isJoined, link) = (false, run.link)
    }
    return names(found, site: site) ?? names(inElement: runs.map(\.text).joined(separator: " "), site: site)
  }

  /// Whether the run is a few words in small letters that end by joining what follows.
  private static func isBetween(_ lower: String, _ text: String) -> Bool {
    let words = lower.split(separator: " ")
    guard let last = words.last, words.count <= 5, text.first?.isLowercase ?? false else { return false }
    return joiners.contains(String(last))
  }

  /// The people that a line with a date names behind `by`: `Posted on 2026-03-02 23:30 EST by Ada Example`.
  static func names(inDated line: String, site: [UInt8]) -> String? {
    let words = line.split(separator: " ")
    guard words.count <= 16, let digits = words.firstIndex(where: { $0.contains(where: \.isNumber) }),
      let opener = words.indices.dropFirst(digits + 1).first(where: { isOpener(words[$0].lowercased()) })
    else { return nil }
    let names = names(inElement: words[(opener + 1)...].joined(separator: " "), site: site)
    return names.flatMap { isPerson($0) && $0.split(separator: " ").count <= 4 ? $0 : nil }
  }

  /// The name that somebody writes under, in an element that says to programs that it is the author's: `harbourfan`.
  static func penName(_ text: String, site: [UInt8]) -> String? {
    let name = withoutOpener(text)
    guard (3...25).contains(name.count), !name.contains(" "),
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      !posts.contains(where: { name.lowercased().hasSuffix($0) }), !enders.contains(name.lowercased()),
      isName(name, site: site)
    else { return nil }
    return name
  }

  /// Whether the line says only that an author's name follows: `Author:`.
  static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
    var hash = FoldedHash()
    for byte in line where byte != UInt8(ascii: ":") { hash.add(HTMLBytes.lower(byte)) }
    return labels.contains(hash.value)
  }

  private static let labels = WordTable(words: bareOpeners)

  /// The names in the text of an element: what follows them (a date, a post, an address) is cut off.
  static func names(inElement text: String, site: [UInt8]) -> String? {
    var words: [Substring] = []
    for word in withoutOpener(text).split(separator: " ") {
      let bare = String(word.lowercased().filter { $0.isLetter })
      if word.contains(where: \.isNumber) || word.contains("@") {
        // `Ada Example - Dec 22, 2023`: the month and the dash before the day are no name.
        if let last = words.last, WrittenDate.isMonth(last) { words.removeLast() }
        break
      }
      // `Loïc Le Clerc`: a short word ends a name only in small letters.
      if enders.contains(bare), bare.count > 3 || word.first?.isLowercase ?? true { break }
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
  static func isOpened(_ line: String) -> Bool { isOpened(Array(line.utf8.prefix(40))[...]) }

  /// The same for bytes.
  static func isOpened(_ line: ArraySlice<UInt8>) -> Bool {
    let lower = CaseFolding.folded(Array(line.prefix(40)))
    return openerBytes.contains { lower.starts(with: $0) }
  }

  private static let openerBytes = openers.map { Array($0.utf8) }

  private static func isName(_ name: String, site: [UInt8]) -> Bool {
    let key = Line.key(name.utf8)
    guard name.contains(where: \.isLetter), key.count >= 3, name.utf8.count < 100, key != site else { return false }
    let lower = name.lowercased()
    if isOpener(lower) { return false }
    return !["http", "@", "www.", ".com", "{", "<"].contains { name.contains($0) }
  }

  /// `By` alone, with or without its colon.
  private static func isOpener(_ lower: String) -> Bool {
    bareOpeners.contains(lower.last == ":" ? String(lower.dropLast()) : lower)
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
    let start = name.drop { isAround($0) }
    guard let last = start.lastIndex(where: { !isAround($0) }) else { return "" }
    return String(start[...last])
  }

  /// Whether the character stands around names, not in them.
  private static func isAround(_ character: Character) -> Bool { " ,:-–/|•".contains(character) }

  private static let bareOpeners = Set(openers.map { String($0.filter { $0 != ":" }.dropLast()) })

  /// `by `, `by: `: the longest first, since `autor ` begins `autor teksta: `.
  private static let openers = PageWords.page.phrases("byline-opener").map { "\($0) " }
    .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }

  /// Words that stand after a name.
  private static let enders = set("byline-ender")
}
