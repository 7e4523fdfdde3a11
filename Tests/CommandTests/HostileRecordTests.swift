import CopydeskIntake
import CopydeskTestSupport
import Foundation
import Testing

/// Records, corrections and lists of names that are damaged or made to do harm, through every command that reads them.
@Suite struct HostileRecordTests {
  private let folder = TemporaryFolder()

  /// Small records with facts of every layer.
  private func records() throws -> [JSONValue] {
    let texts = [
      "Ana Berg, mayor of Oslo, said on Monday: “We need 5 km of road.”",
      "Über 1.200 Menschen kamen am 3. Mai 2024 nach Graz, sagte Eva Pichler. 😀 «Ja», rief sie.",
      "Rain.", "",
    ]
    let lines = texts.map { "{\"published\":\"2024-05-04\",\"text\":\"\($0)\"}\n" }.joined()
    folder.write("in.jsonl", lines.utf8)
    let output = ["codepoint", "utf8", "utf16"].map { "copydesk --offsets \($0) in.jsonl" }.joined(separator: ";")
    return try shell(output, folder: folder).lines.compactMap { JSONParser.parse(Array($0.utf8)[...]) }
  }

  /// Whether a command ended by itself and said no more than it should.
  private func expectAnEnd(_ command: String, _ statuses: Set<Int32> = [0, 65]) throws {
    let result = try shell(
      "copydesk \(command) > out 2> err; code=$?; head -n 40 err >&2; exit $code", folder: folder)
    #expect(statuses.contains(result.status), "\(command): \(result.status) \(result.errors)")
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("copydesk: ") })
  }

  @Test func tenThousandMutatedRecords() throws {
    let records = try records()
    #expect(records.count == 12)
    var mutation = JSONMutation(seed: 5)
    var lines: [UInt8] = []
    for index in 0..<10_000 { lines += mutation.line(of: records[index % records.count]) + [0x0A] }
    folder.write("bad.jsonl", lines)
    for command in ["show bad.jsonl", "view -o page.html bad.jsonl", "names bad.jsonl", "verify bad.jsonl"] {
      try expectAnEnd(command, [65])
    }
    try expectAnEnd("digest bad.jsonl", [0])
    // Each of these makes records again, or takes the lines for documents.
    let few = lines.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(1500).joined(separator: [0x0A])
    folder.write("few.jsonl", Array(few) + [0x0A])
    try expectAnEnd("verify --against . few.jsonl", [65])
    try expectAnEnd("verify --against . --force few.jsonl", [65])
    try expectAnEnd("gazetteer compare few.jsonl")
    try expectAnEnd("gazetteer link few.jsonl")
    try expectAnEnd("-q few.jsonl", [0, 1])
    for number in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987] {
      _ = try shell("sed -n \(number)p few.jsonl > one.jsonl", folder: folder)
      try expectAnEnd("explain one.jsonl")
      try expectAnEnd("explain one.jsonl --fact q0")
    }
  }

  @Test func numbersThatNoFileHas() throws {
    folder.write("a.txt", "Rain fell in Oslo.".utf8)
    let result = try shell(
      """
      copydesk a.txt | sed 's/"offset":0,"length":[0-9]*/"offset":4611686018427387904,"length":4611686018427387904/' > offset.jsonl
      for line in 'offset.jsonl' 'offset.jsonl --fact e0' 'offset.jsonl --force'; do copydesk explain $line || exit; done
      """, folder: folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.components(separatedBy: "no range of bytes").count == 4)
  }

  @Test(arguments: [
    ("null", "no JSON object"), ("[]", "no JSON object"), ("{\"schema\":1}", "a record of 1"), ("{", "no JSON object"),
    ("{\"schema\":\"copydesk/1\"", "no JSON object"), ("deep [", "no JSON object"), ("deep {\"a\":", "no JSON object"),
    ("\u{FEFF}", "no JSON object"),
  ])
  func whatIsNoRecordIsOneLine(_ given: String, _ message: String) throws {
    let line = given.hasPrefix("deep ") ? String(repeating: String(given.dropFirst(5)), count: 100_000) : given
    folder.write("x.jsonl", "\(line)\n".utf8)
    for command in ["show", "view -o page.html", "names", "verify"] {
      let result = try shell("copydesk \(command) x.jsonl", folder: folder)
      #expect(result.status == 65, "\(command): \(result.status)")
      let told = result.errors.split(separator: "\n").filter { !$0.contains("problem") }
      #expect(told.count == 1 && result.errors.contains(message), "\(command): \(result.errors)")
    }
  }

  @Test func corrections() throws {
    var random = SeededGenerator(seed: 9)
    let good = "add\tKovač\tAna Kovač\t\tPER\nmerge\tAna Kovač\tA. Kovač\tdesk:1\nkill\tOslo\n"
    for _ in 0..<60 {
      var bytes = Array(good.utf8)
      for _ in 0..<4 {
        bytes[Int(random.next() % UInt64(bytes.count))] =
          [0, 9, 10, 13, 0x22, 0x80, 0xFF, 0x41][Int(random.next() % 8)]
      }
      folder.write("names.tsv", bytes)
      try expectAnEnd("names --names names.tsv < /dev/null", [65])
      try expectAnEnd("-q --in text --names names.tsv - <<< 'Ana Kovač left Oslo.'")
    }
  }

  /// A compiled list is read where it lies: not a byte of it is believed that its checksum does not cover.
  @Test func damagedListsOfNames() throws {
    let list = folder.write("desk.tsv", "Orlin Tashev\tPER\tdesk:17\tTashev\nRain Co\tORG\tdesk:2\n".utf8)
    #expect(try workshop(["build-gazetteer", list]).status == 0)
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/desk.cdgaz")))
    var random = SeededGenerator(seed: 3)
    for round in 0..<60 {
      var bytes = good
      let index = Int(random.next() % UInt64(bytes.count))
      if round % 3 == 0 { bytes.removeLast(bytes.count - index) } else { bytes[index] ^= 1 << UInt8(random.next() % 8) }
      folder.write("bad.cdgaz", bytes)
      // Without its first bytes it is a list as text: then there is nothing to be told, or a line of it is none.
      try expectAnEnd("-q --in text --gazetteer bad.cdgaz - <<< 'Orlin Tashev left.'", index < 8 ? [0, 65] : [65])
    }
  }
}
