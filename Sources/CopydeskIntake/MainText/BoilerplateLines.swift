import CopydeskText

/// Knows the lines that pages put around and between an article's own, by their words.
///
/// Case and signs do not count: `Read More »` is `read more`.
enum BoilerplateLines {
  enum Kind: Int, Sendable {
    /// Links and buttons.
    case chrome
    /// The name of a section; inside an article the same word can be a crosshead.
    case label
    /// The heading over links to other articles.
    case related
    /// A link to one other article.
    case promo
    case photoControl, mediaPlayer, audioNotice, cookieNotice
    /// The heading over comments, or the form for one.
    case comments
    case commentWarning, agencyProfile, rights
    /// Asks the reader to subscribe, follow, give, or write in.
    case appeal
    /// Whom it comes from, behind a colon.
    case source
    /// Who helped to write it.
    case credit

    /// The kind of a name in `page.tsv`.
    init?(name: String) {
      switch name {
      case "chrome": self = .chrome
      case "label": self = .label
      case "related": self = .related
      case "promo": self = .promo
      case "photo-control": self = .photoControl
      case "media-player": self = .mediaPlayer
      case "audio-notice": self = .audioNotice
      case "cookie-notice": self = .cookieNotice
      case "comments": self = .comments
      case "comment-warning": self = .commentWarning
      case "agency-profile": self = .agencyProfile
      case "rights": self = .rights
      case "appeal": self = .appeal
      case "source": self = .source
      case "credit": self = .credit
      default: return nil
      }
    }
  }

  /// What the line is, if it is one of these.
  static func kind(of line: ArraySlice<UInt8>) -> Kind? {
    guard !line.isEmpty, line.count < 700 else { return nil }
    let words = words(of: line)
    guard let whole = words.last else { return line.count < 60 ? .mediaPlayer : nil }
    if words.allSatisfy(\.isNumber), isClock(line) { return .mediaPlayer }
    if line.count < 120, let kind = table.whole[whole.hash] { return kind }
    for (index, word) in words.prefix(8).enumerated() {
      guard let kind = table.openings[word.hash] else { continue }
      // `Watch` opens sentences too; `Watch:` does not.
      if kind == .promo || kind == .source {
        let isColon = word.end < line.endIndex && colon(in: line, at: word.end)
        if isColon, words.count - index < 30 { return kind }
        continue
      }
      return kind
    }
    if words.count <= 3, line.count < 40, words.allSatisfy({ table.labels.contains($0.own) }) { return .label }
    if line.count < 600, contains(words) { return .agencyProfile }
    if asks(words, in: line) { return .appeal }
    return nil
  }

  /// Whether the line is boilerplate wherever it stands.
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard let kind = kind(of: line) else { return false }
    return kind != .label
  }

  struct Word {
    /// The hash of the word alone, and of the line up to it.
    var own: UInt64
    var hash: UInt64
    var end: Int
    var isNumber = true
  }

  /// The words of a line, with the hashes of each and of the line up to it.
  static func words(of line: ArraySlice<UInt8>) -> [Word] {
    let bytes = CaseFolding.folded(Array(line))
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5 + 1)
    var all = FoldedHash()
    var own = FoldedHash()
    var length = 0
    var isNumber = true
    var index = 0
    while index <= bytes.count {
      // Most of any text, in lower case here: nothing to look up.
      let start = index
      while index < bytes.count {
        let byte = bytes[index]
        let isLetter = byte &- UInt8(ascii: "a") < 26
        guard isLetter || byte &- UInt8(ascii: "0") < 10 else { break }
        if index == start, length == 0, !words.isEmpty { all.add(0x20) }
        all.add(byte)
        own.add(byte)
        if isLetter { isNumber = false }
        index += 1
      }
      length += index - start
      let byte = index < bytes.count ? bytes[index] : 0x20
      let size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let form = byte == 0x20 ? .space : LineForm.of(bytes, at: index)
      if form == .letter || form == .ideograph {
        if length == 0, !words.isEmpty { all.add(0x20) }
        for offset in index..<min(index + size, bytes.count) {
          all.add(bytes[offset])
          own.add(bytes[offset])
        }
        isNumber = false
        length += 1
      } else if length > 0, form != .nothing {
        words.append(Word(own: own.value, hash: all.value, end: line.startIndex + index, isNumber: isNumber))
        isNumber = true
        own = FoldedHash()
        length = 0
      }
      index += size
    }
    return words
  }

  /// Whether a line of figures is of times alone: `0:00 0:00:53 0:00`.
  private static func isClock(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: ":"))
      && line.allSatisfy { HTMLBytes.isDigit($0) || $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == UInt8(ascii: "/") }
  }

  private static func colon(in line: ArraySlice<UInt8>, at index: Int) -> Bool {
    var index = index
    while index < line.endIndex, line[index] == 0x20 { index += 1 }
    guard index < line.endIndex else { return false }
    return line[index] == UInt8(ascii: ":") || line[index] == UInt8(ascii: "|") || line[index] == UInt8(ascii: ">")
  }

  /// Whether the line offers something that only pages offer (`our` + `newsletter`), or opens with a request and names a
  /// network (`Follow us on` + `Instagram`). News of networks have their names too, but do not open so.
  private static func asks(_ words: [Word], in line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 300, !line.contains(UInt8(ascii: "\"")) else { return false }
    var (offers, requests, networks, opens) = (false, false, false, false)
    for (index, word) in words.enumerated() {
      switch table.appeals[word.own] {
      case .offer: offers = true
      case .network: networks = true
      case .request:
        requests = true
        if index < 2 { opens = true }
      case nil: break
      }
    }
    return offers && requests || networks && opens && line.count < 200
  }

  private static func contains(_ words: [Word]) -> Bool {
    for (index, word) in words.enumerated() {
      guard let phrases = table.inside[word.own] else { continue }
      for phrase in phrases where index + phrase.count <= words.count {
        if zip(words[index...], phrase).allSatisfy({ $0.own == $1 }) { return true }
      }
    }
    return false
  }

  /// What a word says of a line that has it.
  enum AppealWord: String {
    /// What only pages offer: `newsletter`.
    case offer
    /// How they ask: `subscribe`.
    case request
    /// Where they want to be followed.
    case network
  }

  private struct Table {
    let whole: WordTable<Kind>
    let openings: WordTable<Kind>
    /// By the first word.
    let inside: WordTable<[[UInt64]]>
    let labels: WordTable<Bool>
    let appeals: WordTable<AppealWord>
  }

  private static let table: Table = {
    let page = PageWords.page
    var inside: [UInt64: [[UInt64]]] = [:]
    for phrase in page.phrases("inside") {
      let words = phrase.listedWords.map { FoldedHash.of($0) }
      inside[words[0], default: []].append(words)
    }
    return Table(
      whole: page.values("line", Kind.init(name:)), openings: page.values("opening", Kind.init(name:)),
      inside: WordTable(inside), labels: page.values("label") { _ in true },
      appeals: page.values("appeal", AppealWord.init(rawValue:)))
  }()
}
