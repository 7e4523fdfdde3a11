import Testing

@testable import CopydeskTagger

@Suite struct LogisticRegressionTests {
  /// A hundred samples, some of them right.
  private func sample(_ values: [Double], right: Int) -> [(values: [Double], isRight: Bool)] {
    (0..<100).map { (values, $0 < right) }
  }

  @Test func findsTheShares() {
    let weights = LogisticRegression.weights(
      sample([1, 0], right: 80) + sample([0, 1], right: 20), prior: [0, 0])
    // The prior takes a little of log 4.
    #expect(abs(weights[0] - 1.3) < 0.1 && abs(weights[1] + 1.3) < 0.1)
  }

  @Test func keepsFixedWeights() {
    let weights = LogisticRegression.weights(sample([1, 1], right: 50), prior: [2, 0], fixed: 1)
    #expect(weights[0] == 2 && abs(weights[1] + 2) < 0.1)
  }

  @Test func doesNotRunAwayWhereTheFirstGuessIsSureAndWrong() {
    // A whole Newton step from there is a hundred times too long.
    let weights = LogisticRegression.weights(sample([6.9, 1], right: 70), prior: [1, 0], fixed: 1)
    #expect(weights[1] < -5 && weights[1] > -6.1)
  }
}
