import CopydeskText
import Testing

@testable import CopydeskIntake

/// Whatever the output depends on is in the hash: a field that is forgotten here would let a resumed run mix two inputs.
@Suite struct RecordFingerprintTests {
  private let plain = RawRecord(
    provenance: Provenance(id: "a", path: "p", offset: 1, length: 2, format: .jsonl), bytes: [1, 2], line: 3)

  private func changed(_ change: (inout RawRecord) -> Void) -> [UInt8] {
    var raw = plain
    change(&raw)
    return RecordFingerprint(of: .success(raw)).bytes
  }

  @Test func everyFieldCounts() {
    let header = CSVHeader(Array("id,text".utf8)[...])
    let changes: [(inout RawRecord) -> Void] = [
      { _ in }, { $0.provenance.id = "b" }, { $0.provenance.path = "q" }, { $0.provenance.offset = 2 },
      { $0.provenance.length = 3 }, { $0.provenance.format = .csv }, { $0.bytes = [1, 3] }, { $0.bytes = [1] },
      { $0.line = 4 }, { $0.given.url = "u" }, { $0.given.title = "u" }, { $0.given.byline = "u" },
      { $0.given.published = Timestamp(iso8601: "2024-05-02") }, { $0.given.language = "u" },
      { $0.failure = DocumentFailure(code: .crashed, stage: "s", message: "m") },
      { $0.failure = DocumentFailure(code: .crashed, stage: "s", message: "n") }, { $0.warnings = [.badDate] },
      { $0.convertedFrom = ("utf-16le", .bom) }, { $0.convertedFrom = ("utf-16le", .sniffed) },
      { $0.content = .row(header) }, { $0.content = .row(CSVHeader(Array("id;text".utf8)[...])) },
      { $0.content = .row(CSVHeader(Array("id,body".utf8)[...])) }, { $0.content = .item(FeedHead()) },
      { $0.content = .item(FeedHead(charset: "utf-8")) }, { $0.content = .item(FeedHead(language: "utf-8")) },
      { $0.content = .item(FeedHead(base: "utf-8")) },
      { $0.content = .item(FeedHead(namespaces: [FeedHead.Namespace(prefix: "a", uri: "b")])) },
      { $0.content = .item(FeedHead(namespaces: [FeedHead.Namespace(prefix: "a", uri: "c")])) },
    ]
    #expect(Set(changes.map(changed)).count == changes.count)
    let problems = [("p", "m"), ("p", "n"), ("q", "m")].map {
      RecordFingerprint(of: .failure(InputProblem(path: $0.0, message: $0.1))).bytes
    }
    #expect(Set(problems).count == 3 && !problems.contains(changed { _ in }))
  }

  /// Who adds a field has to decide whether the output depends on it, and then count one more.
  @Test func noFieldIsForgotten() {
    func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    #expect(
      fields(plain) == ["provenance", "bytes", "line", "failure", "given", "warnings", "convertedFrom", "content"])
    #expect(fields(plain.given) == ["url", "title", "byline", "published", "language"])
    #expect(
      fields(plain.provenance) == ["id", "path", "offset", "length", "format", "charset", "charsetBy", "sha256"])
    #expect(fields(CSVHeader([])) == ["delimiter", "count", "columns"])
    #expect(fields(FeedHead()) == ["charset", "language", "base", "namespaces"])
  }
}
