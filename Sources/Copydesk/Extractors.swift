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
    try runOrder(for: names, of: all)
  }

  /// The same with the user's model and names.
  static func runOrder(for options: Options) throws(UsageError) -> [any Extractor] {
    let entities = EntityExtractor(
      model: options.model, gazetteer: options.gazetteer, corrections: options.corrections)
    return try runOrder(for: options.layers, of: all.map { $0 is EntityExtractor ? entities : $0 })
  }

  private static func runOrder(for names: [String], of all: [any Extractor]) throws(UsageError) -> [any Extractor] {
    var order: [any Extractor] = []
    // In the order of all, however they are named: times look at names where these were asked for.
    let places = all.map { type(of: $0).name }
    let named = names.sorted { (places.firstIndex(of: $0) ?? all.count) < (places.firstIndex(of: $1) ?? all.count) }
    for name in named { try add(name, to: &order, path: [], of: all) }
    return order
  }

  private static func add(_ name: String, to order: inout [any Extractor], path: [String], of all: [any Extractor])
    throws(UsageError)
  {
    if order.contains(where: { type(of: $0).name == name }) { return }
    guard let extractor = all.first(where: { type(of: $0).name == name }) else {
      throw UsageError("there is no layer '\(name)'; the layers are \(Self.names.joined(separator: ", "))")
    }
    guard !path.contains(name) else {
      throw UsageError("the extractors \(path.joined(separator: ", ")) read each other")
    }
    for needed in type(of: extractor).reads { try add(needed.name, to: &order, path: path + [name], of: all) }
    order.append(extractor)
  }
}
