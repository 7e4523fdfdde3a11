extension PlaceWeights {
  /// Written by `copydesk-workshop train-linker`; docs/internals/LINKER-MODEL.md says on what.
  package static let learned = PlaceWeights(
    first: [
      -0.48,  // none
      0.91,  // noneAmongMany
      -0.97,  // noneAmongSmall
      2.53,  // population
      3.01,  // rank
      0.19,  // share
      1.15,  // country
      -0.3,  // province
      1.13,  // county
      -1.02,  // region
      -0.87,  // minor
      0.6,  // mainName
      4.12,  // besideInside
      -1.11,  // besideOutside
      0.42,  // afterStateOf
      -2.48,  // elided
      4.58,  // elidedInList
      2.37,  // elidedNamed
      -0.33,  // townPopulation
      0.21,  // townArea
      1.1,  // townPlace
      4.04,  // pressHere
      -3.35,  // pressElsewhere
      0.0,  // countryNamed
      0.0,  // countryShare
      0.0,  // provinceNamed
      0.0,  // provinceShare
      0.0,  // nearest
      0.0,  // nearby
      0.0,  // nearestPossible
      0.0,  // nearbyPossible
      2.4,  // publisherHere
      -1.43,  // publisherElsewhere
      2.94,  // publisherName
    ],
    second: [
      1.02,  // none
      0.9,  // noneAmongMany
      -0.71,  // noneAmongSmall
      2.54,  // population
      3.47,  // rank
      -0.13,  // share
      1.77,  // country
      -0.57,  // province
      0.07,  // county
      -0.3,  // region
      -1.02,  // minor
      0.58,  // mainName
      2.66,  // besideInside
      -0.61,  // besideOutside
      0.46,  // afterStateOf
      -2.08,  // elided
      2.75,  // elidedInList
      1.3,  // elidedNamed
      -1.68,  // townPopulation
      0.23,  // townArea
      1.5,  // townPlace
      1.28,  // pressHere
      -1.76,  // pressElsewhere
      1.22,  // countryNamed
      0.94,  // countryShare
      2.47,  // provinceNamed
      3.32,  // provinceShare
      -0.55,  // nearest
      1.82,  // nearby
      1.38,  // nearestPossible
      2.54,  // nearbyPossible
      1.04,  // publisherHere
      -0.87,  // publisherElsewhere
      2.65,  // publisherName
    ])
}
