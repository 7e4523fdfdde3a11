import Copydesk

/// Prints who is quoted on a page.
func printSpeakers(ofHTML page: [UInt8]) throws {
  let pipeline = try Pipeline()
  let record = pipeline.record(ofHTML: page)
  guard let document = record.document else { return print(record.failure?.message ?? "") }
  for quote in document[QuoteExtractor.self] {
    print(quote.speaker?.name ?? "somebody", "→", document.text[quote.range])
  }
}
