import CICU
import Glibc

/// ICU's services, over UTF-8 bytes. The only file that imports the C functions.
public enum ICU {
  /// The bytes (valid UTF-8) in Unicode normalisation form C; the same array if they are in it already.
  public static func nfc(_ bytes: [UInt8]) -> [UInt8] { nfcWithEdits(bytes)?.bytes ?? bytes }

  /// The bytes (valid UTF-8) in form C with what was rewritten; nil if they are in it already. More marks on one letter
  /// than any language writes are left as they are. - Complexity: O(n)
  public static func nfcWithEdits(_ bytes: [UInt8]) -> (bytes: [UInt8], edits: TextEdits)? {
    guard bytes.contains(where: { $0 >= 0xCC }), let count = Int32(exactly: bytes.count) else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var firstEnd: Int32 = 0
      // Even to look whether such marks are in their order takes n² steps.
      if copydesk_marks(base, count, 0, &firstEnd) == count, copydesk_is_nfc(base, count) { return nil }
      var (out, edits, start): ([UInt8], TextEdits, Int32) = ([], TextEdits(), 0)
      while start < count {
        var end: Int32 = 0
        let marks = copydesk_marks(base, count, start, &end)
        if marks > start {
          var (length, spans, list): (Int32, Int32, UnsafeMutablePointer<CopydeskSpan>?) = (0, 0, nil)
          guard let piece = taken(copydesk_nfc_spans(base + Int(start), marks - start, &length, &list, &spans), length)
          else { return nil }
          out.append(contentsOf: piece)
          edits.append(taken(list, spans))
        }
        out.append(contentsOf: buffer[Int(marks)..<Int(end)])
        edits.keep(Int(end - marks))
        start = end
      }
      return (out, edits)
    }
  }

  /// The same as `decode(_:from:)`, slower, with what was rewritten.
  public static func decodeWithEdits(
    _ bytes: [UInt8], from charset: String
  ) -> (bytes: [UInt8], substitutions: Int, edits: TextEdits)? {
    guard let count = Int32(exactly: bytes.count) else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var (length, substitutions, spans): (Int32, Int32, Int32) = (0, 0, 0)
      var edits: UnsafeMutablePointer<CopydeskSpan>?
      var empty: UInt8 = 0
      let out = withUnsafePointer(to: &empty) { none in
        copydesk_decode_spans(charset, buffer.baseAddress ?? none, count, &length, &substitutions, &edits, &spans)
      }
      guard let decoded = taken(out, length) else { return nil }
      return (decoded, Int(substitutions), taken(edits, spans))
    }
  }

  /// The bytes decoded from a charset into UTF-8, with the number of ill-formed sequences (now U+FFFD); nil if ICU does
  /// not know the charset.
  public static func decode(_ bytes: [UInt8], from charset: String) -> (bytes: [UInt8], substitutions: Int)? {
    guard let count = Int32(exactly: bytes.count) else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var length: Int32 = 0
      var substitutions: Int32 = 0
      var empty: UInt8 = 0
      let out = withUnsafePointer(to: &empty) { none in
        copydesk_decode(charset, buffer.baseAddress ?? none, count, &length, &substitutions)
      }
      return taken(out, length).map { ($0, Int(substitutions)) }
    }
  }

  /// Whether ICU can decode this charset.
  public static func knows(charset: String) -> Bool { copydesk_knows_charset(charset) }

  /// The C list of rewritings as edits; frees the list.
  private static func taken(_ spans: UnsafeMutablePointer<CopydeskSpan>?, _ count: Int32) -> TextEdits {
    var edits = TextEdits()
    guard let spans else { return edits }
    defer { free(spans) }
    for span in UnsafeBufferPointer(start: spans, count: Int(count)) {
      if span.kept > 0 { edits.keep(Int(span.kept)) }
      for _ in 0..<span.times { edits.replace(Int(span.source), by: Int(span.target)) }
    }
    return edits
  }

  /// The C buffer as an array; frees the buffer.
  private static func taken(_ buffer: UnsafeMutablePointer<UInt8>?, _ length: Int32) -> [UInt8]? {
    guard let buffer else { return nil }
    defer { free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(length)))
  }
}

/// ICU's statistical charset detector. Not thread-safe: each worker has its own.
public final class CharsetDetector {
  private let detector: OpaquePointer?

  /// Opens a detector; without one, nothing is ever detected.
  public init() { detector = copydesk_detector_open() }

  deinit { if let detector { copydesk_detector_close(detector) } }

  /// ICU's best guess and its confidence, 0…100. `stripTags`: markup is not counted.
  public func detect(_ bytes: ArraySlice<UInt8>, stripTags: Bool) -> (charset: String, confidence: Int)? {
    guard let detector else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var confidence: Int32 = 0
      guard let base = buffer.baseAddress, let count = Int32(exactly: buffer.count),
        let name = copydesk_detect(detector, base, count, stripTags, &confidence)
      else { return nil }
      return (String(cString: name), Int(confidence))
    }
  }
}

/// Rewrites strings by rules of ICU's. Not thread-safe: each worker has its own.
final class Transliterator {
  private let transliterator: OpaquePointer?

  /// Opens a set of rules, as `::NFKC; ::Lower;`; one that ICU does not understand rewrites nothing.
  init(rules: String) { transliterator = copydesk_transliterator_open(rules) }

  deinit { if let transliterator { copydesk_transliterator_close(transliterator) } }

  /// The string rewritten.
  func callAsFunction(_ string: String) -> String {
    guard let transliterator else { return string }
    let bytes = Array(string.utf8)
    guard let count = Int32(exactly: bytes.count) else { return string }
    return bytes.withUnsafeBufferPointer { buffer in
      var length: Int32 = 0
      guard let base = buffer.baseAddress, let out = copydesk_transliterate(transliterator, base, count, &length) else {
        return string
      }
      defer { free(out) }
      return String(decoding: UnsafeBufferPointer(start: out, count: Int(length)), as: UTF8.self)
    }
  }
}
