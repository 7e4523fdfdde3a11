/// A block of a page and what became of it.
public struct ExplainedBlock: Sendable {
  /// Its text, white space collapsed.
  public let text: String
  /// Why it is in the article's text or not.
  public let verdict: BlockVerdict
  /// The log odds that it is a part of the article, by the learned scorer; nil where it was not asked.
  public let score: Double?
  /// The element and those around it, the outermost first: `body/main/article/p`.
  public let path: String
  /// What the scorer saw, in the order of `PageExplanation.featureNames`; empty where it was not asked.
  public let features: [UInt8]
}

/// Why the text of a page is what it is.
public struct PageExplanation: Sendable {
  /// The blocks in the page's order, kept and dropped.
  public let blocks: [ExplainedBlock]
  /// What the page says of itself, as chosen.
  public let metadata: PageMetadata

  /// The names of the scorer's features.
  public static var featureNames: [String] { BlockFeatures.names }

  /// Explains a decoded page, valid UTF-8. - Complexity: O(n).
  public init(of page: [UInt8], url: String? = nil) {
    let reading = PageReading.read(decoded: page, url: url)
    metadata = reading.metadata
    let survey = reading.survey
    var features: [Int: [UInt8]] = [:]
    for (place, index) in (reading.features?.candidates ?? []).enumerated() {
      features[index] = reading.features.map { Array($0.row(place)) }
    }
    blocks = survey.blocks.list.indices.map { index in
      ExplainedBlock(
        text: survey.blocks.text(survey.blocks.list[index]), verdict: reading.verdicts[index],
        score: reading.scores.isEmpty ? nil : reading.scores[index],
        path: Self.path(of: survey.blocks.list[index].anchor, survey), features: features[index] ?? [])
    }
  }

  private static func path(of anchor: Int, _ survey: PageSurvey) -> String {
    var tags: [String] = []
    survey.forEachAncestor(from: anchor) { node in
      if survey.page.nodes[node].tag.isBlock { tags.append(String(describing: survey.page.nodes[node].tag)) }
      return true
    }
    return tags.reversed().joined(separator: "/")
  }
}
