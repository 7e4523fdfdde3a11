import CopydeskText

/// What a page's JSON-LD says of its article.
struct JSONLDArticle {
  private(set) var headline: String?
  /// Another one, for other places.
  private(set) var alternative: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var url: String?
  private(set) var body: String?
  /// The only person that the data name, whoever that is.
  private(set) var person: String?

  /// The article's text, line by line, where the data hold one of some length.
  var bodyLines: [[UInt8]]? {
    guard let body, body.utf8.count > 400 else { return nil }
    let decoded = Array(CharacterReference.decoded(body).utf8)
    if decoded.contains(UInt8(ascii: "<")), HTMLBytes.contains("<p", in: decoded[...]) {
      return Page.lines(ofMarkup: decoded)
    }
    return decoded.split(separator: 0x0A).map { Line.collapsed(Array($0)) }.filter { !$0.isEmpty }
  }

  /// The first article of the scripts; where there is none, the page itself.
  init(scripts: [ArraySlice<UInt8>]) {
    var objects: [JSONValue] = []
    for script in scripts {
      for value in Self.values(Self.unwrapped(script)) { Self.collect(value, into: &objects, depth: 0) }
    }
    var names: [String: String] = [:]
    for object in objects { if let id = object["@id"]?.string, let name = object["name"]?.string { names[id] = name } }
    for object in objects where Self.isArticle(object) { take(object, names) }
    let people = Set(objects.filter { Self.types($0).contains("Person") }.compactMap { Self.text($0["name"]) })
    if people.count == 1 { person = people.first }
    for object in objects where Self.isPage(object) {
      published = published ?? Self.text(object["datePublished"])
      modified = modified ?? Self.text(object["dateModified"])
      language = language ?? Self.text(object["inLanguage"])
    }
  }

  /// The JSON without what old pages put around it: `<!-- … -->`, `//<![CDATA[ … //]]>`, a last semicolon.
  private static func unwrapped(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = script.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return [] }
    // `//<![CDATA[` has a bracket of its own.
    if HTMLBytes.contains("<![cdata[", in: script[..<min(script.endIndex, start + 12)]),
      let brace = script.firstIndex(of: UInt8(ascii: "{")), let last = script.lastIndex(of: UInt8(ascii: "}")),
      brace < last
    {
      return script[brace...last]
    }
    return script[start...end]
  }

  /// The values of a script: one as a rule, some pages put two objects into one.
  private static func values(_ script: ArraySlice<UInt8>) -> [JSONValue] {
    if let value = JSONParser.parse(script: script) { return [value] }
    var values: [JSONValue] = []
    var rest = script
    while values.count < 50 {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      var scanner = JSONScanner()
      guard !rest.isEmpty, case .end(let end) = rest.withUnsafeBufferPointer({ scanner.scan($0, from: 0) }), end > 0
      else {
        break
      }
      if let value = JSONParser.parse(script: rest.prefix(end)) { values.append(value) }
      rest = rest.dropFirst(end)
    }
    return values
  }

  /// `givenName` and `familyName` where a person has no `name`.
  private static func fullName(_ person: JSONValue) -> String? {
    let parts = [person["givenName"], person["familyName"]].compactMap { $0?.elements.first?.string }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func collect(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
    guard depth < 4, objects.count < 500 else { return }
    switch value {
    case .array(let elements): for element in elements { collect(element, into: &objects, depth: depth + 1) }
    case .object:
      objects.append(value)
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key] { collect(inner, into: &objects, depth: depth + 1) }
      }
    default: break
    }
  }

  private static func types(_ object: JSONValue) -> [String] { object["@type"]?.elements.compactMap(\.string) ?? [] }

  private static func isArticle(_ object: JSONValue) -> Bool {
    types(object).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review" }
  }

  private static func isPage(_ object: JSONValue) -> Bool { types(object).contains { $0.hasSuffix("Page") } }

  /// The string of a value; nil if it is too long for what it should be.
  private static func text(_ value: JSONValue?, within limit: Int = ClaimLimit.value) -> String? {
    guard let string = value?.elements.first?.string else { return nil }
    let clean = Line.collapsed(CharacterReference.decoded(string))
    return clean.isEmpty || clean.utf8.count > limit ? nil : clean
  }

  private static func address(_ value: JSONValue?) -> String? {
    value?.elements.first?.string.flatMap { PageFacts.address(CharacterReference.decoded($0)) }
  }

  private mutating func take(_ object: JSONValue, _ names: [String: String]) {
    headline =
      headline ?? Self.text(object["headline"], within: ClaimLimit.title)
      ?? Self.text(object["name"], within: ClaimLimit.title)
    alternative = alternative ?? Self.text(object["alternativeHeadline"], within: ClaimLimit.title)
    published = published ?? Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    modified = modified ?? Self.text(object["dateModified"])
    language = language ?? Self.text(object["inLanguage"])
    url = url ?? Self.address(object["url"]) ?? Self.address(object["mainEntityOfPage"]?["@id"])
    publisher = publisher ?? Self.text(object["publisher"]?.elements.first?["name"], within: ClaimLimit.site)
    if body == nil, let bytes = object["articleBody"]?.string { body = bytes }
    guard authors.isEmpty else { return }
    var known: Set<String> = []
    for author in (object["author"] ?? object["creator"])?.elements ?? [] {
      let reference = author["@id"]?.string.flatMap { names[$0] }
      for name in author["name"]?.elements.compactMap(\.string) ?? [
        author.string ?? reference ?? Self.fullName(author) ?? ""
      ] {
        let clean = Line.collapsed(CharacterReference.decoded(name))
        if !clean.isEmpty, known.insert(clean).inserted { authors.append(clean) }
      }
    }
  }
}
