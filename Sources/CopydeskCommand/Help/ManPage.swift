import Copydesk

/// The manual page, in the man macros.
struct ManPage {
  let root: CommandInfo

  /// The page's source.
  var text: String {
    let run = root.subcommands.first { $0.name == "run" }
    var lines = [
      ".TH COPYDESK 1 \"\" \"copydesk \(Version.current)\" \"User Commands\"", ".ad l", ".SH NAME",
      "copydesk \\- \(escaped(lowercasedStart(root.abstract)))", ".SH SYNOPSIS",
    ]
    for command in root.subcommands {
      let usage = command.usage(after: "copydesk")
      if command.name != root.subcommands.first?.name { lines.append(".br") }
      lines.append(".B " + escaped(usage))
    }
    lines += [".SH DESCRIPTION"] + prose(root.discussion)
    if let run { lines += [".SH OPTIONS OF RUN"] + options(of: run) }
    lines.append(".SH COMMANDS")
    for command in root.subcommands where command.name != "run" {
      lines +=
        [".SS " + escaped(command.name), escaped(command.abstract)] + prose(command.discussion) + options(of: command)
    }
    lines += [
      ".SH EXIT STATUS",
      "0 all input was read and answered; 1 every document failed, or with --strict any; 64 usage; 65 records are not as "
        + "they should be; 66 an input could not be opened; 74 the output could not be written, or a run cannot be resumed; "
        + "130 interrupted.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func options(of command: CommandInfo) -> [String] {
    command.groups.flatMap { group in
      [".PP", ".I " + escaped(group.title)]
        + group.arguments.flatMap { argument in
          [
            ".TP", ".B " + escaped(argument.synopsis),
            escaped(argument.help + (argument.defaultValue.map { " [\($0)]" } ?? "")),
          ]
        }
    }
  }

  /// Indented lines are examples.
  private func prose(_ text: String) -> [String] {
    var lines: [String] = []
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") != isExample {
        isExample.toggle()
        lines.append(isExample ? ".nf" : ".fi")
      }
      lines.append(line.isEmpty ? ".PP" : escaped(String(line)))
    }
    return lines + (isExample ? [".fi"] : [])
  }

  private func lowercasedStart(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "…": out += "..."  // a terminal in ASCII has none
      default: out.append(character)
      }
    }
    // A line that begins with these would be a request.
    return out.hasPrefix(".") || out.hasPrefix("'") ? "\\&" + out : out
  }
}
