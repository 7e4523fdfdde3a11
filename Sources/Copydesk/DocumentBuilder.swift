import CopydeskFacts
import CopydeskIntake
import CopydeskText
import Glibc

/// The third and fourth stage: a decoded page to its main text, and that to a document.
struct DocumentBuilder {
  private let options: Options
  private var html = HTMLMainText()
  private let plain = PlainMainText()
  private let largest: Int

  /// - Parameter largest: the most bytes of a decoded page. Places in it are numbers of 32 bits; a charset can make three
  ///   bytes of one, so more than that can come out of less than `Options.maxBytes`.
  init(options: Options, largest: Int = Int(Int32.max)) { (self.options, self.largest) = (options, largest) }

  /// The main text of a page, and the way to it from the record's bytes if the options ask for that. Verbatim, it is the
  /// page's content as it stands.
  mutating func mainText(of page: DecodedPage) throws(DocumentFailure) -> (main: MainText, map: SourceMap?) {
    guard page.content.count <= largest else {
      throw DocumentFailure(code: .tooLarge, stage: "main text", message: "larger than \(largest) bytes in UTF-8")
    }
    var main: MainText
    var map = page.sourceMap ?? SourceMap()
    switch page.content {
    case .html(let bytes) where options.isVerbatim, .text(let bytes) where options.isVerbatim:
      main = MainText(text: bytes, edits: TextEdits())
    case .html(let bytes):
      let source = repaired(bytes, noting: &map)
      main = html.extract(from: source.bytes, url: page.given.url)
      if hasNUL(bytes) { main.warnings.insert(.nulCharacters) }
      if source.isRepaired { main.warnings.insert(.mojibakeRepaired) }
      if options.headline == .title { main.removeHeadline() }
      if options.tracesSource { main.edits = main.sources.edits(of: source.bytes) }
      if let edits = main.edits { map.append(edits) }
      normalize(&main, noting: &map)
    // Lines are picked from a text that is clean already.
    case .text(let bytes):
      let source = repaired(bytes, noting: &map)
      main = plain.extract(from: TextCleaner.cleaned(source.bytes, noting: &map))
      if hasNUL(bytes) { main.warnings.insert(.nulCharacters) }
      if source.isRepaired { main.warnings.insert(.mojibakeRepaired) }
      if let edits = main.edits { map.append(edits) }
    }
    main.warnings.formUnion(page.warnings)
    return (main, page.sourceMap == nil || main.edits == nil ? nil : map)
  }

  private func hasNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
  }

  private func repaired(_ bytes: [UInt8], noting map: inout SourceMap) -> (bytes: [UInt8], isRepaired: Bool) {
    var edits = TextEdits()
    guard let repaired = Mojibake.repaired(bytes, noting: &edits) else { return (bytes, false) }
    map.append(edits)
    return (repaired.bytes, true)
  }

  /// Puts the text into form C; the headline's place moves along.
  private func normalize(_ main: inout MainText, noting map: inout SourceMap) {
    let text = TextCleaner.cleaned(main.text, noting: &map)
    if let headline = main.headline, text != main.text {
      let before = TextCleaner.cleaned(Array(main.text[..<Int(headline.start)])).count
      let length = TextCleaner.cleaned(Array(main.text[headline.indices])).count
      main.headline = before + length <= text.count ? TextRange(before, before + length) : nil
    }
    main.text = text
  }

  /// The record with its document: metadata settled (what the user says, then the input, then the page), language told,
  /// text cut into sentences and tokens.
  func record(of main: MainText, map: SourceMap?, page: DecodedPage, run: String) -> Record {
    var metadata = main.metadata
    if let url = page.given.url { metadata.url = url }
    if let title = page.given.title { (metadata.title, metadata.titleBy) = (title, "input") }
    if let byline = page.given.byline { (metadata.byline, metadata.bylineBy) = (byline, "input") }
    if let published = page.given.published { (metadata.published, metadata.publishedBy) = (published, "input") }
    if let published = options.published { (metadata.published, metadata.publishedBy) = (published, "option") }

    let text = Text(validUTF8: main.text)
    var confidence: Double?
    if let language = page.given.language {
      metadata.language = language
    } else {
      let identified = LanguageIdentifier.shared.identify(text, hint: metadata.language)
      metadata.language = identified?.tag
      confidence = identified.flatMap { $0.tag == "und" ? nil : $0.confidence }
    }
    var record = Record(provenance: page.provenance, run: run, layers: options.layers)
    record.metadata = metadata
    record.languageConfidence = confidence
    record.warnings = main.warnings
    record.sourceMap = map
    record.document = Document(
      text: text, language: metadata.language ?? "und", published: metadata.published,
      publishedBy: metadata.publishedBy, headline: main.headline, url: metadata.url)
    // Letters of a script that is not known (Cherokee) are in some language.
    if metadata.language == nil, record.document?.tokens.contains(where: { $0.kind == .word }) == true {
      record.metadata.language = "und"
    }
    if record.document?.tokens.isEmpty == true { record.warnings.insert(.emptyText) }
    if record.document?.sentenceLanguages.isMixed == true { record.warnings.insert(.mixedLanguages) }
    return record
  }
}

extension DecodedPage.Content {
  /// The number of bytes.
  fileprivate var count: Int {
    switch self {
    case .html(let bytes), .text(let bytes): bytes.count
    }
  }
}
