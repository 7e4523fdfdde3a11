import CopydeskText

/// Chooses the charset of bytes that declare none, by what they say in each: ICU's guess is good, but it knows no KOI8-U,
/// ISO-8859-16, MacCyrillic, IBM855 or IBM866, and takes short Serbian for French.
struct CharsetRanker {
  /// Single-byte charsets, the likelier first: the order decides where two say the same.
  private static let candidates = [
    "windows-1252", "windows-1251", "windows-1250", "windows-1254", "windows-1253", "windows-1256", "windows-1255",
    "windows-1257", "windows-874", "iso-8859-2", "iso-8859-15", "iso-8859-7", "iso-8859-5", "koi8-r", "koi8-u",
    "iso-8859-6", "iso-8859-13", "iso-8859-4", "iso-8859-10", "iso-8859-14", "iso-8859-3", "iso-8859-16",
    "windows-1258",
    "ibm866", "macintosh", "x-mac-cyrillic", "ibm855", "ibm850", "ibm852", "ibm437",
  ]
  private static let multibyte: Set<String> = ["gb18030", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr"]
  private static let sampleSize = 4000

  /// The charset whose decoding looks most like a text.
  /// - Parameter guess: ICU's, the canonical label and its confidence.
  func choose(for bytes: [UInt8], isMarkup: Bool, guess: (charset: String, confidence: Int)?) -> String? {
    if let guess, Self.multibyte.contains(guess.charset), guess.confidence >= 40,
      CharsetLabel.decode(bytes, from: guess.charset)?.substitutions == 0
    {
      return guess.charset
    }
    let sample = Self.sample(of: bytes, isMarkup: isMarkup)
    guard !sample.isEmpty else { return guess?.charset }
    var candidates = Self.candidates
    for name in ["euc-jp", "shift_jis", guess?.charset ?? ""] where !candidates.contains(name) && !name.isEmpty {
      if name.hasPrefix("utf-") { continue }
      candidates.append(name)
    }
    var best: (charset: String, cost: Int)?
    for (index, charset) in candidates.enumerated() {
      guard let decoded = CharsetLabel.decode(sample, from: charset) else { continue }
      var cost = TextPlausibility.cost(of: ICU.nfc(decoded.bytes)) + Self.prior(charset, at: index)
      if charset == guess?.charset { cost -= 12 }
      if cost < best?.cost ?? Int.max { best = (charset, cost) }
    }
    return best?.charset ?? guess?.charset
  }

  /// What a charset must overcome: those of DOS and the Macintosh are rare on the web, and windows-1258 writes accents as
  /// marks of their own, so that `così` becomes `coś`.
  private static func prior(_ charset: String, at index: Int) -> Int {
    if charset == "windows-1258" { return 150 }
    return index < 17 ? index / 2 : index * 3
  }

  /// The words with bytes above ASCII, then some of the others, which tell the language; a line each.
  private static func sample(of bytes: [UInt8], isMarkup: Bool) -> [UInt8] {
    var (telling, plain): ([UInt8], [UInt8]) = ([], [])
    var index = 0
    while index < bytes.count, telling.count < sampleSize {
      let byte = bytes[index]
      if isMarkup, byte == UInt8(ascii: "<") {
        // A bare `<` in a text hides a line at most.
        var end = index + 1
        while end < bytes.count, end < index + 1000, bytes[end] != UInt8(ascii: ">") { end += 1 }
        index = end + 1
        continue
      }
      guard isWordByte(byte) else {
        index += 1
        continue
      }
      let start = index
      var isTelling = false
      while index < bytes.count, isWordByte(bytes[index]), index - start < 400 {
        isTelling = isTelling || bytes[index] >= 0x80
        index += 1
      }
      if isTelling {
        telling.append(contentsOf: bytes[start..<index])
        telling.append(0x0A)
      } else if plain.count < sampleSize / 4 {
        plain.append(contentsOf: bytes[start..<index])
        plain.append(0x0A)
      }
    }
    return telling.isEmpty ? [] : telling + plain
  }

  /// Letters, bytes above ASCII, and the ASCII that East Asian second bytes use.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// Wide charsets without a mark, and those of seven bits: bytes that pass for ASCII.
enum HiddenCharset {
  /// UTF-32 or UTF-16 by where its zeros are, or an ISO 2022 by its escapes.
  static func find(in bytes: [UInt8], detector: CharsetDetector) -> String? {
    let head = bytes.prefix(2000)
    if head.contains(0) { return wide(Array(head)) }
    guard zip(head, head.dropFirst()).contains(where: { $0 == 0x1B && ($1 == 0x24 || $1 == 0x28) }) else { return nil }
    guard let guess = detector.detect(bytes.prefix(200_000), stripTags: false)?.charset else { return nil }
    return guess.hasPrefix("ISO-2022") ? guess.lowercased() : nil
  }

  /// By where the zeros are; nil if there are none, or they show nothing.
  static func wide(_ head: [UInt8]) -> String? {
    let units = head.count / 4
    // A machine that crashed leaves zeros; of UTF-32 every fourth byte is none.
    guard units > 0, head.count(where: { $0 != 0 }) * 8 >= head.count else { return nil }
    let starts = (0..<units).map { $0 * 4 }
    if starts.allSatisfy({ head[$0] == 0 && head[$0 + 1] <= 0x10 }) { return "utf-32be" }
    if starts.allSatisfy({ head[$0 + 3] == 0 && head[$0 + 2] <= 0x10 }) { return "utf-32le" }
    // ASCII, spaces at least, has its zeros all on one side.
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    if zeros[0] * 10 > head.count, zeros[1] * 20 <= zeros[0] { return "utf-16be" }
    if zeros[1] * 10 > head.count, zeros[0] * 20 <= zeros[1] { return "utf-16le" }
    return nil
  }
}
