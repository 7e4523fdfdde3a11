/// The quotation marks of a paragraph that are still open, outer ones first.
///
/// It knows where the last of a family is without a search: a line of 64,000 marks that nothing closes would cost its square.
struct OpenMarks {
  /// A mark that opened something.
  struct Mark {
    /// Its first token.
    var token: Int
    /// The token behind it.
    var inner: Int
    var mark: QuotationMark
  }

  private(set) var marks: [Mark] = []
  private var doubles: [Int] = []
  private var guillemets: [Int] = []

  /// The number of marks.
  var count: Int { marks.count }
  /// The innermost mark.
  var last: Mark? { marks.last }
  /// Where the innermost double mark is.
  var lastDouble: Int? { doubles.last }
  /// Where the innermost guillemet is.
  var lastGuillemet: Int? { guillemets.last }

  subscript(index: Int) -> Mark { marks[index] }

  /// Opens a mark inside all others.
  mutating func append(_ mark: Mark) {
    switch mark.mark.family {
    case .double: doubles.append(marks.count)
    case .guillemet: guillemets.append(marks.count)
    case .single: break
    }
    marks.append(mark)
  }

  /// Takes out a mark and all inside it.
  mutating func remove(from index: Int) {
    marks.removeSubrange(index...)
    while let last = doubles.last, last >= index { doubles.removeLast() }
    while let last = guillemets.last, last >= index { guillemets.removeLast() }
  }

  /// Takes out all; the memory is kept.
  mutating func removeAll() {
    marks.removeAll(keepingCapacity: true)
    doubles.removeAll(keepingCapacity: true)
    guillemets.removeAll(keepingCapacity: true)
  }
}
