import CopydeskIntake
import Testing

@testable import Copydesk

@Suite struct SchemaTests {
  @Test(arguments: SchemaTarget.allCases, OutputShape.allCases)
  func everyTargetNamesEveryKey(_ target: SchemaTarget, _ shape: OutputShape) throws {
    let text = RecordSchema.text(for: target, shape: shape)
    for key in RecordSchema.keys(of: shape) {
      #expect(text.contains("\"\(key.name)") || text.contains(".\(key.name)'"), "\(key.name)")
    }
    if [.jsonSchema, .spark, .bigquery, .elasticsearch].contains(target) {
      #expect(JSONParser.parse(Array(text.utf8)[...]) != nil && !text.contains("\n"))
    }
  }

  @Test func listsAreNestedInElasticsearch() throws {
    let text = RecordSchema.text(for: .elasticsearch, shape: .records)
    let properties = try #require(JSONParser.parse(Array(text.utf8)[...])?["mappings"]?["properties"])
    for layer in Extractors.names { #expect(properties[layer]?["type"]?.string == "nested") }
    #expect(properties["source"]?["properties"]?["sha256"]?["type"]?.string == "keyword")
    #expect(properties["published"]?["type"]?.string == "date")
  }

  @Test func sparkHasStructs() throws {
    let text = RecordSchema.text(for: .spark, shape: .records)
    let fields = try #require(JSONParser.parse(Array(text.utf8)[...])?["fields"]?.elements)
    let quotes = try #require(fields.first { $0["name"]?.string == "quotes" })
    #expect(quotes["type"]?["elementType"]?["type"]?.string == "struct")
  }
}
