import CopydeskText

/// What the words of a text say of its field: *coach* and *goalkeeper* of sport, *parliament* of politics. The `field` rows of
/// `names.tsv`.
struct FieldWords: Sendable {
  /// How many words of a document tell each field.
  struct Counts {
    fileprivate var sums: [(field: UInt16, count: Int)] = []

    /// The share of a field, 0…1; nil if the words tell none.
    func share(of field: UInt16) -> Float? {
      let all = sums.reduce(0) { $0 + $1.count }
      guard all > 0 else { return nil }
      return Float(sums.first { $0.field == field }?.count ?? 0) / Float(all)
    }
  }

  private var fields: [UInt64: UInt16] = [:]
  /// The field of companies.
  let companies: UInt16

  init(_ rows: inout RowReader) {
    companies = PublisherPlace.code(rows.phrases("company-field").first ?? "")
    for row in rows.rows("field") {
      let field = PublisherPlace.code(row.value)
      for word in row.spellings { if let key = NameTable.keys(of: word).first { fields[key] = field } }
    }
  }

  /// Whether the first word from a place on that tells a field tells this one; looked at are so many words as a clause has.
  func tellsOnly(_ field: UInt16, from start: Int, in page: CuedDocument) -> Bool {
    for index in start..<min(page.tokens.count, start + 12) {
      if let told = fields[page.keys[index]] { return told == field }
    }
    return false
  }

  /// The counts of a document's words. - Complexity: linear in the document.
  func counts(in page: CuedDocument) -> Counts {
    var counts = Counts()
    guard !fields.isEmpty else { return counts }
    for index in page.tokens.indices where page.tokens[index].kind == .word {
      guard let field = fields[page.keys[index]] else { continue }
      if let known = counts.sums.firstIndex(where: { $0.field == field }) {
        counts.sums[known].count += 1
      } else {
        counts.sums.append((field, 1))
      }
    }
    return counts
  }
}
