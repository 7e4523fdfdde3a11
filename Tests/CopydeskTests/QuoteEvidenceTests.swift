import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Glibc
import Testing

/// Writes what the models behind quotations see of each document, for `scripts/train-quotes`.
///
/// `COPYDESK_QUOTE_EVIDENCE` names the input (JSON lines with a text); the id and a line of `QuoteExtractor.evidence`,
/// between tabs, go to the same path with `.evidence` behind it. Without the variable, nothing is done.
@Suite struct QuoteEvidenceTests {
  @Test(.enabled(if: Environment.variable("COPYDESK_QUOTE_EVIDENCE") != nil))
  func write() throws {
    let path = try #require(Environment.variable("COPYDESK_QUOTE_EVIDENCE"))
    let file = try #require(fopen(path + ".evidence", "w"))
    defer { fclose(file) }
    var options = Options()
    options.isVerbatim = true
    options.layers = [QuoteExtractor.name]
    for record in try Pipeline(options).records(in: [.path(path)]) {
      guard let document = record.document else { continue }
      for line in QuoteExtractor().evidence(in: document) { fputs("\(record.id)\t\(line)\n", file) }
    }
  }
}
