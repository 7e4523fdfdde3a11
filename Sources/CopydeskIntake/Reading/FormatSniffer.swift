/// Tells the formats apart by name and by content. A table of comma-separated values shows only in its name.
enum FormatSniffer {
  /// The format that a file's name tells, if it does.
  static func format(ofName name: String) -> SourceFormat? {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
    switch name[dot...].dropFirst().lowercased() {
    case "html", "htm", "xhtml", "shtml": return .html
    case "txt", "text": return .text
    case "jsonl", "ndjson": return .jsonl
    case "warc", "wet", "arc": return .warc
    case "csv", "tsv": return .csv
    case "rss", "atom": return .feed
    default: return nil
    }
  }

  /// The format that the first bytes tell.
  static func format(ofContent head: [UInt8]) -> SourceFormat {
    // UTF-16 puts a zero beside each ASCII character.
    let bytes = head.prefix(4096).filter { $0 != 0 }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { index = 2 }
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return .text }
    if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") && JSONShape.isArray(bytes, at: index) {
      return .jsonl
    }
    if bytes[index...].starts(with: WARCHeader.mark) || isARC(bytes[index...]) { return .warc }
    let lower = bytes[index...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lower.first == UInt8(ascii: "<") {
      let root = Self.root(of: lower)
      if ["rss", "feed", "rdf:rdf", "atom:feed"].contains(root) { return .feed }
      let openings = [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<?xml", "<!--", "<div", "<p", "<article",
        "<script", "<link", "<h1", "<table", "<section", "<main", "<span", "<a ", "<b>", "<br", "<img", "<style",
      ]
      if openings.contains(where: { lower.starts(with: Array($0.utf8)) }) { return .html }
    }
    // A page may open with anything; one of these within the first 4 KiB gives it away.
    let text = String(decoding: lower, as: UTF8.self)
    return ["<html", "<!doctype html", "<body", "</p>", "</div>", "<head>"].contains(where: { text.contains($0) })
      ? .html : .text
  }

  /// Whether the first line is the one of an ARC file.
  private static func isARC(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: ARCHeader.mark) && ARCHeader(bytes.prefix { $0 != 0x0A && $0 != 0x0D }) != nil
  }

  /// The name of the first element, behind declarations and comments.
  private static func root(of bytes: [UInt8]) -> String {
    var index = 0
    while index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") {
      let next = bytes[index + 1]
      guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else {
        let name = bytes[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return String(decoding: name, as: UTF8.self)
      }
      // A comment may hold tags.
      let isComment = bytes[index...].starts(with: "<!--".utf8)
      guard let end = bytes[index...].firstRange(of: isComment ? Array("-->".utf8) : [UInt8(ascii: ">")])?.upperBound
      else { return "" }
      index = end
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }
    return ""
  }
}

extension FormatSniffer {
  /// The extension of a file's name, with its dot; empty if it has none.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[dot...])
  }

  /// Whether a file in a folder is something else than news: it has an extension, and not one of ours. Saved pages
  /// often have none.
  static func isForeign(_ path: String) -> Bool {
    // A page in gzip is a page.
    let path = Packing.unpackedName(of: path)
    let ending = fileExtension(of: path)
    return !ending.isEmpty && ending.count <= 6 && format(ofName: path) == nil
  }
}
