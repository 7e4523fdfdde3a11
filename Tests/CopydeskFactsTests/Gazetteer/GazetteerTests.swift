import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// The lines of a table of `Gazetteer/`, as columns.
func tableRows(_ table: Gazetteer.Table) throws -> [[String]] {
  try Repository.lines("Gazetteer/\(table.fileName).tsv").map { line in
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

@Suite("Gazetteer")
struct GazetteerTests {
  @Test(
    "Spellings of one name have one skeleton",
    arguments: [
      ("Вучић", "vucic"), ("Vučić", "vucic"), ("Kleçkë", "klecke"), ("Türkiye", "turkiye"), ("Đinđić", "djindjic"),
      ("İstanbul", "istanbul"), ("Straße", "strasse"), ("O’Brien", "o'brien"), ("Љубљана", "ljubljana"),
    ])
  func skeletons(_ word: String, _ skeleton: String) {
    let text = Text(word)
    #expect(Skeleton.shared.string(of: TextRange(0, text.count), in: text) == skeleton)
  }

  @Test("The embedded file was compiled from the tables beside it")
  func isUpToDate() throws {
    let tables = try GazetteerCompiler.tableNames.map { try Repository.bytes("Gazetteer/\($0)") }
    let digest = GazetteerCompiler.digest(of: tables)
    #expect(Gazetteer.shared.compiled.digest == digest, "run copydesk-workshop build-gazetteer")
  }

  @Test("Each name of the tables finds its row", arguments: Gazetteer.Table.allCases)
  func everyName(_ table: Gazetteer.Table) throws {
    let gazetteer = Gazetteer.shared
    let index = table.isMinor ? gazetteer.minorNames : gazetteer.names
    let rows = try tableRows(table)
    let numbers = gazetteer.rows.indices.filter { gazetteer.rows[$0].table == table }
    #expect(numbers.count == rows.count)
    var missed: [String] = []
    // Of the small places every fifth: they are many.
    for place in stride(from: 0, to: rows.count, by: table.isMinor ? 5 : 1) {
      let row = Int32(numbers[place])
      for key in rows[place][Gazetteer.Column.keys.rawValue].split(separator: "|") {
        // The keys are tokens with spaces between them: written without the marks, they read as the same tokens.
        let bare = key.drop { "^=~".contains($0) }
        // But `'s` is a token only right behind a word.
        let plain = bare.split(separator: " 's", omittingEmptySubsequences: false).joined(separator: "'s")
        if !gazetteer.meanings(index.entry(ofPhrase: String(plain))).contains(row) { missed.append(String(plain)) }
      }
    }
    #expect(missed.isEmpty, "\(missed.count): \(missed.prefix(20))")
  }

  @Test("A row has what its line says")
  func columns() throws {
    let gazetteer = Gazetteer.shared
    for table in Gazetteer.Table.allCases {
      let rows = try tableRows(table)
      let numbers = gazetteer.rows.indices.filter { gazetteer.rows[$0].table == table }
      for place in stride(from: 0, to: rows.count, by: 97) {
        let (row, line) = (Int32(numbers[place]), rows[place])
        for column in [Gazetteer.Column.name, .id, .country, .state, .extra] {
          #expect((gazetteer.string(row, column) ?? "") == line[column.rawValue])
        }
        #expect(gazetteer.rows[Int(row)].type.rawValue == line[0])
        #expect("\(gazetteer.rows[Int(row)].rank)" == line[1])
        #expect(gazetteer.point(row)?.latitude == Double(line[Gazetteer.Column.latitude.rawValue]))
        #expect(gazetteer.point(row)?.longitude == Double(line[Gazetteer.Column.longitude.rawValue]))
      }
    }
  }
}

@Suite("Gazetteer compiler")
struct GazetteerCompilerTests {
  private let towns = """
    # a comment
    GPE\t5\tXX\t\tupper thing|=gornji thing|~thing\tUpper Thing\tgeonames:17\t42.5\t-21.25\twikidata:Q5\t12000
    GPE\t1\tXX\tAB\tthing\tThing\tdesk:own\t\t\t

    """

  private func compile(_ text: String) throws -> [UInt8] {
    try GazetteerCompiler.compile([("places.tsv", Array(text.utf8))])
  }

  @Test("Rows, names and marks come back")
  func roundTrip() throws {
    let bytes = try compile(towns)
    #expect(try compile(towns) == bytes)
    try bytes.withUnsafeBytes { buffer in
      let gazetteer = Gazetteer(try #require(CompiledGazetteer(buffer)))
      #expect(gazetteer.rows.indices == 0..<2)
      #expect(gazetteer.string(0, .id) == "geonames:17" && gazetteer.string(1, .id) == "desk:own")
      #expect(gazetteer.string(0, .extra) == "wikidata:Q5" && gazetteer.population(0) == 12000)
      #expect(gazetteer.point(0)?.longitude == -21.25 && gazetteer.point(1) == nil)
      #expect(gazetteer.string(1, .state) == "AB")
      let thing = gazetteer.names.entry(ofPhrase: "Thing")
      #expect(Array(gazetteer.meanings(thing)) == [0, 1])
      #expect(gazetteer.names.entries[Int(thing)].form == .surname)
      #expect(!gazetteer.names.entries[Int(thing)].isMain && gazetteer.names.entries[Int(thing) + 1].isMain)
      #expect(gazetteer.names.entry(ofPhrase: "Upper") == -1)
      #expect(gazetteer.minorNames.entry(ofPhrase: "Thing") == -1)
    }
  }

  @Test(
    "A broken line is named",
    arguments: [
      ("GPE\t5\tXX", "places.tsv:1: fewer than ten columns"),
      ("TOWN\t5\t\t\ta\tA\t\t\t\t", "places.tsv:1: no type 'TOWN'"),
      ("GPE\tx\t\t\ta\tA\t\t\t\t", "places.tsv:1: the rank is no digit"),
      ("\nGPE\t5\t\t\t\tA\t\t\t\t", "places.tsv:2: no name"),
    ])
  func failures(_ line: String, _ message: String) {
    #expect(throws: GazetteerCompiler.Failure.self) { try compile(line) }
    do { _ = try compile(line) } catch { #expect("\(error)" == message) }
  }

  @Test("Other bytes are no gazetteer")
  func otherBytes() {
    for bytes in [[], [1, 2, 3], [UInt8](repeating: 0, count: 100)] {
      #expect(bytes.withUnsafeBytes { CompiledGazetteer($0) == nil })
    }
  }
}

@Suite("Gazetteer look-ups")
struct GazetteerLookupTests {
  @Test("All meanings of a name, the likeliest first")
  func meanings() {
    let meanings = GazetteerLookup.meanings(of: "paris")
    #expect(meanings.first?.link == "geonames:2988507" && meanings.first?.country == "FR")
    #expect(meanings.contains { $0.country == "US" && $0.state == "TX" && $0.link == "geonames:4717560" })
    #expect(meanings.allSatisfy { $0.type != .geopolitical || $0.link != nil })
    #expect(GazetteerLookup.meanings(of: "").isEmpty && GazetteerLookup.meanings(of: "Qzzyx").isEmpty)
  }

  @Test(
    "Names of one thing",
    arguments: [
      ("Peć", "Peja"), ("Priština", "Prishtina"), ("Mitrovica", "Mitrovicë"), ("Ђаковица", "Gjakova"),
      ("Uroševac", "Ferizaj"), ("Вучић", "Vucic"), ("Volodymyr Zelenskyy", "Vladimir Zelensky"), ("Wien", "Vienna"),
    ])
  func same(_ first: String, _ second: String) { #expect(GazetteerLookup.mayMeanTheSame(first, second)) }

  @Test(
    "Names of different things", arguments: [("Banjska", "Bansko"), ("Albin Kurti", "Albin Kurt"), ("Raška", "Ruse")])
  func different(_ first: String, _ second: String) { #expect(!GazetteerLookup.mayMeanTheSame(first, second)) }
}
