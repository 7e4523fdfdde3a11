import CopydeskText

/// Cuts the site's name from a title: `Serbia withdraws - World - The Daily`.
struct SiteSuffix {
  private let keys: [[UInt8]]

  init(site: String?, site2: String?, host: String) {
    keys = [site, site2, host].compactMap { $0.map { Line.key($0.utf8) } }.filter { $0.count >= 2 }
  }

  /// - Parameter known: whether nothing else is cut than what is known to be the site.
  func removed(from title: String, known: Bool = false) -> String {
    let bytes = Array(title.utf8)
    let cuts = Self.cuts(bytes)
    var end = bytes.count
    for cut in cuts.reversed() where cut.end < end {
      let tail = Line.key(bytes[cut.end..<end])
      let head = bytes[..<cut.start].count
      // A headline can have the site's name in it: `PolitiFact | Conspiracies: PolitiFact's lie of the year`.
      let isSite = keys.contains { Line.occurs(tail, in: $0) || 2 * $0.count > tail.count && Line.occurs($0, in: tail) }
      // `|` stands in no headline; a dash does, so what it cuts off must be short beside the rest.
      let isShort = head > 2 * (end - cut.end) && end - cut.end < 30
      // The section behind a headline that the page shows: `Leave the old bridge alone | Editorial`.
      let isSection = isShort && bytes[cut.end..<end].count { $0 == 0x20 } <= 1
      if isSite && head > 8 || !known && cut.isStroke && head > 15 && head > end - cut.end
        || cut.isStroke && (known ? isSection : isShort)
      {
        end = cut.start
      } else {
        break
      }
    }
    if end == bytes.count, let first = cuts.first, first.start < bytes.count - first.end {
      // The other way about: `The Daily | Serbia withdraws`.
      let key = Line.key(bytes[..<first.start])
      if keys.contains(where: { $0 == key }) { return String(decoding: bytes[first.end...], as: UTF8.self) }
    }
    if end < bytes.count { end = Self.sectionStart(bytes[..<end]) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Where the section's name begins that a dash without spaces joins to a headline in a script without capitals, in front of the
  /// site's name: `다리 열한 달 닫는다-사회ㅣ마로일보`. The end if there is none.
  private static func sectionStart(_ head: ArraySlice<UInt8>) -> Int {
    guard let dash = head.lastIndex(of: UInt8(ascii: "-")), dash - head.startIndex > 24 else { return head.endIndex }
    let section = head[(dash + 1)...]
    let isWord = !section.isEmpty && section.count <= 9 && section.allSatisfy { $0 >= 0x80 } && head[dash - 1] >= 0x80
    return isWord ? dash : head.endIndex
  }

  /// The parts of a title up to each of its strokes and dashes; none where they are so many that they are something else.
  static func heads(of title: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(title.utf8)
    let cuts = cuts(bytes)
    return cuts.count <= ClaimLimit.titleCuts ? cuts.map { bytes[..<$0.start] } : []
  }

  private static func cuts(_ bytes: [UInt8]) -> [(start: Int, end: Int, isStroke: Bool)] {
    var cuts: [(start: Int, end: Int, isStroke: Bool)] = []
    var index = 1
    while index < bytes.count {
      if let length = separator(bytes, at: index), bytes[index - 1] == 0x20, index + length < bytes.count,
        bytes[index + length] == 0x20
      {
        cuts.append((index - 1, index + length + 1, bytes[index] == UInt8(ascii: "|")))
      } else if let length = wideStroke(bytes, at: index), index + length < bytes.count {
        let start = bytes[index - 1] == 0x20 ? index - 1 : index
        cuts.append((start, index + length + (bytes[index + length] == 0x20 ? 1 : 0), true))
      }
      index += 1
    }
    return cuts
  }

  /// The length of `ㅣ` or `｜`, the strokes of scripts without spaces.
  private static func wideStroke(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x85, 0xA3), (0xEF, 0xBD, 0x9C): return 3
    default: return nil
    }
  }

  /// The length of `|`, `-`, `–`, `—`, `»`, `·`, `•`, `:` between spaces.
  private static func separator(_ bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "|"), UInt8(ascii: "-"): 1
    case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xBB || bytes[index + 1] == 0xB7): 2
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80 && [0x93, 0x94, 0xA2].contains(bytes[index + 2]): 3
    default: nil
    }
  }
}
