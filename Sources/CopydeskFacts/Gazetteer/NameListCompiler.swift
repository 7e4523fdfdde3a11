import CopydeskText

/// Compiles a list of names of the user's: the same list gives the same bytes, which `NameList` reads where they lie.
///
/// Names are keyed as those of the built-in gazetteer are, without case, diacritics and alphabet. Of two things of one name
/// the later one counts.
public struct NameListCompiler {
  /// A name that two things of the list have.
  public struct Clash: Sendable, CustomStringConvertible {
    /// As it is written where it counts.
    public let name: String
    /// Where it counts, as `names.tsv:17`.
    public let place: String
    /// Where it does not any more.
    public let earlierPlace: String
    /// Whether both say the same of it: type, id and, if there is no id, the full name.
    public let isRepetition: Bool

    /// `names.tsv:17: “Tashev” stands at names.tsv:3 for something else; the later one counts`
    public var description: String {
      isRepetition
        ? "\(place): “\(name)” stands at \(earlierPlace) already"
        : "\(place): “\(name)” stands at \(earlierPlace) for something else; the later one counts"
    }
  }

  private var writer = GazetteerWriter()
  /// Names whose first word has a capital, or is no word; and all others.
  private var names: [GazetteerWriter.Name] = []
  private var lowerNames: [GazetteerWriter.Name] = []
  /// The text of the names that are not yet keyed, a line each, and the rows that they name.
  private var waiting: [UInt8] = []
  private var waitingRows: [Int] = []
  private var nameCount = 0
  private var origins: Origins?

  /// A compiler of an empty list.
  /// - Parameter notesClashes: whether `finish` tells names that stand twice; it takes memory for every name.
  public init(notesClashes: Bool = false) { origins = notesClashes ? Origins() : nil }

  /// Whether another thing can be added: a list holds 16,777,216 of them.
  public var hasRoom: Bool { writer.hasRoom }

  /// Says which file the things come from that are added next.
  public mutating func begin(file: String) { origins?.begin(file, row: writer.rowCount) }

  /// Adds a thing with its name and further names.
  /// - Parameters:
  ///   - row: the thing.
  ///   - aliases: its further names.
  ///   - line: where it stands in its file, from 1.
  public mutating func add(_ row: UserGazetteer.Row, aliases: [String] = [], line: Int = 0) {
    guard hasRoom else { return }
    let type = row.type.flatMap { EntityType.allCases.firstIndex(of: $0) }.map { UInt8($0) } ?? NameList.killed
    for name in [row.name] + aliases { addName(name, of: writer.rowCount) }
    let name = writer.store(row.name)
    let id = GazetteerWriter.numbered(row.id ?? "") ?? (GazetteerWriter.wordedID, writer.store(row.id ?? ""))
    writer.add(GazetteerWriter.Row(type: type, name: name, id: id))
    origins?.add(row, line: line)
    if waiting.count > 1 << 16 { keyNames() }
  }

  /// The compiled file, and the names that stand twice, in the order of their places, if they are noted.
  public mutating func finish() -> (bytes: [UInt8], clashes: [Clash]) {
    keyNames()
    var clashes: [(row: Int, clash: Clash)] = []
    let first = settled(names, &clashes)
    let second = settled(lowerNames, &clashes)
    (names, lowerNames) = ([], [])
    let content = writer.file(names: first, minorNames: second, digest: 0)
    clashes.sort { $0.row < $1.row }
    return (NameList.file(of: content), clashes.map(\.clash))
  }

  private mutating func addName(_ name: String, of row: Int) {
    var bytes = Array(name.utf8)
    // Soft hyphens and decomposed letters go, as they do from every text.
    if bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F }) {
      bytes = TextCleaner.cleaned(bytes).map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    }
    guard bytes.contains(where: { $0 != UInt8(ascii: " ") }) else { return }
    waiting += bytes
    waiting.append(UInt8(ascii: "\n"))
    waitingRows.append(row)
    origins?.add(name: bytes)
  }

  /// Keys the waiting names, all of them with one call of the tokenizer.
  private mutating func keyNames() {
    let text = Text(validUTF8: waiting)
    let tokens = Tokenizer.tokens(of: text)
    var start = 0
    var lineEnd = 0
    for row in waitingRows {
      while waiting[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      var end = start
      while end < tokens.count, Int(tokens[end].range.start) < lineEnd { end += 1 }
      key(tokens[start..<end], in: text, row: row)
      (start, lineEnd) = (end, lineEnd + 1)
    }
    waiting.removeAll(keepingCapacity: true)
    waitingRows.removeAll(keepingCapacity: true)
  }

  private mutating func key(_ tokens: ArraySlice<Token>, in text: Text, row: Int) {
    defer { nameCount += 1 }
    guard let first = tokens.first else { return }
    let isLower = first.kind == .word && !NameList.hasCapital(first)
    var hash = NameTable.seed
    for (index, token) in zip(tokens.indices, tokens) {
      hash = NameTable.step(hash, Skeleton.shared.key(of: token, in: text))
      let name =
        index == tokens.endIndex - 1
        ? GazetteerWriter.Name(hash: hash, row: row, form: Self.form(tokens), isMain: false, order: nameCount)
        : GazetteerWriter.Name(beginning: hash)
      if isLower { lowerNames.append(name) } else { names.append(name) }
    }
  }

  /// How the name must be written in a text.
  private static func form(_ tokens: ArraySlice<Token>) -> NameTable.Form {
    guard let first = tokens.first, tokens.contains(where: NameList.hasCapital) else { return .anyCase }
    return tokens.count == 1 && first.flags.contains(.allCaps) ? .capitals : .capitalised
  }

  /// The names in the order of an index, of those that stand twice only the last.
  private func settled(
    _ names: [GazetteerWriter.Name], _ clashes: inout [(row: Int, clash: Clash)]
  ) -> [GazetteerWriter.Name] {
    var kept: [GazetteerWriter.Name] = []
    kept.reserveCapacity(names.count)
    for name in GazetteerWriter.sorted(names) {
      guard let last = kept.last, last.hash == name.hash else {
        kept.append(name)
        continue
      }
      if name.isBeginning { continue }
      if !last.isBeginning, last.row != name.row, let origins {
        clashes.append((name.row, origins.clash(name, with: last)))
      }
      kept[kept.count - 1] = name
    }
    return kept
  }

  /// Where rows and names stand, for those who must be told.
  private struct Origins {
    private var files: [(name: String, row: Int)] = []
    private var rows: [UserGazetteer.Row] = []
    private var lines: [UInt32] = []
    private var spellings: [UInt8] = []
    private var ends: [Int] = []

    mutating func begin(_ file: String, row: Int) { files.append((file, row)) }

    mutating func add(_ row: UserGazetteer.Row, line: Int) {
      rows.append(row)
      lines.append(UInt32(truncatingIfNeeded: line))
    }

    mutating func add(name: [UInt8]) {
      spellings += name
      ends.append(spellings.count)
    }

    func clash(_ name: GazetteerWriter.Name, with earlier: GazetteerWriter.Name) -> Clash {
      let number = Int(name.order)
      let spelling = spellings[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
      let (row, other) = (rows[name.row], rows[earlier.row])
      return Clash(
        name: String(decoding: spelling, as: UTF8.self), place: place(name.row), earlierPlace: place(earlier.row),
        isRepetition: row.type == other.type && row.id == other.id && (row.id != nil || row.name == other.name))
    }

    private func place(_ row: Int) -> String {
      let file = files.last { $0.row <= row }.map { "\($0.name):" } ?? ""
      return "\(file)\(lines[row])"
    }
  }
}
