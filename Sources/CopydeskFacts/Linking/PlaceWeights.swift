extension PlaceWeights {
  /// Written by `copydesk-workshop train-linker`; docs/internals/LINKER-MODEL.md says on what.
  package static let learned = PlaceWeights(
    first: [
      -0.46,  // none
      0.92,  // noneAmongMany
      -0.96,  // noneAmongSmall
      2.55,  // population
      3.0,  // rank
      0.18,  // share
      1.15,  // country
      -0.33,  // province
      1.12,  // county
      -1.03,  // region
      -0.86,  // minor
      0.64,  // mainName
      4.11,  // besideInside
      -1.11,  // besideOutside
      0.42,  // afterStateOf
      -2.44,  // elided
      4.58,  // elidedInList
      2.37,  // elidedNamed
      -0.32,  // townPopulation
      0.22,  // townArea
      1.09,  // townPlace
      4.05,  // pressHere
      -3.34,  // pressElsewhere
      0.0,  // countryNamed
      0.0,  // countryShare
      0.0,  // provinceNamed
      0.0,  // provinceShare
      0.0,  // nearest
      0.0,  // nearby
      0.0,  // nearestPossible
      0.0,  // nearbyPossible
      2.4,  // publisherHere
      -1.44,  // publisherElsewhere
      2.94,  // publisherName
    ],
    second: [
      1.03,  // none
      0.91,  // noneAmongMany
      -0.69,  // noneAmongSmall
      2.57,  // population
      3.49,  // rank
      -0.14,  // share
      1.78,  // country
      -0.58,  // province
      -0.03,  // county
      -0.31,  // region
      -0.98,  // minor
      0.59,  // mainName
      2.66,  // besideInside
      -0.62,  // besideOutside
      0.46,  // afterStateOf
      -1.98,  // elided
      2.75,  // elidedInList
      1.29,  // elidedNamed
      -1.66,  // townPopulation
      0.21,  // townArea
      1.48,  // townPlace
      1.3,  // pressHere
      -1.78,  // pressElsewhere
      1.2,  // countryNamed
      0.92,  // countryShare
      2.47,  // provinceNamed
      3.37,  // provinceShare
      -0.58,  // nearest
      1.89,  // nearby
      1.4,  // nearestPossible
      2.51,  // nearbyPossible
      1.05,  // publisherHere
      -0.88,  // publisherElsewhere
      2.65,  // publisherName
    ])
}
