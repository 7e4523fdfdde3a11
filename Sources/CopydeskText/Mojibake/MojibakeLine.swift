/// One line as code points, each with the bytes of the source that it came from.
struct MojibakeLine {
  /// Where the line starts in the text.
  let start: Int
  private let source: [UInt8]
  private var codes: [UInt32] = []
  /// For each code point, the offset after its bytes, from the line's start on: a page can be one line of megabytes.
  private var ends: [UInt32] = []
  /// Whether the code point is the outcome of a repair.
  private var isNew: [Bool] = []

  /// A line of valid UTF-8.
  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    (source, self.start) = (bytes, start)
    codes.reserveCapacity(end - start)
    ends.reserveCapacity(end - start)
    var index = start
    while index < end {
      let length = max(1, UTF8Validity.sequenceLength(bytes, at: index))
      var code = UInt32(bytes[index])
      if length > 1 {
        code &= 0x7F >> UInt32(length)
        for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
      }
      index += length
      codes.append(code)
      ends.append(UInt32(truncatingIfNeeded: index - start))
    }
    isNew = Array(repeating: false, count: codes.count)
  }

  /// More layers than texts have.
  private static let layers = 4

  /// Repairs it, layer after layer; false if there was nothing to repair.
  mutating func repair() -> Bool {
    var isRepaired = false
    for _ in 0..<Self.layers {
      guard let runs = bestRuns() else { break }
      apply(runs)
      isRepaired = true
    }
    return decodeControls() || isRepaired
  }

  /// The runs to repair in the charset that explains most.
  private func bestRuns() -> [MojibakeRun]? {
    var best: (score: Int, runs: [MojibakeRun])?
    for charset in suspects() {
      let runs = MojibakeRun.all(in: codes, charset: charset)
      guard runs.contains(where: \.isStrong) || runs.count(where: \.isOdd) >= 3 else { continue }
      // `Рѕ` alone is no surprise, but between words that all are mojibake it is the word `о`.
      let isAll = runs.count(where: \.isStrong) >= 3
      let chosen = runs.filter { $0.isStrong || $0.isWeak || isAll && $0.value >= 2 }
      let score = chosen.reduce(-MojibakeTable.handicaps[charset]) { $0 + $1.surprise + $1.value }
      if !chosen.isEmpty, score > best?.score ?? Int.min { best = (score, chosen) }
    }
    return best?.runs
  }

  /// The charsets in which some character goes on with the sequence that the one before it begins.
  private func suspects() -> [Int] {
    let table = MojibakeTable.shared
    var (mask, lead): (UInt16, UInt16) = (0, 0)
    for code in codes {
      if code == 0x20 { mask |= lead } else { mask |= lead & table.continuations(code) }
      lead = code < 0x80 ? 0 : table.leads(code)
    }
    return MojibakeTable.charsets.indices.filter { mask & (1 << UInt16($0)) != 0 }
  }

  private mutating func apply(_ runs: [MojibakeRun]) {
    var (codes, ends, isNew): ([UInt32], [UInt32], [Bool]) = ([], [], [])
    codes.reserveCapacity(self.codes.count)
    ends.reserveCapacity(self.codes.count)
    isNew.reserveCapacity(self.codes.count)
    var index = 0
    func copy(_ range: Range<Int>) {
      codes.append(contentsOf: self.codes[range])
      ends.append(contentsOf: self.ends[range])
      isNew.append(contentsOf: self.isNew[range])
    }
    for item in runs.lazy.flatMap(\.items) {
      copy(index..<item.range.lowerBound)
      codes.append(item.code)
      ends.append(self.ends[item.range.upperBound - 1])
      isNew.append(true)
      index = item.range.upperBound
    }
    copy(index..<self.codes.count)
    (self.codes, self.ends, self.isNew) = (codes, ends, isNew)
  }

  /// Reads lone controls of the range 80…9F as windows-1252 does.
  private mutating func decodeControls() -> Bool {
    var isChanged = false
    for index in codes.indices where codes[index] >= 0x80 && codes[index] < 0xA0 {
      let byte = UInt8(codes[index])
      guard ![0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x85].contains(byte) || byte == 0x85 && isInsideLine(index) else {
        continue
      }
      (codes[index], isNew[index], isChanged) = (Windows1252.codes[Int(byte - 0x80)], true, true)
    }
    return isChanged
  }

  /// U+0085 is a line break in itself; behind a word it is the `…` of windows-1252.
  private func isInsideLine(_ index: Int) -> Bool { index > 0 && codes[index - 1] > 0x20 }

  /// Appends the line as UTF-8; the number of its new characters.
  func write(to out: inout [UInt8], noting edits: inout TextEdits) -> Int {
    var count = 0
    var from = start
    for index in codes.indices {
      let end = start + Int(ends[index])
      let length = end - from
      if isNew[index], let scalar = Unicode.Scalar(codes[index]) {
        let before = out.count
        out.append(contentsOf: Array(String(Character(scalar)).utf8))
        edits.replace(length, by: out.count - before)
        count += 1
      } else {
        out.append(contentsOf: source[from..<end])
        edits.keep(length)
      }
      from = end
    }
    return count
  }
}
