/// How much decoded bytes look like text of some language: what chooses between charsets.
public enum TextPlausibility {
  /// The cost of the text in half bits, by the trigrams of the language that fits best; the lower, the likelier. Only the
  /// costs of decodings of the same bytes compare.
  public static func cost(of bytes: [UInt8]) -> Int {
    let text = Text(validUTF8: bytes)
    let sample = LetterSample(text, ranges: [0..<bytes.count])
    var cost = 0
    var scorers: [Script: CostScorer] = [:]
    var end = 0
    for word in sample.words {
      let range = word.range.indices
      // Letters of two scripts in one word (`Вучиæ`) are a wrong charset's work.
      if range.lowerBound == end, end > 0 { cost += 60 }
      let gap = bytes[end..<range.lowerBound]
      cost += signs(in: gap) + (end > 0 ? innerSign(gap, between: bytes[end - 1], bytes[range.lowerBound]) : 0)
      cost += leadingSign(gap, before: bytes[range.lowerBound])
      cost += 40 * innerCapitals(text, range)
      end = range.upperBound
      if let section = LanguageModel.shared.section(word.script) {
        scorers[word.script, default: CostScorer(section: section)].add(sample.codes[word.codes])
      } else {
        cost += word.codes.count * flatCost(word.script)
      }
    }
    cost += signs(in: bytes[end...])
    return scorers.values.reduce(cost) { $0 + $1.best }
  }

  /// A letter of a script without trigrams; one of East Asia takes two bytes.
  private static func flatCost(_ script: Script) -> Int {
    switch script {
    case .kana: 36
    case .hangul: 60
    case .han: 70
    default: 34
    }
  }

  /// Signs outside ASCII: quotation marks and dashes are common, box drawing and controls are not.
  private static func signs(in bytes: ArraySlice<UInt8>) -> Int {
    var cost = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = max(1, UTF8Validity.sequenceLength(bytes, at: index - bytes.startIndex))
      if length > 1 {
        cost += signCost(bytes[index..<min(index + length, bytes.endIndex)])
      } else if bytes[index] < 0x20, bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] != 0x09 {
        cost += 70
      }
      index += length
    }
    return cost
  }

  /// A sign between two letters (`Rom‚nia`, `co½ur`) that is no apostrophe, dash, space or soft hyphen.
  private static func innerSign(_ gap: ArraySlice<UInt8>, between last: UInt8, _ next: UInt8) -> Int {
    guard gap.count > 1, gap.allSatisfy({ $0 >= 0x80 }) else { return 0 }
    let code = String(decoding: gap, as: UTF8.self).unicodeScalars.first?.value ?? 0
    // `col·legi`; `in·enir` is `inženir` in another charset.
    if code == 0xB7 { return last == UInt8(ascii: "l") && next == UInt8(ascii: "l") ? 0 : 80 }
    return [0xA0, 0xAD, 0x2013, 0x2014, 0x2019].contains(code) ? 0 : 80
  }

  /// A sign glued to the beginning of a word that belongs to no word: `©kola`, which is `Škola` in another charset.
  private static func leadingSign(_ gap: ArraySlice<UInt8>, before next: UInt8) -> Int {
    let lead = gap.lastIndex { $0 & 0xC0 != 0x80 } ?? gap.endIndex
    guard lead < gap.endIndex, gap[lead] >= 0x80 else { return 0 }
    let code = String(decoding: gap[lead...], as: UTF8.self).unicodeScalars.first?.value ?? 0
    // `’ννα` is `Άννα`: Greek has the capital where it has the apostrophe in another charset.
    if code == 0x2019 { return next == 0xCE || next == 0xCF ? 40 : 0 }
    return [0xA6, 0xA7, 0xA9, 0xAC, 0xAE, 0xB0, 0xB1, 0xB5, 0xB6, 0xB8].contains(code) ? 40 : 0
  }

  private static func signCost(_ bytes: ArraySlice<UInt8>) -> Int {
    let code = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
    switch code {
    case 0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2026, 0x3000...0x3003, 0x3008...0x3011:
      return 16
    case 0xA1, 0xA3, 0xA7, 0xA9, 0xAD, 0xAE, 0xB0, 0xB7, 0xBF, 0x2022, 0x2122, 0x60C, 0x61B, 0x61F:
      return 26
    case 0xFF01...0xFF65: return 36
    case 0x20AC, 0x2116: return 50
    case 0x300...0x36F, 0xFFFD: return 150
    default: return 100
    }
  }

  /// Small letters before capitals (`вУЧИЋ`): what KOI8 read as windows-1251 looks like.
  private static func innerCapitals(_ text: Text, _ range: Range<Int>) -> Int {
    var (count, wasSmall) = (0, false)
    for index in range where text.bytes[index] & 0xC0 != 0x80 {
      // Case shows in the lead or in the trail byte.
      let next = index + 1 < range.upperBound ? index + 1 : index
      let capital =
        text.bytes[index] != text.folded[index]
        || text.bytes[next] & 0xC0 == 0x80 && text.bytes[next] != text.folded[next]
      if capital, wasSmall { count += 1 }
      wasSmall = !capital
    }
    return count
  }
}

/// Sums, for each language of a script, what its trigrams cost.
private struct CostScorer {
  let section: LanguageModel.Section
  private var values: [Int32]
  private var trigrams = 0

  init(section: LanguageModel.Section) {
    self.section = section
    values = Array(repeating: 0, count: section.tags.count)
  }

  /// What the best language costs: 50 half bits for an unknown trigram, about 24 for a usual one.
  var best: Int { trigrams * 50 - Int(values.prefix(section.own).max() ?? 0) }

  mutating func add(_ codes: ArraySlice<UInt16>) {
    let edge = UInt32(UInt8(ascii: "_"))
    var (first, second) = (UInt32(0), edge)
    for code in codes {
      let code = UInt32(code)
      if first != 0 { add(first, second, code) }
      (first, second) = (second, code)
    }
    if first != 0 { add(first, second, edge) }
  }

  private mutating func add(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    trigrams += 1
    if let row = section.row(LanguageModel.key(first, second, third)) { section.add(row, to: &values) }
  }
}
