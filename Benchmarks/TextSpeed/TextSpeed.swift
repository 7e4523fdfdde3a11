import CByteLoop
import CopydeskIntake
import CopydeskText
import Glibc
import Timing

/// `swift run -c release text-speed [--check] FILE…`: what the layers of text cost, beside a plain loop in C over the same
/// bytes. Each file is a document; they are taken again and again until there are ten megabytes.
///
/// CPU time, the best of seven rounds. Then memory: how often all layers ask for some in a document and in one of ten times
/// its text, and how much they hold after ten times the documents.
///
/// `--check` fails if all layers together take more than 28 times the loop, if memory is asked for by token or sentence, or if
/// it grows with the number of documents.
@main
struct TextSpeed {
  static let limit = 28.0
  /// Ten times the text has some ten thousand tokens and five hundred sentences more. Arrays that grow ask a few times more.
  static let allocationLimit = 200
  /// In bytes, for ten times the documents.
  static let growthLimit = 1 << 18

  static func main() {
    var paths = Array(CommandLine.arguments.dropFirst())
    let isCheck = paths.first == "--check"
    if isCheck { paths.removeFirst() }
    let files = paths.compactMap { Timing.contents(of: $0) }.filter { !$0.isEmpty }
    guard !files.isEmpty else {
      print("usage: text-speed [--check] FILE…")
      exit(64)
    }
    var documents: [[UInt8]] = []
    var size = 0
    while size < 10_000_000 {
      documents.append(files[documents.count % files.count])
      size += documents[documents.count - 1].count
    }
    let total = measure(documents, size: size)
    let holds = measureMemory(files)
    if isCheck, total > limit || !holds { exit(1) }
  }

  /// Prints how memory is asked for; whether it is neither by token nor by document.
  private static func measureMemory(_ files: [[UInt8]]) -> Bool {
    var layers = Layers()
    func allocations(_ bytes: [UInt8]) -> (count: Int, parts: UInt64) {
      _ = layers.all(bytes)
      let before = copydesk_allocations()
      let parts = layers.all(bytes)
      return (Int(copydesk_allocations() - before), parts)
    }
    let text = Array(files.joined(separator: [0x0A]))
    let (one, few) = allocations(text)
    let (ten, many) = allocations(Array(repeatElement(text, count: 10).joined(separator: [0x0A])))
    print("allocations: \(one) for \(few) tokens and sentences, \(ten) for \(many)")
    func held(after rounds: Int) -> Int {
      for _ in 0..<rounds { for file in files { _ = layers.all(file) } }
      return Int(copydesk_held_bytes())
    }
    let first = held(after: 20)
    let growth = held(after: 200) - first
    print("held: \(first) bytes after \(20 * files.count) documents, \(growth) more after ten times as many")
    return ten - one <= allocationLimit && growth <= growthLimit
  }

  /// Prints the table; all layers together as a multiple of the loop.
  private static func measure(_ documents: [[UInt8]], size: Int) -> Double {
    var layers = Layers()
    let loop = Timing.best(of: 7) { documents.reduce(0) { $0 &+ copydesk_byte_loop($1, $1.count) } }
    func show(_ name: String, _ seconds: Double) {
      let perByte = seconds / Double(size) * 1e9
      print("\(pad(name))\(pad(round2(perByte)))\(pad(round2(Double(size) / seconds / 1e6)))\(round2(seconds / loop))")
    }
    print("\(pad("layer"))\(pad("ns/byte"))\(pad("MB/s"))times the loop")
    show("loop in C", loop)
    let all = Timing.best(of: 7) { documents.reduce(0) { $0 &+ layers.all($1) } }
    show("all layers", all)
    for layer in Layers.names {
      show(layer, Timing.best(of: 7) { documents.reduce(0) { $0 &+ layers.one(layer, $1) } })
    }
    return all / loop
  }

  private static func pad(_ string: String) -> String {
    string + String(repeating: " ", count: max(1, 14 - string.count))
  }
  private static func round2(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

/// The way of a plain text from its bytes to its sentences.
private struct Layers {
  static let names = ["decode", "repair", "clean", "fold", "identify", "tokenise", "segment"]
  private let decoder = CharsetDecoder()
  /// The outcome of the layers before, by the document's first bytes: what is measured alone starts from there.
  private var texts: [Int: (text: Text, tokens: [Token])] = [:]

  mutating func all(_ bytes: [UInt8]) -> UInt64 {
    let decoded = decoder.decode(bytes, isMarkup: false).bytes
    let repaired = Mojibake.repaired(decoded)?.bytes ?? decoded
    let text = Text(validUTF8: TextCleaner.cleaned(repaired))
    let language = LanguageIdentifier.shared.identify(text)?.tag ?? "und"
    let parts = Segmentation(of: text, language: language)
    return UInt64(parts.sentences.count + parts.tokens.count)
  }

  mutating func one(_ layer: String, _ bytes: [UInt8]) -> UInt64 {
    switch layer {
    case "decode": return UInt64(decoder.decode(bytes, isMarkup: false).bytes.count)
    case "repair": return UInt64(Mojibake.repaired(bytes)?.count ?? 0)
    case "clean": return UInt64(TextCleaner.cleaned(bytes).count)
    case "fold": return UInt64(Text(validUTF8: bytes).count)
    default: break
    }
    if texts[bytes.count] == nil {
      let text = Text(validUTF8: Text.repaired(bytes).bytes)
      texts[bytes.count] = (text, Tokenizer.tokens(of: text, language: "en"))
    }
    guard let (text, tokens) = texts[bytes.count] else { return 0 }
    switch layer {
    case "identify": return UInt64((LanguageIdentifier.shared.identify(text)?.confidence ?? 0) * 1000)
    case "tokenise": return UInt64(Tokenizer.tokens(of: text, language: "en").count)
    default:
      var tokens = tokens
      return UInt64(SentenceSegmenter.sentences(of: text, tokens: &tokens, language: "en").count)
    }
  }
}
