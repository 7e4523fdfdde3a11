/// A kind of file that we do not read, known by its first bytes.
struct UnsupportedFormat {
  /// With its article: `a PDF document`.
  let name: String
  /// What makes it readable, for a person: a command with FILE in it.
  let way: String

  /// The record's error.
  var failure: DocumentFailure {
    DocumentFailure(code: .unsupportedFormat, stage: "decode", message: "\(name), which is not read; \(way)")
  }

  /// The format of a file that begins so; nil if it is none of those.
  static func of(_ head: [UInt8]) -> UnsupportedFormat? {
    // Most files begin with a letter, `<`, `{` or a mark of order that begins none of these.
    guard let first = head.first, firstBytes[Int(first)] || head.count > 257 && head[257] == UInt8(ascii: "u") else {
      return nil
    }
    for magic in magics where head.dropFirst(magic.offset).starts(with: magic.bytes) {
      if let further = magic.further, !contains(head, further) { continue }
      return UnsupportedFormat(name: magic.name, way: magic.way)
    }
    return nil
  }

  /// The format of a file that somebody has put into a string, its bytes as characters; nil if it is none.
  static func of(string: [UInt8]) -> UnsupportedFormat? {
    // gzip, whose second byte is no character of its own, and what begins with characters that no text begins with.
    let gzip = [[0x1F, 0xC2, 0x8B, 0x08], [0x1F, 0xEF, 0xBF, 0xBD, 0x08]] as [[UInt8]]
    if let first = string.first, first == 0x1F, gzip.contains(where: { string.starts(with: $0) }) {
      return UnsupportedFormat(name: "gzip data in a string", way: "unpack it before it is written as JSON")
    }
    return string.starts(with: "%PDF-".utf8) || string.starts(with: "PK\u{03}\u{04}".utf8) ? of(string) : nil
  }

  /// Something packed inside something packed.
  static func packed(_ packing: Packing) -> UnsupportedFormat {
    UnsupportedFormat(name: "\(packing) data inside of another packing or of a record", way: "unpack it first")
  }

  /// Bytes that no text has: a NUL near the beginning, where there is none of a wide charset.
  static func binary(_ head: [UInt8]) -> UnsupportedFormat? {
    guard let place = head.prefix(1024).firstIndex(of: 0), WideCharset.of(head) == nil else { return nil }
    return UnsupportedFormat(
      name: "binary data (a NUL at byte \(place))", way: "if it is text all the same, --in text reads it")
  }

  private struct Magic: Sendable {
    let offset: Int
    let bytes: [UInt8]
    /// What the first bytes must have as well; nil if nothing.
    var further: [UInt8]?
    let name: String
    let way: String

    init(_ bytes: String, at offset: Int = 0, with further: String? = nil, _ name: String, _ way: String) {
      // Each character stands for a byte.
      func bytesOf(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
      (self.offset, self.bytes, self.further) = (offset, bytesOf(bytes), further.map(bytesOf))
      (self.name, self.way) = (name, way)
    }
  }

  private static func contains(_ head: [UInt8], _ bytes: [UInt8]) -> Bool {
    head.prefix(4096).firstRange(of: bytes) != nil
  }

  /// Which bytes begin any of them, those with an offset as if they began with each byte that they can.
  private static let firstBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for magic in magics where magic.offset == 0 { table[Int(magic.bytes[0])] = true }
    // A film begins with the length of its first box, below 16 MiB.
    table[0] = true
    return table
  }()

  private static let asText = "| copydesk --in text -"
  private static let archive = "the files inside can be read when it is unpacked"
  private static let picture = "text in it can be read with an OCR program, as in tesseract FILE - \(asText)"
  private static let sound = "what is said in it must be written down first"
  private static let rows = "duckdb -jsonlines -c \"from 'FILE'\" | copydesk --in jsonl - reads its rows"
  private static let office = "pandoc -t plain FILE \(asText) reads its text, or save it as HTML"
  private static let program = "strings FILE shows what text is in it"

  /// The more special ones first.
  private static let magics: [Magic] = [
    Magic("%PDF-", "a PDF document", "pdftotext FILE - \(asText) reads its text"),
    Magic("%!PS", "a PostScript document", "ps2txt FILE \(asText) reads its text"),
    Magic("{\\rtf", "an RTF document", "pandoc -f rtf -t plain FILE \(asText) reads its text"),
    Magic("PK\u{03}\u{04}", with: "word/", "a Word document (.docx)", office),
    Magic("PK\u{03}\u{04}", with: "xl/", "an Excel workbook (.xlsx)", "save it as CSV"),
    Magic("PK\u{03}\u{04}", with: "ppt/", "a PowerPoint document (.pptx)", office),
    Magic("PK\u{03}\u{04}", with: "mimetypeapplication/epub", "an EPUB book", office),
    Magic("PK\u{03}\u{04}", with: "mimetypeapplication/vnd.oasis", "an OpenDocument file", office),
    Magic("PK\u{03}\u{04}", "a ZIP archive", "unzip FILE -d FOLDER: \(archive)"),
    Magic("PK\u{05}\u{06}", "an empty ZIP archive", "there is nothing in it"),
    Magic("PK\u{07}\u{08}", "a ZIP archive", "unzip FILE -d FOLDER: \(archive)"),
    Magic("7z\u{BC}\u{AF}\u{27}\u{1C}", "a 7z archive", "7z x FILE: \(archive)"),
    Magic("Rar!\u{1A}\u{07}", "a RAR archive", "unrar x FILE: \(archive)"),
    Magic("ustar", at: 257, "a tar archive", "tar -xf FILE: \(archive)"),
    Magic("\u{1F}\u{9D}", "a file packed by compress", "uncompress -c FILE | copydesk -"),
    Magic("LZIP\u{01}", "a file packed by lzip", "lzip -dc FILE | copydesk -"),
    Magic("MSCF\u{00}", "a Cabinet archive", "cabextract FILE: \(archive)"),
    Magic(
      "\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", "an old Office document (.doc, .xls, .msg)",
      "antiword FILE \(asText) reads the text of a .doc, or save it as HTML"),
    Magic("\u{89}PNG\u{0D}\u{0A}", "a PNG image", picture),
    Magic("\u{FF}\u{D8}\u{FF}", "a JPEG image", picture),
    Magic("GIF87a", "a GIF image", picture),
    Magic("GIF89a", "a GIF image", picture),
    Magic("RIFF", with: "WEBPVP8", "a WebP image", picture),
    Magic("RIFF", with: "WAVEfmt", "a WAVE recording", sound),
    Magic("RIFF", with: "AVI LIST", "an AVI film", sound),
    Magic("RIFF", with: "\u{00}", "a RIFF recording or image", sound),
    Magic("II*\u{00}", "a TIFF image", picture),
    Magic("MM\u{00}*", "a TIFF image", picture),
    Magic("BM", with: "\u{00}\u{00}\u{00}\u{00}", "a BMP image", picture),
    Magic("\u{00}\u{00}\u{01}\u{00}", "an icon", picture),
    Magic("\u{00}\u{00}\u{00}\u{0C}jP  ", "a JPEG 2000 image", picture),
    Magic("ftypheic", at: 4, "a HEIC image", picture),
    Magic("ftypavif", at: 4, "an AVIF image", picture),
    Magic("ftyp", at: 4, "an MP4 film or recording", sound),
    Magic("ID3", with: "\u{00}", "an MP3 recording", sound),
    Magic("\u{FF}\u{FB}", "an MP3 recording", sound),
    Magic("OggS\u{00}", "an Ogg recording", sound),
    Magic("fLaC\u{00}", "a FLAC recording", sound),
    Magic("\u{1A}\u{45}\u{DF}\u{A3}", "a Matroska or WebM film", sound),
    Magic(
      "SQLite format 3\u{00}", "an SQLite database",
      "sqlite3 -json FILE 'select …' | jq -c '.[]' | copydesk --in jsonl - reads rows of it"),
    Magic("PAR1", with: "\u{00}", "a Parquet file", rows),
    Magic("Obj\u{01}", "an Avro file", "avrocat FILE | copydesk --in jsonl - reads its rows"),
    Magic("ORC", with: "\u{00}", "an ORC file", "write it as JSON Lines first"),
    Magic("ARROW1\u{00}", "an Arrow file", rows),
    Magic("\u{7F}ELF", "a program (ELF)", program),
    Magic("MZ", with: "This program", "a program for Windows", program),
    Magic("\u{CA}\u{FE}\u{BA}\u{BE}", "a program (Java or macOS)", program),
    Magic("\u{00}asm", "a program (WebAssembly)", program),
    Magic("wOFF\u{00}", "a font", "there is no text in it"),
    Magic("wOF2\u{00}", "a font", "there is no text in it"),
  ]
}
