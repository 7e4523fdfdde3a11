import Copydesk
import CopydeskFacts
import Testing

/// The names of a text as 'text type link rule', with a list of the user's.
private func entities(_ text: String, _ lists: String...) throws -> [String] {
  var names = UserGazetteer()
  for list in lists { names.add(try ResourceFiles.nameList(Array(list.utf8))) }
  var options = Options()
  options.gazetteer = names
  options.isVerbatim = true
  let record = try Pipeline(options).record(ofText: text)
  let document = try #require(record.document)
  return document[EntityExtractor.self].map {
    "\(document.text[$0.range]) \($0.type.rawValue) \($0.link ?? "-") \($0.rule)"
  }
}

@Suite struct UserGazetteerTests {
  @Test func namesAreFoundInAnyCaseAndAlphabet() throws {
    let list = "Zorvan Plenk\tPER\tdesk:7\tPlenk|Зорван Пленк\n"
    for name in ["Zorvan Plenk", "ZORVAN PLENK", "Zórvan Plenk", "Зорван Пленк", "Plenk"] {
      let found = try entities("On Monday \(name) left the house.", list)
      #expect(found == ["\(name) PER desk:7 entity/user-gazetteer"])
    }
    #expect(try entities("On Monday the plenk left the house.", list).isEmpty)
  }

  @Test func theyOverrideWhatIsBuiltIn() throws {
    #expect(try entities("She flew to Paris.", "Paris\tPER\tp9\n") == ["Paris PER list:p9 entity/user-gazetteer"])
  }

  @Test func theLaterListCounts() throws {
    let found = try entities(
      "She saw Zorvan again.", "Zorvan\tPER\ta:1\n", #"{"name":"Zorvan","type":"ORG","id":"b:2"}"#)
    #expect(found == ["Zorvan ORG b:2 entity/user-gazetteer"])
  }

  @Test func aKilledNameIsNotFoundButLongerOnesAre() throws {
    #expect(try entities("She flew to Paris.", "Paris\t-\n").isEmpty)
    let found = try entities("The University of Paris answered.", "Paris\t-\n")
    #expect(found.count == 1 && found[0].hasPrefix("University of Paris ORG"))
  }

  @Test func aNameInLowerCaseIsFoundSo() throws {
    #expect(try entities("They sell zorv in bags.", "zorv\tPRODUCT\n") == ["zorv PRODUCT - entity/user-gazetteer"])
  }

  @Test(
    "What cannot be read is told with its line",
    arguments: ["Zorvan\n", "Zorvan\tTHING\n", "\tPER\n", "{\"name\":1\n", "{\"type\":\"PER\"}\n"])
  func badLines(_ line: String) {
    let error = #expect(throws: ResourceError.self) {
      try ResourceFiles.nameList(Array(("# a comment\n\n" + line).utf8))
    }
    #expect(error?.description.hasPrefix("line 3: ") == true)
  }

  @Test func aCompiledListIsTheListItself() throws {
    let text = "Zorvan Plenk\tPER\tdesk:7\tPlenk\nPlenk AG\tORG\nParis\t-\n"
    var compiler = NameListCompiler()
    try Array(text.utf8).withUnsafeBytes { bytes in try NameListText.read(bytes, into: &compiler) }
    let bytes = compiler.finish().bytes
    let (read, mapped) = (try ResourceFiles.nameList(Array(text.utf8)), try ResourceFiles.nameList(bytes))
    #expect(read.count == 3 && mapped.count == 3 && read.fingerprint == mapped.fingerprint)
    #expect(throws: ResourceError.self) { try ResourceFiles.nameList(Array(bytes.dropLast())) }
  }

  @Test func aLaterMentionTakesNameAndLinkOfTheListsPerson() throws {
    let found = try entities("Zorvan Plenk came to Oslo. On Friday, Plenk left.", "Zorvan Plenk\tPER\tdesk:7\n")
    #expect(found.last?.hasPrefix("Plenk PER desk:7 ") == true)
  }

  @Test func theTaggerDoesNotOverruleAName() throws {
    // To the tagger Angela Merkel is a person, and New York Times one name.
    let list = "Merkel\tORG\td:1\nYork\tPRODUCT\td:2\nAngela\t-\n"
    let found = try entities("Angela Merkel told the New York Times so.", list)
    #expect(found == ["Merkel ORG d:1 entity/user-gazetteer", "York PRODUCT d:2 entity/user-gazetteer"])
  }

  @Test func otherFilesAreNoList() throws {
    let files: [[UInt8]] = [[0x1F, 0x8B, 8, 0, 0, 0], Array("CDTAG1\0\0\0".utf8), Array("CPDNAMES".utf8), [0]]
    for bytes in files { #expect(throws: ResourceError.self) { try ResourceFiles.nameList(bytes) } }
    #expect(try ResourceFiles.nameList([]).count == 0)
    #expect(try ResourceFiles.nameList(Array("\u{FEFF}Plenk\tPER\r\n".utf8)).count == 1)
  }

  @Test func aFileThatIsNoTaggerIsRefused() {
    #expect(throws: ResourceError.self) { try ResourceFiles.tagger(Array("CDTAG2 but nothing else".utf8)) }
  }
}
