import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// The third and fourth stage: a decoded page to its main text, and that to a document.
struct DocumentBuilder {
  private let options: Options
  private var html = HTMLMainText()
  private let plain = PlainMainText()

  init(options: Options) { self.options = options }

  /// The main text of a page. Verbatim, it is the page's content as it stands.
  mutating func mainText(of page: DecodedPage) -> MainText {
    var main: MainText
    switch page.content {
    case .html(let bytes) where options.isVerbatim, .text(let bytes) where options.isVerbatim:
      main = MainText(text: bytes)
    case .html(let bytes): main = normalized(html.extract(from: bytes, url: page.given.url))
    // Lines are picked from a text that is clean already.
    case .text(let bytes): main = plain.extract(from: TextCleaner.cleaned(bytes))
    }
    main.warnings.formUnion(page.warnings)
    return main
  }

  /// The text in form C; the headline's place moves along.
  private func normalized(_ main: MainText) -> MainText {
    var main = main
    let text = TextCleaner.cleaned(main.text)
    if let headline = main.headline, text != main.text {
      let before = TextCleaner.cleaned(Array(main.text[..<Int(headline.start)])).count
      let length = TextCleaner.cleaned(Array(main.text[headline.indices])).count
      main.headline = before + length <= text.count ? TextRange(before, before + length) : nil
    }
    main.text = text
    return main
  }

  /// The record with its document: metadata settled (what the user says, then the input, then the page), language told,
  /// text cut into sentences and tokens.
  func record(of main: MainText, page: DecodedPage, run: String) -> Record {
    var metadata = main.metadata
    if let url = page.given.url { metadata.url = url }
    if let title = page.given.title { (metadata.title, metadata.titleBy) = (title, "input") }
    if let published = page.given.published { (metadata.published, metadata.publishedBy) = (published, "input") }
    if let published = options.published { (metadata.published, metadata.publishedBy) = (published, "option") }

    let text = Text(validUTF8: main.text)
    var confidence: Double?
    if let language = page.given.language {
      metadata.language = language
    } else {
      let identified = LanguageIdentifier.shared.identify(text, hint: metadata.language)
      (metadata.language, confidence) = (identified?.tag, identified?.confidence)
    }
    var record = Record(provenance: page.provenance, run: run, layers: options.layers)
    record.metadata = metadata
    record.languageConfidence = confidence
    record.warnings = main.warnings
    record.document = Document(
      text: text, language: metadata.language ?? "und", published: metadata.published,
      publishedBy: metadata.publishedBy, headline: main.headline, url: metadata.url)
    if record.document?.tokens.isEmpty == true { record.warnings.insert(.emptyText) }
    return record
  }
}
