/// The two alphabets of Serbian.
enum CyrillicSpelling {
  private static let letters: [Character: Character] = [
    "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е", "ž": "ж", "z": "з", "i": "и", "j": "ј",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "ć": "ћ", "u": "у",
    "f": "ф", "h": "х", "c": "ц", "č": "ч", "š": "ш",
  ]

  /// The Cyrillic spelling of a lower-case Latin word: `ponedeljak` → `понедељак`.
  static func cyrillic(_ latin: String) -> String {
    var out = ""
    var previous: Character?
    for letter in latin {
      if letter == "j", previous == "l" || previous == "n" {
        out.removeLast()
        out.append(previous == "l" ? "љ" : "њ")
      } else if letter == "ž", previous == "d" {
        out.removeLast()
        out.append("џ")
      } else {
        out.append(letters[letter] ?? letter)
      }
      previous = letter
    }
    return out
  }
}
