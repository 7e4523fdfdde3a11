import CopydeskTagger
import Testing

@Suite struct LabelSetTests {
  let labels = LabelSet(types: ["PER", "ORG"])

  @Test func aLabelHasItsTypeAndPosition() {
    #expect(labels.count == 9)
    #expect(labels.stride == 16)
    for type in 0..<2 {
      for position in [LabelSet.Position.begin, .inside, .last, .unit] {
        let label = labels.label(type: type, position)
        #expect(labels.type(of: label) == type)
        #expect(labels.position(of: label) == position)
      }
    }
  }

  @Test func onlySequencesThatMakeNamesAreAllowed() {
    let begin = labels.label(type: 0, .begin)
    let last = labels.label(type: 0, .last)
    let other = labels.label(type: 1, .last)
    #expect(labels.allows(last, after: begin))
    #expect(!labels.allows(other, after: begin))
    #expect(!labels.allows(LabelSet.outside, after: begin))
    #expect(!labels.allows(last, after: LabelSet.outside))
    #expect(labels.allows(begin, after: last))
    #expect(!labels.mayEnd(begin))
    #expect(!labels.mayStart(last))
  }
}
