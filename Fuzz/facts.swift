// Any text in any language through all layers: every record is valid, and no two quotes cross.
import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // The first byte chooses the language, and whether the text has a date and is taken as it stands.
  guard let start, count > 0 else { return 0 }
  let choice = Int(start[0])
  let text = Text.repaired(Array(UnsafeBufferPointer(start: start + 1, count: count - 1))).bytes
  var line = JSONBuffer()
  line.beginObject()
  line.key("text")
  line.string(utf8: text)
  if choice % 16 < languages.count {
    line.key("language")
    line.string(languages[choice % 16])
  }
  if choice & 16 != 0 {
    line.key("published")
    line.string("2024-02-29T12:30:00Z")
  }
  line.endObject()
  let provenance = Provenance(id: "x", path: "x", offset: 0, length: line.bytes.count, format: .jsonl)
  let raw = RawRecord(provenance: provenance, bytes: line.bytes)
  if choice & 32 != 0 { verbatim.check(raw) } else { plain.check(raw) }
  return 0
}

private let languages = ["en", "de", "fr", "es", "hr", "sr-Cyrl", "sr-Latn", "tr", "sq", "ru", "zh", "ar", "und"]
// Safe: libFuzzer calls from one thread.
nonisolated(unsafe) private var plain = FuzzWorker(Options())
nonisolated(unsafe) private var verbatim: FuzzWorker = {
  var options = Options()
  options.isVerbatim = true
  return FuzzWorker(options)
}()
