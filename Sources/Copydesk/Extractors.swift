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

  /// The same with the user's model, names and extractors.
  static func runOrder(for options: Options) throws(UsageError) -> [any Extractor] {
    let entities = EntityExtractor(
      model: options.model, gazetteer: options.gazetteer, corrections: options.corrections)
    try check(options.extractors)
    return try runOrder(for: options.layers, of: all.map { $0 is EntityExtractor ? entities : $0 } + options.extractors)
  }

  /// Two layers of one name would write one key twice, and two of one letter would give two facts one id.
  private static func check(_ own: [any Extractor]) throws(UsageError) {
    var keys = Set(Record.fields.map(\.name))
    var kinds: Set = ["error"]
    // `x0` is the id of a failed document's row.
    var prefixes: Set = ["x"]
    func names<E: Extractor>(_ extractor: E) -> (layer: String, kind: String, prefix: String) {
      (E.name, E.Finding.kind, E.Finding.idPrefix)
    }
    for extractor in all {
      let names = names(extractor)
      kinds.insert(names.kind)
      prefixes.insert(names.prefix)
    }
    for extractor in own {
      let names = names(extractor)
      guard !names.layer.isEmpty, names.layer.utf8.allSatisfy({ 0x61...0x7A ~= $0 || $0 == 0x5F }) else {
        throw UsageError("the layer '\(names.layer)' is not named in small letters (hashtags)")
      }
      guard keys.insert(names.layer).inserted else {
        throw UsageError("the layer '\(names.layer)' has the name of another key of the record")
      }
      guard kinds.insert(names.kind).inserted else {
        throw UsageError("the layer '\(names.layer)' has the kind of another, '\(names.kind)'")
      }
      guard !names.prefix.isEmpty, prefixes.insert(names.prefix).inserted else {
        throw UsageError("the layer '\(names.layer)' begins its ids like another, with '\(names.prefix)'")
      }
    }
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
      let names = all.map { type(of: $0).name }.joined(separator: ", ")
      throw UsageError("there is no layer '\(name)'; the layers are \(names)")
    }
    guard !path.contains(name) else {
      throw UsageError("the extractors \(path.joined(separator: ", ")) read each other")
    }
    for needed in type(of: extractor).reads { try add(needed.name, to: &order, path: path + [name], of: all) }
    order.append(extractor)
  }
}
