import CopydeskText

/// The full names that a document writes out, by surname and by given name: `Ann Dova` for a later `Dova`.
///
/// The entities bring full names too; this is for the people whom no list and no tagger knows, so that a surname alone
/// (`Band`, `Ash`, `Young`) does not stay alone.
struct FullNames: Sendable {
  private let scene: SpeechScene
  private var bySurname: [UInt64: Range<Int>] = [:]
  private var byGivenName: [UInt64: Range<Int>] = [:]
  /// By surname, behind a word that no list knows: `Kerr Putney`.
  private var byShape: [UInt64: Range<Int>] = [:]

  /// The full names of a document; one pass over its tokens.
  init(_ scene: SpeechScene) {
    self.scene = scene
    for token in scene.tokens.indices {
      guard let name = name(endingWith: token) else { continue }
      let surname = scene.tokens[token].key
      guard scene.isGivenName(name.lowerBound) else {
        if byShape[surname] == nil, isAlone(name) { byShape[surname] = name }
        continue
      }
      if bySurname[surname] == nil { bySurname[surname] = name }
      let given = scene.tokens[name.lowerBound].key
      if byGivenName[given] == nil { byGivenName[given] = name }
    }
  }

  /// The full name of somebody who is called by one word that ends at a token; nil if the document has none.
  func name(of word: Int) -> String? {
    let key = scene.tokens[word].key
    guard let tokens = bySurname[key] ?? byShape[key] ?? byGivenName[key] else { return nil }
    return scene.document.text[scene.document.range(ofTokens: tokens)]
  }

  /// The full name of a person whose surname the word is, given name and all.
  func person(of word: Int) -> String? {
    bySurname[scene.tokens[word].key].map { scene.document.text[scene.document.range(ofTokens: $0)] }
  }

  /// `Douglas Band`, `Jock A. Finlayson`, `Douglas Holtz-Eakin`: a given name, perhaps an initial, and the token.
  private func name(endingWith token: Int) -> Range<Int>? {
    guard isNamePart(token), !scene.tokens[token].flags.contains(.sentenceStart) else { return nil }
    let next = token + 1
    // `Douglas Holtz` before `-Eakin`
    if next < scene.tokens.count, scene.isPunctuation(next, "-"), !scene.tokens[next].flags.contains(.spaceBefore) {
      return nil
    }
    var first = token
    while first > 1, scene.isPunctuation(first - 1, "-"), !scene.tokens[first].flags.contains(.spaceBefore) {
      first -= 2
    }
    guard scene.tokens[first].flags.contains(.spaceBefore) else { return nil }
    var given = first - 1
    // Over the initial and its stop.
    if given > 1, scene.isPunctuation(given, "."), scene.tokens[given - 1].range.count == 1 { given -= 2 }
    guard given >= 0, isNamePart(given), !scene.tokens[first].flags.contains(.lineStart) else { return nil }
    let owner = scene.entityAt[given]
    if owner >= 0, scene.entities[Int(owner)].type != .person { return nil }
    return given..<token + 1
  }

  private func isNamePart(_ token: Int) -> Bool {
    let found = scene.tokens[token]
    guard found.kind == .word, found.flags.contains(.capitalised), found.range.count > 1 else { return false }
    // `Laut Pichler` is no name.
    return scene.classes[token] == .other && !scene.language.roles.contains(found)
      && scene.language.sources[found] == nil
  }

  private func kinds(of token: Int) -> Cue {
    WordCues.listed[Skeleton.shared.key(of: scene.tokens[token], in: scene.document.text)]
  }

  /// Whether two capitalised words are a name by themselves: no common word, and no longer name's end.
  private func isAlone(_ name: Range<Int>) -> Bool {
    guard !kinds(of: name.lowerBound).contains(.common), !scene.tokens[name.lowerBound].flags.contains(.allCaps)
    else { return false }
    let before = name.lowerBound - 1
    if before < 0 || scene.tokens[name.lowerBound].flags.contains(.sentenceStart) { return true }
    return !scene.isCapitalised(before) || scene.language.roles.contains(scene.tokens[before])
  }
}
