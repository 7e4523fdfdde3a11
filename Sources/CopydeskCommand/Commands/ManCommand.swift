import ArgumentParser

/// `copydesk man`: the manual page, for packages.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Print the manual page (man -l /dev/stdin reads it).", shouldDisplay: false)

  func run() throws { try StandardOutput().writeOrExit(ManPage(root: .root).text) }
}
