import CopydeskFacts
import CopydeskText
import Glibc
import Timing

/// `swift run -c release number-speed FILE`: what times and quantities cost by themselves, on documents that are cut into
/// tokens and sentences already. The documents stand in the file one after the other, an empty line between two.
///
/// CPU time of one core, the best of five rounds; prints a line for each layer and one for both.
@main
struct NumberSpeed {
  static func main() {
    guard let path = CommandLine.arguments.dropFirst().first, let bytes = Timing.contents(of: path), !bytes.isEmpty
    else {
      print("usage: number-speed FILE")
      exit(64)
    }
    var documents = Timing.documents(in: bytes).map(document)
    let characters = documents.reduce(0) { $0 + $1.text[TextRange(0, $1.text.count)].unicodeScalars.count }
    let size = documents.reduce(0) { $0 + $1.text.count }
    let times = TimeExtractor()
    let quantities = QuantityExtractor()
    var scratch: Void = ()
    let forTimes = Timing.best(of: 5) { documents.reduce(0) { $0 + times.extract(from: $1, using: &scratch).count } }
    for index in documents.indices {
      documents[index][TimeExtractor.self] = times.extract(from: documents[index], using: &scratch)
    }
    let forQuantities = Timing.best(of: 5) {
      documents.reduce(0) { $0 + quantities.extract(from: $1, using: &scratch).count }
    }
    for (name, seconds) in [("times", forTimes), ("quantities", forQuantities), ("both", forTimes + forQuantities)] {
      let rate = Int(Double(characters) / seconds)
      print(
        "\(name)\t\(rate) characters per CPU second\t\(Int(Double(size) / seconds / 1e5)) tenths of MB per CPU second")
    }
  }

  private static func document(_ bytes: [UInt8]) -> Document {
    Document(
      text: Text(validUTF8: Text.repaired(bytes).bytes), language: "en",
      published: CivilDate(2024, 5, 2).map { Timestamp(date: $0) })
  }
}
