/// A table that exists once for each language of numbers, quantities and times.
///
/// Classes: a scanner that holds one by value is copied with all of its tables for a question about a single word.
protocol TablePerLanguage: AnyObject, Sendable {
  static var english: Self { get }
  static var german: Self { get }
  static var french: Self { get }
  static var spanish: Self { get }
  static var turkish: Self { get }
  static var albanian: Self { get }
  /// Serbian, Croatian and Bosnian, in both scripts.
  static var serbian: Self { get }
}

extension TablePerLanguage {
  /// The table of a BCP 47 language; English where there is none of its own. Each is built when a text first needs it.
  static func table(for language: String) -> Self {
    switch language.prefix(while: { $0 != "-" }) {
    case "de": german
    case "fr": french
    case "es": spanish
    case "tr": turkish
    case "sq": albanian
    case "sr", "hr", "bs", "sh", "cnr": serbian
    default: english
    }
  }
}
