import Glibc

/// A second look at what may be names: what the first look says of the same words elsewhere in the document.
///
/// `Kurti` alone is a person where another sentence has `Albin Kurti`, and `Holding` a company where it was one before.
final class Consensus {
  /// What goes into the second look at a candidate; a model has a weight for each. The first is what the first look says,
  /// and its weight is 1: a name that stands there once stays as likely as it was.
  typealias Features = SIMD16<Float>
  /// How many of them are in use; a model of an earlier version has weights for the first of them alone.
  static let count = 9
  /// The first of those that say what the candidates at the other places are: four means, then two maxima.
  private static let means = 3
  private static let maxima = 7
  /// So many other places are looked at.
  private static let most = 32
  /// So many places of the first word are tried: in a list of a million men called John each has a surname of his own.
  private static let tries = 512
  /// A longer name around the same words begins at most so many tokens before them.
  private static let reach = 8

  private let known: DocumentFeatures
  /// For each token the next one of the same word, or −1; for each word its first one.
  private let following = Workspace<Int32>()
  private let heads = Workspace<Int32>()
  /// For each token the first candidate that does not begin before it.
  private let firsts = Workspace<Int32>()

  init(_ features: DocumentFeatures) { known = features }

  /// Weighs the candidates anew; they are in the order of their first tokens.
  func reweigh(_ names: inout [TaggedName], tokens: Int, by weights: Features) {
    guard !names.isEmpty else { return }
    let features = features(of: names, tokens: tokens)
    for index in names.indices {
      let score = (features[index] * weights).sum()
      names[index].confidence = 1 / (1 + exp(-score))
    }
  }

  /// What the document says of each candidate.
  func features(of names: [TaggedName], tokens: Int) -> [Features] {
    link(names, tokens)
    return names.indices.map { features(of: names[$0], in: names, tokens) }
  }

  private func link(_ names: [TaggedName], _ tokens: Int) {
    following.fill(tokens, with: -1)
    heads.fill(known.evidence.count, with: -1)
    for token in (0..<tokens).reversed() {
      let entry = known.evidence.entry(of: token)
      guard entry >= 0 else { continue }
      following.base[token] = heads.base[entry]
      heads.base[entry] = Int32(truncatingIfNeeded: token)
    }
    firsts.reserve(tokens + 1)
    var next = 0
    for token in 0...tokens {
      while next < names.count, names[next].tokens.lowerBound < token { next += 1 }
      firsts.base[token] = Int32(truncatingIfNeeded: next)
    }
  }

  private func features(of name: TaggedName, in names: [TaggedName], _ tokens: Int) -> Features {
    let probability = max(0.001, min(0.999, name.confidence))
    var out = Features()
    out[0] = log(probability / (1 - probability))
    let entry = known.evidence.entry(of: name.tokens.lowerBound)
    guard entry >= 0 else { return out }
    var others: Float = 0
    var token = Int(heads.base[entry])
    var tries = 0
    while token >= 0, others < Float(Self.most), tries < Self.tries {
      tries += 1
      if token != name.tokens.lowerBound, isSame(name.tokens, at: token, tokens) {
        others += 1
        add(token..<token + name.tokens.count, name.type, names, to: &out)
      }
      token = Int(following.base[token])
    }
    guard others > 0 else { return out }
    (out[1], out[2]) = (out[0], 1)
    for index in Self.means..<Self.maxima { out[index] /= others }
    return out
  }

  private func isSame(_ name: Range<Int>, at other: Int, _ tokens: Int) -> Bool {
    guard other + name.count <= tokens else { return false }
    return (1..<max(name.count, 1)).allSatisfy { known.stem(name.lowerBound + $0) == known.stem(other + $0) }
  }

  /// Adds what the first look says of the same words in another place: a name of that type or of another, a part of a
  /// longer one of that type or of another.
  ///
  /// The mean is the vote of all places. Of longer names the clearest counts too: after `Denzel Washington` once, ten times
  /// `Washington` alone is still he.
  private func add(_ place: Range<Int>, _ type: Int, _ names: [TaggedName], to out: inout Features) {
    var index = Int(firsts.base[max(place.lowerBound - Self.reach, 0)])
    while index < names.count, names[index].tokens.lowerBound <= place.lowerBound {
      let other = names[index]
      index += 1
      guard other.tokens.upperBound >= place.upperBound else { continue }
      let isLonger = other.tokens.count > place.count
      let isOther = other.type == type ? 0 : 1
      out[Self.means + (isLonger ? 2 : 0) + isOther] += other.confidence
      if isLonger { out[Self.maxima + isOther] = max(out[Self.maxima + isOther], other.confidence) }
    }
  }
}
