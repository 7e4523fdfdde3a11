import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct TextTests {
  @Test func foldsInPlace() {
    let text = Text("VUČIĆ Kleçkë ВУЧИЋ ÄÖÜ Ÿ ΑΒΓ İstanbul ẞ 😀")
    #expect(text.folded.count == text.bytes.count)
    #expect(text.lowercased(TextRange(0, text.count)) == "vučić kleçkë вучић äöü ÿ αβγ İstanbul ẞ 😀")
  }

  @Test func foldedIsValidForAnyText() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let text = Text(random.text(count: 60))
      #expect(text.folded.count == text.bytes.count)
      #expect(Text.repaired(text.folded).replacements == 0)
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
      ([0xE2, 0x82], "\u{FFFD}", 1),
      ([0xE2, 0x82, 0x41], "\u{FFFD}A", 1),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}", 1),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
      ([0x80], "\u{FFFD}", 1),
      ([], "", 0),
    ] as [([UInt8], String, Int)])
  func repairsBySubpart(_ bytes: [UInt8], _ expected: String, _ count: Int) {
    let repaired = Text.repaired(bytes)
    #expect(String(decoding: repaired.bytes, as: UTF8.self) == expected)
    #expect(repaired.replacements == count)
  }

  /// Swift's own decoder follows the same rule: one U+FFFD for each maximal subpart.
  @Test func repairsLikeTheStandardLibrary() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in
        [0x41, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80, 0xFF, 0xED, 0xA0][
          Int(random.next() % 13)] as UInt8
      }
      #expect(Text.repaired(bytes).bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  @Test func cleans() {
    let dirty = "a\u{A0}b\u{AD}c\u{200B}d\u{2009}e\r\nf\rg\u{2028}h\u{0}i\u{202E}j\u{FEFF}k\u{200D}l e\u{301}"
    #expect(
      String(decoding: TextCleaner.cleaned(Array(dirty.utf8)), as: UTF8.self)
        == "a bcd e\nf\ng\nhijk\u{200D}l é")
  }

  @Test func cleaningTwiceIsCleaningOnce() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let once = TextCleaner.cleaned(Array(random.text(count: 50).utf8))
      #expect(TextCleaner.cleaned(once) == once)
      #expect(Text.repaired(once).replacements == 0)
    }
  }
}

@Suite struct ScalarOffsetsTests {
  @Test func agreeWithSwiftStrings() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let string = random.text(count: 150)
      let text = Text(string)
      let scalars = ScalarOffsets(of: text, in: .codepoint)
      let units = ScalarOffsets(of: text, in: .utf16)
      let bytes = ScalarOffsets(of: text, in: .utf8)
      var (offset, scalarCount, unitCount) = (0, 0, 0)
      for scalar in string.unicodeScalars {
        #expect(scalars[offset] == scalarCount)
        #expect(units[offset] == unitCount)
        #expect(bytes[offset] == offset)
        offset += String(scalar).utf8.count
        scalarCount += 1
        unitCount += String(scalar).utf16.count
      }
      #expect(scalars[offset] == scalarCount && units[offset] == unitCount)
    }
  }

  @Test func emptyText() { #expect(ScalarOffsets(of: Text(""), in: .codepoint)[0] == 0) }
}
