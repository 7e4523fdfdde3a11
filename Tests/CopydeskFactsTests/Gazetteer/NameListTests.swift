import CopydeskTagger
import CopydeskText
import Testing

@testable import CopydeskFacts

/// A list of `name type id aliases…`, compiled.
private func compiled(_ things: [[String]], notesClashes: Bool = false) -> (bytes: [UInt8], clashes: [String]) {
  var compiler = NameListCompiler(notesClashes: notesClashes)
  compiler.begin(file: "ours.tsv")
  for (line, thing) in things.enumerated() {
    let row = UserGazetteer.Row(
      name: thing[0], type: EntityType(rawValue: thing[1]), id: thing.count > 2 && !thing[2].isEmpty ? thing[2] : nil)
    compiler.add(row, aliases: Array(thing.dropFirst(3)), line: line + 1)
  }
  let list = compiler.finish()
  return (list.bytes, list.clashes.map(\.description))
}

private func list(_ bytes: [UInt8]) throws -> NameList {
  let file = FileBytes(bytes)
  return try NameList(file.bytes, owner: file)
}

/// The names of a text that the list has, as 'text type name id'.
private func found(_ text: String, _ names: NameList) -> [String] {
  var gazetteer = UserGazetteer()
  gazetteer.add(names)
  let document = Document(text: Text(text), language: "en")
  return gazetteer.apply(to: [], in: CuedDocument(document)).map { mention in
    let row = mention.userRow.flatMap { gazetteer.row($0) }
    return [
      document.text[document.range(ofTokens: mention.tokens)], mention.type.rawValue, row?.name ?? "?", row?.id ?? "-",
    ].joined(separator: " ")
  }
}

private let people = [
  ["Orlin Tashev", "PER", "desk:17", "O. Tashev", "Ташев", "Tashev"], ["Port of Veld", "FAC", "geonames:204"],
  ["Veld", "GPE", "wikidata:Q99"], ["Crown", "-"], ["zorv", "PRODUCT"],
]

@Suite("Compiled lists of names")
struct NameListTests {
  @Test("Names, types and ids come back, the longest name first; the same list gives the same bytes")
  func roundTrip() throws {
    let (bytes, _) = compiled(people)
    #expect(compiled(people).bytes == bytes)
    let names = try list(bytes)
    #expect(names.count == 5)
    #expect(
      found("TASHEV and O. Tashev left the Port of Veld for Véld with a Crown of zorv, Tašev said.", names) == [
        "TASHEV PER Orlin Tashev desk:17", "O. Tashev PER Orlin Tashev desk:17",
        "Port of Veld FAC Port of Veld geonames:204", "Véld GPE Veld wikidata:Q99", "zorv PRODUCT zorv -",
        "Tašev PER Orlin Tashev desk:17",
      ])
  }

  @Test(
    "What is written with a capital needs one, and capitals that are a word need capitals",
    arguments: [
      ("It is plain.", []), ("The IT said so.", ["IT"]), ("A Nkvt plan of NKVT.", ["Nkvt", "NKVT"]),
      ("Men of al-Zorvan and Al-Zorvan, not al-zorvan.", ["al-Zorvan", "Al-Zorvan"]),
      ("He has 50 cent, and 50 Cent sang.", ["50 Cent"]), ("A bowl of oranges, an orange, the Orange.", ["Orange"]),
      ("iPlenk and IPLENK, not iplenk.", ["iPlenk", "IPLENK"]),
    ])
  func capitals(_ text: String, _ names: [String]) throws {
    let desk = try list(
      compiled(["IT", "NKVT", "al-Zorvan", "50 Cent", "Orange", "iPlenk"].map { [$0, "ORG"] }).bytes)
    let all = found(text, desk)
    #expect(all.count == names.count)
    for (one, name) in zip(all, names) { #expect(one.hasPrefix("\(name) ")) }
  }

  @Test("Decomposed letters, hidden characters and stray spaces of a list are those of a cleaned text")
  func cleaned() throws {
    let names = try list(compiled([[" Zo\u{301}rvan\u{AD} \t Plenk ", "PER"], ["Nove\u{2028}Selo", "GPE"]]).bytes)
    #expect(found("Zórvan Plenk lives in Nove Selo.", names).count == 2)
  }

  @Test("Names that stand twice are told with their lines, and the later one counts")
  func clashes() throws {
    let things = [
      ["Ana Plenk", "PER", "a:1", "Plenk"], ["Plenk AG", "ORG", "a:2", "PLENK"], ["ana plenk", "PER", "a:1"],
      ["Ana Plenk", "PER", "a:1"], ["Plenk", "GPE", "a:3", "Plénk"],
    ]
    let (bytes, clashes) = compiled(things, notesClashes: true)
    #expect(
      clashes == [
        "ours.tsv:2: “PLENK” stands at ours.tsv:1 for something else; the later one counts",
        "ours.tsv:4: “Ana Plenk” stands at ours.tsv:1 already",
        "ours.tsv:5: “Plenk” stands at ours.tsv:2 for something else; the later one counts",
      ])
    #expect(found("To Plenk.", try list(bytes)) == ["Plenk GPE Plenk a:3"])
    #expect(compiled(things).clashes.isEmpty)
  }

  @Test("Thousands of names are all found")
  func many() throws {
    var random = RandomNames()
    let things = (0..<20_000).map { number in [random.name(), "PER", "n:\(number)"] }
    var last: [String: String] = [:]
    for thing in things { last[thing[0]] = thing[2] }
    let names = try list(compiled(things).bytes)
    for (name, id) in last.sorted(by: { $0.key < $1.key }).prefix(500) {
      #expect(found("So \(name) came.", names) == ["\(name) PER \(name) \(id)"])
    }
  }

  @Test("Two lists: the longer name counts, of equals that of the later list")
  func twoLists() throws {
    var names = UserGazetteer()
    names.add(try list(compiled([["Veld", "GPE", "a:1"], ["Upper Veld", "GPE", "a:2"]]).bytes))
    names.add(try list(compiled([["Veld", "ORG", "b:1"], ["Upper", "-"]]).bytes))
    let page = CuedDocument(Document(text: Text("From Veld to Upper Veld."), language: "en"))
    let ids = names.apply(to: [], in: page).map { $0.userRow.flatMap { names.row($0)?.id } }
    #expect(ids == ["b:1", "a:2"])
  }
}

@Suite("Compiled lists of names that are damaged")
struct DamagedNameListTests {
  private func failure(_ bytes: [UInt8]) -> NameList.Failure? {
    do throws(NameList.Failure) {
      let file = FileBytes(bytes)
      _ = try NameList(file.bytes, owner: file)
      return nil
    } catch {
      return error
    }
  }

  @Test("Cut off anywhere, it is refused")
  func cutOff() {
    let whole = compiled(people).bytes
    for count in 0..<whole.count {
      switch failure(Array(whole[..<count])) {
      case .isOther: #expect(count < 8)
      case .isCutOff(count, _): #expect(count >= 8)
      case let other: Issue.record("\(count): \(other as Any)")
      }
    }
    if case .isCutOff = failure(whole + [0]) {} else { Issue.record("a byte too many") }
  }

  @Test("Any other byte is noticed")
  func otherBytes() {
    let whole = compiled(people).bytes
    var random = SplitMix(seed: 7)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(failure(bytes) != nil, "byte \(place)")
    }
    for _ in 0..<200 {
      var bytes = whole
      let start = Int.random(in: 8..<whole.count, using: &random)
      for place in start..<min(whole.count, start + 64) { bytes[place] = 0 }
      #expect(bytes == whole || failure(bytes) != nil)
    }
  }

  @Test("Of a later version, or compiled where words are read differently")
  func versions() {
    var bytes = compiled(people).bytes
    bytes[8] = 2
    if case .isNewer(2) = failure(bytes) {} else { Issue.record("\(failure(bytes) as Any)") }
    #expect(failure(bytes)?.description.contains("later version") == true)
    let content = Array(compiled(people).bytes[32...])
    if case .isStale = failure(NameList.file(of: content, folding: NameList.folding &+ 1)) {
    } else {
      Issue.record("other folding")
    }
  }

  /// Somebody who knows the checksum can write what they like; nothing outside the bytes is read, and nothing is trapped.
  @Test("Contents made up with a right checksum do no harm")
  func malice() {
    let content = Array(compiled(people).bytes[32...])
    let page = CuedDocument(
      Document(text: Text("TASHEV and O. Tashev left the Port of Veld for Veld with a Crown of zorv."), language: "en"))
    var random = SplitMix(seed: 11)
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = content
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 8..<bytes.count, using: &random)
        bytes[place] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      let file = FileBytes(NameList.file(of: bytes))
      guard let list = try? NameList(file.bytes, owner: file) else { continue }
      accepted += 1
      var names = UserGazetteer()
      names.add(list)
      for mention in names.apply(to: [], in: page) { _ = mention.userRow.flatMap { names.row($0) } }
    }
    #expect(accepted > 1_000)
  }
}

/// The same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Made-up names of two words.
private struct RandomNames {
  private var random = SplitMix(seed: 3)
  mutating func name() -> String { word() + " " + word() }
  private mutating func word() -> String {
    let syllables = ["ka", "ro", "vel", "min", "dor", "sta", "len", "bru", "zor", "pek"]
    return (0..<3).map { _ in syllables.randomElement(using: &random) ?? "" }.joined().capitalized
  }
}

extension String {
  /// The first letter as a capital.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
