// The reader of pages: no crash, no hang, valid text, and every place in the source where it says.
import CopydeskIntake
import CopydeskText

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Text.repaired([UInt8](UnsafeRawBufferPointer(start: start, count: count))).bytes
  var extractor = HTMLMainText()
  let main = extractor.extract(from: bytes, url: nil)
  precondition(Text.repaired(main.text).replacements == 0, "text that is no UTF-8")
  if let headline = main.headline { precondition(Int(headline.end) <= main.text.count, "a headline outside the text") }
  var end = 0
  for run in main.sources.runs {
    precondition(run.text.lowerBound >= end && run.text.upperBound <= main.text.count, "runs out of order")
    precondition(run.source >= 0 && run.source + run.text.count <= bytes.count + 8, "a run outside the source")
    end = run.text.upperBound
  }
  _ = PageExplanation(of: bytes)
  return 0
}
