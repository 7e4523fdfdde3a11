/// How much a page may say of itself in one value, in bytes of UTF-8 where nothing else is said.
///
/// What is longer is no headline, name or address and counts as not said: its beginning alone would be a guess. Pages of
/// news stay far below; pages that don't would cost their length times the number of their lines, or a line of the output
/// as long as they are.
enum ClaimLimit {
  /// A headline, with the site's name behind it.
  static let title = 1_000
  /// The strokes and dashes in a title that may have the site's name behind them: `Serbia withdraws - World - The Daily`.
  static let titleCuts = 12
  /// The name of a site.
  static let site = 200
  /// An address; servers and browsers give up at about as much.
  static let address = 2_000
  /// All that one place says of the authors.
  static let byline = 4_000
  /// The authors that one place names. Of a longer list the first alone would be a guess.
  static let authors = 64
  /// What is read of the description. It is evidence for other lines and written nowhere, so here the beginning will do.
  static let description = 4_000
  /// A tag of a language (RFC 5646, section 4.4.1).
  static let language = 35
  /// A date, a kind, a locale.
  static let value = 400
  /// The text of an element that shows a date, before white space is collapsed, and the nodes in it.
  static let shown = 2_000
  static let nodes = 400
  /// The bytes of an element's class that tell its form from that of others.
  static let form = 1_000
}
