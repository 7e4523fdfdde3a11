// Any bytes as a file, from the detection of its format to the line of output: every record is valid.
import Copydesk
import CopydeskIntake

let pipeline: Pipeline = {
  var options = Options()
  options.maxBytes = 1 << 18
  guard let pipeline = try? Pipeline(options) else { fatalError("the default options are wrong") }
  return pipeline
}()

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  withFile(UnsafeRawBufferPointer(start: start, count: count)) { path in
    for record in pipeline.records(in: [.path(path)]) {
      let problems = RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8))
      precondition(problems.isEmpty, "\(problems)")
    }
  }
  return 0
}
