import CopydeskText

/// What speaks for and against a thing of `IdTable` as the meaning of a name; each has a weight in `Models/id-choice.tsv`.
package enum IdFeature: Int, CaseIterable, Sendable {
  /// Of every thing; the reading that it is none of them has 0 in all.
  case any
  /// How well known it is, 0…1.
  case rank
  /// No other thing has the name.
  case alone
  /// The logarithm of how many do.
  case rivals
  /// Another one of the name is better known by three ranks and more.
  case overshadowed
  /// The document names its country, or words of that country's press.
  case countryHere
  /// The document names other countries only.
  case countryElsewhere
  /// The share of the document's words that tell a field which tell its own.
  case fieldHere
  /// The document has words of other fields only.
  case fieldElsewhere
  /// Given name and surname are frequent: others are called so.
  case commonName
  /// It is not its first name.
  case alias
  /// It is a short form.
  case short
  /// The name is one word.
  case oneWord
  /// Of three words or more.
  case longName
  /// A plain word: Target, Next.
  case plainWord
  /// It is an organisation.
  case organization
}

/// The weights of `IdFeature`.
package struct IdWeights: Sendable {
  /// By the number of the feature.
  package var values: [Float]

  /// Weights in the order of the features.
  package init(_ values: [Float]) { self.values = values }

  /// What is less probable is no link.
  package static let threshold: Float = 0.62

  /// Those of `Models/id-choice.tsv`.
  package static let learned = IdWeights(
    LearnedTable("id-choice.tsv").weights(of: IdFeature.self).map { Float($0) })
}
