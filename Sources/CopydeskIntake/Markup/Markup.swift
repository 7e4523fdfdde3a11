import CopydeskText

/// The elements that the extractor tells apart; `text` is a run of characters, `other` any inline element.
enum Tag: UInt8, CaseIterable {
  case text, other, custom
  case html, head, body, title, meta, link, base
  case h1, h2, h3, h4, h5, h6
  case p, div, span, a, br, hr, ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, td, th
  case article, section, main, aside, nav, header, footer, hgroup, address
  case figure, figcaption, picture, img, blockquote, pre, time, center
  case details, summary, form, fieldset, legend, label
  case select, option, button, input, textarea, iframe, object, embed, audio, video, canvas, map
  case noscript, noframes, template, dialog, script, style, svg, math
  /// How characters are read, over them, and the brackets around it for those who show it behind them.
  case rt, rp

  /// The tags by the hash of their names.
  static let byName: WordTable<Tag> = {
    var table: [UInt64: Tag] = [:]
    for tag in allCases where tag.rawValue > custom.rawValue { table[FoldedHash.of(String(describing: tag))] = tag }
    return WordTable(table)
  }()

  /// The names of the elements, by raw value.
  static let words: [[UInt8]] = allCases.map { Array(String(describing: $0).utf8) }

  /// Whether a line ends before and after the element.
  var isBlock: Bool { Tag.blocks.contains(rawValue) }

  /// Whether nothing inside the element is text to read: controls, players, what only other programs see.
  var isUnread: Bool { Tag.unread.contains(rawValue) }

  /// Whether it is one of the three that a page has once.
  var isFrame: Bool { self == .html || self == .head || self == .body }

  /// 1…6 for `h1`…`h6`.
  var headingLevel: Int? {
    rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue ? Int(rawValue - Tag.h1.rawValue) + 1 : nil
  }

  private static let blocks = TagSet([
    .custom, .html, .body, .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .hr, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption,
    .thead, .tbody, .tfoot, .tr, .article, .section, .main, .aside, .nav, .header, .footer, .hgroup, .address, .figure,
    .figcaption, .blockquote, .pre, .center, .details, .summary, .form, .fieldset, .legend, .noscript, .dialog,
  ])

  private static let unread = TagSet([
    .head, .title, .meta, .link, .base, .select, .option, .button, .input, .textarea, .iframe, .object, .embed, .audio,
    .video, .canvas, .map, .noscript, .noframes, .template, .dialog, .script, .style, .svg, .math,
  ])
}

/// A set of tags: two machine words.
struct TagSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ tags: [Tag]) {
    for tag in tags {
      if tag.rawValue < 64 { low |= 1 << UInt64(tag.rawValue) } else { high |= 1 << UInt64(tag.rawValue - 64) }
    }
  }

  func contains(_ value: UInt8) -> Bool {
    value < 64 ? low & (1 << UInt64(value)) != 0 : high & (1 << UInt64(value - 64)) != 0
  }
}

/// The attributes that are kept.
enum AttributeName: UInt8, CaseIterable {
  case id, `class`, role, itemprop, itemtype, rel, href, datetime, property, name, content, lang, hidden, style, title
  case ariaHidden, dataTestid, dataComponent, dataRole, datePublished

  static let byName: WordTable<AttributeName> = {
    var table: [UInt64: AttributeName] = [:]
    for name in allCases { table[FoldedHash.of(name.markup)] = name }
    // XHTML pages say xml:lang only.
    table[FoldedHash.of("xml:lang")] = .lang
    return WordTable(table)
  }()

  private var markup: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    case .dataRole: "data-role"
    case .datePublished: "data-published"
    default: String(describing: self)
    }
  }
}

extension FoldedHash {
  /// The hash of a word that is in lower case already.
  static func of(_ word: String) -> UInt64 {
    var hash = FoldedHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}
