extension RandomAccessCollection where Index == Int {
  /// How many elements, of those sorted so that the ones the condition holds for come first, it holds for; as an index: the
  /// first that it does not hold for. - Complexity: O(log n).
  @inlinable
  public func partitionPoint(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last of some elements, sorted by where they start, that starts at or before a place; nil if all start behind it.
  /// - Complexity: O(log n).
  @inlinable
  public func lastIndex(startingAtOrBefore place: Int, by start: (Element) -> Int) -> Int? {
    let behind = partitionPoint { start($0) <= place }
    return behind > startIndex ? behind - 1 : nil
  }
}
