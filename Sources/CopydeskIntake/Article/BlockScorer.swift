import CopydeskText

/// Tells how far a block is a part of its page's article: a sum of small decision trees.
///
/// `Models/blocks.trees` is their table; docs/internals/MAIN-TEXT-MODEL.md says what they were learned from and what they gain.
struct BlockScorer: Sendable {
  /// The log odds from which a block counts as a part of the article.
  static let threshold = -0.2

  static let shared = BlockScorer(table: EmbeddedTable("blocks.trees").bytes)

  private struct Node {
    var feature: UInt8
    /// Values up to it go left.
    var limit: UInt8
    /// The index of a node, or that of a leaf's value as −1 − index.
    var left: Int16
    var right: Int16
  }

  private var nodes: [Node] = []
  /// In 1/4096 of a logit: sums of whole numbers are the same on every machine.
  private var values: [Int32] = []
  private var roots: [Int16] = []

  /// Reads the table: a line is a tree, its inner nodes in the form `feature limit left right`, then `|`, then its
  /// leaves; children are indices within the line, leaves negative.
  init(table: UnsafeBufferPointer<UInt8>) {
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let numbers = parts[0].split(separator: 0x20).compactMap { Int(String(decoding: Array($0), as: UTF8.self)) }
      let leaves = parts[1].split(separator: 0x20).compactMap { Int32(String(decoding: Array($0), as: UTF8.self)) }
      let (firstNode, firstLeaf) = (nodes.count, values.count)
      func child(_ index: Int) -> Int16 { Int16(index >= 0 ? firstNode + index : index - firstLeaf) }
      roots.append(numbers.isEmpty ? Int16(-1 - firstLeaf) : Int16(firstNode))
      for start in stride(from: 0, to: numbers.count - 3, by: 4) {
        nodes.append(
          Node(
            feature: UInt8(numbers[start]), limit: UInt8(numbers[start + 1]), left: child(numbers[start + 2]),
            right: child(numbers[start + 3])))
      }
      values += leaves
    }
  }

  /// The log odds that a row of features is that of a part of the article.
  func score(_ row: ArraySlice<UInt8>) -> Double {
    var sum: Int32 = 0
    for root in roots {
      var next = root
      while next >= 0 {
        let node = nodes[Int(next)]
        next = row[row.startIndex + Int(node.feature)] <= node.limit ? node.left : node.right
      }
      sum += values[Int(-1 - next)]
    }
    return Double(sum) / 4096
  }
}
