import ArgumentParser
import CopydeskIntake

/// A command as it is declared: what help, the man page and the completions go by. ArgumentParser tells it as JSON.
struct CommandInfo {
  let name: String
  let abstract: String
  let discussion: String
  let arguments: [ArgumentInfo]
  let subcommands: [CommandInfo]

  /// The root, with all below it.
  static var root: CommandInfo {
    let dump = JSONParser.parse(Array(CopydeskCommand._dumpHelp().utf8)[...])
    return CommandInfo(dump?["command"] ?? .null)
  }

  private init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    arguments = (json["arguments"]?.elements ?? []).map(ArgumentInfo.init).filter(\.isShown)
    subcommands = (json["subcommands"]?.elements ?? []).filter {
      $0["shouldDisplay"].isTrue && $0["commandName"]?.string != "help"
    }
    .map(CommandInfo.init)
  }

  /// The arguments in their groups, in the order of the table below; `--help` and `--version` come last.
  var groups: [(title: String, arguments: [ArgumentInfo])] {
    var groups: [(title: String, arguments: [ArgumentInfo])] = ArgumentInfo.groupOrder.map { ($0, []) }
    for argument in arguments {
      let title = argument.group
      if let index = groups.firstIndex(where: { $0.title == title }) {
        groups[index].arguments.append(argument)
      } else {
        groups.insert((title, [argument]), at: groups.count - 1)
      }
    }
    return groups.filter { !$0.arguments.isEmpty }
  }

  /// `copydesk view [OPTIONS] [PATHS…]`.
  func usage(after root: String) -> String {
    let positional = arguments.filter(\.isPositional).map { argument in
      let name = argument.valueName.uppercased() + (argument.isRepeating ? "…" : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    return ([root + (name.isEmpty || name == root ? "" : " \(name)"), "[OPTIONS]"] + positional).joined(separator: " ")
  }
}

/// An option, a flag or an argument without a name.
struct ArgumentInfo {
  let names: [String]
  let valueName: String
  let isPositional, isFlag, isRepeating, isOptional, isShown: Bool
  let help: String
  let defaultValue: String?
  private let section: String?

  init(_ json: JSONValue) {
    names = (json["names"]?.elements ?? []).compactMap { name in
      name["name"]?.string.map { name["kind"]?.string == "short" ? "-\($0)" : "--\($0)" }
    }.sorted { $0.count < $1.count }
    valueName = json["valueName"]?.string ?? ""
    isPositional = json["kind"]?.string == "positional"
    isFlag = json["kind"]?.string == "flag"
    isRepeating = json["isRepeating"].isTrue
    isOptional = json["isOptional"].isTrue
    isShown = json["shouldDisplay"].isTrue
    help = json["abstract"]?.string ?? ""
    // The number of cores is another one elsewhere; the page is for all machines.
    defaultValue = names.contains("--jobs") ? nil : json["defaultValue"]?.string
    section = json["sectionTitle"]?.string
  }

  /// `-j, --jobs <jobs>`.
  var synopsis: String {
    if isPositional { return "<\(valueName)>" + (isRepeating ? "…" : "") }
    return names.joined(separator: ", ") + (isFlag ? "" : " <\(valueName)>")
  }

  static let groupOrder = ["Arguments", "Input", "Extraction", "Output", "Running", "Options", "General"]

  private static let table: [String: String] = [
    "--files-from": "Input", "--in": "Input", "--max-bytes": "Input", "--published": "Extraction",
    "--layers": "Extraction", "--verbatim": "Extraction", "--out": "Output", "--output": "Output",
    "--offsets": "Output", "--jobs": "Running", "--strict": "Running", "--help": "General", "--version": "General",
  ]

  /// The title that it stands under: the option group's own, else by the table, else with the other options.
  var group: String {
    if isPositional { return "Arguments" }
    return section ?? names.lazy.compactMap { Self.table[$0] }.first ?? "Options"
  }
}

extension JSONValue? {
  var isTrue: Bool { if case .bool(true)? = self { true } else { false } }
}
