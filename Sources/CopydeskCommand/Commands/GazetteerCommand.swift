import ArgumentParser
import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// `copydesk gazetteer`: what the built-in tables know.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Ask the built-in gazetteer.",
    subcommands: [LookupCommand.self, CompareCommand.self, LinkCommand.self])

  /// `copydesk gazetteer lookup`: all that a name may mean.
  struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lookup", abstract: "Show all that names may mean, with their ids.",
      discussion: """
        copydesk gazetteer lookup Paris Peja "New York"

        JSON Lines, the likeliest meaning of a name first. Case, diacritics and script do not matter. Exit status 1 if a name \
        is not known.
        """)

    @Argument(help: "Names; put one of several words in quotation marks.")
    var names: [String]

    func run() throws {
      var lines = JSONBuffer()
      var unknown = false
      for name in names {
        let meanings = GazetteerLookup.meanings(of: name)
        if meanings.isEmpty {
          StandardError.say("\(name): not known")
          unknown = true
        }
        for meaning in meanings { Self.write(meaning, of: name, to: &lines) }
      }
      try Lines.write(lines)
      if unknown { throw ExitCode(1) }
    }

    private static func write(_ meaning: GazetteerLookup.Meaning, of query: String, to lines: inout JSONBuffer) {
      lines.beginObject()
      let strings = [
        ("query", query), ("name", meaning.name), ("type", meaning.type.rawValue), ("link", meaning.link),
        ("extra", meaning.extra), ("country", meaning.country), ("state", meaning.state),
      ]
      for (key, value) in strings {
        lines.key(key)
        lines.string(value)
      }
      lines.key("lat")
      lines.number(meaning.point?.latitude)
      lines.key("lon")
      lines.number(meaning.point?.longitude)
      lines.key("population")
      lines.integer(meaning.population > 0 ? meaning.population : nil)
      lines.key("rank")
      lines.integer(meaning.rank)
      lines.key("table")
      lines.string(meaning.table)
      lines.key("main_name")
      lines.bool(meaning.isMainName)
      lines.endObject()
      lines.endLine()
    }
  }

  /// `copydesk gazetteer compare`: whether two names may be names of one thing.
  struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare", abstract: "Say of pairs of names whether they may mean the same thing.",
      discussion: """
        JSON Lines in: {"id": …, "a": name, "b": name}; out: {"id": …, "same": true or false}. Spellings of one name are the \
        same (Вучић, Vucic), and names of one thing in the gazetteer (Peć, Peja).
        """)

    @Argument(help: "Files of pairs; '-' or nothing is standard input.")
    var paths: [String] = []

    func run() throws {
      var lines = JSONBuffer()
      let keys = NameKeys()
      try Lines.forEach(in: paths) { id, value in
        lines.beginObject()
        lines.key("id")
        lines.string(id)
        lines.key("same")
        lines.bool(GazetteerLookup.mayMeanTheSame(value["a"]?.string ?? "", value["b"]?.string ?? "", by: keys))
        lines.endObject()
        lines.endLine()
      }
      try Lines.write(lines)
    }
  }

  /// `copydesk gazetteer link`: links for names that another tool has found.
  struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "link", abstract: "Link names whose places in the text are known already.",
      discussion: """
        JSON Lines in: {"id": …, "text": …, "url": … (if known), "language": … (else en), "entities": [{"start": …, "end": …, \
        "type": … (if known)}]}, offsets in code points; out: the same entities with name, link, same_as, lat, lon, country and \
        conf. A name without a word in it gets nulls.
        """)

    @Argument(help: "Files of documents; '-' or nothing is standard input.")
    var paths: [String] = []

    func run() throws {
      try Lines.forEach(in: paths) { id, value in
        var lines = JSONBuffer()
        Self.link(id, value, to: &lines)
        try Lines.write(lines)
      }
    }

    private static func link(_ id: String, _ value: JSONValue, to lines: inout JSONBuffer) {
      let text = Text(value["text"]?.string ?? "")
      let document = Document(
        text: text, language: value["language"]?.string ?? "en", url: value["url"]?.string)
      var offsets = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 }
      offsets.append(text.count)
      let place = { (number: Int) in offsets[min(max(0, number), offsets.count - 1)] }
      let given = (value["entities"]?.elements ?? []).map { entity in
        (
          start: entity["start"]?.string.flatMap(Int.init) ?? 0, end: entity["end"]?.string.flatMap(Int.init) ?? 0,
          type: entity["type"]?.string.flatMap(EntityType.init)
        )
      }
      let spans = given.map {
        SpanLinker.Span(range: TextRange(place($0.start), max(place($0.start), place($0.end))), type: $0.type)
      }
      lines.beginObject()
      lines.key("id")
      lines.string(id)
      lines.key("entities")
      lines.beginArray()
      for (number, entity) in SpanLinker.entities(of: spans, in: document).enumerated() {
        lines.beginObject()
        lines.key("start")
        lines.integer(given[number].start)
        lines.key("end")
        lines.integer(given[number].end)
        lines.key("text")
        lines.string(text[spans[number].range])
        for (key, string) in [
          ("type", entity?.type.rawValue), ("name", entity?.name), ("link", entity?.link), ("country", entity?.country),
        ] {
          lines.key(key)
          lines.string(string)
        }
        lines.key("same_as")
        lines.beginArray()
        for same in entity?.sameAs ?? [] { lines.string(same) }
        lines.endArray()
        for (key, number) in [("lat", entity?.latitude), ("lon", entity?.longitude), ("conf", entity?.confidence)] {
          lines.key(key)
          lines.number(number)
        }
        lines.endObject()
      }
      lines.endArray()
      lines.endObject()
      lines.endLine()
    }
  }

  /// Lines of JSON in and out.
  private enum Lines {
    static func forEach(in paths: [String], _ body: (String, JSONValue) throws -> Void) throws {
      try RecordLines.forEach(in: paths) { raw in
        guard let value = JSONParser.parse(raw.bytes[...]) else {
          StandardError.say("\(raw.provenance.id): no JSON")
          throw ExitCode(65)
        }
        try body(value["id"]?.string ?? raw.provenance.id, value)
        return true
      }
    }

    static func write(_ lines: JSONBuffer) throws {
      try StandardOutput().writeOrExit(json: lines.bytes)
    }
  }
}
