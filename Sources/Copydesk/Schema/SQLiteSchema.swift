import CopydeskFacts

/// SQLite: a table that takes the lines as they are, and views that take them apart (SQLite 3.38 or newer).
enum SQLiteSchema {
  static func text(for shape: OutputShape, _ keys: [JSONShape.Key]) -> String {
    let table = "\(shape.rawValue)_json"
    // What is no line of ours is refused when it comes, rather than missed in every answer.
    let (path, test) = shape == .records ? ("schema", "IS '\(Record.schema)'") : ("kind", "IS NOT NULL")
    let check = "CASE WHEN json_valid(line) THEN json_extract(line, '$.\(path)') \(test) ELSE 0 END"
    var statements = [
      "CREATE TABLE IF NOT EXISTS \(table)(line TEXT NOT NULL CONSTRAINT \"\(name(of: shape))\" CHECK (\(check)));"
    ]
    switch shape {
    case .facts: statements.append(view("facts", columns(keys, of: "line"), from: table))
    case .records:
      statements.append(view("records", columns(keys.filter { !$0.shape.isList }, of: "line"), from: table))
      for key in keys {
        guard case .array(.object(let inner)) = key.shape else { continue }
        let document = ["json_extract(line, '$.id') AS \"doc\""]
        let elements = "\(table), json_each(line, '$.\(key.name)') AS element"
        statements.append(view(key.name, document + columns(inner, of: "element.value"), from: elements))
      }
    }
    return statements.joined(separator: "\n")
  }

  private static func name(of shape: OutputShape) -> String {
    shape == .records ? "a record of \(Record.schema)" : "a fact"
  }

  /// A column for each plain value; an object gives one for each of its own, `speaker_name`.
  private static func columns(_ keys: [JSONShape.Key], of value: String, path: String = "$", prefix: String = "")
    -> [String]
  {
    keys.flatMap { key -> [String] in
      let path = "\(path).\(key.name)"
      if case .object(let inner) = key.shape.unwrapped {
        return columns(inner, of: value, path: path, prefix: "\(prefix)\(key.name)_")
      }
      return ["json_extract(\(value), '\(path)') AS \"\(prefix)\(key.name)\""]
    }
  }

  private static func view(_ name: String, _ columns: [String], from source: String) -> String {
    "CREATE VIEW IF NOT EXISTS \(name) AS SELECT\n  \(columns.joined(separator: ",\n  "))\nFROM \(source);"
  }
}

extension JSONShape {
  /// Whether it is an array of objects: a table of its own.
  fileprivate var isList: Bool {
    if case .array(.object) = self { true } else { false }
  }
}
