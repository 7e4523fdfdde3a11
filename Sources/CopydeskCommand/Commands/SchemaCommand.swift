public import ArgumentParser
public import Copydesk

/// `copydesk schema`: what a line of output looks like, for those who load it.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the schema of the output, for an engine that loads it.",
    discussion: """
      EXAMPLES
        copydesk schema                                     JSON Schema of a record
        copydesk schema --for duckdb --out facts | duckdb news.db
        copydesk schema --for spark > records.schema.json   StructType.fromJson(json.load(…))
        copydesk schema --for elasticsearch --out facts     the body that creates an index
      """)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Who loads it: json-schema, duckdb, sqlite, spark, bigquery or elasticsearch.", valueName: "engine"))
  var target: SchemaTarget = .jsonSchema

  @Option(name: .customLong("out"), help: "The shape of the output: records or facts.")
  var shape: OutputShape = .records

  func run() throws {
    try StandardOutput().writeOrExit("\(RecordSchema.text(for: target, shape: shape))\n")
  }
}

extension SchemaTarget: ExpressibleByArgument {}
