/// Lists of words as they stand in sources and tables. Read as bytes: to find the borders of characters takes ten times as
/// long, and the first text of every run waits for these lists.
extension String {
  /// The parts between spaces and line breaks.
  public var listedWords: [String] { listed { $0 == 0x20 || $0 == 0x0A } }

  /// The parts between an ASCII separator and line breaks, empty ones left out.
  public func listed(by separator: UInt8) -> [String] { listed { $0 == separator || $0 == 0x0A } }

  private func listed(_ isSeparator: (UInt8) -> Bool) -> [String] {
    var copy = self
    return copy.withUTF8 { bytes in
      bytes.split(whereSeparator: isSeparator).map {
        String(decoding: UnsafeBufferPointer(rebasing: $0), as: UTF8.self)
      }
    }
  }

  /// The string with another ASCII character in the place of one: `square_km` → `square km`.
  public func replacing(_ old: UInt8, by new: UInt8) -> String {
    guard utf8.contains(old) else { return self }
    return String(decoding: utf8.map { $0 == old ? new : $0 }, as: UTF8.self)
  }
}
