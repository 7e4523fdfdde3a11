import CopydeskText

/// A name found in the text, before it is known whom it means.
struct Mention: Sendable {
  /// Its tokens.
  var tokens: Range<Int>
  /// What kind of thing it names.
  var type: EntityType
  /// The first meaning in the gazetteer, or −1.
  var entry: Int32 = -1
  /// What found it.
  var rule: MentionRule
}

/// What can find a mention. The raw values are the `rule` of the record.
enum MentionRule: String, Sendable {
  case gazetteer = "entity/gazetteer"
  case weakGazetteer = "entity/gazetteer-weak"
  case acronym = "entity/acronym"
  case personTitle = "entity/person-title"
  case personGiven = "entity/person-given-name"
  case personSurname = "entity/person-surname"
  case personSpeech = "entity/person-speech"
  case personRepeat = "entity/person-repeat"
  case loneName = "entity/person-lone-name"
  case shape = "entity/shape"
  case orgPattern = "entity/org-pattern"
  case force = "entity/armed-force"
  case headPattern = "entity/head-pattern"
  case crossing = "entity/border-crossing"
  case settlement = "entity/settlement"
  case inside = "entity/in-place"

  /// How often the rule is right: to be replaced by measured values.
  var confidence: Double {
    switch self {
    case .gazetteer: 0.95
    case .personTitle, .force, .crossing: 0.9
    case .personGiven, .personRepeat, .orgPattern: 0.85
    case .settlement, .headPattern: 0.8
    case .personSurname, .personSpeech: 0.75
    case .weakGazetteer, .acronym, .loneName: 0.6
    case .inside: 0.5
    case .shape: 0.45
    }
  }
}

/// Finds names in a document. The rules of `RuleMentionFinder` are one way; a trained tagger can be another.
protocol MentionFinder {
  /// The mentions, in order and without overlap.
  func mentions(in page: CuedDocument) -> [Mention]
}
