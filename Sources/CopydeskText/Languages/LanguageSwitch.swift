/// What a language does differently, by name: code asks for the switch, not for the language.
public enum LanguageSwitch: String, Sendable, CaseIterable {
  /// A comma stands before decimals: `3,5`.
  case decimalComma = "decimal-comma"
  /// Digits with a stop are an ordinal: `am 3. Oktober`, `u 85. godini`.
  case ordinalStops = "ordinal-stops"
  /// Latin words are written in Cyrillic as well: Serbian.
  case cyrillic
}
