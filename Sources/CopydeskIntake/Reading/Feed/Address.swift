/// Addresses that are written relative to another (RFC 3986, 5.2).
enum Address {
  /// The whole address; as it is where nothing is known that it starts from.
  static func resolved(_ address: String, from base: String?) -> String {
    guard let base, !hasScheme(address), let colon = base.firstRange(of: "://") else { return address }
    let rest = base[colon.upperBound...]
    let scheme = base[..<colon.lowerBound]
    let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let origin = "\(base[..<colon.upperBound])\(rest[..<hostEnd])"
    if address.hasPrefix("//") { return "\(scheme):\(address)" }
    let path = rest[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    if address.isEmpty { return origin + path }
    if address.hasPrefix("/") { return origin + withoutDots(address) }
    if address.hasPrefix("?") || address.hasPrefix("#") { return origin + path + address }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + withoutDots(folder + address)
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":"), address.first?.isLetter == true else { return false }
    return address[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  }

  /// The path without `.` and `..`; what follows a `?` or `#` is no path.
  private static func withoutDots(_ address: some StringProtocol) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(Substring(part))
      }
    }
    return kept.joined(separator: "/") + address[path.endIndex...]
  }
}
