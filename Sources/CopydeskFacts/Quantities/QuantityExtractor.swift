import CopydeskText

/// Finds the quantities of a document.
public struct QuantityExtractor: Extractor {
  /// `quantities`.
  public static let name = "quantities"

  /// `times`: years, dates and clock times are no quantities.
  public static var reads: [any Extractor.Type] { [TimeExtractor.self] }

  /// Those with tables of their own, and those whose magnitudes and currencies are known.
  public var languages: [String: LanguageSupport]? {
    Dictionary(Magnitudes.languages.map { ($0, LanguageSupport.partly) }) { first, _ in first }
      .merging(LanguagePack.shared.support(by: [.numbers, .quantities, .units])) { $1 }
  }

  /// An extractor with the built-in tables.
  public init() {}

  /// The quantities, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Quantity] {
    guard !document.tokens.isEmpty else { return [] }
    return QuantityScanner(document.cuttingElisions()).quantities()
  }
}
