import Glibc

/// Which file it is, whatever it is called: two names (links, `./a` and `a`) of one file have the same identity.
public struct FileIdentity: Hashable, Sendable {
  /// The device that the file lies on, as `stat` tells it.
  public let device: UInt64
  /// The file's number on it.
  public let inode: UInt64

  /// The file or folder at a path, a symbolic link followed; nil if there is none, or it may not be looked at.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What an open descriptor leads to; nil if it is closed.
  public init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) { (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
}
