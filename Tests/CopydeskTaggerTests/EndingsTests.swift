import Testing

@testable import CopydeskTagger

@Suite struct EndingsTests {
  private let endings = Endings("om>a om> u>o u> a>")

  private func bases(_ word: String) -> [String] {
    endings.bases(of: Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func stem(_ word: String) -> String { String(decoding: endings.stem(of: Array(word.utf8)), as: UTF8.self) }

  @Test func aFormHasItsBases() {
    #expect(bases("Kosovu") == ["Kosovo", "Kosov"])
    #expect(bases("Nišom") == ["Niša", "Niš"])
    #expect(bases("Boeing").isEmpty)
  }

  @Test func formsOfANameShareAStem() {
    #expect(stem("boeinga") == stem("boeing"))
    #expect(stem("boeingom") == stem("boeingu"))
    #expect(stem("niš") != stem("bor"))
  }

  @Test func hardlyAWordIsLeftAlone() {
    // Too short to lose anything.
    #expect(stem("una") == "una")
    #expect(bases("Bru").isEmpty)
  }

  @Test func nonsenseIsNoEnding() {
    #expect(Endings("").isEmpty)
    #expect(Endings("om >a x").isEmpty)
    #expect(Endings.none.stem(of: Array("Nišom".utf8)) == Array("Nišom".utf8))
  }
}
