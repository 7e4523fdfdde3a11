// The WARC reader and what it hands to the decoder: no crash, no hang, no place outside the file.
import CopydeskIntake

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  withFile(UnsafeRawBufferPointer(start: start, count: count)) { path in
    var inputs = Inputs([.path(path)], options: ReadingOptions(format: .warc, maxBytes: 1 << 20))
    let decoder = PageDecoder(limit: 1 << 20, checksDigests: true)
    var records = 0
    while let next = inputs.next() {
      guard case .success(let record) = next else { continue }
      records += 1
      precondition(records <= count + 1, "more records than bytes")
      precondition(record.provenance.offset >= 0 && record.provenance.length >= 0)
      var provenance = record.provenance
      _ = try? decoder.decode(record, provenance: &provenance)
    }
  }
  return 0
}
