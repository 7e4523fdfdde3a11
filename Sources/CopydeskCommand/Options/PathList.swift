import ArgumentParser
import Copydesk
import CopydeskIntake

/// A file with a path on each line (`--files-from`).
enum PathList {
  /// The paths; empty ones do not count.
  /// - Parameter endsWithNUL: whether a NUL ends each path, as `find -print0` writes them, and lines' ends are part of names.
  static func read(_ path: String, endsWithNUL: Bool = false) throws -> [InputPath] {
    var bytes: [UInt8] = []
    do throws(ReadError) {
      let stream = path == "-" ? FileStream.standardInput() : try FileStream(path: path)
      while try stream.read(into: &bytes, count: 1 << 16) > 0 {}
    } catch {
      StandardError.say("--files-from \(path): \(error.message)")
      throw ExitCode(66)
    }
    return bytes.split(whereSeparator: { $0 == 0 || !endsWithNUL && ($0 == 0x0A || $0 == 0x0D) })
      .map { .path(FileName.argument(Array($0))) }
  }
}
