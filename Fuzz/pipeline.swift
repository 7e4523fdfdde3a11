// Any bytes as a file, from the detection of its format to the line of output: every record is valid.
import Copydesk

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  withFile(UnsafeRawBufferPointer(start: start, count: count)) { worker.check(file: $0) }
  return 0
}

nonisolated(unsafe) private var worker: FuzzWorker = {  // safe: libFuzzer calls from one thread
  var options = Options()
  options.maxBytes = 1 << 18
  return FuzzWorker(options)
}()
