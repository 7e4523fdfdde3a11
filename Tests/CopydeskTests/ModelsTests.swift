import Copydesk
import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// Every learned number has a file in `Models/`, a line in its manifest, and a name that the code knows.
struct ModelsTests {
  @Test func everyFileHasALine() throws {
    let manifest = try Repository.lines("Models/manifest.tsv").map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    let named = manifest.dropFirst().map { $0[0] }
    let files = try Repository.files(under: "Models", suffix: "").filter {
      !$0.hasSuffix("manifest.tsv") && !$0.hasSuffix("README.md")
    }.map { String($0.split(separator: "/").last ?? "") }
    #expect(Set(named) == Set(files))
    for row in manifest {
      #expect(row.count == manifest[0].count && row.allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(EmbeddedTable(row[0]).bytes.count > 0 || row[0] == "name", "\(row[0]) is not compiled in")
    }
    for row in manifest.dropFirst() { #expect(try !Repository.bytes(row[2]).isEmpty, "\(row[0]) has no card") }
  }

  @Test func everyFeatureHasItsWeight() {
    func check<Feature: CaseIterable>(_ type: Feature.Type, _ file: String, besides: Set<String> = []) {
      let names = Set(Feature.allCases.map { String(describing: $0) })
      #expect(LearnedTable(file).names == names.union(besides), "\(file)")
    }
    check(QuotationFeature.self, "quotations.tsv", besides: ["threshold"])
    check(SpeakerFeature.self, "speakers.tsv")
    check(ConfidenceFeature.self, "quote-confidence.tsv", besides: ["threshold"])
    check(PlaceFeature.self, "places.tsv")
    #expect(LearnedTable("places.tsv").weights(of: PlaceFeature.self, column: 1).contains { $0 != 0 })
  }

  @Test func everyRuleWithAConfidenceIsARule() {
    for name in LearnedTable("rule-confidence.tsv").names where !name.hasPrefix("other-") {
      #expect(RuleBook.meaning(of: name) != nil, "\(name)")
    }
    #expect(RuleConfidence.ofTime("time/unheard-of") > 0.5 && RuleConfidence.ofQuantity("quantity/unheard-of") > 0.5)
  }
}
