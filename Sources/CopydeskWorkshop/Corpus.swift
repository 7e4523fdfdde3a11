import ArgumentParser
import CopydeskFacts
import CopydeskIntake
import CopydeskTagger
import CopydeskText

/// Documents with their names marked: BIO files or JSON Lines.
struct Corpus {
  let tokens: Tokens
  /// The language of the texts (BCP 47).
  let language: String
  /// Types of which no annotator spoke: what the rules find of them is marked too, where nothing else is.
  var typesOfRules: Set<String> = []

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
  func read(_ path: String) throws -> [TrainingDocument] {
    let bytes = try Files.read(path)
    if bytes.first(where: { $0 != UInt8(ascii: "\n") }) == UInt8(ascii: "{") { return try records(bytes, path) }
    var reader = BIOReader(corpus: self)
    return reader.documents(bytes)
  }

  private func records(_ bytes: [UInt8], _ path: String) throws -> [TrainingDocument] {
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
      documents.append(document(text, names))
    }
    return documents
  }

  /// A document, cut as the product cuts it.
  func document(_ bytes: [UInt8], _ names: [TrainingDocument.Name]) -> TrainingDocument {
    let document = Document(text: Text(validUTF8: bytes), language: language)
    let (hints, found) = NameHints.read(document)
    return TrainingDocument(
      bytes: bytes, tokens: document.tokens.map(\.range), sentences: document.sentences.map(\.tokens),
      names: joined(names, found), hints: hints)
  }

  /// A document in tokens of its own; a token has the hint of that of the product which begins where it does.
  fileprivate func document(
    _ bytes: [UInt8], _ names: [TrainingDocument.Name], tokens: [TextRange], sentences: [Range<Int>]
  ) -> TrainingDocument {
    let cut = document(bytes, names)
    var next = 0
    let hints = tokens.map { token -> UInt32 in
      while next < cut.tokens.count, cut.tokens[next].start < token.start { next += 1 }
      return next < cut.tokens.count && cut.tokens[next].start == token.start ? cut.hints[next] : 0
    }
    return TrainingDocument(bytes: bytes, tokens: tokens, sentences: sentences, names: cut.names, hints: hints)
  }

  /// The names that are marked and, between them, those of the rules.
  private func joined(
    _ names: [TrainingDocument.Name], _ found: [(range: TextRange, type: String)]
  ) -> [TrainingDocument.Name] {
    var joined: [TrainingDocument.Name] = []
    var next = 0
    for name in found where typesOfRules.contains(name.type) {
      while next < names.count, names[next].range.end <= name.range.start {
        joined.append(names[next])
        next += 1
      }
      if next == names.count || names[next].range.start >= name.range.end {
        joined.append(TrainingDocument.Name(range: name.range, type: name.type))
      }
    }
    return joined + names[next...]
  }
}

/// Reads BIO: the text of a document is its tokens with a space between two and a line for each sentence.
private struct BIOReader {
  let corpus: Corpus
  private var documents: [TrainingDocument] = []
  private var bytes: [UInt8] = []
  private var ranges: [TextRange] = []
  private var sentences: [Range<Int>] = []
  private var names: [TrainingDocument.Name] = []
  private var sentenceStart = 0
  private var open: (start: Int, end: Int, type: String)?

  init(corpus: Corpus) { self.corpus = corpus }

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
        corpus.tokens == .given
          ? corpus.document(bytes, names, tokens: ranges, sentences: sentences)
          : corpus.document(bytes, names))
    }
    (bytes, ranges, sentences, names, sentenceStart) = ([], [], [], [], 0)
  }
}
