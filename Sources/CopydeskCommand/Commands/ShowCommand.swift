import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk show`: records for a person to read.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print records in a form for people to read.",
    discussion: """
      EXAMPLES
        copydesk show records.jsonl
        copydesk news/ | copydesk show --limit 5
      """)

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("How many facts of each layer to print.", valueName: "number"))
  var limit = 8

  func run() throws {
    var records = 0
    let status = try RecordLines.forEachRecord(in: paths) { record in
      records += 1
      let sheet = FactSheet(record: record, limit: limit).lines.joined(separator: "\n")
      try StandardOutput().writeOrExit(shown: "\(sheet)\n\n")
      return true
    }
    if let status { throw status }
    if records == 0 {
      StandardError.say("there are no records to show")
      throw ExitCode(65)
    }
  }
}

/// A record as a few lines of text.
struct FactSheet {
  let record: JSONValue
  let limit: Int

  var lines: [String] {
    let head = [string("id"), string("title").map { "“\($0)”" }, string("published"), string("language")]
    var lines = [head.compactMap { $0 }.joined(separator: "  ")]
    if let error = record["error"]?["message"]?.string { lines.append("  error     \(error)") }
    lines += section("entities", uniqueEntities())
    lines += section("quantities", items("quantities").map(quantity))
    lines += section("times", items("times").map { "\(text($0)) → \($0["value"]?.string ?? "")" })
    lines += section("quotes", items("quotes").map(quote))
    return lines
  }

  private func string(_ key: String) -> String? { record[key]?.string }
  private func items(_ layer: String) -> [JSONValue] { record[layer]?.elements ?? [] }
  private func text(_ span: JSONValue) -> String { span["text"]?.string ?? "" }

  private func section(_ name: String, _ items: [String]) -> [String] {
    let label = "  \(name)" + String(repeating: " ", count: max(1, 14 - name.count))
    var lines = items.prefix(limit).enumerated().map { index, item in
      (index == 0 ? label : String(repeating: " ", count: label.count)) + item
    }
    if items.count > limit {
      lines.append(String(repeating: " ", count: label.count) + "… \(items.count - limit) more")
    }
    return lines
  }

  /// Each thing once, with the forms of its mentions, in the order of its first one.
  private func uniqueEntities() -> [String] {
    var order: [String] = []
    var forms: [String: [String]] = [:]
    for entity in items("entities") {
      let parts = [entity["type"]?.string, entity["name"]?.string, entity["link"]?.string].compactMap { $0 }
      let key = parts.joined(separator: "  ")
      if forms[key] == nil { order.append(key) }
      let form = text(entity)
      if forms[key]?.contains(form) != true { forms[key, default: []].append(form) }
    }
    return order.map { "\($0)  (\((forms[$0] ?? []).joined(separator: ", ")))" }
  }

  private func quantity(_ span: JSONValue) -> String {
    let modifier = span["modifier"]?.string ?? "="
    let bounds = [span["low"]?.string, span["high"]?.string].map { $0 ?? "" }.joined(separator: "…")
    let value = span["value"]?.string ?? bounds
    let what = [span["unit"]?.string, span["counted"]?.string].compactMap { $0 }.joined(separator: " ")
    return "\(text(span)) → \(modifier) \(value) \(what)"
  }

  private func quote(_ span: JSONValue) -> String {
    let speaker = span["speaker"]?["name"]?.string ?? span["speaker"]?["text"]?.string ?? "?"
    let cue = span["cue"]?["text"]?.string ?? ""
    return "\(speaker) \(cue): \(text(span))  [\(span["kind"]?.string ?? "")]"
  }
}
