import CopydeskText

/// What the address of a page says of the place that it is published in: `.co.uk` of the country, `parisherald.com` of the town.
struct PublisherPlace {
  /// The two letters of the country as one number; 0: not known.
  let country: UInt16
  /// The labels of the host before the country, without separators: `thisisoxfordshire`.
  private let label: [UInt8]

  /// Nil without a host in the address.
  init?(url: String?) {
    guard let url else { return nil }
    var rest = url.utf8[...]
    if let scheme = url.range(ofASCII: "://") { rest = url.utf8[scheme.upperBound...] }
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?") }
    let labels = host.split(separator: UInt8(ascii: ".")).map { $0.map { $0 | 0x20 } }
    guard labels.count > 1, let top = labels.last else { return nil }
    country = Self.country(top)
    // `news.example.co.uk` is that of `example`: the longest label is the publisher's.
    let own = labels.dropLast().max { ($0.count, 0) < ($1.count, 0) } ?? []
    label = own.filter { $0 != UInt8(ascii: "-") }
  }

  private static func country(_ top: [UInt8]) -> UInt16 {
    let text = String(decoding: top, as: UTF8.self)
    if text == "uk" { return code("GB") }
    if text == "us" || text == "gov" || text == "mil" { return code("US") }
    // These are sold to everybody.
    if top.count != 2 || ["io", "co", "tv", "me", "ai", "fm", "ly", "eu", "to", "cc", "ws", "su"].contains(text) {
      return 0
    }
    return code(text.uppercased())
  }

  static func code(_ letters: String) -> UInt16 { letters.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

  /// Whether the address holds the name, given as its skeleton without spaces.
  func holds(_ skeleton: [UInt8]) -> Bool {
    guard skeleton.count > 3, skeleton.count <= label.count else { return false }
    return (0...label.count - skeleton.count).contains { label[$0...].starts(with: skeleton) }
  }

  /// The hash of the longest town name that the address begins with: 'oxford' of `oxfordpress.com`, 'kansas city' of
  /// `kansascity.com`; nil if there is none.
  /// - Complexity: quadratic in the label, of which only 24 letters are looked at.
  func townHash(in gazetteer: Gazetteer) -> UInt64? {
    for prefix in [""] + NameLanguage.common.words.publisherPrefixes where label.starts(with: prefix.utf8) {
      let name = Array(label.dropFirst(prefix.utf8.count).prefix(24))
      var length = name.count
      while length > 4 {
        if let hash = Self.hash(of: name[..<length], in: gazetteer) { return hash }
        length -= 1
      }
    }
    return nil
  }

  /// The hash of the letters as one word or as two.
  private static func hash(of letters: ArraySlice<UInt8>, in gazetteer: Gazetteer) -> UInt64? {
    let key = { (part: ArraySlice<UInt8>) in
      var hash = FoldedHash()
      for byte in part { hash.add(byte) }
      return hash.value
    }
    let whole = NameTable.step(NameTable.seed, key(letters))
    if isTown(whole, gazetteer) { return whole }
    for cut in 3..<max(3, letters.count - 3) {
      let two = NameTable.step(NameTable.step(NameTable.seed, key(letters[..<cut])), key(letters[cut...]))
      if isTown(two, gazetteer) { return two }
    }
    return nil
  }

  private static func isTown(_ hash: UInt64, _ gazetteer: Gazetteer) -> Bool {
    [gazetteer.names, gazetteer.minorNames].contains { index in
      gazetteer.meanings(index.entry(hash: hash)).contains {
        let row = gazetteer.rows[Int($0)]
        return row.table.isPlace && row.rank >= 2
      }
    }
  }
}

extension String {
  /// The first place of an ASCII string.
  fileprivate func range(ofASCII needle: String) -> Range<String.UTF8View.Index>? {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: needle.utf8) {
        return start..<utf8.index(start, offsetBy: needle.utf8.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
