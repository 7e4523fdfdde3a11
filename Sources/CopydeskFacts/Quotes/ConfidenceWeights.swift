/// The weights of `ConfidenceFeature`, in its order; written by `scripts/train-quotes`.
enum ConfidenceWeights {
  static let weights: [Double] = [
    -0.23,  // bias
    0.34,  // direct
    -0.55,  // mixed
    0.21,  // indirect
    -0.21,  // report
    -0.09,  // naming
    0.56,  // attribution
    -0.03,  // inversion
    0.35,  // source
    0.05,  // continuation
    -0.33,  // carrying
    0.44,  // fragment
    -2.57,  // interruption
    1.84,  // other
    -0.30,  // sharesSubject
    -0.49,  // long
    0.00,  // short
    1.22,  // scoreAbove2
    0.18,  // scoreAbove3
    0.53,  // scoreAbove4
    0.45,  // scoreAbove6
    -0.58,  // hasChoice
    0.24,  // choiceAbove50
    0.38,  // choiceAbove70
    0.66,  // choiceAbove85
    0.58,  // choiceAbove95
  ]
}
