public import CopydeskText

/// Stretches of a text that stand in its source byte for byte, in the order of the text.
///
/// The source is the decoded page: UTF-8, before anything was taken out of it. Between two stretches stand the bytes that
/// were written anew: the space that stands for a run of white space, the `\n` between blocks, the character of a
/// reference such as `&eacute;` (whose stretch is its first byte and ends where the next one begins).
public struct SourceRuns: Sendable {
  /// One stretch.
  public struct Run: Sendable, Equatable {
    /// Its bytes in the text.
    public var text: Range<Int>
    /// Its first byte in the source.
    public var source: Int
    /// A stretch.
    public init(text: Range<Int>, source: Int) { (self.text, self.source) = (text, source) }
  }

  /// The stretches, in order; empty where the text comes from elsewhere (the data of a page).
  public private(set) var runs: [Run] = []

  /// Nothing known.
  public init() {}

  /// Adds a stretch behind the last one; one that goes on where the last one ended, there and here, joins it.
  public mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.last, last.text.upperBound == run.text.lowerBound, last.source + last.text.count == run.source {
      runs[runs.count - 1].text = last.text.lowerBound..<run.text.upperBound
    } else {
      runs.append(run)
    }
  }

  /// Takes out a part of the text.
  public mutating func remove(_ part: Range<Int>) {
    var kept = SourceRuns()
    for run in runs {
      let (start, end) = (run.text.lowerBound, run.text.upperBound)
      let head = start..<max(start, min(end, part.lowerBound))
      let tail = min(end, max(start, part.upperBound))..<end
      kept.append(Run(text: head, source: run.source))
      if !tail.isEmpty {
        kept.append(
          Run(
            text: tail.lowerBound - part.count..<tail.upperBound - part.count,
            source: run.source + tail.lowerBound - start))
      }
    }
    self = kept
  }

  /// The same as edits of the source: what stands between two stretches replaces what stands between them there, and a
  /// character reference is rewritten as a whole (`Pe&#263;`). Nil if nothing is known.
  public func edits(of source: [UInt8]) -> TextEdits? {
    guard !runs.isEmpty else { return nil }
    var edits = TextEdits()
    for run in runs {
      let written = run.text.lowerBound - edits.targetCount
      edits.replace(max(0, run.source - edits.sourceCount), by: written)
      edits.move(toSource: run.source)
      let part = source[min(run.source, source.count)..<min(run.source + run.text.count, source.count)]
      // A reference ends its stretch, because what follows it stands farther on in the source.
      if let sign = part.lastIndex(of: UInt8(ascii: "&")), let found = CharacterReference.read(source, at: sign) {
        let plain = sign - run.source
        edits.keep(plain)
        edits.replace(found.end - sign, by: run.text.count - plain)
      } else {
        edits.keep(run.text.count)
      }
    }
    return edits
  }

  /// The bytes of the source that hold a part of the text, from its first byte to its last; nil if none of it is known.
  /// - Complexity: O(log n).
  public func source(of part: Range<Int>) -> Range<Int>? {
    guard !part.isEmpty, let first = runs.lastIndex(startingAtOrBefore: part.lowerBound, by: \.text.lowerBound),
      let last = runs.lastIndex(startingAtOrBefore: part.upperBound - 1, by: \.text.lowerBound)
    else { return nil }
    let start = runs[first].source + max(0, part.lowerBound - runs[first].text.lowerBound)
    let end = runs[last].source + min(part.upperBound, runs[last].text.upperBound) - runs[last].text.lowerBound
    return start < end ? start..<end : nil
  }
}
