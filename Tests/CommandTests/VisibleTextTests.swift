import CopydeskTestSupport
import Foundation
import Testing

/// What others wrote does not steer the terminal of who looks at it.
@Suite struct VisibleTextTests {
  private let folder = TemporaryFolder()

  /// Each character that steers, with its escape in JSON and as it is shown.
  private var steering: [(code: UInt32, json: String, shown: String)] {
    let codes: [UInt32] =
      Array(0x01...0x08) + Array(0x0B...0x1F) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F]
      + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    return codes.map { code in
      let digits = String(code, radix: 16)
      let four = String(repeating: "0", count: 4 - digits.count) + digits
      return (code, "\\u\(four)", code < 0x80 ? "\\x\(four.suffix(2))" : "\\u\(four)")
    }
  }

  private func isSteering(_ scalar: Unicode.Scalar) -> Bool { steering.contains { $0.code == scalar.value } }

  /// A record whose every string has all of them.
  private func record() throws -> String {
    let page = "<h1>Storm</h1><p>Rain fell in Oslo on 3 May 2024. “It was 5 km,” Ana Berg said.</p>"
    folder.write("page.html", page.utf8)
    let record = try shell("copydesk page.html", folder: folder).output
    let all = steering.map(\.json).joined()
    var changed = record
    for key in ["title", "name", "text", "link", "value", "unit", "counted", "rule", "message", "id", "path"] {
      changed = changed.replacingOccurrences(of: "\"\(key)\":\"", with: "\"\(key)\":\"\(all)")
    }
    return changed.replacingOccurrences(
      of: "\"error\":null", with: "\"error\":{\"code\":\"x\",\"stage\":\"x\",\"message\":\"\(all)\"}")
  }

  @Test(arguments: [
    "show records.jsonl", "explain records.jsonl", "explain records.jsonl --fact e0", "names records.jsonl",
    "verify records.jsonl", "verify --against . records.jsonl", "gazetteer lookup \"$all\"",
    "gazetteer link links.jsonl", "blocks steering.html", "blocks --json steering.html", "\"./$all\"", "show \"$all\"",
    "--published \"$all\" page.html", "\"--$all\"", "explain \"$all\"", "--names \"$all\" page.html",
    "--gazetteer \"$all\" page.html", "view -o \"no/$all\" records.jsonl", "--output-dir \"/dev/null/$all\" page.html",
    "--files-from \"$all\"", "digest \"$all\"", "repair \"$all\"", "other", "other.jsonl", "esc.warc",
  ])
  func nothingSteersTheTerminal(_ arguments: String) throws {
    folder.write("records.jsonl", try record().utf8)
    let all = String(String.UnicodeScalarView(steering.compactMap { Unicode.Scalar($0.code) }))
    folder.write("all", all.utf8)
    folder.write(
      "links.jsonl", "{\"id\":\"\(all)\",\"text\":\"\(all)Oslo\",\"entities\":[{\"start\":0,\"end\":9}]}\n".utf8)
    folder.write("steering.html", "<h1>\(all)Storm</h1><p class=\"\(all)\">Rain \(all) fell in Oslo.</p>".utf8)
    folder.write("other/a\u{1B}]0;x\u{07}b.txt", "Rain.".utf8)
    folder.write("other/a.\u{1B}\u{202E}", "Rain.".utf8)
    folder.write("other.jsonl", "{\"\u{202E}\\u001b]0;x\\u0007\":1}\n".utf8)
    folder.write("esc.warc", "WARC/1.0\r\nWARC-Type: \u{1B}]0;x\u{07}\r\nContent-Length: \u{1B}[31m\r\n\r\n".utf8)
    let result = try shell("all=$(cat all); copydesk \(arguments) > out; cat err 2>/dev/null; true", folder: folder)
    let out = try shell("cat out", folder: folder).output
    // Records are data, for programs: there the characters stay, but for control characters.
    let isData = ["\"./$all\"", "other", "other.jsonl", "esc.warc"].contains(arguments)
    for text in isData ? [result.errors] : [result.errors, out] {
      #expect(!text.unicodeScalars.contains(where: isSteering), "\(arguments): \(text.debugDescription)")
    }
    #expect(!out.isEmpty || !result.errors.isEmpty)
    // A message is one line, whatever is in it.
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("copydesk: ") }, "\(result.errors)")
  }

  @Test func eachCharacterIsShownByItsNumber() throws {
    folder.write("records.jsonl", try record().utf8)
    let shown = try shell("copydesk show records.jsonl", folder: folder).output
    #expect(shown.contains(steering.map(\.shown).joined()))
    // Letters of all scripts are what they are.
    let letters = "Đinđić Љубљана 京 אב 😀 é ½ · … “”"
    let line = "{\"schema\":\"copydesk/1\",\"id\":\"\(letters)\"}\n"
    #expect(try copydesk("show", input: Array(line.utf8)).output == "\(letters)\n\n")
    let names = try shell("copydesk names records.jsonl", folder: folder).output
    #expect(names.contains("\\u202e") && names.contains("\\u061c") && names.contains("\\u001b"))
  }
}
