// The reader of feeds, libxml2's part of it above all: no crash, no hang, items in order, texts that are UTF-8.
import CopydeskIntake
import CopydeskText

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  withFile(UnsafeRawBufferPointer(start: start, count: count)) { path in
    var inputs = Inputs([.path(path)], options: ReadingOptions(format: .feed, maxBytes: 1 << 18))
    let decoder = PageDecoder(limit: 1 << 18, tracesSource: true)
    var extractor = HTMLMainText()
    var places = -1
    while let next = inputs.next() {
      guard case .success(let record) = next else { continue }
      precondition(record.provenance.offset >= places && record.provenance.length >= 0, "items out of order")
      places = record.provenance.offset
      var provenance = record.provenance
      guard let page = try? decoder.decode(record, provenance: &provenance) else { continue }
      switch page.content {
      case .html(let bytes):
        precondition(Text.repaired(bytes).replacements == 0, "content that is no UTF-8")
        _ = extractor.extract(from: bytes, url: page.given.url)
      case .text(let bytes): precondition(Text.repaired(bytes).replacements == 0, "a text that is no UTF-8")
      }
    }
  }
  return 0
}
