import CopydeskText

/// What a newsroom knows better: names to give, to merge and to drop. Applied to every run, without training.
///
/// A file of lines, tab-separated; `#` opens a comment:
///
///     add     Iron Lady       Vjosa Marku     desk:17     PER
///     merge   Alex Marku      Aleks Marku
///     kill    Advertisement
///
/// `add` gives the mentions with that text a name (and link and type, if stated); `merge` gives what is called by one canonical
/// name another; `kill` drops what has that text or that name. Case, diacritics and script do not matter.
public struct NameCorrections: Sendable {
  /// A line that is none of these.
  public struct Failure: Error, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong with it.
    public let message: String
    /// `line 3: …`
    public var description: String { "line \(line): \(message)" }
  }

  /// What a thing is called instead.
  private struct Identity: Sendable {
    let name: String
    let link: String?
    let type: EntityType?
  }

  private var byText: [UInt64: Identity] = [:]
  private var byName: [UInt64: Identity] = [:]
  private var killed: Set<UInt64> = []
  /// The hash of the file: results depend on it.
  public let fingerprint: UInt64

  /// The corrections of a file.
  public init(_ bytes: [UInt8]) throws(Failure) {
    var hash = FoldedHash()
    for byte in bytes { hash.add(byte) }
    fingerprint = hash.value
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") { continue }
      if let problem = add(text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)) {
        throw Failure(line: number, message: problem)
      }
    }
  }

  private mutating func add(_ fields: [String]) -> String? {
    guard fields.count > 1, let key = Self.key(fields[1]) else { return "no name in the second column" }
    let field = { (index: Int) in index < fields.count && !fields[index].isEmpty ? fields[index] : nil }
    switch fields[0] {
    case "kill": killed.insert(key)
    case "add", "merge":
      guard let name = field(2) else { return "no name in the third column" }
      if let type = field(4), EntityType(rawValue: type) == nil { return "there is no type '\(type)'" }
      let identity = Identity(name: name, link: field(3), type: field(4).flatMap(EntityType.init))
      if fields[0] == "add" { byText[key] = identity } else { byName[key] = identity }
    default: return "'\(fields[0])' is none of add, merge and kill"
    }
    return nil
  }

  /// The hash of the skeletons of the words; nil without a word.
  private static func key(_ name: String) -> UInt64? {
    let text = Text(name)
    let tokens = Tokenizer.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    return tokens.reduce(NameTable.seed) { NameTable.step($0, Skeleton.shared.key(of: $1, in: text)) }
  }

  /// The name, link and type that a mention has by the corrections; nil if it is dropped.
  public func corrected(
    text: String, name: String, link: String?, type: EntityType
  ) -> (name: String, link: String?, type: EntityType)? {
    let (textKey, nameKey) = (Self.key(text), Self.key(name))
    if [textKey, nameKey].contains(where: { $0.map(killed.contains) ?? false }) { return nil }
    guard let identity = textKey.flatMap({ byText[$0] }) ?? nameKey.flatMap({ byName[$0] }) else {
      return (name, link, type)
    }
    let wanted = identity.type ?? type
    let known = identity.link ?? GazetteerLookup.meanings(of: identity.name).first { $0.type == wanted }?.link
    return (identity.name, known, wanted)
  }

  /// The entities, corrected. A new identity has no coordinates unless the gazetteer knows it by that name and link.
  func applied(to entities: [Entity], in text: Text) -> [Entity] {
    entities.compactMap { entity in
      guard
        let right = corrected(text: text[entity.range], name: entity.name, link: entity.link, type: entity.type)
      else { return nil }
      if right.name == entity.name, right.link == entity.link, right.type == entity.type { return entity }
      var entity = entity
      if right.link != entity.link {
        let place = GazetteerLookup.meanings(of: right.name).first { $0.link == right.link && $0.link != nil }
        (entity.latitude, entity.longitude) = (place?.point?.latitude, place?.point?.longitude)
        (entity.country, entity.sameAs) = (place?.country, [])
      }
      (entity.name, entity.link, entity.type, entity.rule) = (right.name, right.link, right.type, "entity/correction")
      return entity
    }
  }
}
