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
  /// How likely it is right, 0…1; nil before that is known.
  var probability: Float?
  /// Whether the tagger has found it too.
  var isTagged = false
  /// The thing of the user's gazetteer that it names.
  var userRow: UserRow?

  /// What found it, for the record: `entity/gazetteer+tagger` if both did.
  var ruleName: String { isTagged ? rule.nameWithTagger : rule.rawValue }
  /// How likely it is right, for the record.
  var confidence: Double { probability.map { (Double($0) * 1000).rounded() / 1000 } ?? rule.confidence }
}

/// What can find a mention. The raw values are the `rule` of the record.
enum MentionRule: String, Sendable, CaseIterable {
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
  case tagger = "entity/tagger"
  case user = "entity/user-gazetteer"

  /// Its name where the tagger says the same: made once, not for each of a million mentions.
  var nameWithTagger: String { Self.namesWithTagger[self] ?? rawValue }
  private static let namesWithTagger = allCases.reduce(into: [MentionRule: String]()) {
    $0[$1] = $1.rawValue + "+tagger"
  }

  /// Its place in the list, for `NameHints`: new rules go behind the others, for trained taggers know the numbers.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// How often the rule is right, in languages without a tagger.
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
    case .tagger: 0.8
    case .user: 1
    }
  }

  /// How much of a tagger's doubt is left where the rule says the same. The tagger has heard most rules already; those of
  /// tables know more than it can.
  var doubtLeft: Float {
    switch self {
    case .gazetteer, .weakGazetteer, .personTitle, .personGiven, .personRepeat, .force, .crossing, .settlement: 0.5
    default: 1
    }
  }

  /// How often the rule is right where a tagger sees no name: counted on UNER-en dev and other English news; the types
  /// that a tagger does not know keep what they have.
  func aloneConfidence(type: EntityType) -> Float {
    switch type {
    case .person, .organization, .geopolitical, .location, .facility: break
    default: return Float(confidence)
    }
    return switch self {
    case .force, .crossing: 0.9
    case .personRepeat: 0.85
    case .personGiven: 0.7
    case .personTitle: 0.6
    case .settlement: 0.7
    case .gazetteer: 0.6
    case .headPattern: 0.25
    case .acronym, .orgPattern: 0.41
    case .user: 1
    default: 0.3
    }
  }
}

/// Finds names in a document. The rules of `RuleMentionFinder` are one way; a trained tagger can be another.
protocol MentionFinder {
  /// The mentions, in order and without overlap.
  func mentions(in page: CuedDocument) -> [Mention]
}
