extension DocumentFailure {
  /// The failure of a line that has neither text nor HTML where it is looked for. It tells what the line has instead, and
  /// which option names it: `its keys are headline, body (--text-key body)`.
  static func noContent(in line: JSONValue, keys: JSONLinesKeys) -> DocumentFailure {
    var message = "the line has no string under \"\(keys.text)\" or \"\(keys.html)\""
    if case .object(let members) = line, !members.isEmpty {
      let names = members.prefix(10).map { String($0.key.prefix(40)) }
      message += "; its keys are \(names.joined(separator: ", "))\(members.count > 10 ? "…" : "")"
      // The text is most likely the longest string.
      let strings = members.prefix(1000).compactMap { member -> (key: String, count: Int)? in
        if case .string(let bytes) = member.value, !bytes.isEmpty, member.key.count <= 40 {
          (member.key, bytes.count)
        } else {
          nil
        }
      }
      message += strings.max { $0.count < $1.count }.map { " (--text-key \($0.key))" } ?? " (--text-key)"
    }
    return DocumentFailure(code: .noContent, stage: "decode", message: message)
  }
}
