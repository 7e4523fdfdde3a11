/// The best of spans that overlap.
package enum SpanChoice {
  /// The probability from which on a span is worth to be taken. A name more adds to F1 if it is right more often than half of
  /// the F1 that there is, and that is some 0.8.
  package static let least: Float = 0.42

  /// The indices of the spans without overlap whose gains have the largest sum, in the order of the spans' ends.
  /// - Complexity: O(n log n) for spans that overlap few others.
  package static func best(_ spans: [(tokens: Range<Int>, gain: Float)]) -> [Int] {
    let order = spans.indices.filter { spans[$0].gain > 0 }.sorted {
      (spans[$0].tokens.upperBound, spans[$0].tokens.lowerBound, $0)
        < (spans[$1].tokens.upperBound, spans[$1].tokens.lowerBound, $1)
    }
    // sums[i]: the most that the first i spans can give.
    var sums: [Float] = [0]
    var before: [Int] = []
    for index in order {
      // The spans that end before this one begins: few steps back, for they are sorted by their end.
      var count = before.count
      while count > 0, spans[order[count - 1]].tokens.upperBound > spans[index].tokens.lowerBound { count -= 1 }
      before.append(count)
      sums.append(max(sums[before.count - 1], sums[count] + spans[index].gain))
    }
    var chosen: [Int] = []
    var index = order.count
    while index > 0 {
      if sums[index] == sums[index - 1] {
        index -= 1
      } else {
        chosen.append(order[index - 1])
        index = before[index - 1]
      }
    }
    return chosen.reversed()
  }
}
