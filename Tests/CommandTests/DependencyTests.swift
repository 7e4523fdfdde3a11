import CopydeskTestSupport
import Foundation
import Testing

/// What the product promises not to need.
@Suite struct DependencyTests {
  /// Only the command may touch Foundation, through the library that reads its arguments.
  @Test func sourcesDoNotImportFoundation() throws {
    let sources = "\(Repository.root)/Sources"
    let files = try #require(FileManager.default.enumerator(atPath: sources))
    var count = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      count += 1
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      #expect(!text.contains("import Foundation"), "\(file)")
    }
    #expect(count > 30)
  }

  /// Foundation's formatters would bring thirty megabytes of ICU data of their own.
  @Test func binaryDoesNotLinkFoundationInternationalization() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ldd")
    process.arguments = [try binary()]
    process.standardOutput = output
    try process.run()
    let libraries = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(libraries.contains("libicuuc") && libraries.contains("libxml2"))
    for name in ["libFoundation.so", "FoundationInternationalization", "_FoundationICU", "FoundationNetworking"] {
      #expect(!libraries.contains(name), "\(name)")
    }
  }
}
