/// The case endings of a language's names: `Boeinga` and `Kosovu` are forms of `Boeing` and `Kosovo`.
///
/// A model carries those of its language; a language without cases has none.
struct Endings: Sendable {
  /// An ending and what stands in its place in the base form.
  private struct Ending {
    let ending: [UInt8]
    let base: [UInt8]
  }

  /// No endings.
  static let none = Endings("")
  /// What is left of a word has at least so many bytes.
  private static let shortest = 3

  private let endings: [Ending]

  /// - Parameter list: `ending>base` with spaces between, the likeliest first: `u>o` for `Kosovu`, `om>` for `Boeingom`.
  init(_ list: String) {
    endings = list.split(separator: " ").compactMap { pair in
      let parts = pair.split(separator: ">", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      return Ending(ending: Array(parts[0].utf8), base: Array(parts[1].utf8))
    }
  }

  var isEmpty: Bool { endings.isEmpty }

  /// What the word may be a form of, the likeliest first.
  func bases(of word: [UInt8]) -> [[UInt8]] {
    endings.compactMap { ending in
      has(ending, word) ? word.dropLast(ending.ending.count) + ending.base : nil
    }
  }

  /// The word without its longest ending: the same for all forms of a name, and no word of its own.
  func stem(of word: [UInt8]) -> [UInt8] {
    let longest = endings.lazy.filter { has($0, word) }.map(\.ending.count).max() ?? 0
    return Array(word.dropLast(longest))
  }

  private func has(_ ending: Ending, _ word: [UInt8]) -> Bool {
    word.count >= ending.ending.count + Self.shortest && word.suffix(ending.ending.count).elementsEqual(ending.ending)
  }
}
