import Glibc

/// The fuzzer's bytes as a file that can be opened by its path.
func withFile(_ bytes: UnsafeRawBufferPointer, _ body: (String) -> Void) {
  let descriptor = memfd_create("fuzz", 0)
  guard descriptor >= 0 else { fatalError("no memory file") }
  defer { close(descriptor) }
  var offset = 0
  while offset < bytes.count {
    let written = write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
    if written <= 0 { fatalError("cannot write") }
    offset += written
  }
  body("/proc/self/fd/\(descriptor)")
}
