import CopydeskIntake
import Glibc

/// What `--help` prints: usage, examples, the other commands, the options in groups.
struct HelpPage {
  let width: Int

  /// As wide as the terminal, 80 columns where there is none.
  init() {
    var size = winsize()
    let known = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = known ? max(60, min(120, Int(size.ws_col))) : 80
  }

  /// The page of a command; that of the root has the options of `run` too, since that is what runs without a name.
  func text(of command: String?, in root: CommandInfo) -> String? {
    guard let command else {
      let run = root.subcommands.first { $0.name == "run" }
      return page(
        root,
        usage: [run?.usage(after: root.name).replacing("copydesk run", with: "copydesk [run]"), "copydesk COMMAND …"]
          .compactMap { $0 },
        commands: root.subcommands, groups: run?.groups ?? [])
    }
    guard let info = root.subcommands.first(where: { $0.name == command }) else { return nil }
    return page(info, usage: [info.usage(after: root.name)], commands: [], groups: info.groups)
  }

  private func page(
    _ info: CommandInfo, usage: [String], commands: [CommandInfo], groups: [(title: String, arguments: [ArgumentInfo])]
  ) -> String {
    var blocks = [wrapped(info.abstract, indent: 0)]
    blocks.append("USAGE\n" + usage.map { "  \($0)" }.joined(separator: "\n"))
    if !info.discussion.isEmpty { blocks.append(prose(info.discussion)) }
    if !commands.isEmpty {
      let rows = commands.map { entry($0.name, $0.abstract) }
      blocks.append("COMMANDS (copydesk help COMMAND tells more)\n" + rows.joined(separator: "\n"))
    }
    for group in groups {
      let rows = group.arguments.map { entry($0.synopsis, $0.help + ($0.defaultValue.map { " [\($0)]" } ?? "")) }
      blocks.append(group.title.uppercased() + "\n" + rows.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Lines that are indented stand as they are; all others are wrapped.
  private func prose(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? String($0) : wrapped(String($0), indent: 0) }.joined(separator: "\n")
  }

  private func entry(_ name: String, _ help: String) -> String {
    let column = 26
    guard name.count + 4 <= column else { return "  \(name)\n" + wrapped(help, indent: column) }
    let text = wrapped(help, indent: column)
    return "  " + name + text.dropFirst(name.count + 2)
  }

  private func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + word.count + 1 > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(margin + line)
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    hasPrefix(part) ? other + dropFirst(part.count) : self
  }
}
