import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

@Suite("Places by evidence")
struct PlaceResolverTests {
  /// The links of the places called so.
  private func links(of name: String, in string: String, url: String? = nil) -> [String?] {
    let text = Text(string)
    var scratch = EntityExtractor().makeScratch()
    return EntityExtractor().extract(from: Document(text: text, url: url), using: &scratch)
      .filter { text[$0.range] == name }.map(\.link)
  }

  @Test("What stands beside a name decides, also between two of one name")
  func beside() {
    let found = links(of: "Paris", in: "He left Paris, Texas, in May. A year later he lived in Paris, France.")
    #expect(found == ["geonames:4717560", "geonames:2988507"])
  }

  @Test(
    "The other places of the document decide",
    arguments: [
      (
        "Floods hit Columbus and LaGrange in western Georgia, officials in Atlanta said.", "Columbus",
        "geonames:4188985"
      ),
      ("Bloomington met officials from Peoria, Decatur and Champaign in Illinois.", "Bloomington", "geonames:4885164"),
      ("Buses run from Cambridge to Peterborough, Huntingdon and Ely in England.", "Cambridge", "geonames:2653941"),
      ("Trains from Boston stop in Cambridge and Waltham in Massachusetts.", "Cambridge", "geonames:4931972"),
    ])
  func neighbours(_ text: String, _ name: String, _ link: String) {
    #expect(links(of: name, in: text).contains(link), "\(links(of: name, in: text))")
  }

  @Test("The publisher's address is evidence")
  func publisher() {
    let text = "The mayor of Durham spoke on Monday. Durham will have a new library."
    #expect(links(of: "Durham", in: text).first == "geonames:4464368")
    #expect(links(of: "Durham", in: text, url: "https://news.example.co.uk/a").first == "geonames:2650628")
  }

  /// What names mean whose places in the text are known.
  private func linked(_ names: [String], in string: String) -> [Entity?] {
    let text = Text(string)
    let bytes = Array(string.utf8)
    let spans = names.compactMap { name -> SpanLinker.Span? in
      let length = name.utf8.count
      let start = (0...bytes.count - length).first { bytes[$0..<$0 + length].elementsEqual(name.utf8) }
      return start.map { .init(range: TextRange($0, $0 + length)) }
    }
    return SpanLinker.entities(of: spans, in: Document(text: text))
  }

  @Test("Counties of a list stand without the word")
  func elidedCounties() {
    let text = "Flood warnings hold for Linn, Benton and Polk counties in Oregon."
    let found = linked(["Linn", "Benton", "Polk", "Oregon"], in: text)
    #expect(found.map { $0?.name } == ["Linn County", "Benton County", "Polk County", "Oregon"])
    #expect(found.prefix(3).allSatisfy { abs(($0?.latitude ?? 0) - 44.6) < 1 && abs(($0?.longitude ?? 0) + 123) < 1 })
  }

  @Test(
    "The words of a country's press are evidence",
    arguments: [
      ("The sheriff and the school board met at the high school in Durham.", "Durham", "US"),
      (
        "The borough council and its councillors met the magistrates at the crown court in Durham.", "Durham", "GB"
      ),
    ])
  func press(_ text: String, _ name: String, _ country: String) {
    #expect(linked([name], in: text).first??.country == country)
  }

  @Test(
    "Abbreviations of names are spelled out", arguments: [("Ft. Wayne", "Fort Wayne"), ("Mt. Vernon", "Mount Vernon")])
  func abbreviations(_ written: String, _ name: String) {
    let found = linked([written], in: "The bus stops in \(written), Indiana, and in New York.")
    #expect(found.first??.name == name && found.first??.link != nil)
  }

  @Test("The people of a state are of that state")
  func demonyms() {
    #expect(links(of: "Iowans", in: "Most Iowans stayed at home.") == ["geonames:4862182"])
  }

  @Test(
    "Ordinary words of a language are no towns of elsewhere",
    arguments: [
      ("Das Amt will bis Ende Juni entscheiden.", "de"), ("Der Rest folgt im Herbst.", "de"),
      ("Нови воз стиже за сат.", "sr"), ("Nada umire poslednja.", "sr"), ("Kira artışı durdu.", "tr"),
    ])
  func words(_ text: String, _ language: String) {
    #expect(entities(text, language: language).allSatisfy { $0.type != .geopolitical })
  }

  @Test("Conf falls with doubt")
  func confidence() throws {
    let sure = try #require(entities("She lives in Paris, France.").first)
    let doubtful = try #require(entities("She lives in Portland.").first)
    #expect(sure.confidence > 0.8 && sure.link != nil)
    #expect(doubtful.confidence < sure.confidence && doubtful.link != nil)
  }

  @Test("Null rather than a wild guess")
  func noGuess() throws {
    let place = try #require(entities("She lives in Springfield.").first)
    #expect(place.type == .geopolitical && place.link == nil && place.latitude == nil)
  }

  @Test("Thousands of names take time in proportion")
  func manyNames() {
    let names = ["Springfield", "Paris", "Georgia", "Columbus", "Richmond", "Kosovo", "Lincoln", "Jackson"]
    let text = (0..<4000).map { "He went to \(names[$0 % 8]), and to \(names[($0 / 8) % 8])." }.joined(separator: " ")
    #expect(entities(text).count > 6000)
  }
}

@Suite("The publisher's place")
struct PublisherPlaceTests {
  @Test(
    "The end of the host says the country",
    arguments: [
      ("https://www.example.co.uk/a", "GB"), ("http://example.rs", "RS"), ("example.ca", "CA"),
      ("https://a.example.gov:80/", "US"),
    ])
  func country(_ url: String, _ code: String) {
    #expect(PublisherPlace(url: url)?.country == PublisherPlace.code(code))
  }

  @Test("Others say nothing", arguments: ["https://example.com/", "https://example.io/", "https://example.eu"])
  func noCountry(_ url: String) { #expect(PublisherPlace(url: url)?.country == 0) }

  @Test("No host, no place", arguments: ["", "file", "://", "https:///a"])
  func noHost(_ url: String) { #expect(PublisherPlace(url: url) == nil) }

  @Test("A town in the host")
  func town() throws {
    let gazetteer = Gazetteer.shared
    let hash = { (name: String) in
      Tokenizer.tokens(of: Text(name)).reduce(NameTable.seed) { NameTable.step($0, $1.key) }
    }
    for (host, name) in [
      ("richmondherald.com", "richmond"), ("kansascitypost.com", "kansas city"), ("thisisdover.co.uk", "dover"),
    ] {
      #expect(PublisherPlace(url: host)?.townHash(in: gazetteer) == hash(name), "\(host)")
    }
    #expect(PublisherPlace(url: "qzx.com")?.townHash(in: gazetteer) == nil)
    #expect(try #require(PublisherPlace(url: "the-dover-post.com")).holds(Array("dover".utf8)))
  }
}
