extension PlaceWeights {
  /// Written by `copydesk-workshop train-linker`; docs/internals/LINKER-MODEL.md says on what.
  package static let learned = PlaceWeights(
    first: [
      -1.19,  // none
      1.1,  // noneAmongMany
      -0.62,  // noneAmongSmall
      2.66,  // population
      2.47,  // rank
      -0.13,  // share
      0.87,  // country
      -0.61,  // province
      2.2,  // county
      -1.38,  // region
      -1.04,  // minor
      0.86,  // mainName
      3.86,  // besideInside
      -1.68,  // besideOutside
      1.02,  // afterStateOf
      0.0,  // countryNamed
      0.0,  // countryShare
      0.0,  // provinceNamed
      0.0,  // provinceShare
      0.0,  // nearest
      0.0,  // nearby
      2.73,  // publisherHere
      -1.34,  // publisherElsewhere
      3.93,  // publisherName
    ],
    second: [
      0.51,  // none
      1.0,  // noneAmongMany
      -0.43,  // noneAmongSmall
      2.59,  // population
      2.99,  // rank
      -0.54,  // share
      1.45,  // country
      -1.04,  // province
      1.2,  // county
      -0.54,  // region
      -1.2,  // minor
      0.86,  // mainName
      1.99,  // besideInside
      -1.15,  // besideOutside
      0.92,  // afterStateOf
      1.18,  // countryNamed
      0.92,  // countryShare
      3.0,  // provinceNamed
      3.73,  // provinceShare
      1.89,  // nearest
      2.71,  // nearby
      1.45,  // publisherHere
      -0.71,  // publisherElsewhere
      3.86,  // publisherName
    ])
}
