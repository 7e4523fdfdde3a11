/// The keys under which a name is found however it is spelt: `Đinđić`, `Djindjic`, `Ђинђић` and `DINĐIĆ` have one in common.
///
/// Cyrillic is written in Latin letters by the rules of its language, `đ` is both `dj` and `d`, an umlaut both its vowel
/// and the vowel with an `e`, and `Hašim` is also `Hashim`, as Albanian and English write it; then accents, case, dotless `ı`, apostrophes, hyphens and what is not seen are dropped. Two
/// spellings may be one name if their sets share a key. Other names for the same person or place (`Gaddafi`, `Qaddafi`)
/// share none: that is knowledge, not spelling.
///
/// Words outside ASCII are rewritten by ICU once and remembered; ASCII costs a copy. Not thread-safe: one a worker.
public final class NameKeys {
  /// The spellings of a word, one for each choice; a single one if the choice makes no difference.
  private typealias Spellings = [[UInt8]]

  /// How the letters are written that have no equal in ASCII.
  private struct Choice {
    var stroke: String
    var hasTwoLetters: Bool
    var ring = "a"
    /// `š` as `sh`, `dž` as `xh`, `đ` as `gj`.
    var isAlbanian = false

    static let all = [
      Choice(stroke: "dj", hasTwoLetters: true), Choice(stroke: "dj", hasTwoLetters: false),
      Choice(stroke: "d", hasTwoLetters: true), Choice(stroke: "d", hasTwoLetters: false),
      Choice(stroke: "dj", hasTwoLetters: true, ring: "aa"),
      Choice(stroke: "gj", hasTwoLetters: false, isAlbanian: true),
    ]
  }

  private var words: [[UInt8]: Spellings] = [:]
  private var latin: [Alphabet: Transliterator] = [:]
  private let ascii = Transliterator(
    rules: "::NFKC; ::Any-Latin; ::Latin-ASCII; ::NFD; ::[:Mn:] Remove; ::Lower; ::NFC;")
  /// So many words are remembered; then the memory is emptied.
  private static let capacity = 20_000

  /// Keys with an empty memory.
  public init() {}

  /// The keys of a name, the most specific first, each once. Words of letters and digits with a space between them.
  public func keys(of name: String) -> [String] {
    let bytes = Array(name.utf8)
    var keys: [[UInt8]] = Array(repeating: [], count: Choice.all.count)
    for word in Self.words(of: bytes) {
      let spellings = spellings(of: Array(bytes[word]))
      for choice in keys.indices where !spellings[choice % spellings.count].isEmpty {
        if !keys[choice].isEmpty { keys[choice].append(0x20) }
        keys[choice].append(contentsOf: spellings[choice % spellings.count])
      }
    }
    var found: [[UInt8]] = []
    for key in keys where !key.isEmpty && !found.contains(key) { found.append(key) }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether two spellings have a key in common.
  public func match(_ left: String, _ right: String) -> Bool {
    let keys = keys(of: left)
    return self.keys(of: right).contains { keys.contains($0) }
  }

  /// The runs between white space.
  private static func words(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.split { $0 <= 0x20 }.map { $0.startIndex..<$0.endIndex }
  }

  private func spellings(of word: [UInt8]) -> Spellings {
    if word.allSatisfy({ $0 < 0x80 }) { return [Self.lettersAndDigits(CaseFolding.folded(word))] }
    if let known = words[word] { return known }
    let string = String(decoding: word, as: UTF8.self)
    let alphabet = Alphabet.of(string)
    let latin = transliterator(alphabet)(string)
    let spellings: Spellings = Choice.all.map { choice in
      Self.lettersAndDigits(Array(ascii(Self.spelt(latin, choice)).utf8))
    }
    if words.count >= Self.capacity { words.removeAll() }
    words[word] = spellings
    return spellings
  }

  private func transliterator(_ alphabet: Alphabet) -> Transliterator {
    if let opened = latin[alphabet] { return opened }
    let opened = Transliterator(rules: alphabet.rules)
    latin[alphabet] = opened
    return opened
  }

  /// The letters as the choice has them.
  private static func spelt(_ latin: String, _ choice: Choice) -> String {
    var out = ""
    for scalar in latin.unicodeScalars {
      switch scalar {
      case "đ", "Đ", "ð", "Ð": out += choice.stroke
      case "ǵ", "Ǵ": out += choice.stroke == "d" ? "g" : "gj"
      case "ḱ", "Ḱ": out += choice.stroke == "d" ? "k" : "kj"
      case "ä", "Ä", "æ", "Æ": out += choice.hasTwoLetters ? "ae" : "a"
      case "ö", "Ö", "ø", "Ø", "œ", "Œ": out += choice.hasTwoLetters ? "oe" : "o"
      case "ü", "Ü": out += choice.hasTwoLetters ? "ue" : "u"
      case "å", "Å": out += choice.ring
      case "š" where choice.isAlbanian, "Š" where choice.isAlbanian: out += "sh"
      case "ć" where choice.isAlbanian, "Ć" where choice.isAlbanian: out += "q"
      case "ž" where choice.isAlbanian, "Ž" where choice.isAlbanian:
        let isAffricate = out.last == "d" || out.last == "D"
        if isAffricate { out.removeLast() }
        out += isAffricate ? "xh" : "zh"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Everything else becomes a space; runs of spaces one.
  private static func lettersAndDigits(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for byte in bytes {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 {
        out.append(byte)
      } else if out.last != 0x20, !out.isEmpty {
        out.append(0x20)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }
}

/// The alphabets whose way into Latin letters depends on the language.
private enum Alphabet: Hashable {
  case serbian, macedonian, russian, ukrainian, other

  /// By the letters that only one of them has; Serbian where nothing tells, as its Latin spelling is an alphabet of its own.
  static func of(_ word: String) -> Alphabet {
    var hasCyrillic = false
    for scalar in word.unicodeScalars {
      switch scalar {
      case "і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ": return .ukrainian
      case "ѓ", "ќ", "ѕ", "Ѓ", "Ќ", "Ѕ": return .macedonian
      case "ы", "э", "ё", "ъ", "ь", "щ", "ю", "я", "й", "Ы", "Э", "Ё", "Щ", "Ю", "Я", "Й": return .russian
      default: hasCyrillic = hasCyrillic || (0x400..<0x530).contains(scalar.value)
      }
    }
    return hasCyrillic ? .serbian : .other
  }

  /// `Serbian-Latin/BGN` writes `ć` as two characters, hence the composition behind it.
  var rules: String {
    let scheme =
      switch self {
      case .serbian: "::sr-sr_Latn/BGN; "
      case .macedonian: "::mk-mk_Latn/BGN; "
      case .russian: "::ru-ru_Latn/BGN; "
      case .ukrainian: "::uk-uk_Latn/BGN; "
      case .other: ""
      }
    return "::NFKC; ::[:Cf:] Remove; \(scheme)::NFC;"
  }
}
