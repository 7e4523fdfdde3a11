import CopydeskIntake
import Testing

@Suite struct JSONParserTests {
  private func parse(_ text: String) -> JSONValue? { JSONParser.parse(Array(text.utf8)[...]) }

  @Test func readsEveryKind() {
    let value = parse(#" {"a":[1,-2.5e3,true,false,null,"x\"\\\/\n\u00eb\ud83d\ude00"],"b":{"c":""}} "#)
    let elements = value?["a"]?.elements ?? []
    #expect(elements.count == 6)
    #expect(elements.first?.string == "1" && elements[1].string == "-2.5e3")
    #expect(elements.last?.string == "x\"\\/\në😀")
    #expect(value?["b"]?["c"]?.string == "")
  }

  @Test(arguments: [
    "", " ", "{", "{\"a\"", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "nul", "01x", "-", "1.", "\"", "\"\\x\"",
    "{} {}",
    "'a'", "{a:1}",
  ])
  func refuses(_ text: String) { #expect(parse(text) == nil) }

  @Test func refusesDepthWithoutCrashing() {
    #expect(parse(String(repeating: "[", count: 100_000)) == nil)
    #expect(parse(String(repeating: "{\"a\":", count: 100_000)) == nil)
  }

  @Test func repairsStrings() throws {
    var parser = JSONParser(Array("{\"a\":\"x".utf8)[...] + [0xFF, 0x00] + Array("\\ud800y\\uzzzz\"}".utf8))
    let value = try parser.wholeText()
    #expect(value["a"]?.string == "x\u{FFFD}\u{0}\u{FFFD}y\u{FFFD}zzzz")
    #expect(parser.warnings == [.badBytes, .jsonControlCharacter, .jsonBadEscape])
  }

  @Test func lastOfEqualKeysWins() { #expect(parse(#"{"a":1,"a":2}"#)?["a"]?.string == "2") }

  @Test func readsWhatStandsBeforeTheBreak() {
    var parser = JSONParser(Array(#"{"id":"d1","n":[1],"text":"cut off"#.utf8)[...])
    #expect(parser.membersOfPrefix().map(\.key) == ["id", "n"])
  }

  @Test func skipsByteOrderMark() {
    #expect(JSONParser.parse(([0xEF, 0xBB, 0xBF] + Array("1".utf8))[...])?.string == "1")
  }
}

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func knownAnswers(_ text: String, _ digest: String) { #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest) }

  /// However the bytes are cut, and whether or not somebody has asked for the digest on the way.
  @Test func piecesGiveTheHashOfTheWhole() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for size in [1, 3, 55, 63, 64, 65, 999] {
      var hasher = SHA256Hasher()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
        _ = hasher.digest()
      }
      #expect(SHA256.hexadecimal(hasher.digest()) == SHA256.hexDigest(of: bytes), "\(size)")
    }
    #expect(SHA256.hexDigest(of: bytes.reversed()) == SHA256.hexDigest(of: Array(bytes.reversed())))
  }
}
