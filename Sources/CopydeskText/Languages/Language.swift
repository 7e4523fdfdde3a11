/// What a folder of `Languages/` has a file for. A language without a file has nothing in that layer.
public enum LanguageArea: String, Sendable, CaseIterable {
  /// Its name, its codes, and what it does differently: `LanguageSwitch`.
  case language
  /// What stops mean: abbreviations and the words that begin sentences.
  case abbreviations
  /// Number words, scales and fractions.
  case numbers
  /// The words round a number: modifiers, ranges, what ends a counted phrase.
  case quantities
  /// The names of units and currencies.
  case units
  /// The words of times.
  case times
  /// What words of time mean together.
  case constructions
  /// Months and weekdays as pages print them in datelines.
  case dates
  /// Verbs of saying and the words round quotes.
  case reporting
  /// The words round names: titles, kinds of organisations, genders.
  case names
  /// The case endings of names.
  case endings
  /// Page furniture: boilerplate, bylines, words that only sentences have.
  case page
}

/// A folder of `Languages/`. Its files are read when somebody asks for them.
public final class Language: Sendable {
  /// The folder's name: the code of the language that it was written for.
  public let folder: String
  /// The language's name in English.
  public let name: String
  /// The BCP 47 codes that mean it, without script and region: `sr hr bs sh cnr`.
  public let codes: [String]
  /// What it does differently.
  public let switches: Set<LanguageSwitch>
  /// Words that lose a letter before a vowel and are written together with the next one, without the apostrophe: the `qu` of
  /// `qu'il`.
  public let elided: Set<String>
  /// Its tag in the language model, under an empty string, and those of a code in a script that has one of its own: Serbian in
  /// Latin letters is `sh` there, where it is one with Croatian, `sr-Cyrl` is `sr-Cyrl`. None if the code is the tag.
  let modelTags: [String: String]
  /// The languages in it that differ in few words (BCP 47), and the lead that each has before the words are counted.
  let variants: [(tag: String, lead: Double)]
  let files: [LanguageArea: [UInt8]]

  init(_ folder: String, files: [LanguageArea: [UInt8]]) {
    (self.folder, self.files) = (folder, files)
    let words = files[.language].map(LanguageWords.init)
    name = words?.rows("name").first?.words ?? folder
    codes = [folder] + (words?.list("code") ?? []).filter { $0 != folder }
    elided = Set(words?.list("elided") ?? [])
    modelTags = Dictionary((words?.rows("model") ?? []).map { ($0.value, $0.words) }) { first, _ in first }
    variants = (words?.rows("variant") ?? []).map { (tag: $0.words, lead: Double($0.value) ?? 0) }
    switches = Set((words?.list("switch") ?? []).compactMap(LanguageSwitch.init(rawValue:)))
  }

  /// Whether a switch is on.
  public func has(_ aSwitch: LanguageSwitch) -> Bool { switches.contains(aSwitch) }

  /// The words of an area, read anew each time: a table is made of them once. Nil without a file.
  public func words(_ area: LanguageArea) -> LanguageWords? { files[area].map(LanguageWords.init) }

  /// Whether it has a file for an area.
  public func has(_ area: LanguageArea) -> Bool { files[area] != nil }

  /// The areas that it has files for.
  public var areas: [LanguageArea] { LanguageArea.allCases.filter { files[$0] != nil } }
}
