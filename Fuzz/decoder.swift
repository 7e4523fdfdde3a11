// The decoder and the repair of mojibake: any bytes, as text and as a page, give well-formed UTF-8, and the edits lead back.
import CopydeskText

@testable import CopydeskIntake

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for isMarkup in [false, true] {
    let decoded = decoder.decode(bytes, isMarkup: isMarkup)
    check(Text.repaired(decoded.bytes).replacements == 0, "decoded text is well-formed")
    let decoding = decoder.edits(of: decoded, from: bytes)
    check(decoding.targetCount == decoded.bytes.count, "\(decoded.charset): the edits end where the text ends")
    var edits = TextEdits()
    guard let repaired = Mojibake.repaired(decoded.bytes, noting: &edits) else { continue }
    check(Text.repaired(repaired.bytes).replacements == 0, "repaired text is well-formed")
    check(
      edits.sourceCount == decoded.bytes.count && edits.targetCount == repaired.bytes.count, "the repairs' edits fit")
  }
  return 0
}

nonisolated(unsafe) private let decoder = CharsetDecoder()  // safe: libFuzzer calls from one thread

private func check(_ holds: Bool, _ claim: String) {
  if !holds { fatalError("does not hold: \(claim)") }
}
