import Glibc

/// The bytes of a file in memory that are read when they are looked at: mapped if it is a file, copied if it is a pipe.
///
/// Like every mapped file it must not be cut off while it is in use; programs that replace it by renaming do no harm.
final class MappedFile: @unchecked Sendable {
  // @unchecked: the bytes are never written to.
  /// The bytes.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Nil if the file cannot be opened or read.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    if status.st_mode & S_IFMT == S_IFREG, size > 0,
      let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    {
      (bytes, isMapped) = (UnsafeRawBufferPointer(start: base, count: size), true)
      return
    }
    guard let copy = Self.contents(of: descriptor) else { return nil }
    (bytes, isMapped) = (copy, false)
  }

  private static func contents(of descriptor: CInt) -> UnsafeRawBufferPointer? {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count == 0 { break }
      if count > 0 { all += part[..<count] } else if errno != EINTR { return nil }
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: all.count, alignment: 64)
    copy.copyBytes(from: all)
    return UnsafeRawBufferPointer(copy)
  }

  /// Lets the system take back the memory of a part until it is looked at again.
  func release(_ part: UnsafeRawBufferPointer) {
    guard isMapped, let start = part.baseAddress, let base = bytes.baseAddress else { return }
    // Whole pages only: the first begins where the file does.
    let first = (start - base) / 4096 * 4096
    _ = madvise(UnsafeMutableRawPointer(mutating: base + first), start - base + part.count - first, MADV_DONTNEED)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
