import CopydeskText
import Testing

@testable import CopydeskFacts

@Suite("Gazetteer")
struct GazetteerTests {
  @Test(
    "Spellings of one name have one skeleton",
    arguments: [
      ("Вучић", "vucic"), ("Vučić", "vucic"), ("Kleçkë", "klecke"), ("Türkiye", "turkiye"), ("Đinđić", "djindjic"),
      ("İstanbul", "istanbul"), ("Straße", "strasse"), ("O’Brien", "o'brien"), ("Љубљана", "ljubljana"),
    ])
  func skeletons(_ word: String, _ skeleton: String) {
    let text = Text(word)
    #expect(Skeleton.shared.string(of: TextRange(0, text.count), in: text) == skeleton)
  }

  @Test("Each name of the tables finds its row")
  func everyName() {
    let gazetteer = Gazetteer.shared
    var missed: [String] = []
    for row in gazetteer.rows.indices {
      let row = Int32(row)
      for key in (gazetteer.string(row, .keys) ?? "").split(separator: "|") {
        // The keys are tokens with spaces between them: written without the marks, they read as the same tokens.
        let bare = key.drop { "^=~".contains($0) }
        // But `'s` is a token only right behind a word.
        let plain = bare.split(separator: " 's", omittingEmptySubsequences: false).joined(separator: "'s")
        if !gazetteer.meanings(gazetteer.names.entry(ofPhrase: String(plain))).contains(row) {
          missed.append(String(plain))
        }
      }
    }
    #expect(missed.isEmpty, "\(missed.count): \(missed.prefix(20))")
  }
}
