import ArgumentParser
import CopydeskFacts
import CopydeskIntake
import CopydeskTagger
import CopydeskText

/// Documents with their names marked: BIO files or JSON Lines.
enum Corpus {
  /// How the text is cut into tokens.
  enum Tokens: String, ExpressibleByArgument {
    /// As `copydesk` does it.
    case product
    /// As the lines of the BIO file have it.
    case given
  }

  /// The documents of a file. JSON Lines need `text` and `entities` with `start`, `end` (code points) and `type`; anything
  /// else is BIO: a token, a tab or space, a tag in the last column; blank lines between sentences, `-DOCSTART-` before
  /// each document.
  static func read(_ path: String, tokens: Tokens, language: String) throws -> [TrainingDocument] {
    let bytes = try Files.read(path)
    if bytes.first(where: { $0 != UInt8(ascii: "\n") }) == UInt8(ascii: "{") {
      return try records(bytes, path, language)
    }
    var reader = BIOReader(tokens: tokens, language: language)
    return reader.documents(bytes)
  }

  private static func records(_ bytes: [UInt8], _ path: String, _ language: String) throws -> [TrainingDocument] {
    var documents: [TrainingDocument] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let value = JSONParser.parse(line), case .string(let text)? = value["text"] else {
        throw ValidationError("\(path), line \(number + 1): no JSON object with a text")
      }
      // Code points to bytes.
      let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
      var names: [TrainingDocument.Name] = []
      for entity in value["entities"]?.elements ?? [] {
        guard let start = entity["start"]?.string.flatMap({ Int($0) }),
          let end = entity["end"]?.string.flatMap({ Int($0) }), let type = entity["type"]?.string,
          starts.indices.contains(start), starts.indices.contains(end), start < end
        else { throw ValidationError("\(path), line \(number + 1): an entity without start, end and type in the text") }
        names.append(TrainingDocument.Name(range: TextRange(starts[start], starts[end]), type: type))
      }
      names.sort { $0.range < $1.range }
      documents.append(document(text, names, language))
    }
    return documents
  }

  /// A document, cut as the product cuts it.
  static func document(_ bytes: [UInt8], _ names: [TrainingDocument.Name], _ language: String) -> TrainingDocument {
    let document = Document(text: Text(validUTF8: bytes), language: language)
    return TrainingDocument(
      bytes: bytes, tokens: document.tokens.map(\.range), sentences: document.sentences.map(\.tokens), names: names,
      hints: NameHints.hints(for: document))
  }
}

extension Corpus {
  /// A document in tokens of its own; a token has the hint of that of the product which begins where it does.
  fileprivate static func document(
    _ bytes: [UInt8], _ names: [TrainingDocument.Name], _ language: String, tokens: [TextRange], sentences: [Range<Int>]
  ) -> TrainingDocument {
    let cut = document(bytes, names, language)
    var next = 0
    let hints = tokens.map { token -> UInt32 in
      while next < cut.tokens.count, cut.tokens[next].start < token.start { next += 1 }
      return next < cut.tokens.count && cut.tokens[next].start == token.start ? cut.hints[next] : 0
    }
    return TrainingDocument(bytes: bytes, tokens: tokens, sentences: sentences, names: names, hints: hints)
  }
}

/// Reads BIO: the text of a document is its tokens with a space between two and a line for each sentence.
private struct BIOReader {
  let tokens: Corpus.Tokens
  let language: String
  private var documents: [TrainingDocument] = []
  private var bytes: [UInt8] = []
  private var ranges: [TextRange] = []
  private var sentences: [Range<Int>] = []
  private var names: [TrainingDocument.Name] = []
  private var sentenceStart = 0
  private var open: (start: Int, end: Int, type: String)?

  init(tokens: Corpus.Tokens, language: String) { (self.tokens, self.language) = (tokens, language) }

  mutating func documents(_ file: [UInt8]) -> [TrainingDocument] {
    let marker = Array("-DOCSTART-".utf8)
    // Without marks of documents each sentence is one.
    let hasDocuments = file.starts(with: marker)
    for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: marker) {
        endDocument()
      } else if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) {
        endSentence()
        if !hasDocuments { endDocument() }
      } else {
        add(line)
      }
    }
    endDocument()
    return documents
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: " ") }
    guard let last = line.lastIndex(where: isSpace), let first = line.firstIndex(where: isSpace) else { return }
    let tag = String(decoding: line[(last + 1)...].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    if ranges.count > sentenceStart { bytes.append(UInt8(ascii: " ")) }
    let start = bytes.count
    bytes += line[..<first]
    ranges.append(TextRange(start, bytes.count))
    let type = String(tag.dropFirst(2))
    if tag == "O" {
      closeName()
    } else if let known = open, !tag.hasPrefix("B"), known.type == type {
      open?.end = bytes.count
    } else {
      closeName()
      open = (start, bytes.count, type)
    }
  }

  private mutating func closeName() {
    if let open { names.append(TrainingDocument.Name(range: TextRange(open.start, open.end), type: open.type)) }
    open = nil
  }

  private mutating func endSentence() {
    closeName()
    guard ranges.count > sentenceStart else { return }
    sentences.append(sentenceStart..<ranges.count)
    sentenceStart = ranges.count
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func endDocument() {
    endSentence()
    if !ranges.isEmpty {
      documents.append(
        tokens == .given
          ? Corpus.document(bytes, names, language, tokens: ranges, sentences: sentences)
          : Corpus.document(bytes, names, language))
    }
    (bytes, ranges, sentences, names, sentenceStart) = ([], [], [], [], 0)
  }
}
