public import ArgumentParser
public import Copydesk
public import CopydeskIntake
import Glibc

/// `copydesk run`: inputs to records.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Process files, folders or standard input (the default).")

  @Argument(
    help: "Files and folders; '-' or nothing is standard input. Folders are walked, sorted, without hidden files.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Read the list of paths from a file ('-': standard input), one a line.", valueName: "file"))
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .long], help: "With --files-from: a NUL ends each path, as find -print0 writes them.")
  var null = false

  @Option(
    name: .customLong("in"),
    help: "The format of all inputs: html, text, jsonl, warc, csv or feed. Detected if not given.")
  var format: SourceFormat?

  @Option(name: .customLong("out"), help: "records: one object a document. facts: one flat object a fact.")
  var shape: OutputShape = .records

  @Option(
    help: ArgumentHelp(
      "The layers to extract: \(Extractors.names.joined(separator: ",")), or none.", valueName: "names"))
  var layers: String = Extractors.names.joined(separator: ",")

  @Option(help: "The unit of offsets: codepoint, utf8 or utf16.")
  var offsets: OffsetUnit = .codepoint

  @Option(help: ArgumentHelp("The date of publication of all documents, as 2023-09-30.", valueName: "date"))
  var published: String?

  @Flag(help: "Annotate the given text as it stands: nothing stripped, nothing rewritten.")
  var verbatim = false

  @Option(help: "Where the headline of an HTML page goes: text (its first line, and the title) or title only.")
  var headline: HeadlinePlace = .text

  @Option(name: .shortAndLong, help: "The number of worker processes. The output does not depend on it.")
  var jobs: Int = max(1, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  @Option(help: ArgumentHelp("The largest document, in bytes.", valueName: "bytes"))
  var maxBytes: Int = ReadingOptions().maxBytes

  @Option(
    help: ArgumentHelp(
      "Give up a document that takes more processor time; it becomes an error record.", valueName: "seconds"))
  var timeoutPerDoc: Double?

  @Flag(help: "Compare the digests in WARC records with their bytes; a warning tells if they differ.")
  var checkDigests = false

  @Option(
    help: ArgumentHelp("Names to give, to merge or to drop (see copydesk names --help).", valueName: "file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "A tagger of names from copydesk-workshop, instead of the built-in ones.", valueName: "file"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      """
      Names of your own (name, type, id, aliases; tab-separated, JSON lines, or compiled by copydesk-workshop \
      build-gazetteer), stronger than all else. Can be repeated.
      """,
      valueName: "file"))
  var gazetteer: [String] = []

  @Flag(help: "Exit with status 1 if any document failed, not only if all did.")
  var strict = false

  @Flag(
    name: .customLong("progress"),
    help: "A progress line also where standard output is neither a file nor /dev/null.")
  var progressLine = false

  @Flag(name: .shortAndLong, help: "No progress line, no closing report; trouble is still told.")
  var quiet = false

  @OptionGroup(title: "Flow")
  var flow: FlowOptions

  @OptionGroup(title: "Isolation")
  var isolation: IsolationOptions

  @OptionGroup(title: "Long runs")
  var output: OutputOptions

  @OptionGroup(title: "Keys of JSON lines")
  var keys: KeyOptions

  mutating func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 1024") }
    guard maxBytes > 0, maxBytes < Int(Int32.max) else {
      throw ValidationError("--max-bytes takes a number from 1 to \(Int32.max - 1)")
    }
    if let timeoutPerDoc, !(timeoutPerDoc > 0) { throw ValidationError("--timeout-per-doc takes seconds, above 0") }
    if null, filesFrom == nil { throw ValidationError("--null needs --files-from") }
    if isolation.only != nil, output.folder != nil || output.manifest != nil {
      throw ValidationError("--only goes to standard output: a folder or a manifest of one document would pass for all")
    }
    if filesFrom != nil, !paths.isEmpty { throw ValidationError("give paths or --files-from, not both") }
  }

  func run() throws {
    var options = try options()
    try UserResources.read(model: model, gazetteers: gazetteer, into: &options)
    let pipeline: Pipeline
    do throws(UsageError) {
      pipeline = try Pipeline(options)
    } catch {
      throw ValidationError(error.description)
    }
    let inputs = try inputPaths()
    try output.checkNames(inputs: inputs, resources: gazetteer + [filesFrom, names, model].compactMap { $0 })
    try isolation.supervise(inputs) { try run(pipeline, inputs, $0) }
  }

  private func run(_ pipeline: Pipeline, _ inputs: [InputPath], _ attempt: RunSupervisor.Attempt) throws {
    let workers = try isolation.makeWorkers(
      pipeline, jobs: jobs, timePerDocument: timeoutPerDoc, timesStages: output.stats != nil)
    Signals.install()
    let sink = try output.makeSink(pipeline, inputs: inputs, isLineBuffered: flow.lineBuffered, attempt: attempt)
    let progress = RunProgress()
    var settings = flow.settings
    (settings.jobs, settings.timePerDocument, settings.progress) = (jobs, timeoutPerDoc, progress)
    (settings.share, settings.documentsDone) = (output.share, sink.documentsDone)
    (settings.excluded, settings.ledger) = (output.excluded, sink.ledger)
    settings.timesStages = output.stats != nil
    (settings.attempt, settings.plantedTrap) = (attempt, isolation.plantedTrap)
    (settings.workers, settings.only, settings.isLineByLine) = (workers, isolation.only, flow.lineBuffered)
    let clock = ContinuousClock()
    let start = clock.now
    let tally = FailureTally()
    let line = quiet ? nil : ProgressLine.onTerminal(progress, inputs: inputs, isForced: progressLine)
    var report = pipeline.process(inputs, settings) {
      tally.add($0)
      return sink.write($0, isLast: $1)
    }
    line?.stop()
    let workerMemory = workers?.finish() ?? 0
    let isWhole = report.outputError == nil && !Interruption.isRequested
    report.outputError = report.outputError ?? sink.finish(isWhole: isWhole)
    let seconds = (clock.now - start) / .seconds(1)
    let statistics = RunStatistics(
      report, seconds: seconds, bytesRead: progress.input.bytes, workerMemory: workerMemory)
    if isWhole, report.outputError == nil {
      report.outputError = output.writeManifest(pipeline, inputs: inputs, sink: sink)
    }
    report.outputError = report.outputError ?? output.write(statistics)
    let ending = RunEnding(
      report: report, tally: tally, written: sink.written ?? report.counts, isStrict: strict,
      isResumable: output.folder != nil)
    ending.tell()
    if !quiet, ProgressLine.isWanted || output.folder != nil {
      for text in statistics.lines { StandardError.say(text) }
    }
    if let status = ending.status { throw status }
  }

  private func options() throws -> Options {
    var options = Options()
    options.format = format
    options.keys = keys.keys
    options.isVerbatim = verbatim
    options.headline = headline
    options.offsets = offsets
    options.shape = shape
    options.maxBytes = maxBytes
    options.checksDigests = checkDigests
    options.corrections = try names.map { try CorrectionsFile.read($0) }
    options.layers = layers == "none" ? [] : layers.split(separator: ",").map(String.init)
    if let published {
      guard let date = GivenDate.read(published) else {
        throw ValidationError("--published takes a date such as 2023-09-30 or 2023-09-30T12:00, not '\(published)'")
      }
      options.published = date
    }
    return options
  }

  private func inputPaths() throws -> [InputPath] {
    if let filesFrom { return try PathList.read(filesFrom, endsWithNUL: null) }
    return paths.isEmpty ? [.standardInput] : paths.map { $0 == "-" ? .standardInput : .path($0) }
  }
}

/// The keys under which JSON lines have what a document needs.
struct KeyOptions: ParsableArguments {
  @Option(help: "The key of the id.") var idKey = JSONLinesKeys().id
  @Option(help: "The key of plain text (text). Given, it is also looked for in records that copydesk wrote.")
  var textKey: String?
  @Option(help: "The key of HTML.") var htmlKey = JSONLinesKeys().html
  @Option(help: "The key of the address.") var urlKey = JSONLinesKeys().url
  @Option(help: "The key of the date of publication.") var dateKey = JSONLinesKeys().date
  @Option(help: "The key of the language.") var langKey = JSONLinesKeys().language

  var keys: JSONLinesKeys {
    var keys = JSONLinesKeys()
    (keys.id, keys.text, keys.html) = (idKey, textKey ?? keys.text, htmlKey)
    keys.readsOwnOutput = textKey != nil
    (keys.url, keys.date, keys.language) = (urlKey, dateKey, langKey)
    return keys
  }
}

extension SourceFormat: ExpressibleByArgument {}
extension HeadlinePlace: ExpressibleByArgument {}
extension OutputShape: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
