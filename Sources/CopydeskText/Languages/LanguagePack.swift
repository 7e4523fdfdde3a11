import Glibc

/// The folders of `Languages/`: what we know of each language, as `scripts/build-languages` joins them into one file.
///
/// The binary holds that file. Another one may be laid over it by the environment variable `COPYDESK_LANGUAGES`: its folders
/// are added, and a file of the same folder and name replaces ours.
public struct LanguagePack: Sendable {
  /// The pack that all layers use: the binary's own, with what the environment adds.
  public static let shared: LanguagePack = {
    let pack = LanguagePack(EmbeddedTable("languages.pack").bytes)
    return overlay.map { pack.overlaid(by: $0.pack) } ?? pack
  }()

  /// What `COPYDESK_LANGUAGES` names; nil if it names nothing.
  public static let overlay: LanguageOverlay? = getenv(LanguageOverlay.variable).flatMap { path in
    path.pointee == 0 ? nil : LanguageOverlay(contentsOf: String(cString: path))
  }

  /// The languages, in the order of their folders' names, without the common one.
  public let languages: [Language]
  /// What holds in every language: signs, units, currencies.
  public let common: Language
  /// By code: `hr` is the language of the folder `sr`.
  private let byCode: [String: Language]
  /// The language whose stops hold where a language has no abbreviations; nil if no folder says so.
  let fallbackStops: Language?

  /// A pack of folders and their files.
  init(_ folders: [String: [LanguageArea: [UInt8]]]) {
    let all = folders.keys.sorted().map { Language($0, files: folders[$0] ?? [:]) }
    languages = all.filter { $0.folder != Self.commonFolder }
    common = all.first { $0.folder == Self.commonFolder } ?? Language(Self.commonFolder, files: [:])
    var byCode: [String: Language] = [:]
    // A folder's own name comes before what other folders say of it.
    for language in languages { byCode[language.folder] = language }
    for language in languages {
      for code in language.codes where byCode[code] == nil { byCode[code] = language }
    }
    self.byCode = byCode
    fallbackStops = languages.first { $0.has(.fallbackStops) }
  }

  /// A pack from the bytes of its file: a line `folder/area.tsv<TAB>lines` before the lines of each file. What cannot be
  /// read is left out.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var problem: String?
    self.init(bytes, &problem)
  }

  /// The same; `problem` tells what could not be read.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ problem: inout String?) {
    var folders: [String: [LanguageArea: [UInt8]]] = [:]
    var rest = bytes[...]
    while let header = Self.line(&rest) {
      let fields = header.split(separator: UInt8(ascii: "\t"))
      let path = fields.first.map { $0.split(separator: UInt8(ascii: "/")) } ?? []
      guard fields.count == 2, path.count == 2, let lines = Int(String(decoding: fields[1], as: UTF8.self)) else {
        problem = "is no language pack (scripts/build-languages makes one)"
        break
      }
      let start = rest.startIndex
      for _ in 0..<max(lines, 0) {
        guard Self.line(&rest) != nil else {
          problem = "is cut off"
          break
        }
      }
      let name = String(decoding: path[1].prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
      guard let area = LanguageArea(rawValue: name) else {
        problem = "has a file '\(name).tsv', which nothing reads"
        continue
      }
      folders[String(decoding: path[0], as: UTF8.self), default: [:]][area] = Array(bytes[start..<rest.startIndex])
    }
    self.init(folders)
  }

  /// This pack with the folders and files of another.
  func overlaid(by other: LanguagePack) -> LanguagePack {
    var folders: [String: [LanguageArea: [UInt8]]] = [:]
    for language in languages + [common] + other.languages + [other.common] {
      folders[language.folder, default: [:]].merge(language.files) { $1 }
    }
    return LanguagePack(folders)
  }

  /// The language of a BCP 47 tag, whatever its script and region; nil if no folder means it.
  public func language(for tag: String) -> Language? { byCode[LanguageTag.base(of: tag)] }

  private static let commonFolder = "common"

  private static func line(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard !rest.isEmpty, let base = rest.base.baseAddress else { return nil }
    // Safe: the search stays inside the rest.
    let found = memchr(base + rest.startIndex, 0x0A, rest.count)
    let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? rest.endIndex
    defer { rest = rest[min(end + 1, rest.endIndex)...] }
    return rest[..<end]
  }
}
