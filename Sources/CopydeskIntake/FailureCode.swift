/// Why a document has no facts: the names of `error.code`, each with what it means.
public enum FailureCode: String, Sendable, CaseIterable {
  /// The file cannot be opened or read.
  case unreadable
  /// It is larger than the limit.
  case tooLarge = "too-large"
  /// A line of JSON Lines is empty.
  case emptyLine = "empty-line"
  /// No JSON object.
  case badJSON = "bad-json"
  /// A line that Copydesk wrote.
  case ownOutput = "own-output"
  /// A format that is not read, or no text.
  case unsupportedFormat = "unsupported-format"
  /// No string under the text or the HTML key.
  case noContent = "no-content"
  /// No record of an archive where one should be.
  case warcDamaged = "warc-damaged"
  /// No document of an array where one should be.
  case jsonDamaged = "json-damaged"
  /// A table without rows.
  case noRows = "no-rows"
  /// A feed without items.
  case noItems = "no-items"
  /// JSON without documents.
  case noDocuments = "no-documents"
  /// An archive without records.
  case noRecords = "no-records"
  /// No HTTP response that can be unpacked.
  case badHTTP = "bad-http"
  /// It ended its worker process.
  case crashed
  /// It wanted too much memory.
  case memory
  /// It took too much time.
  case timeout

  /// The stages that give a document up by it, as `error.stage` names them.
  public var stages: String {
    switch self {
    case .unreadable, .warcDamaged, .jsonDamaged, .noRows, .noItems, .noDocuments, .noRecords: "read"
    case .tooLarge: "read, main text"
    case .emptyLine, .badJSON, .ownOutput, .unsupportedFormat, .noContent, .badHTTP: "decode"
    case .crashed, .memory, .timeout: "the stage it was in"
    }
  }

  /// What happened, in Markdown, for docs/OUTPUT.md.
  public var meaning: String {
    switch self {
    case .unreadable:
      "the file cannot be opened or read"
    case .tooLarge:
      "larger than `--max-bytes` (32 MiB if not given); of a line, the id is kept. In the main text: "
        + "larger than 2 GiB once it was UTF-8"
    case .emptyLine:
      "a line of JSON Lines is empty"
    case .badJSON:
      "a line, or an element of an array, is no JSON object"
    case .ownOutput:
      "a line is a record or a fact that Copydesk wrote; `--in jsonl --text-key text` takes it as a "
        + "document"
    case .unsupportedFormat:
      "the file (the page in an archive, the string in a line) is a PDF, a ZIP archive, an image, a "
        + "program or something else that is not read, or its bytes are no text; the message names it and "
        + "a way to read it"
    case .noContent:
      "a line or row has no string under the text or the HTML key"
    case .warcDamaged:
      "where a record of an archive should be, there is none; `source` tells the place"
    case .jsonDamaged:
      "where a document of an array should be, there is none, or the array has no end; `source` tells "
        + "the place"
    case .noRows:
      "a table holds no row under its header (an error page that was saved under its name, perhaps)"
    case .noItems:
      "a feed holds no item or entry (an error page that was saved under its name, perhaps)"
    case .noDocuments:
      "an array or a file of JSON holds no document (an error page that was saved under its name, "
        + "perhaps)"
    case .noRecords:
      "an archive holds no record (an error page that was saved under its name, perhaps)"
    case .badHTTP:
      "the record of an archive has no HTTP response, or one packed in a way that cannot be unpacked"
    case .crashed:
      "ended the worker process that it was in, again when it was alone there; the message tells how, "
        + "where, and the last rule"
    case .memory:
      "wanted more memory than `--memory-per-worker` (4 GiB if not given)"
    case .timeout:
      "took more processor time than `--timeout-per-doc` (120 s if not given) allows, or slept for a "
        + "minute"
    }
  }
}
