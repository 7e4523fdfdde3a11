import CopydeskText

/// A document as the name finders see it: for each token its look-up key and its cues.
///
/// A class, so that the patterns that all read it share it without a copy.
final class CuedDocument {
  let document: Document
  let tokens: [Token]
  let text: Text
  let cues: CueTable
  /// The small words round names.
  let words: NameWords
  /// What plain words say of where the text was written.
  let local: LocalCues
  /// The skeleton keys.
  let keys: [UInt64]
  /// What is known of each word.
  let marks: [Cue]
  /// Whether nouns are capitalised too, so that a capital says nothing (`LanguageSwitch.nounsCapitalised`).
  let capitalisesNouns: Bool
  /// The countries of the document's language; none for English.
  let home: [UInt16]
  /// Whether a name that states and peoples share means the people's adjective (`LanguageSwitch.adjectivesAsStates`).
  let prefersAdjectives: Bool
  /// How names of the language are inflected, if they are.
  private let inflection: Inflection?

  let gazetteer = Gazetteer.shared

  init(_ document: Document) {
    self.document = document
    tokens = document.tokens
    text = document.text
    let names = NameLanguage.table(for: document.language)
    (cues, words, local) = (names.cues, names.words, names.local)
    home = HomeCountries.of(document.language)
    let language = LanguagePack.shared.language(for: document.language)
    capitalisesNouns = language?.has(.nounsCapitalised) ?? false
    prefersAdjectives = language?.has(.adjectivesAsStates) ?? true
    inflection = Inflection.table(for: document.language)
    let reader = CueReader(document, cues: cues, inflection: inflection)
    (keys, marks) = (reader.keys, reader.marks)
  }

  /// A name with the ending that a hyphen joins to it: `UN-a`.
  func withEnding(_ name: Range<Int>) -> Range<Int> {
    let end = name.upperBound
    guard let inflection, end + 1 < tokens.count, isMark(end, "-"), isAttached(end), isAttached(end + 1),
      inflection.isEnding(tokens[end + 1], in: text)
    else { return name }
    return name.lowerBound..<end + 2
  }

  /// Whether the token has all of the cues.
  @inline(__always)
  func has(_ index: Int, _ cue: Cue) -> Bool { marks.indices.contains(index) && marks[index].contains(cue) }
  /// Whether the token has any of the cues.
  @inline(__always)
  func hasAny(_ index: Int, _ cue: Cue) -> Bool { marks.indices.contains(index) && !marks[index].isDisjoint(with: cue) }

  /// Whether the token is this mark of punctuation.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isMark(mark, in: text)
  }

  /// Whether nothing stands between the token and the one before it.
  func isAttached(_ index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].flags.contains(.spaceBefore)
  }

  /// Whether its capital is evidence of a name: not that of a sentence, a headline or a German noun.
  func isProper(_ index: Int) -> Bool {
    has(index, .capital) && !hasAny(index, [.opening, .titleCase, .shouting, .stop, .day]) && !capitalisesNouns
  }
}
