/// What a language does differently, by name: code asks for the switch, not for the language.
public enum LanguageSwitch: String, Sendable, CaseIterable {
  /// A comma stands before decimals: `3,5`.
  case decimalComma = "decimal-comma"
  /// Digits with a stop are an ordinal: `am 3. Oktober`, `u 85. godini`.
  case ordinalStops = "ordinal-stops"
  /// Latin words are written in Cyrillic as well: Serbian.
  case cyrillic
  /// A colon ends a sentence and a stop does not: Armenian, whose `։` most keyboards write as a colon.
  case colonStops = "colon-stops"
  /// Its abbreviations hold where a language has none of its own: `Mr.` and `No.` stand in texts all over the world.
  case fallbackStops = "fallback-stops"
  /// Suffixes behind an apostrophe are words of their own: `İzmir'in`.
  case apostropheSuffixes = "apostrophe-suffixes"
}
