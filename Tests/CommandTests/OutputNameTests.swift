import CopydeskTestSupport
import Testing

/// What options name: devices, links, inputs, each other.
@Suite struct OutputNameTests {
  private let folder = TemporaryFolder()
  private let line = "{\"id\":\"a\",\"text\":\"Rain fell in Oslo.\"}\n"

  @Test(arguments: ["--manifest", "--stats", "--rejects"])
  func whatIsNoFileIsWrittenInto(_ option: String) throws {
    folder.write("a.jsonl", (line + "{bad\n").utf8)
    let result = try shell(
      """
      mkfifo pipe; echo old > target; ln -s target link; ln -s new dangling
      cat pipe > read & copydesk -q \(option) pipe a.jsonl > /dev/null; echo $?; wait
      copydesk -q \(option) link a.jsonl > /dev/null; echo $?
      copydesk -q \(option) dangling a.jsonl > /dev/null; echo $?
      copydesk -q \(option) /dev/null a.jsonl > /dev/null; echo $?
      copydesk -q \(option) /dev/full a.jsonl > /dev/null; echo $?
      [ -p pipe ] && [ -s read ] && [ -L link ] && [ -L dangling ] && [ -s new ] && [ -c /dev/null ] && grep -c . target
      ls
      """, folder: folder)
    #expect(result.lines.prefix(6) == ["0", "0", "0", "0", "74", "1"], "\(result.output)")
    #expect(!result.output.contains("old") && !result.output.contains(".part"))
    #expect(result.errors.contains("/dev/full: No space left on device"))
  }

  /// A device file of one's own is only for those who may make one.
  @Test func aDeviceStaysOne() throws {
    folder.write("a.jsonl", line.utf8)
    let result = try shell(
      """
      mknod null c 1 3 2>/dev/null && : > null || exit 9
      copydesk -q --manifest null --stats null a.jsonl > /dev/null; echo $?; [ -c null ] && echo device
      """, folder: folder)
    #expect(result.status == 9 || result.lines == ["0", "device"])
  }

  @Test(arguments: [
    "--manifest x --stats x a.jsonl", "--manifest x --rejects ./x a.jsonl", "--stats d/../x --rejects x a.jsonl",
    "--manifest a.jsonl a.jsonl", "--rejects a.jsonl a.jsonl", "--stats hard a.jsonl", "--rejects soft a.jsonl",
    "--manifest out.jsonl a.jsonl", "out.jsonl", "--manifest list --files-from list",
    "--rejects names --names names a.jsonl",
    "--manifest list.tsv --gazetteer list.tsv a.jsonl", "--output-dir d d", "--output-dir d --manifest d a.jsonl",
    "--output-dir . --resume records-00000.jsonl", "--output-dir new --manifest new/records-00000.jsonl a.jsonl",
    "--output-dir new --stats new a.jsonl",
    "--manifest '' a.jsonl", "--stats '' a.jsonl", "--rejects '' a.jsonl", "--output-dir '' a.jsonl", "''",
    "--manifest - a.jsonl", "--stats - a.jsonl", "--rejects - a.jsonl",
    "--output-dir new --stats - --manifest - a.jsonl",
    "view -o a.jsonl a.jsonl", "view -o soft a.jsonl", "view -o '' a.jsonl", "view -o a.jsonl - < a.jsonl",
    "view -o - out.jsonl", "show out.jsonl", "names out.jsonl", "digest out.jsonl", "repair out.jsonl", "- < out.jsonl",
    "digest < out.jsonl", "explain out.jsonl", "blocks out.jsonl", "gazetteer link out.jsonl",
  ])
  func oneFileIsNotUsedTwice(_ arguments: String) throws {
    for name in ["a.jsonl", "out.jsonl"] { folder.write(name, line.utf8) }
    folder.write("list", "a.jsonl\n".utf8)
    folder.write("names", "add\tOslo\tOslo\n".utf8)
    folder.write("list.tsv", "Orlin Tashev\tPER\tdesk:17\n".utf8)
    let result = try shell(
      """
      mkdir d; ln a.jsonl hard; ln -s a.jsonl soft
      copydesk \(arguments) >> out.jsonl; echo $?
      cat a.jsonl out.jsonl; ls
      """, folder: folder)
    let names = ["a.jsonl", "d", "hard", "list", "list.tsv", "names", "out.jsonl", "soft"]
    #expect(
      result.output == "64\n\(line)\(line)\(names.joined(separator: "\n"))\n", "\(result.output) \(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func outputIsNeverInput() throws {
    folder.write("docs.jsonl", String(repeating: line, count: 4).utf8)
    let result = try shell(
      """
      mkdir in; for i in $(seq 40); do cp docs.jsonl in/a$i.jsonl; done
      copydesk -q in > in/z.jsonl; echo $?; wc -l < in/z.jsonl
      copydesk -q in > in/z.jsonl; echo $?; wc -l < in/z.jsonl
      rm in/z.jsonl
      copydesk -q --output-dir in/out --rejects in/bad.jsonl --manifest in/m.txt --shard-size 100 in; echo $?
      cat in/out/*.jsonl | wc -l
      copydesk -q --output-dir in/out --rejects in/bad.jsonl --manifest in/m.txt --shard-size 100 --resume in; echo $?
      cat in/out/*.jsonl | wc -l
      """, folder: folder)
    #expect(result.lines == ["0", "160", "0", "160", "0", "160", "0", "160"], "\(result.output)")
    #expect(result.errors.contains("passed over in/z.jsonl: it is the output"))
    #expect(result.errors.contains("passed over in/out: it is the output"))
  }

  @Test func theManifestMayGoToStandardOutputOfALongRun() throws {
    folder.write("a.jsonl", line.utf8)
    let result = try shell("copydesk -q --output-dir out --manifest - a.jsonl", folder: folder)
    #expect(
      result.status == 0 && result.output.hasPrefix("{\"schema\":\"copydesk-manifest/1\"") && result.lines.count == 1)
  }
}
