import CopydeskText

/// Words that only sentences have, of the languages whose pages are most often read; one set for all of them.
///
/// It tells prose from menus; which language a text is in matters little for that.
enum StopWords {
  static let hashes = PageWords.page.values("stop-word") { _ in true }
}
