import CopydeskFacts

/// DuckDB: table macros with the types of every column. Its own guess goes by the first 20,480 lines: a key that is null
/// in all of them is lost, `1` before `2.5` makes whole numbers, a date before `PT2H` fails.
enum DuckDBSchema {
  static func text(for shape: OutputShape, _ keys: [JSONShape.Key]) -> String {
    let columns = keys.map { "    \"\($0.name)\": '\(type(of: $0.shape))'" }
    // A line may hold a book: the default bound is 16 MiB.
    return """
      CREATE OR REPLACE MACRO copydesk_\(shape.rawValue)(files) AS TABLE
        SELECT * FROM read_json(files, format = 'newline_delimited', maximum_object_size = 134217728, columns = {
      \(columns.joined(separator: ",\n"))
        })\(shape == .records ? condition : "");
      """
  }

  /// Other lines, and records of another version, stop the query instead of giving rows of nothing.
  private static let condition = """

      WHERE CASE WHEN "schema" = '\(Record.schema)' THEN true ELSE error(
        concat('a line of schema ', coalesce("schema", 'unknown'), '; these columns are of \(Record.schema)')) END
    """

  private static func type(of shape: JSONShape) -> String {
    switch shape {
    case .string, .oneOf: "VARCHAR"
    case .integer: "BIGINT"
    case .number: "DOUBLE"
    case .nullable(let shape): type(of: shape)
    case .array(let element): type(of: element) + "[]"
    case .object(let keys):
      "STRUCT(" + keys.map { "\"\($0.name)\" \(type(of: $0.shape))" }.joined(separator: ", ") + ")"
    }
  }
}
