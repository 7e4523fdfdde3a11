import CopydeskTestSupport
import Foundation
import Testing

/// A language is a folder: one that nobody speaks, laid over the pack, gets every layer that it has a file for, and without its
/// files none of them.
@Suite struct MadeUpLanguageTests {
  /// Which layer, the document's line, and what stands in the record with the folder and in none without it.
  struct Case: Sendable, CustomStringConvertible {
    let layer: String
    let line: String
    let found: String
    var description: String { "\(layer): \(found)" }
  }

  /// The layers that are made of the folders.
  static let layers: Set = ["sentences", "pages", "quantities", "times", "quotes", "entities"]

  private static func text(_ text: String, _ language: String = "xx") -> String {
    #"{"language":"\#(language)","published":"2024-06-14","text":"\#(text)"}"#
  }

  private static func page(_ body: String) -> String {
    let prose =
      "<p>Ili vizitis la ponto kun la sindro, ze la urbo vo la rivo estis sur la karto, ke ni vidas ze la dajo.</p>"
    return
      #"{"language":"xx","html":"<html><body><article><h1>La nova ponto apertis kun pompo</h1>\#(body)\#(prose)\#(prose)</article></body></html>"}"#
  }

  static let cases: [Case] = [
    // A title's stop ends no sentence, `ze` opens one.
    Case(
      layer: "sentences", line: text("Ili vizitis dok. Marta Veltin. Ni vidas ponto."),
      found: #""sentences":[{"start":0,"end":30},{"start":31,"end":46}]"#),
    Case(
      layer: "sentences", line: text("Ili vizitis dok. Marta Veltin. Ni vidas ponto.", "xy"),
      found: #""sentences":[{"start":0,"end":30},{"start":31,"end":46}]"#),
    Case(layer: "pages", line: page("<p>Publo: 14 frunio 2024</p>"), found: #""published":"2024-06-14""#),
    Case(layer: "pages", line: page("<p>Verko: Ada Example</p>"), found: #""byline":"Ada Example""#),
    Case(layer: "quantities", line: text("Ili vendis trimo kilvoz."), found: #""unit":"km""#),
    Case(layer: "quantities", line: text("Ili vendis duvo milardo evroz."), found: #""value":2000000.0"#),
    Case(layer: "times", line: text("La ponto apertis jerzo."), found: #""value":"2024-06-13""#),
    Case(layer: "times", line: text("La ponto apertis 3 dekzio 2023."), found: #""value":"2023-12-03""#),
    Case(layer: "times", line: text("La ponto apertis 3 dajoz retzo."), found: #""value":"2024-06-11""#),
    Case(
      layer: "quotes", line: text("\\\"La ponto estis bona\\\", dizis sindro Mara Veltin."), found: #""text":"dizis""#),
    Case(
      layer: "entities", line: text("Ili vizitis sindro Zorbek Veltin."), found: #""rule":"entity/person-title""#),
  ]

  private static func pack(in folder: TemporaryFolder) throws -> String {
    let path = "\(folder.path)/made-up.pack"
    let made = try shell(
      "python3 '\(Repository.root)/scripts/build-languages' '\(Repository.root)/Tests/Languages' -o '\(path)'")
    #expect(made.status == 0, "\(made.errors)")
    return path
  }

  @Test(arguments: cases.filter { layers.contains($0.layer) })
  func aFolderIsEnough(_ example: Case) throws {
    let folder = TemporaryFolder()
    folder.write("in.jsonl", "\(example.line)\n".utf8)
    let run = "copydesk --in jsonl in.jsonl"
    let with = try shell("COPYDESK_LANGUAGES='\(Self.pack(in: folder))' \(run)", folder: folder)
    let without = try shell(run, folder: folder)
    #expect(with.status == 0 && without.status == 0, "\(with.errors)\(without.errors)")
    #expect(with.output.contains(example.found), "\(with.output)")
    #expect(!without.output.contains(example.found), "the folder is not needed for it: \(without.output)")
  }

  /// What the environment lays over the pack changes no other language.
  @Test func otherLanguagesStayAsTheyAre() throws {
    let folder = TemporaryFolder()
    folder.write(
      "in.jsonl", "{\"text\":\"Dr. Ada Example opened the bridge on 3 May 2024. It cost 2 million euros.\"}\n".utf8)
    let with = try shell("COPYDESK_LANGUAGES='\(Self.pack(in: folder))' copydesk --in jsonl in.jsonl", folder: folder)
    let without = try shell("copydesk --in jsonl in.jsonl", folder: folder)
    /// All but the run, which tells that the pack was there.
    func facts(_ line: String) -> Substring? { line.range(of: "\"run\":").map { line[..<$0.lowerBound] } }
    #expect(facts(with.output) == facts(without.output) && facts(with.output) != nil)
    #expect(with.output != without.output)
  }

  /// A file that is missing, damaged or no pack is refused: the facts would be others than asked for.
  @Test func aPackThatIsNoneIsRefused() throws {
    let folder = TemporaryFolder()
    folder.write("in.jsonl", "{\"text\":\"Dr. Ada Example opened the bridge.\"}\n".utf8)
    folder.write("none.pack", [0, 0xFF, 0x09, 0x0A])
    folder.write("empty.pack", [])
    folder.write("cut.pack", "xx/times.tsv\t9\nmonth\t1\tuno\n".utf8)
    folder.write("other.pack", "xx/spices.tsv\t1\nmonth\t1\tuno\n".utf8)
    let problems = [
      "nowhere.pack": "cannot be read", "none.pack": "is no language pack", "empty.pack": "is empty",
      "cut.pack": "is cut off", "other.pack": "has a file 'spices.tsv'",
    ]
    for (path, problem) in problems {
      let result = try shell("COPYDESK_LANGUAGES=\(path) copydesk --in jsonl in.jsonl", folder: folder)
      #expect(result.status == 66 && result.output.isEmpty, "\(path): \(result.status)")
      #expect(result.errors.contains("COPYDESK_LANGUAGES: \(path) \(problem)"), "\(result.errors)")
    }
    let none = try shell("COPYDESK_LANGUAGES= copydesk --in jsonl in.jsonl", folder: folder)
    #expect(none.status == 0)
  }
}
