import CopydeskText

/// The signs that mean a unit in every language: no names, and no letters that are a word somewhere (`in`, `ha`, `mi`).
enum SignRows {
  /// In the form of `MeasureRows`.
  static let measures = """
    km | length | | km
    cm | length | | cm
    mm | length | | mm
    m2 | area | | m² m^2 m2
    km2 | area | | km² km^2 km2
    m3 | volume | | m³ m^3 m3
    kg | mass | | kg
    km/h | speed | | km/h
    Cel | temperature | | °C ºC ℃
    kW | power | | kW
    MW | power | | MW
    GW | power | | GW
    TW | power | | TW
    kW.h | energy | | kWh
    MW.h | energy | | MWh
    GW.h | energy | | GWh
    TW.h | energy | | TWh
    kHz | frequency | | kHz
    MHz | frequency | | MHz
    GHz | frequency | | GHz
    hPa | pressure | | hPa
    dB | sound | | dB
    MBy | information | | MB
    GBy | information | | GB
    TBy | information | | TB
    % | ratio | | % ٪ ％
    [ppth] | ratio | | ‰
    """.listed(by: 0x0A)

  /// The codes and signs of currencies, without their English names and the signs of their parts (`5c`).
  static let currencies = CurrencyRows.rows.listed(by: 0x0A).compactMap { row -> String? in
    let fields = row.split(separator: "|", omittingEmptySubsequences: false)
    return fields.count < 4 || row.utf8.first == UInt8(ascii: "{") ? nil : "\(fields[0])|\(fields[1])||\(fields[3])"
  }
}

/// What languages without a table of their own call currencies: `Gazetteer/currency-names.tsv`.
enum CurrencyNames {
  /// The rows of a language, in the form of `MeasureRows`; prepositions that elide stand before the name (`d'euro`).
  static func rows(for language: String, _ prepositions: [String]) -> [String] {
    let elided = prepositions.filter { $0.utf8.last == UInt8(ascii: "'") }
    return (byLanguage[language] ?? []).compactMap { cell in
      let parts = cell.listed(by: UInt8(ascii: ":"))
      guard parts.count == 2 else { return nil }
      let names = parts[1].listedWords.flatMap { name in [name] + elided.map { $0 + name } }
      return "\(parts[0]) | money | \(names.joined(separator: " ")) |"
    }
  }

  private static let byLanguage: [String: [String]] = {
    var table: [String: [String]] = [:]
    EmbeddedTable("currency-names.tsv").forEachLine { table[$0[0]] = Array($0.dropFirst()) }
    return table
  }()
}
