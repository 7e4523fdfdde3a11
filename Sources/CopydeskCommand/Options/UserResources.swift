import ArgumentParser
import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskTagger
import Glibc

/// The files that `--model` and `--gazetteer` name.
enum UserResources {
  /// Reads them into the options. A file that cannot be opened ends the program with status 66, one that cannot be used
  /// with 65.
  static func read(model: String?, gazetteers: [String], into options: inout Options) throws {
    var all: [UInt8] = []
    do throws(ResourceError) {
      if let model { options.model = try tagger(model, adding: &all) }
      if !gazetteers.isEmpty {
        var names = UserGazetteer()
        for path in gazetteers {
          names.add(try ResourceFiles.nameList(at: path))
          if let list = names.lists.last { withUnsafeBytes(of: list.fingerprint.littleEndian) { all += $0 } }
        }
        options.gazetteer = names
      }
    } catch {
      StandardError.say(error.description)
      throw ExitCode(error.description.hasSuffix(ResourceFiles.cannotOpen) ? 66 : 65)
    }
    if !all.isEmpty { options.resources = String(SHA256.hexDigest(of: all).prefix(16)) }
  }

  private static func tagger(_ path: String, adding all: inout [UInt8]) throws(ResourceError) -> TaggerModel {
    let bytes = try file(path)
    all += bytes
    do throws(ResourceError) {
      return try ResourceFiles.tagger(bytes)
    } catch {
      throw ResourceError("\(path): \(error.description)")
    }
  }

  private static func file(_ path: String) throws(ResourceError) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw ResourceError("\(path): \(ResourceFiles.cannotOpen)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
      }
      if part.isEmpty { break }
      bytes += part
    }
    guard ferror(file) == 0 else { throw ResourceError("\(path): \(ResourceFiles.cannotOpen)") }
    return bytes
  }
}
