import CopydeskTestSupport
import Foundation
import Testing

/// Runs a script of the shell in which `copydesk` is the binary, for what needs redirections and situations.
/// - Returns: its status, and its standard output and error.
func shell(_ script: String, folder: TemporaryFolder = TemporaryFolder()) throws -> CommandResult {
  let files = TemporaryFolder()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/bash")
  process.arguments = ["-c", "copydesk() { timeout 60 '\(try binary())' \"$@\"; }\n\(script)"]
  process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
  let paths = [files.write("out", []), files.write("err", [])]
  process.standardInput = FileHandle(forReadingAtPath: "/dev/null")
  process.standardOutput = FileHandle(forWritingAtPath: paths[0])
  process.standardError = FileHandle(forWritingAtPath: paths[1])
  try process.run()
  process.waitUntilExit()
  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
  return CommandResult(status: process.terminationStatus, output: try text(paths[0]), errors: try text(paths[1]))
}
