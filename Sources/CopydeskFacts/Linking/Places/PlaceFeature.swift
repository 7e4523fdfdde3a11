import CopydeskText

/// What speaks for or against a meaning of a place name; a weight stands for each (`PlaceWeights`).
///
/// The names are the rows of the table that `copydesk-workshop train-linker` writes. All values lie between −1 and 1, but for
/// `noneAmongMany`, which is a logarithm.
package enum PlaceFeature: Int, CaseIterable, Sendable {
  // That the name means none of the places of the gazetteer.
  /// Always there.
  case none
  /// The logarithm of the number of places of that name.
  case noneAmongMany
  /// All of them are small.
  case noneAmongSmall

  // The place by itself.
  /// How many people live there: −0.5 for none, 0 for 10,000, 0.75 for ten million.
  case population
  /// Its rank in the tables, of 9.
  case rank
  /// Its share of the people of all towns of that name.
  case share
  case country, province, county, region, minor
  /// The name is its first one: not Bansko for Banjska.
  case mainName

  // The words beside the name.
  /// It lies in the country or state that stands behind the name: 'Paris, Texas'.
  case besideInside
  /// It lies elsewhere.
  case besideOutside
  /// 'the state of Georgia'
  case afterStateOf
  /// The name is short for it: Hamilton for Hamilton County.
  case elided
  /// The same in 'Clark, Hamilton and Boone counties'.
  case elidedInList
  /// The same where the document has the full name too.
  case elidedNamed
  /// The words beside it are those of a town that governs itself ('Norfolk City Council'): its population, as above.
  case townPopulation
  /// The same: it is a country, a state or a region.
  case townArea
  /// The same: it is a settlement.
  case townPlace

  // The plain words of the text.
  /// They are those of its country's press: sheriffs are American.
  case pressHere
  /// They are those of another country's.
  case pressElsewhere

  // The other names of the document.
  /// Its country is named, by its name, its people or a politician.
  case countryNamed
  /// The share of the other places that lie in its country.
  case countryShare
  /// Its state is named.
  case provinceNamed
  /// The share of the other places that lie in its state.
  case provinceShare
  /// How near the nearest of the other places is.
  case nearest
  /// How many of the other places are near.
  case nearby
  /// How near the nearest place is that another name might mean, however improbable so far: Paris and Henry County.
  case nearestPossible
  /// How many of the other names might mean a place near.
  case nearbyPossible

  // The publisher's address.
  /// The address ends in the country: `.co.uk`.
  case publisherHere
  /// It ends in another one.
  case publisherElsewhere
  /// The address holds the name: `parisherald.com`.
  case publisherName
}

/// The weights of `PlaceFeature`s, in their order.
package struct PlaceWeights: Sendable {
  /// Those of a first look, at the place and the words beside it.
  package var first: [Float]
  /// Those of the second and third look, which know what the others probably mean.
  package var second: [Float]

  package init(first: [Float], second: [Float]) { (self.first, self.second) = (first, second) }

  /// Those of `Models/places.tsv`; docs/internals/LINKER-MODEL.md says on what they were learned.
  package static let learned: PlaceWeights = {
    let table = LearnedTable("places.tsv")
    return PlaceWeights(
      first: table.weights(of: PlaceFeature.self).map { Float($0) },
      second: table.weights(of: PlaceFeature.self, column: 1).map { Float($0) })
  }()
}
