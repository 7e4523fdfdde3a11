/// The head of an HTTP response: its status and fields.
struct HTTPHead {
  /// 200, 301, 404…
  let status: Int
  /// Where the body begins, from the start of the message.
  let bodyStart: Int
  private let fields: HeaderFields

  /// No honest head is longer.
  static let longest = 1 << 16

  /// The head of a message; nil if it has none, or not all of it.
  init?(_ message: ArraySlice<UInt8>) {
    let head = message.prefix(Self.longest)
    guard head.starts(with: Array("HTTP/".utf8)), let end = HeaderEnd.find(in: head, from: 0),
      let line = head.prefix(end).firstIndex(of: 0x0A)
    else { return nil }
    let words = head[..<line].split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
    guard words.count >= 2, let status = Int(String(decoding: words[1].prefix { $0 > 0x20 }, as: UTF8.self)) else {
      return nil
    }
    (self.status, bodyStart) = (status, end)
    fields = HeaderFields(head[(line + 1)..<(head.startIndex + end)])
  }

  /// `text/html`; empty if there is none.
  var mediaType: String { MediaType.essence(of: fields["content-type"] ?? "") }
  /// The canonical label of the charset; nil if there is none.
  var charset: String? { MediaType.charset(of: fields["content-type"] ?? "") }
  /// Whether the body comes in chunks.
  var isChunked: Bool { fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false }
  /// How the body is packed, the last packing last: `gzip`, `deflate`, `br`, `zstd`.
  var packings: [String] {
    let names = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    return names.map { name in String(name.filter { $0 != " " && $0 != "\t" }) }
      .filter { !$0.isEmpty && $0 != "identity" }
  }
}

/// Media types as headers have them: `text/html; charset="utf-8"`.
enum MediaType {
  /// The type without its parameters, in lower case.
  static func essence(of value: String) -> String {
    String(value.prefix { $0 != ";" && $0 != "," }.filter { $0 != " " && $0 != "\t" }).lowercased()
  }

  /// The canonical label of the charset parameter.
  static func charset(of value: String) -> String? {
    for parameter in value.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
      let label = parts[1].filter { $0 != " " && $0 != "\"" && $0 != "'" }
      return label.isEmpty ? nil : CharsetLabel.canonical(label)
    }
    return nil
  }

  /// Whether it is a page.
  static func isMarkup(_ essence: String) -> Bool {
    ["text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"].contains(essence)
  }
}
