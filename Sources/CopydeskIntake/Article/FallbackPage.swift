import CopydeskText

/// What a page holds for readers without scripts or frames, and what it shows in a frame that it brings along.
enum FallbackPage {
  /// The page with that in the open, every byte of it at its place; nil if there is nothing of the kind. A frame's page is written
  /// with references, so it comes alone.
  static func shown(_ page: [UInt8]) -> (bytes: [UInt8], isInPlace: Bool)? {
    var bytes = page
    var isChanged = false
    for word in ["noscript", "noframes", "frameset"].map({ Array($0.utf8) }) {
      var index = 0
      while true {
        index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index)
        guard index < page.count else { break }
        let start = index
        index += 1
        if index < page.count, page[index] == UInt8(ascii: "/") { index += 1 }
        guard matches(word, in: page, at: index) else { continue }
        let end = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: index)
        for place in start..<min(end + 1, page.count) { bytes[place] = 0x20 }
        isChanged = true
        index = end
      }
    }
    return isChanged ? (bytes, true) : framed(page).map { ($0, false) }
  }

  private static func framed(_ page: [UInt8]) -> [UInt8]? {
    let word = Array("iframe".utf8)
    var index = 0
    while index < page.count {
      index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index) + 1
      guard matches(word, in: page, at: index) else { continue }
      let start = index
      guard let value = AttributeScan.value(of: Array("srcdoc".utf8), in: page, from: start + word.count) else {
        continue
      }
      return CharacterReference.decoded(bytes: page[value])
    }
    return nil
  }

  private static func matches(_ word: [UInt8], in page: [UInt8], at start: Int) -> Bool {
    guard start + word.count < page.count else { return false }
    for (offset, byte) in word.enumerated() where HTMLBytes.lower(page[start + offset]) != byte { return false }
    return !HTMLBytes.isNameByte(page[start + word.count])
  }
}

/// Finds one attribute in a start tag.
enum AttributeScan {
  /// The range of its value in quotes; nil without one before the tag's end.
  static func value(of name: [UInt8], in page: [UInt8], from start: Int) -> Range<Int>? {
    var index = start
    while index < page.count, page[index] != UInt8(ascii: ">") {
      let isName =
        page[index - 1] <= 0x20 && index + name.count + 2 < page.count
        && zip(page[index...], name).allSatisfy { HTMLBytes.lower($0) == $1 }
        && page[index + name.count] == UInt8(ascii: "=")
      if page[index] == UInt8(ascii: "\"") || page[index] == UInt8(ascii: "'") {
        index = HTMLBytes.next(page[index], in: page, from: index + 1) + 1
        continue
      }
      if isName {
        let quote = page[index + name.count + 1]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let first = index + name.count + 2
        let end = HTMLBytes.next(quote, in: page, from: first)
        return end < page.count ? first..<end : nil
      }
      index += 1
    }
    return nil
  }
}
