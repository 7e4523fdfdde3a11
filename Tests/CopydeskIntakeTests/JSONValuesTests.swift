import CopydeskIntake
import CopydeskTestSupport
import Testing

/// JSON that is not one document on each line.
@Suite struct JSONValuesTests {
  private func read(_ text: String, _ name: String = "a.json", _ options: ReadingOptions = .init()) -> [RawRecord] {
    WARCReaderTests.read(Array(text.utf8), name, options).records
  }

  /// The ids, or the codes of failures, of all documents.
  private func answers(_ records: [RawRecord]) -> [String] {
    records.map { record in
      var provenance = record.provenance
      do throws(DocumentFailure) {
        _ = try PageDecoder().decode(record, provenance: &provenance)
        return provenance.id
      } catch {
        return error.code.rawValue
      }
    }
  }

  private static func document(_ id: Int, _ more: String = "") -> String {
    "{\"id\":\"\(id)\",\"text\":\"A { \\\"quoted\\\" ] text \(id).\"\(more)}"
  }

  private static func pretty(_ id: Int) -> String {
    "{\n  \"id\": \"\(id)\",\n  \"tags\": [\n    \"a\",\n    {\n      \"id\": 7\n    }\n  ],\n  \"text\": \"Text \(id).\"\n}"
  }

  @Test func shapes() {
    let (one, two) = (Self.document(1), Self.document(2))
    for text in [
      "[\(one),\(two)]", "[\(one),\n\(two)]\n", " [ \(one) , \(two) ] ", "\u{FEFF}[\n  \(one),\n  \(two)\n]",
      "[\(Self.pretty(1)),\(Self.pretty(2))]", "\(Self.pretty(1))\n\(Self.pretty(2))\n", "\(one)\(two)",
      "\(one),\(two)", "\(Self.pretty(1)),\n\(Self.pretty(2))", "[\(one)]\n[\(two)]", "\(one)\n\(two)",
    ] {
      for name in ["a.json", "a.jsonl", "a"] {
        let records = read(text, name)
        #expect(answers(records) == ["1", "2"], "\(name): \(text)")
        #expect(records.map(\.line) == [1, 2] && records.allSatisfy { $0.provenance.format == .jsonl })
        let bytes = Array(text.utf8)
        for record in records {
          let (start, length) = (record.provenance.offset, record.provenance.length)
          #expect(Array(bytes[start..<start + length]) == record.bytes && record.bytes.last == UInt8(ascii: "}"))
        }
      }
    }
  }

  /// Who asks for lines gets as many answers as there are lines.
  @Test func linesThatWereAskedForStayLines() {
    let text = "[\n\(Self.pretty(1)),\n\(Self.pretty(2))\n]\n"
    #expect(read(text, "a.json", ReadingOptions(format: .jsonl)).count == text.utf8.count { $0 == 0x0A })
  }

  /// JSON Lines that are cut off or damaged are not taken for anything else.
  @Test func damagedLinesStayLines() {
    let good = Self.document(2)
    for first in [
      "{\"id\":\"1\",\"text\":\"cut", "{\"id\":\"1\",", "{\"id\":", "{", "{\"id\":\"1\"", "{\"id\":\"1\",\"x\":[1,",
      "{]", "[\"",
      "{\"id\":\"1\"}}", "{\"id\":\"1\"} x",
    ] {
      #expect(answers(read("\(first)\n\(good)\n", "a.jsonl")) == ["bad-json", "2"], "\(first)")
    }
  }

  @Test func emptyArraysAndOtherElements() {
    for text in ["[]", " [ ]\n", "[\n\n]"] { #expect(answers(read(text)) == ["no-documents"], "\(text)") }
    #expect(
      answers(read("[\(Self.document(1)), 7, \"x\", null, [\(Self.document(2))]]"))
        == ["1", "bad-json", "bad-json", "bad-json", "bad-json"])
    #expect(answers(read("[\"one\", \"two\"]")) == ["bad-json", "bad-json"])
    #expect(answers(read("[{},{}]")) == ["no-content", "no-content"])
  }

  /// Every kind of damage to one of five documents: the others come out, and the damage is told.
  @Test func damageCostsOneDocument() {
    for isPretty in [false, true] {
      let whole = (1...5).map { isPretty ? Self.pretty($0) : Self.document($0) }
      let middle = whole[2]
      var broken: [String] = []
      for index in middle.indices {
        var cut = middle
        cut.remove(at: index)
        broken += [cut, String(middle[..<index])]
        for sign in ["\"", "}", "{", "]", "\\"] { broken.append(middle[..<index] + sign + middle[index...]) }
      }
      for (separator, ends) in [(",", ("[", "]")), (",\n", ("[\n", "\n]")), ("\n", ("", "\n"))] {
        for piece in broken {
          var pieces = whole
          pieces[2] = piece
          let text = ends.0 + pieces.joined(separator: separator) + ends.1
          let found = answers(read(text))
          // What is left of the damaged one may itself look like a document; what is beside it must come out.
          #expect(Set(["1", "2", "4", "5"]).isSubset(of: found), "\(found): \(text)")
          #expect(found.filter { $0 == "4" }.count == 1, "\(found): \(text)")
        }
      }
    }
  }

  @Test func cutOffArrays() {
    let text = "[" + (1...3).map { Self.document($0) }.joined(separator: ",\n") + "]"
    for end in text.utf8.indices where text.utf8.distance(from: text.startIndex, to: end) > 8 {
      let found = answers(read(String(text[..<end])))
      #expect(found.last.map { ["bad-json", "json-damaged"].contains($0) } == true, "\(found)")
    }
  }

  @Test func whatIsTooLongIsOneError() {
    let long = Self.document(2, ",\"more\":\"\(String(repeating: "x", count: 300_000))\"")
    let text = "[" + [Self.document(1), long, Self.document(3)].joined(separator: ",") + "]"
    let records = read(text, "a.json", ReadingOptions(maxBytes: 100_000))
    #expect(answers(records) == ["1", "too-large", "3"])
    #expect(records[1].bytes.count <= 65_536 && records[1].provenance.length == long.utf8.count)
    var provenance = records[1].provenance
    _ = try? PageDecoder().decode(records[1], provenance: &provenance)
    #expect(provenance.id == "2")
  }

  /// Documents over the borders of what is read at once.
  @Test func manyDocuments() {
    let ids = Array(1...3000)
    let text = "[" + ids.map { Self.document($0, ",\"n\":[\($0)]") }.joined(separator: ",\n") + "]"
    #expect(answers(read(text)) == ids.map(String.init))
    #expect(answers(read(ids.map(Self.pretty).joined(separator: "\n"))) == ids.map(String.init))
  }

  /// Deep brackets, many keys, long escapes: linear in time, and an answer.
  @Test func hostileValues() {
    let deep = String(repeating: "[", count: 1_000_000)
    let keys = "{" + (0..<100_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    let nested = "[" + String(repeating: "{\"id\":[", count: 200_000)
    let stray = "[\(Self.document(1))," + String(repeating: "}", count: 500_000)
    let unclosed = "[" + String(repeating: "{\"id\":\"x,\n", count: 20_000)
    let escapes = "{\"id\":1,\n\"text\":\"" + String(repeating: "\\u0041\\ud83d\\ude00", count: 50_000) + "\"}"
    for (text, code) in [
      ("[{\"a\":\(deep)", "bad-json"), (keys, "no-content"), (nested, "bad-json"), (stray, "1"),
      (unclosed, "bad-json"), (escapes, "1"),
    ] {
      let time = processorTime { #expect(answers(read(text)).first == code, "\(text.prefix(40))") }
      #expect(time < .seconds(8), "\(text.prefix(40)): \(time)")
    }
  }
}
