public import CopydeskFacts

/// Who wants to know what a line of output looks like.
public enum SchemaTarget: String, Sendable, CaseIterable {
  /// JSON Schema, draft 2020-12.
  case jsonSchema = "json-schema"
  /// SQL: table macros `copydesk_records('file')` and `copydesk_facts('file')`.
  case duckdb
  /// SQL: a table for the lines and a view for each layer.
  case sqlite
  /// The JSON form of a `StructType`.
  case spark
  /// A JSON array of fields.
  case bigquery
  /// The body that creates an index.
  case elasticsearch
}

/// What a line of output looks like, in the words of those who load it: all from the lists of fields that the writer
/// goes by.
public enum RecordSchema {
  /// The schema of a line of that shape, without an end of line.
  /// - Parameter extractors: those of your own (`Options.extractors`), whose layers the records have too.
  public static func text(for target: SchemaTarget, shape: OutputShape, extractors: [any Extractor] = []) -> String {
    let keys = keys(of: shape, extractors)
    return switch target {
    case .jsonSchema: JSONSchemaText.text(for: shape, keys)
    case .duckdb: DuckDBSchema.text(for: shape, keys)
    case .sqlite: SQLiteSchema.text(for: shape, keys)
    case .spark: SparkSchema.text(for: keys)
    case .bigquery: BigQuerySchema.text(for: keys)
    case .elasticsearch: ElasticsearchSchema.text(for: shape, keys)
    }
  }

  /// The keys of a line of that shape, in order.
  static func keys(of shape: OutputShape, _ extractors: [any Extractor] = []) -> [JSONShape.Key] {
    switch shape {
    case .records: Record.fields(with: extractors).map { .init($0.name, $0.shape) }
    case .facts: FlatFact.fields.map { .init($0.name, $0.shape) }
    }
  }
}

extension JSONShape {
  /// The shape without its null.
  var unwrapped: JSONShape {
    if case .nullable(let shape) = self { shape.unwrapped } else { self }
  }

  /// Whether the value may be null.
  var isNullable: Bool {
    if case .nullable = self { true } else { false }
  }
}
