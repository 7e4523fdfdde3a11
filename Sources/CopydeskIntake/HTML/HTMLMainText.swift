import CopydeskText

/// Finds the article of an HTML page.
public struct HTMLMainText {
  /// An extractor with its buffers: one a worker.
  public init() {}

  /// The main text and the metadata of a page.
  /// - Parameters:
  ///   - page: the decoded page, valid UTF-8.
  ///   - url: its address, if known from outside.
  public mutating func extract(from page: [UInt8], url: String?) -> MainText {
    let parsed = Page(decoded: page)
    var survey = PageSurvey(page: parsed, showingHidden: false)
    var scope = ContentScope(survey: survey).find()
    if scope == nil {
      survey = PageSurvey(page: parsed, showingHidden: true)
      scope = ContentScope(survey: survey).find()
    }
    var warnings = parsed.warnings
    let lines: [Int]
    if let scope {
      lines = ArticleLines(survey: survey, scope: scope).find()
    } else {
      lines = Array(survey.blocks.list.indices)
      warnings.insert(.noMainText)
    }
    var text: [UInt8] = []
    for index in lines {
      if !text.isEmpty { text.append(0x0A) }
      text.append(contentsOf: survey.blocks.bytes[survey.blocks.list[index].range])
    }
    return MainText(text: text, warnings: warnings)
  }
}
