/// A noun phrase that may be a speaker.
struct NounPhrase: Sendable {
  /// All of it, with appositions and relative clauses.
  var tokens: Range<Int>
  /// From its start to the first preposition, comma or relative clause; to the name where a title with prepositions bears one.
  var head: Range<Int>
  /// With the prepositions that go with the head: what a description is called, `A spokesman for the German foreign ministry`.
  var whole: Range<Int>
  /// The apposition that may hold the name: `the bloc's spokesman, Peter Stano`.
  var apposition: Range<Int>?
  /// The relative pronoun that stands for it.
  var pronoun: Int?
  /// Who speaks with it, named before: `NATO` of `NATO and the EU`.
  var others: [NounPhrase] = []

  /// A phrase; one that is its own head unless a head is given.
  init(_ tokens: Range<Int>, head: Range<Int>? = nil, whole: Range<Int>? = nil, apposition: Range<Int>? = nil) {
    (self.tokens, self.head, self.apposition) = (tokens, head ?? tokens, apposition)
    self.whole = whole ?? self.head
  }
}
