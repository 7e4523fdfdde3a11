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
