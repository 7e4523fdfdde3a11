import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct MojibakeTests {
  private func wrong(_ text: String, _ charset: String) -> String? {
    ICU.decode(Array(text.utf8), from: charset).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("Ministri Kryeziu tha se Këshilli do të mblidhet për çështjen e energjisë.", "windows-1252"),
      ("Gradonačelnik Perić kaže da će škola u Čačku biti završena do jeseni.", "windows-1252"),
      ("Gradonačelnik Perić kaže da će škola u Čačku biti završena do jeseni.", "windows-1250"),
      ("Председница већа најавила је расправу о буџету за петак.", "windows-1251"),
      ("Председница већа најавила је расправу о буџету за петак.", "windows-1252"),
      ("„Schöne Grüße“ – so endete die Straße, für 30 €…", "windows-1252"),
      ("Le théâtre a déjà fermé ; où aller cet été ?", "macintosh"),
      ("Žluťoučký kůň přešel dálnici u Plzně.", "ibm-852"),
      ("Şehirde yağış bekleniyor, diyor görevli Çiğdem.", "windows-1254"),
      ("Mėlyna gėlė žydėjo prie ežero ąžuolų pavėsyje.", "windows-1257"),
      ("Great news 😀 from the harbour 🎉", "windows-1252"),
    ])
  func undoesWhatAWrongCharsetDid(_ text: String, _ charset: String) throws {
    let broken = try #require(wrong(text, charset))
    #expect(broken != text)
    #expect(Mojibake.repaired(broken) == text)
  }

  @Test(arguments: [
    "Press the “×” key twice.", "ele disse olá´´ e foi embora", "the letters « Ã » and « Õ »", "x┼┐y┼┐z┼┐",
  ])
  func leavesWhatIsMeant(_ text: String) { #expect(Mojibake.repaired(text) == text) }

  @Test func capitalsAlone() {
    #expect(Mojibake.repaired("LA CABAÃ‘A") == "LA CABAÑA")
    #expect(Mojibake.repaired("OÃ™ EST LA GARE") == "OÙ EST LA GARE")
    #expect(Mojibake.repaired("He said Ã¢â‚¬Å“noÃ¢â‚¬Â\u{9D} and left.") == "He said “no” and left.")
  }

  @Test func takesOffTwoLayers() throws {
    let once = try #require(wrong("Café Zürich, déjà vu", "windows-1252"))
    let twice = try #require(wrong(once, "windows-1252"))
    #expect(Mojibake.repaired(twice) == "Café Zürich, déjà vu")
  }

  @Test(
    arguments: [
      "GROSSE RENTRÉE… À NE PAS MANQUER, CAFÉ » ET “BEAUTÉ”", "Në Prishtinë: «Çka ndodhi?» – tha Ëndërr Çoku…",
      "Рјечник, Сјеница, „Његош“, Љиг; РЕПУБЛИКА СРПСКА – Ђаковица", "ВІЙНА І МИР – Київ, Україна; ЄС «Ґ»",
      "ÅÄÖ är bokstäver; ØRE, ÆRE, ÅRE", "MANHÃ… AMANHÃ, NÃO", "25 °C, 3 m², ½ kg, 10 µg, £5, €7, ™, ®",
      "√ 2 ≈ 1,41 ∆x",
      "日本語の「文章」です。", "ΚΑΛΗΜΕΡΑ «Ελλάδα»…", "naïve coöperation, Noël Ÿ, Zoë’s", "İSTANBUL’DA ŞİMDİ – ÖĞLE",
      "Łódź, ŻÓŁĆ…", "مرحبا «بكم»", "Tiếng Việt: ĐƯỜNG – phố", "",
    ])
  func leavesGoodTextAlone(_ text: String) { #expect(Mojibake.repaired(Array(text.utf8)) == nil) }

  @Test func repairsOnlyTheLineThatNeedsIt() throws {
    let good = "Zoë said: “fine”.\n"
    let broken = try #require(wrong("Zoë a répondu : « très bien ».\n", "windows-1252"))
    #expect(Mojibake.repaired(good + broken + good) == good + "Zoë a répondu : « très bien ».\n" + good)
  }

  @Test func editsLeadBack() throws {
    let broken = try #require(wrong("One line.\nDéjà vu in Zürich.\n", "windows-1252"))
    var edits = TextEdits()
    let repaired = try #require(Mojibake.repaired(Array(broken.utf8), noting: &edits))
    let text = String(decoding: repaired.bytes, as: UTF8.self)
    #expect(edits.targetCount == repaired.bytes.count && edits.sourceCount == broken.utf8.count)
    let place = try #require(text.firstRange(of: "Zürich"))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let source = edits.sourceRange(of: start..<start + 7)
    #expect(String(decoding: Array(broken.utf8)[source], as: UTF8.self) == wrong("Zürich", "windows-1252"))
  }

  @Test func anyTextIsSafe() {
    var random = SeededGenerator(seed: 11)
    let pieces = Array("ÃÂâ€™œ¢©®ÐÑðŸ\u{81}\u{9D}\u{FFFD}? aéĂŽ√Рѓ\n")
    for _ in 0..<500 {
      let string = String((0..<40).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] })
      var edits = TextEdits()
      guard let repaired = Mojibake.repaired(Array(string.utf8), noting: &edits) else { continue }
      #expect(Text.repaired(repaired.bytes).replacements == 0)
      #expect(edits.sourceCount == string.utf8.count && edits.targetCount == repaired.bytes.count)
    }
  }
}
