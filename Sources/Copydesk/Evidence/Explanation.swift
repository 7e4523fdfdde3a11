import CopydeskFacts
public import CopydeskIntake
import CopydeskText

/// Where a document or a fact comes from, for a person to read: what it is, the rule and the evidence behind it, the
/// steps from the source, and the source's own bytes.
public struct Explanation {
  private let record: JSONValue
  private let derived: Result<Rederived, RederivationProblem>

  /// - Parameters:
  ///   - record: a record.
  ///   - derived: the same made again from its source, or why that cannot be.
  public init(of record: JSONValue, derived: Result<Rederived, RederivationProblem>) {
    (self.record, self.derived) = (record, derived)
  }

  /// The document: its source, its steps, and each fact with its rule.
  public var documentLines: [String] {
    var lines = [string("id") ?? ""]
    lines += sourceLines + ["", "steps"] + steps(to: nil)
    for layer in Extractors.names {
      let facts = record[layer]?.elements ?? []
      if !facts.isEmpty { lines += ["", layer] }
      lines += facts.map {
        "  \($0["id"]?.string ?? "")  \(quoted($0["text"]?.string ?? ""))  \($0["rule"]?.string ?? "")"
      }
    }
    return lines
  }

  /// One fact; nil if the record has none of that id.
  public func lines(forFact id: String) -> [String]? {
    for layer in Extractors.names {
      guard let fact = record[layer]?.elements.first(where: { $0["id"]?.string == id }) else { continue }
      return ["\(string("id") ?? "")#\(id)", ""] + factLines(fact, layer: layer) + [""] + sourceLines
        + byteLines(of: fact) + ["", "steps"] + steps(to: layer) + ["", again(fact, layer: layer)]
    }
    return nil
  }

  // MARK: The fact

  /// By layer: `entity` for `entities`.
  private static let kinds: [String: String] = {
    func kind<E: Extractor>(of extractor: E) -> (String, String) { (E.name, E.Finding.kind) }
    return Dictionary(Extractors.all.map { kind(of: $0) }) { first, _ in first }
  }()

  private func factLines(_ fact: JSONValue, layer: String) -> [String] {
    let rule = fact["rule"]?.string ?? ""
    var lines = [row(Self.kinds[layer] ?? layer, quoted(fact["text"]?.string ?? ""))]
    guard case .object(let members) = fact else { return lines }
    let common: Set<String> = ["id", "start", "end", "text", "sent", "conf", "rule"]
    for (key, value) in members where !common.contains(key) {
      if let shown = shown(value) { lines.append(row("  \(key)", shown)) }
    }
    lines.append(
      row(
        "place",
        "\(fact["start"]?.string ?? "")–\(fact["end"]?.string ?? "") of the text, \(string("offsets") ?? "")s, sentence \(fact["sent"]?.string ?? "")"
      ))
    if let languages, languages.isMixed, let sentence = Int(fact["sent"]?.string ?? "") {
      lines.append(row("language", languages[sentence]))
    }
    if let sentence = sentence(of: fact) { lines.append(row("sentence", sentence)) }
    lines.append(row("rule", "\(rule)\(RuleBook.meaning(of: rule).map { ": \($0)" } ?? "")"))
    lines.append(row("sure", fact["conf"]?.string ?? ""))
    lines += evidence(for: fact, layer: layer).map { row("because", $0) }
    return lines
  }

  /// What else in the record the fact rests on.
  private func evidence(for fact: JSONValue, layer: String) -> [String] {
    switch layer {
    case "times":
      guard let anchor = fact["anchor"]?.string else { return [] }
      let date = anchor == "text" ? "a date in the text" : string("published") ?? "no date"
      let origin = string("published_by").map { anchor == "text" ? "" : " (by \($0))" } ?? ""
      return ["anchor \(anchor): \(date)\(origin)"]
    case "entities":
      let same = (record[layer]?.elements ?? []).filter {
        $0["name"]?.string == fact["name"]?.string && $0["link"]?.string == fact["link"]?.string
          && $0["id"]?.string != fact["id"]?.string
      }
      guard !same.isEmpty else { return [] }
      let forms = same.prefix(6).map { "\($0["id"]?.string ?? "") \(quoted($0["text"]?.string ?? ""))" }
      return ["the same thing elsewhere: \(forms.joined(separator: ", "))\(same.count > 6 ? "…" : "")"]
    case "quotes":
      guard let entity = fact["speaker"]?["entity"]?.string,
        let mention = record["entities"]?.elements.first(where: { $0["id"]?.string == entity })
      else { return [] }
      return ["the speaker is \(entity), \(quoted(mention["text"]?.string ?? "")), by \(mention["rule"]?.string ?? "")"]
    default: return []
    }
  }

  /// The sentence with the fact in brackets.
  private func sentence(of fact: JSONValue) -> String? {
    guard let index = fact["sent"].flatMap({ Int($0.string ?? "") }),
      let sentences = record["sentences"]?.elements, sentences.indices.contains(index),
      let span = textRange(fact), let bounds = textRange(sentences[index])
    else { return nil }
    let end = max(bounds.upperBound, span.upperBound)
    let before = text[max(bounds.lowerBound, 0)..<max(bounds.lowerBound, span.lowerBound)]
    return oneLine("\(decoded(before))[\(decoded(text[span]))]\(decoded(text[span.upperBound..<end]))")
  }

  // MARK: The source

  private var sourceLines: [String] {
    let source = record["source"]
    let (path, offset) = (source?["path"]?.string ?? "", Int(source?["offset"]?.string ?? "") ?? 0)
    let length = Int(source?["length"]?.string ?? "") ?? 0
    let (end, isBeyond) = offset.addingReportingOverflow(length)
    let bytes = isBeyond || offset < 0 || length < 0 ? "no range of bytes" : "bytes \(offset)–\(end)"
    var lines = [row("source", "\(path), \(bytes), \(source?["format"]?.string ?? "")")]
    guard let digest = source?["sha256"]?.string else { return lines }
    switch derived {
    case .success(let made):
      let now = made.json["source"]?["sha256"]?.string
      lines.append(row("sha256", "\(digest): \(now == digest ? "the source is as it was" : "the source has changed")"))
    case .failure(let problem):
      lines.append(row("sha256", "\(digest): not checked, \(problem.message)"))
    }
    return lines
  }

  private func byteLines(of fact: JSONValue) -> [String] {
    guard case .success(let made) = derived, let span = textRange(fact) else { return [] }
    guard made.record.document?.text.bytes == text else {
      return [row("bytes", "not known: the source gives another text today")]
    }
    guard let source = made.sourceBytes,
      let bytes = made.record.sourceRange(of: TextRange(span.lowerBound, span.upperBound))
    else { return [row("bytes", "not known: the text does not stand in the page, but in its data")] }
    let before = source[boundary(max(0, bytes.lowerBound - 60), in: source)..<bytes.lowerBound]
    let after = source[bytes.upperBound..<boundary(min(source.count, bytes.upperBound + 60), in: source)]
    let isArchived = made.raw.provenance.format == .warc
    let start = isArchived ? 0 : made.raw.provenance.offset
    return [
      row(
        "bytes",
        "\(start + bytes.lowerBound)–\(start + bytes.upperBound) of the \(isArchived ? "record's unpacked body" : "source")"
      ),
      row("", oneLine("…\(shown(before))[\(shown(source[bytes]))]\(shown(after))…")),
    ]
  }

  /// Bytes as they are: what is no UTF-8 as `\xFC`.
  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var out = ""
    var rest = bytes
    while let first = rest.first {
      let length = UTF8Validity.sequenceLength(rest, at: 0)
      out +=
        length > 0
        ? decoded(rest.prefix(length)) : "\\x\(first < 16 ? "0" : "")\(String(first, radix: 16, uppercase: true))"
      rest = rest.dropFirst(max(1, length))
    }
    return out
  }

  /// The next beginning of a character.
  private func boundary(_ offset: Int, in bytes: [UInt8]) -> Int {
    bytes[offset...].prefix(3).firstIndex { $0 & 0xC0 != 0x80 } ?? offset
  }

  private func steps(to layer: String?) -> [String] {
    let source = record["source"]
    var steps = ["read \(source?["length"]?.string ?? "") bytes as \(source?["format"]?.string ?? "")"]
    if let charset = source?["charset"]?.string {
      steps.append("decoded as \(charset)\(source?["charset_by"]?.string.map { ", told by: \($0)" } ?? "")")
    }
    let isHTML = source?["format"]?.string == "html"
    steps.append("\(isHTML ? "took the article out of the page" : "took the text"), \(text.count) bytes of UTF-8")
    for (key, value) in [("title", "title_by"), ("byline", "byline_by"), ("published", "published_by")] {
      if let found = string(key), let origin = string(value) { steps.append("\(key) \(quoted(found)), by: \(origin)") }
    }
    if let language = string("language") {
      steps.append("language \(language)\(string("language_conf").map { ", sure \($0)" } ?? ", given")")
      if let others = languages?.all.dropFirst(), !others.isEmpty {
        steps.append("some sentences are in \(others.joined(separator: ", ")): these are read by its rules")
      }
    }
    steps.append("cut into \(record["sentences"]?.elements.count ?? 0) sentences")
    let layers = layer.flatMap { try? Extractors.runOrder(for: [$0]).map { type(of: $0).name } } ?? Extractors.names
    steps.append("looked for \(layers.joined(separator: ", then "))")
    if let warnings = record["warnings"]?.elements, !warnings.isEmpty {
      steps.append("warned of \(warnings.compactMap(\.string).joined(separator: ", "))")
    }
    if let error = record["error"]?["message"]?.string { steps.append("failed: \(error)") }
    return steps.enumerated().map { "  \($0 + 1). \($1)" }
  }

  /// Whether the source gives the same fact today.
  private func again(_ fact: JSONValue, layer: String) -> String {
    guard case .success(let made) = derived else { return row("again", "not made again") }
    let all = RecordDrift.differences(between: record, and: made)
    let name = "\(layer) \(fact["id"]?.string ?? "") "
    let own = all.filter { $0.hasPrefix(name) }
    if !own.isEmpty { return row("again", own.joined(separator: "; ")) }
    if all.contains(where: { $0.hasPrefix("the source has changed") }) { return row("again", all.joined()) }
    let note = made.isSameRun ? "" : " (by another version, or with other options)"
    return row("again", "made again from the source: the same fact\(note)")
  }

  /// The languages of the sentences, as the source gives them today.
  private var languages: SentenceLanguages? {
    guard case .success(let made) = derived else { return nil }
    return made.record.document?.sentenceLanguages
  }

  // MARK: Words

  private func string(_ key: String) -> String? { record[key]?.string }
  private func row(_ label: String, _ value: String) -> String {
    label + String(repeating: " ", count: max(1, 16 - label.count)) + value
  }
  private func quoted(_ string: String) -> String {
    let line = oneLine(string)
    return "“\(line.count > 120 ? line.prefix(119) + "…" : line[...])”"
  }
  private func oneLine(_ string: String) -> String {
    String(
      String.UnicodeScalarView(string.unicodeScalars.map { ["\n", "\r", "\t", "\u{85}"].contains($0) ? " " : $0 }))
  }
  private func decoded(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func shown(_ value: JSONValue) -> String? {
    switch value {
    case .string(let bytes): quoted(String(decoding: bytes, as: UTF8.self))
    case .number(let digits): digits
    case .bool(let bool): bool ? "true" : "false"
    case .null: nil
    case .array(let elements): elements.isEmpty ? nil : elements.compactMap(\.string).joined(separator: ", ")
    case .object(let members):
      members.compactMap { key, value in shown(value).map { "\(key) \($0)" } }.joined(separator: ", ")
    }
  }

  private var text: [UInt8] { if case .string(let bytes)? = record["text"] { bytes } else { [] } }

  /// The bytes of a span, whatever its unit.
  private func textRange(_ span: JSONValue) -> Range<Int>? {
    guard let start = Int(span["start"]?.string ?? ""), let end = Int(span["end"]?.string ?? "") else { return nil }
    let unit = string("offsets").flatMap(OffsetUnit.init(rawValue:)) ?? .codepoint
    let offsets = ScalarOffsets(of: Text(validUTF8: text), in: unit)
    guard let first = offsets.byteOffset(of: start, in: text),
      let last = offsets.byteOffset(of: end, in: text), first <= last
    else { return nil }
    return first..<last
  }
}

extension ScalarOffsets {
  /// The byte offset at which that many units have passed; nil if there is none.
  fileprivate func byteOffset(of offset: Int, in text: [UInt8]) -> Int? {
    var low = text.indices.partitionPoint { self[$0] < offset }
    // Inside a character its unit has passed already.
    while low < text.count, text[low] & 0xC0 == 0x80 { low += 1 }
    return self[low] == offset ? low : nil
  }
}
