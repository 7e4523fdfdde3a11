import CopydeskTestSupport
import Foundation
import Testing

/// `import Copydesk` shows what a user of the library needs, and nothing else.
@Suite struct PublicFaceTests {
  /// The names of top-level types that Sources/Copydesk declares as public.
  private func declared() throws -> [String] {
    let folder = "\(Repository.root)/Sources/Copydesk"
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    var names: [String] = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let source = String(decoding: try Repository.bytes("Sources/Copydesk/\(file)"), as: UTF8.self)
      for line in source.split(separator: "\n") where line.hasPrefix("public ") {
        let words = line.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let kind = words.firstIndex { ["struct", "class", "enum", "protocol"].contains($0) }
        if let kind { names.append(words[kind + 1]) }
      }
    }
    return names.sorted()
  }

  private func exported() throws -> [String] {
    let source = String(decoding: try Repository.bytes("Sources/Copydesk/Exports.swift"), as: UTF8.self)
    return source.split(separator: "\n").filter { $0.hasPrefix("@_exported") }.map { line in
      String(line.split(separator: ".").last ?? "")
    }
  }

  @Test func wholeModulesAreNotExported() throws {
    let exported = try exported()
    #expect(exported.count > 30)
    #expect(!exported.contains { $0.hasPrefix("@_exported") }, "an export without the name of a type")
  }

  /// What runs, writes and watches over processes is the command's.
  @Test func theFaceIsSmall() throws {
    let declared = try declared()
    #expect(declared.contains("Pipeline") && declared.contains("RunReport"))
    let all = try declared + exported()
    #expect(Set(all).count == all.count)
    #expect(all.count <= 78, "\(all.count) public types: \(all.joined(separator: " "))")
  }

  /// A user writes `import Foundation` beside ours.
  @Test func noNameIsFoundationsToo() throws {
    let foundations: Set = [
      "Progress", "Data", "Date", "URL", "Bundle", "Process", "Operation", "Scanner", "Thread", "Timer", "Host", "Port",
      "Stream", "Unit", "Measurement", "Notification", "Locale", "Calendar", "Decoder", "Encoder", "Formatter",
      "Predicate",
    ]
    #expect(try foundations.isDisjoint(with: declared() + exported()))
  }
}
