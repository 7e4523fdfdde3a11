// Every reader and unpacker; the first byte says what the rest is, or leaves it to be found out: no crash, no hang.
import CopydeskIntake

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let formats = SourceFormat.allCases
  let choice = Int(first) % (2 * formats.count)
  let format = choice < formats.count ? formats[choice] : nil
  withFile(UnsafeRawBufferPointer(rebasing: bytes.dropFirst())) { path in
    var inputs = Inputs([.path(path)], options: ReadingOptions(format: format, maxBytes: 1 << 18))
    let decoder = PageDecoder(limit: 1 << 18, tracesSource: true)
    var places = -1
    while let next = inputs.next() {
      guard case .success(let record) = next else { continue }
      precondition(record.provenance.offset >= places && record.provenance.length >= 0, "records out of order")
      // Packed archives have many records in one place.
      if format != nil, format != .warc { places = record.provenance.offset }
      var provenance = record.provenance
      _ = try? decoder.decode(record, provenance: &provenance)
    }
  }
  return 0
}
