import Testing

@testable import CopydeskTagger

@Suite struct WordStoreTests {
  @Test func aFullStoreKeepsTheWordsThatWereMetAgain() {
    let store = WordStore(lexicon: .empty, limit: 64)
    func id(_ word: String) -> (id: Int32, isNew: Bool) {
      var isNew = false
      let id = Array(word.utf8).withUnsafeBytes { bytes in store.id(of: bytes) { _, _ in isNew = true } }
      return (id, isNew)
    }
    let words = (0..<48).map { "word\($0)" }
    for word in words { #expect(id(word).isNew) }
    #expect(store.isFull)
    let again = words.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let infos = again.map { store.infos[Int(id($0).id)].lower }
    var moves: [(Int, Int)] = []
    store.sift { moves.append(($0, $1)) }
    #expect(moves.map(\.1) == Array(0..<again.count))
    #expect(moves.allSatisfy { $0.1 <= $0.0 })
    #expect(store.count == again.count)
    for (word, info) in zip(again, infos) {
      let found = id(word)
      #expect(!found.isNew)
      #expect(store.infos[Int(found.id)].lower == info)
    }
    #expect(id("word1").isNew)
  }

  @Test func aStoreWithoutRoomStillAnswers() {
    let store = WordStore(lexicon: .empty, limit: 16)
    for number in 0..<100 {
      let id = Array("w\(number)".utf8).withUnsafeBytes { store.id(of: $0) { _, _ in } }
      #expect(id < 16)
    }
  }
}
