/// Soft trouble with a document: it goes into the record's `warnings`, the document is processed all the same.
public enum Warning: String, Sendable, CaseIterable, Comparable {
  /// No declaration told the charset; it was detected by its bytes.
  case charsetGuessed = "charset-guessed"
  /// The declared charset does not fit the bytes; another one was used.
  case charsetMismatch = "charset-mismatch"
  /// The declared charset is unknown.
  case charsetUnknown = "charset-unknown"
  /// Some bytes fit no character; each became U+FFFD.
  case badBytes = "bad-bytes"
  /// NUL characters stood between the others; they were taken out.
  case nulCharacters = "nul-characters"
  /// Some characters were UTF-8 read in another charset (`Ã«`); they were repaired.
  case mojibakeRepaired = "mojibake-repaired"
  /// The page ends inside its markup.
  case truncatedHTML = "truncated-html"
  /// Elements are nested deeper than the parser goes; what is deeper was flattened.
  case deepNesting = "deep-nesting"
  /// No part of the page looks like an article; all of its text was kept.
  case noMainText = "no-main-text"
  /// The page is a list of links to articles, not one of them; it has no text.
  case indexPage = "index-page"
  /// A date was given that is no date.
  case badDate = "bad-date"
  /// The JSON line has control characters inside its strings.
  case jsonControlCharacter = "json-control-character"
  /// The JSON line has escapes that are no characters; each became U+FFFD.
  case jsonBadEscape = "json-bad-escape"
  /// The record of an archive, or the item of a feed, is cut off or damaged; what there is of it was used.
  case truncatedRecord = "truncated-record"
  /// The bytes do not have the digest that the archive gives.
  case digestMismatch = "digest-mismatch"
  /// The row has more or fewer fields than the table has columns.
  case columnCount = "column-count"
  /// A quotation mark of the table is not closed; it was taken as a stray one, or the file is cut off.
  case unclosedQuote = "unclosed-quote"
  /// Some sentences are in another language than the rest; they are read by its rules.
  case mixedLanguages = "mixed-languages"
  /// The name of the file is not UTF-8; in `source.path` and the id, its other bytes are written `%E9`, and `%` is `%25`.
  case pathEscaped = "path-escaped"
  /// A layer that was asked for has no rules for the language of the text, or of some of its sentences; it says only what
  /// digits, signs, marks and names tell.
  case languageUnsupported = "language-unsupported"
  /// The text has no words.
  case emptyText = "empty-text"

  /// By name.
  public static func < (left: Warning, right: Warning) -> Bool { left.rawValue < right.rawValue }

  /// What is the matter, in Markdown, for docs/OUTPUT.md.
  public var meaning: String {
    switch self {
    case .charsetGuessed:
      "no declaration told the charset; the bytes did"
    case .charsetMismatch:
      "the declared charset does not fit the bytes; another one was used"
    case .charsetUnknown:
      "the declared charset is not known"
    case .badBytes:
      "some bytes fit no character; each became U+FFFD"
    case .nulCharacters:
      "NUL characters stood between the others; they were taken out"
    case .mojibakeRepaired:
      "some characters were UTF-8 read in another charset (`Ã«` for `ë`); they were repaired"
    case .truncatedHTML:
      "the page ends inside its markup"
    case .deepNesting:
      "elements nested deeper than the parser goes were flattened"
    case .noMainText:
      "nothing on the page looks like an article; all of its text was kept, or none if the page only sends its "
        + "readers on"
    case .indexPage:
      "the page is a list of links to articles, not one of them; the text is empty"
    case .badDate:
      "a date was given that is none, or may be two (`03/04/2021`)"
    case .jsonControlCharacter:
      "the line has raw control characters inside its strings"
    case .jsonBadEscape:
      "the line has escapes that are no characters; each became U+FFFD"
    case .truncatedRecord:
      "the record of an archive, or the item of a feed, is cut off or damaged; what there is of it was "
        + "used"
    case .digestMismatch:
      "`--check-digests`: the bytes do not have the digest that the archive gives"
    case .columnCount:
      "the row has more or fewer fields than the table has columns"
    case .unclosedQuote:
      "a quotation mark of the table is not closed: a stray one, or the file is cut off"
    case .mixedLanguages:
      "some sentences are in another language than `language` says; their facts were read by its rules"
    case .pathEscaped:
      "the name of the file is not UTF-8; `source.path` and the id show its other bytes as `%E9`"
    case .languageUnsupported:
      "a layer that was asked for has no rules for the language, or for that of some sentences; see "
        + "[languages](#languages)"
    case .emptyText:
      "the document has no words"
    }
  }
}
