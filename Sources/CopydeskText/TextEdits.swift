/// How one text was rewritten into another: a sorted list of edits, with everything between them copied.
///
/// The list is sparse: a text that was copied has none. Neighbouring edits of the same lengths are kept as one (a paragraph
/// of Cyrillic in windows-1251 is 1 → 2 bytes, some thousand times), so that a decoding too is short.
public struct TextEdits: Sendable, Equatable {
  /// `count` units of `sourceUnit` bytes, each of which became `targetUnit` bytes.
  struct Edit: Sendable, Equatable {
    var source: Int
    var target: Int
    var sourceUnit: Int
    var targetUnit: Int
    var count = 1

    var sourceEnd: Int { source + sourceUnit * count }
    var targetEnd: Int { target + targetUnit * count }
  }

  private(set) var edits: [Edit] = []
  /// The bytes of the source so far.
  public private(set) var sourceCount = 0
  /// The bytes of the rewritten text so far.
  public private(set) var targetCount = 0

  /// Nothing rewritten yet.
  public init() {}

  /// Whether the text is what it was.
  public var isEmpty: Bool { edits.isEmpty }
  /// How many edits are kept.
  public var count: Int { edits.count }

  /// Goes on over bytes that stay.
  public mutating func keep(_ count: Int) {
    sourceCount += count
    targetCount += count
  }

  /// Goes on over bytes that become as many others as `targetUnit` says; 0 takes them out.
  public mutating func replace(_ sourceUnit: Int, by targetUnit: Int) {
    guard sourceUnit > 0 || targetUnit > 0 else { return }
    defer {
      sourceCount += sourceUnit
      targetCount += targetUnit
    }
    if let last = edits.last, last.sourceUnit + last.targetUnit > 0, last.sourceEnd == sourceCount,
      last.targetEnd == targetCount
    {
      if last.sourceUnit == sourceUnit, last.targetUnit == targetUnit {
        edits[edits.count - 1].count += 1
        return
      }
      // What was taken out in several steps was taken out.
      if last.targetUnit == 0, targetUnit == 0 {
        edits[edits.count - 1] = Edit(
          source: last.source, target: last.target, sourceUnit: last.sourceEnd - last.source + sourceUnit, targetUnit: 0
        )
        return
      }
    }
    edits.append(Edit(source: sourceCount, target: targetCount, sourceUnit: sourceUnit, targetUnit: targetUnit))
  }

  /// Goes on at another place of the source, perhaps an earlier one: the rewritten text has its parts in another order.
  public mutating func move(toSource offset: Int) {
    guard offset != sourceCount else { return }
    sourceCount = offset
    edits.append(Edit(source: sourceCount, target: targetCount, sourceUnit: 0, targetUnit: 0))
  }

  /// Appends another list, which goes on where this one ends.
  public mutating func append(_ other: TextEdits) {
    let (source, target) = (sourceCount, targetCount)
    for edit in other.edits {
      sourceCount = source + edit.source
      targetCount = target + edit.target
      edits.append(edit)
      edits[edits.count - 1].source = sourceCount
      edits[edits.count - 1].target = targetCount
    }
    sourceCount = source + other.sourceCount
    targetCount = target + other.targetCount
  }

  /// The bytes of the source that some bytes of the rewritten text came from: of the first and the last of them, and all
  /// that lay between. An empty range gives the empty place before the byte at its start.
  /// - Complexity: O(log n) in the edits.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let first = unit(at: range.lowerBound)
    guard !range.isEmpty else { return first.lowerBound..<first.lowerBound }
    let last = unit(at: range.upperBound - 1)
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// The bytes of the source behind one byte of the rewritten text.
  private func unit(at offset: Int) -> Range<Int> {
    // Of those that start at one offset, the last.
    guard let index = edits.lastIndex(startingAtOrBefore: offset, by: \.target) else { return offset..<offset + 1 }
    let edit = edits[index]
    if offset < edit.targetEnd {
      let start = edit.source + (offset - edit.target) / edit.targetUnit * edit.sourceUnit
      return start..<start + edit.sourceUnit
    }
    let start = edit.sourceEnd + offset - edit.targetEnd
    return start..<start + 1
  }
}

/// The way from a source's bytes to a text, rewriting by rewriting, to be gone back.
public struct SourceMap: Sendable {
  /// In the order in which they were made.
  private var stages: [TextEdits] = []

  /// Of a text that is its source.
  public init() {}

  /// Of a text that came about in some stages, the first one first.
  public init(_ stages: TextEdits...) {
    for edits in stages { append(edits) }
  }

  /// How many edits all stages keep.
  public var editCount: Int { stages.reduce(0) { $0 + $1.count } }

  /// Adds what the next stage rewrote.
  public mutating func append(_ edits: TextEdits) {
    if !edits.isEmpty { stages.append(edits) }
  }

  /// The bytes of the source that a part of the text came from.
  /// - Complexity: O(log n) in the edits.
  public func sourceRange(of range: TextRange) -> Range<Int> {
    stages.reversed().reduce(range.indices) { range, edits in edits.sourceRange(of: range) }
  }
}
