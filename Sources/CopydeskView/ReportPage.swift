import CCopydeskView
public import CopydeskIntake

/// The report of `copydesk view`: one page with everything in it. The page is written in three steps, so that only one
/// record is held at a time: `head`, the line of each record, `tail(note:)`.
public struct ReportPage {
  /// What comes before the records.
  public let head: [UInt8]
  /// What comes after them, before and behind the note.
  private let tail: [[UInt8]]

  /// The page as it is built in.
  public init() {
    var page = String(decoding: Self.part("page"), as: UTF8.self)
    for name in ["style", "script", "outline"] {
      page.replace("{{\(name)}}", with: String(decoding: Self.part(name), as: UTF8.self))
    }
    let halves = page.split(separator: "{{records}}", maxSplits: 1, omittingEmptySubsequences: false)
    head = Array(halves[0].utf8)
    tail = halves[1].split(separator: "{{note}}", maxSplits: 1, omittingEmptySubsequences: false).map { Array($0.utf8) }
  }

  /// What comes after the records.
  /// - Parameter note: plain text for the reader, such as what was left out; empty for none.
  public func tail(note: String) -> [UInt8] {
    Array(tail.joined(separator: Array(note.utf8.filter { $0 != UInt8(ascii: "<") })))
  }

  /// The line of a record.
  public func line(of record: JSONValue) -> [UInt8] { ReportLine(record).bytes }

  private static func part(_ name: String) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    // A constant of the binary.
    return UnsafeBufferPointer(start: copydesk_view_part(name, &count), count: count)
  }
}

extension String {
  /// Replaces the one occurrence of a mark.
  fileprivate mutating func replace(_ mark: String, with content: String) {
    let halves = split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    self = halves[0] + content + halves[1]
  }
}
