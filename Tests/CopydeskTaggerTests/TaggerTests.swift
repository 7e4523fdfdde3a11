import CopydeskText
import Testing

@testable import CopydeskTagger

/// Sentences of our own with names in brackets: `[PER Ana Lee] went to [LOC Oslo] .`
private func document(_ lines: String...) -> TrainingDocument {
  var bytes: [UInt8] = []
  var tokens: [TextRange] = []
  var sentences: [Range<Int>] = []
  var names: [TrainingDocument.Name] = []
  for line in lines {
    let first = tokens.count
    var open: (type: String, start: Int)?
    for word in line.split(separator: " ") {
      if word.hasPrefix("[") {
        open = (String(word.dropFirst()), bytes.count)
        continue
      }
      let closes = word.hasSuffix("]")
      let start = bytes.count
      bytes += Array((closes ? word.dropLast() : word).utf8)
      tokens.append(TextRange(start, bytes.count))
      if closes, let name = open {
        names.append(.init(range: TextRange(name.start, bytes.count), type: name.type))
        open = nil
      }
      bytes.append(UInt8(ascii: " "))
    }
    sentences.append(first..<tokens.count)
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
  }
  return TrainingDocument(bytes: bytes, tokens: tokens, sentences: sentences, names: names)
}

private let lessons = [
  document("[PER Ana Lee] met [PER Karl Maier] in [LOC Oslo] .", "[PER Lee] left [LOC Oslo] on Monday ."),
  document("Shares of [ORG Bramo Corp] fell in [LOC Vienna] ."),
  document("[ORG Bramo Corp] said [PER Maria Soto] would leave ."),
  document("The rain stopped in [LOC Lima] and the roads were open ."),
  document("He said that nothing was wrong with the bridge ."),
]

private func train(seed: UInt64 = 1, bits: Int = 12, documents: [TrainingDocument] = lessons) -> [UInt8] {
  var settings = TrainingSettings()
  (settings.bits, settings.seed, settings.dropout) = (bits, seed, 0.2)
  let trainer = TaggerTrainer(types: ["PER", "ORG", "LOC"], lexicon: .empty, settings: settings)
  for document in documents { trainer.add(document) }
  for _ in 0..<25 { _ = trainer.runEpoch() }
  return trainer.model(properties: [("seed", "\(seed)")])
}

private func tagger(_ bytes: [UInt8], lexicon: Lexicon = .empty) throws -> Tagger {
  let file = FileBytes(bytes)
  return Tagger(model: try TaggerModel(file: file.bytes, owner: file), lexicon: lexicon)
}

private func names(_ tagger: Tagger, _ document: TrainingDocument) -> [TrainingDocument.Name] {
  tagger.names(in: document.bytes, tokens: document.tokens, sentences: document.sentences).map {
    let range = TextRange(
      Int(document.tokens[$0.tokens.lowerBound].start), Int(document.tokens[$0.tokens.upperBound - 1].end))
    return .init(range: range, type: tagger.model.labels.types[$0.type])
  }
}

@Suite struct TaggerTests {
  @Test func aTaggerKnowsWhatItWasTaught() throws {
    let tagger = try tagger(train())
    for lesson in lessons { #expect(names(tagger, lesson) == lesson.names) }
    #expect(tagger.model.properties["seed"] == "1")
  }

  @Test func itCarriesOverToNewNames() throws {
    let new = document("Shares of [ORG Tilmo Corp] fell in [LOC Oslo] .")
    #expect(names(try tagger(train()), new) == new.names)
  }

  @Test func trainingIsRepeatable() {
    #expect(train(seed: 7) == train(seed: 7))
    #expect(train(seed: 7) != train(seed: 8))
  }

  @Test func confidenceIsAShare() throws {
    let tagger = try tagger(train())
    for lesson in lessons {
      for name in tagger.names(in: lesson.bytes, tokens: lesson.tokens, sentences: lesson.sentences) {
        #expect((0...1).contains(name.confidence))
      }
    }
  }

  @Test func whatWasTaggedBeforeChangesNothing() throws {
    let bytes = train()
    let used = try tagger(bytes)
    for lesson in lessons.reversed() { _ = names(used, lesson) }
    for lesson in lessons { #expect(names(used, lesson) == names(try tagger(bytes), lesson)) }
  }

  private func failure(_ bytes: [UInt8]) -> TaggerModel.Failure? {
    let file = FileBytes(bytes)
    do throws(TaggerModel.Failure) {
      _ = try TaggerModel(file: file.bytes, owner: file)
      return nil
    } catch {
      return error
    }
  }

  @Test func damagedFilesAreRefused() {
    let bytes = train()
    #expect(failure(bytes) == nil)
    for length in [8, 40, bytes.count / 2, bytes.count - 9, bytes.count - 1] {
      #expect(failure(Array(bytes.prefix(length))) == .isUnsealed, "\(length) bytes")
    }
    for length in [0, 7] { #expect(failure(Array(bytes.prefix(length))) == .isOther, "\(length) bytes") }
    // One byte of the weights, of the numbers, of the checksum.
    for place in stride(from: 8, to: bytes.count - 16, by: bytes.count / 50) + [bytes.count - 1] {
      var other = bytes
      other[place] ^= 1
      #expect(failure(other) == .isDamaged, "byte \(place)")
    }
  }

  /// Whoever writes the right checksum may write anything before it.
  @Test func numbersThatAreNoneAreRefused() {
    let labels = LabelSet(types: ["PER"])
    func model(bits: Float, scale: Float = 1, transition: Float = 0, calibration: [Float] = []) -> [UInt8] {
      var out = SectionWriter(magic: TaggerModel.magic)
      out.section(Array("PER".utf8))
      out.section([UInt8]())
      out.section([bits, scale, 0].map(\.bitPattern))
      out.section(Array(repeating: transition.bitPattern, count: labels.count * labels.stride))
      out.section(calibration.map(\.bitPattern))
      out.section([Int8](repeating: 0, count: labels.stride << 4))
      out.section([UInt8]())
      out.section([UInt32]())
      return FileSeal.sealed(out.bytes)
    }
    #expect(failure(model(bits: 4)) == nil)
    for bits in [Float.nan, .infinity, -.infinity, 4.5, 1e30, -4, 3, 27] {
      #expect(failure(model(bits: bits)) == .isOther)
    }
    for number in [Float.nan, .infinity] {
      #expect(failure(model(bits: 4, scale: number)) == .isOther)
      #expect(failure(model(bits: 4, transition: number)) == .isOther)
      #expect(failure(model(bits: 4, calibration: [number, 0])) == .isOther)
    }
  }

  @Test func strangeInputIsHarmless() throws {
    let tagger = try tagger(train())
    #expect(tagger.names(in: [], tokens: [], sentences: []).isEmpty)
    // A word longer than any, a lone byte order mark, a sentence without end.
    let long = Array(repeating: UInt8(ascii: "X"), count: 5000)
    #expect(tagger.names(in: long, tokens: [TextRange(0, 5000)], sentences: [0..<1]).count <= 1)
    let many = (0..<20_000).map { TextRange($0 % 4999, $0 % 4999 + 1) }
    #expect(tagger.names(in: long, tokens: many, sentences: [0..<many.count]).count <= many.count)
  }
}

@Suite struct LexiconTests {
  @Test func listsAreRead() throws {
    var builder = LexiconBuilder()
    for town in ["Oslo", "Vienna", "Lima"] { builder.add(name: town, list: "CITY") }
    for name in ["Ana", "Karl"] { builder.add(name: name, list: "GIVEN") }
    let file = FileBytes(builder.bytes())
    #expect(try #require(Lexicon(file.bytes, owner: file)).lists == ["CITY", "GIVEN"])
  }

  @Test func theOrderOfEntriesDoesNotMatter() {
    let words = [("sail", "0101"), ("boat", "0111"), ("Oslo", "10")]
    var (one, two) = (LexiconBuilder(), LexiconBuilder())
    for (word, path) in words { one.add(word: word, path: path) }
    for (word, path) in words { two.add(word: word, path: path) }
    #expect(one.bytes() == two.bytes())
    #expect(Lexicon(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
  }
}
