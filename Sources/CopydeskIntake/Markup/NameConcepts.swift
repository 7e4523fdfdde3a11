import CopydeskText

/// What the class, id, role… of an element say that it is.
struct Concepts: OptionSet {
  let rawValue: UInt32

  /// Menus, breadcrumbs, page numbers.
  static let navigation = Concepts(rawValue: 1)
  /// Other articles.
  static let related = Concepts(rawValue: 2)
  static let share = Concepts(rawValue: 4)
  static let comments = Concepts(rawValue: 8)
  /// Newsletters, subscriptions, appeals for money.
  static let signup = Concepts(rawValue: 16)
  static let advertisement = Concepts(rawValue: 32)
  static let cookies = Concepts(rawValue: 64)
  /// Date line, byline, tags, read time.
  static let details = Concepts(rawValue: 128)
  static let sidebar = Concepts(rawValue: 256)
  static let footer = Concepts(rawValue: 512)
  static let caption = Concepts(rawValue: 1024)
  /// Only for screen readers, print, or not at all.
  static let unseen = Concepts(rawValue: 2048)
  /// The article's text.
  static let body = Concepts(rawValue: 4096)
  /// The sentence under the headline.
  static let standfirst = Concepts(rawValue: 8192)
  static let headline = Concepts(rawValue: 16384)
  /// What stands over or under a headline, inside its element: `kicker`, `overline`.
  static let kicker = Concepts(rawValue: 65536)
  /// Only part of a name says so, or the word is used for other things too: other evidence must join.
  static let weak = Concepts(rawValue: 32768)

  /// All that is not the article.
  static let boilerplate: Concepts = [
    .navigation, .related, .share, .comments, .signup, .advertisement, .cookies, .details, .sidebar, .footer, .caption,
    .unseen,
  ]
}

extension Concepts {
  /// The concepts of names in `page.tsv`, separated by spaces; nil if one is none.
  init?(names: String) {
    self.init()
    for name in names.listedWords {
      guard let concept = Self.named[name] else { return nil }
      formUnion(concept)
    }
  }

  private static let named: [String: Concepts] = [
    "navigation": .navigation, "related": .related, "share": .share, "comments": .comments, "signup": .signup,
    "advertisement": .advertisement, "cookies": .cookies, "details": .details, "sidebar": .sidebar, "footer": .footer,
    "caption": .caption, "unseen": .unseen, "body": .body, "standfirst": .standfirst, "headline": .headline,
    "kicker": .kicker, "weak": .weak,
  ]
}

/// What the names of an element say for certain, and what they only hint at.
struct Names {
  var strong: Concepts = []
  var weak: Concepts = []
}

/// The table of the words in names, and the reader of names.
///
/// A name is cut at signs and inner capitals (`relatedPosts`, `related-posts`, `related_posts`); a pair of words is
/// looked up before a single one.
enum NameConcepts {
  /// Adds the concepts of one attribute's value.
  static func read(_ value: ArraySlice<UInt8>, into names: inout Names) {
    var index = value.startIndex
    while index < value.endIndex {
      while index < value.endIndex, value[index] <= 0x20 { index += 1 }
      let start = index
      while index < value.endIndex, value[index] > 0x20 { index += 1 }
      // Style frameworks have names of their own; a long one is a list of settings, not a name.
      if index - start > 1, index - start < 64 { read(name: value[start..<index], into: &names) }
    }
  }

  private static func read(name: ArraySlice<UInt8>, into names: inout Names) {
    var words = 0
    var single = FoldedHash()
    // The pair is hashed as the two words without a sign between them: `readmore` and `read-more` are one.
    var pair = FoldedHash()
    var length = 0
    var before: UInt8 = 0
    var found = Names()

    func endWord() -> Bool {
      guard length > 0 else { return true }
      // `has-sidebar`, `is-hidden-mobile`, `js-share`: states and hooks, not what the element is.
      if words == 0, states.contains(single.value) { return false }
      let concepts = (words > 0 ? table[pair.value] : nil) ?? table[single.value] ?? []
      if concepts.contains(.weak) { found.weak.formUnion(concepts) } else { found.strong.formUnion(concepts) }
      words += 1
      (pair, single, length) = (single, FoldedHash(), 0)
      return true
    }
    for byte in name {
      let isWord = HTMLBytes.isLetter(byte) || byte >= 0x80
      let isDigit = HTMLBytes.isDigit(byte)
      let isCapital = (0x41...0x5A).contains(byte)
      if !isWord && !isDigit || (isCapital && (0x61...0x7A).contains(before)) { guard endWord() else { return } }
      if isWord {
        // `ad2` is a place for advertisements; `cb-9f3ad04` is a number, and the letters in it no word.
        single.add(HTMLBytes.isDigit(before) ? 0 : HTMLBytes.lower(byte))
        pair.add(HTMLBytes.lower(byte))
        length += 1
      } else if isDigit, length == 0 {
        single.add(0)
        length += 1
      }
      before = byte
    }
    let last = single.value
    guard endWord(), words == 1 || !endings.contains(last) else { return }
    names.strong.formUnion(found.strong)
    names.weak.formUnion(found.weak)
  }

  private static let states = PageWords.page.values("class-state") { _ in true }

  /// `comments-open`, `modal-closed`: states as well.
  private static let endings = PageWords.page.values("class-ending") { _ in true }

  private static let table: WordTable<Concepts> = {
    let rows = PageWords.page.rows("class").map { (hashes: $0.hashes, concepts: Concepts(names: $0.value)) }
    var table = WordTable<Concepts>(capacity: rows.reduce(0) { $0 + $1.hashes.count })
    for (hashes, concepts) in rows {
      guard let concepts else { continue }
      for hash in hashes { table.update(hash) { ($0 ?? []).union(concepts) } }
    }
    return table
  }()
}
