public import CopydeskFacts

/// The extractors of the product, in the order of their keys in the record. A new one is added here.
public enum Extractors {
  /// `entities quantities times quotes`.
  public static let all: [any Extractor] = [
    EntityExtractor(), QuantityExtractor(), TimeExtractor(), QuoteExtractor(),
  ]

  /// The names of all layers.
  public static var names: [String] { all.map { type(of: $0).name } }

  /// The named extractors and what they read, in an order in which each runs after what it reads.
  /// - Throws: `UsageError` for a name that is none.
  public static func runOrder(for names: [String]) throws(UsageError) -> [any Extractor] {
    var order: [any Extractor] = []
    for name in names { try add(name, to: &order, path: []) }
    return order
  }

  private static func add(_ name: String, to order: inout [any Extractor], path: [String]) throws(UsageError) {
    if order.contains(where: { type(of: $0).name == name }) { return }
    guard let extractor = all.first(where: { type(of: $0).name == name }) else {
      throw UsageError("there is no layer '\(name)'; the layers are \(Self.names.joined(separator: ", "))")
    }
    guard !path.contains(name) else {
      throw UsageError("the extractors \(path.joined(separator: ", ")) read each other")
    }
    for needed in type(of: extractor).reads { try add(needed.name, to: &order, path: path + [name]) }
    order.append(extractor)
  }
}
