import ArgumentParser
import CopydeskTagger
import CopydeskText
import Glibc

/// `copydesk-workshop train ner`: corpora to a tagger.
struct TrainNER: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ner", abstract: "Train a tagger of names from BIO files or JSON lines.",
    discussion: """
      copydesk-workshop train ner --train train.bio --dev dev.bio --out my.cdtag
      copydesk --model my.cdtag news/

      The same files, options and version give the same bytes. Progress is told on standard error, a line an epoch.
      """)

  @Option(
    help: ArgumentHelp("A file to learn from; FILE:0.5 halves its importance. Can be repeated.", valueName: "file"))
  var train: [String]

  @Option(
    help: ArgumentHelp("A file to measure each epoch on, and to calibrate with. Can be repeated.", valueName: "file"))
  var dev: [String] = []

  @Option(help: ArgumentHelp("Where the tagger goes.", valueName: "file"))
  var out: String

  @Option(help: ArgumentHelp("The types to learn, with commas; other names are no names.", valueName: "names"))
  var types = "PER,ORG,LOC"

  @Option(
    help: ArgumentHelp(
      "Types that the files do not mark: what the rules find of them is learned too.", valueName: "names"))
  var rules = ""

  @Option(help: ArgumentHelp("Clusters and lists of names (build-lexicon), put into the tagger.", valueName: "file"))
  var lexicon: String?

  @Flag(help: "Learn with the lexicon, but leave it out of the file: the reader has it built in.")
  var sharedLexicon = false

  @Option(help: "The language of the texts (BCP 47); their tokens depend on it.")
  var language = "en"

  @Option(help: "product: cut the text as copydesk does. given: keep the tokens of the BIO file.")
  var tokens: Corpus.Tokens = .product

  @OptionGroup(title: "Learning")
  var learning: LearningOptions

  func run() throws {
    let corpus = Corpus(
      tokens: tokens, language: language, typesOfRules: Set(rules.split(separator: ",").map(String.init)))
    let words = try lexicon.map { try Files.read($0) } ?? []
    let known = LexiconFile.lexicon(words)
    let trainer = TaggerTrainer(
      types: types.split(separator: ",").map(String.init), lexicon: known, settings: learning.settings)
    var parts = Array(repeating: [TrainingDocument](), count: learning.folds)
    var next = 0
    for item in train {
      let (path, weight) = Self.weighted(item)
      for document in try corpus.read(path) {
        // A lone sentence has no document to ask.
        let fold = learning.folds > 1 && weight == 1 && document.sentences.count > 1 ? next % learning.folds : nil
        trainer.add(document, weight: weight, fold: fold)
        guard let fold else { continue }
        parts[fold].append(document)
        next += 1
      }
    }
    let held = try dev.map { try Corpus(tokens: tokens, language: language).read($0) }
    let crossed = crossed(trainer, parts, known)
    let consensus = crossed.weights()
    let mean = learn(trainer, runs: learning.runs) { epoch, loss in
      var line = "epoch \(epoch)  loss \(Float(loss))"
      for (path, documents) in zip(dev, held) {
        let score = Score(documents, Self.tagger(trainer.model(consensus: consensus), known))
        line += "  \(Self.stem(path)) F1 \(Score.percent(score.all.f1))"
      }
      Files.tell(line)
    }
    let plain = trainer.model(from: mean.values, bias: learning.bias, consensus: consensus)
    var outcomes = learning.calibration == .parts ? crossed.outcomes(consensus) : []
    if outcomes.count < Self.leastOutcomes, learning.calibration != .none {
      outcomes = held.flatMap { Score($0, Self.tagger(plain, known)).samples }
    }
    let calibration = Calibration.line(outcomes)
    let properties = [
      ("types", types), ("language", language), ("seed", "\(learning.seed)"), ("epochs", "\(learning.epochs)"),
      ("runs", "\(learning.runs)"),
      ("train", train.map { Self.stem(Self.weighted($0).path) }.joined(separator: " ")),
    ]
    let model = trainer.model(
      properties: properties, from: mean.values, calibration: calibration, bias: learning.bias,
      lexicon: sharedLexicon ? [] : words, consensus: consensus)
    try Files.write(model, to: out)
    for (path, documents) in zip(dev, held) {
      Files.tell("\(Self.stem(path)):\n\(Score(documents, Self.tagger(model, known)).table)")
    }
    Files.tell("\(out): \(model.count) bytes")
  }

  /// With fewer candidates in the parts, `conf` is calibrated on the files of `--dev`.
  private static let leastOutcomes = 1000

  /// What the second look and `conf` go by: each part of the documents is tagged by what the others teach.
  private func crossed(_ trainer: TaggerTrainer, _ parts: [[TrainingDocument]], _ known: Lexicon) -> ConsensusFit {
    var fit = ConsensusFit()
    for (fold, documents) in parts.enumerated() where !documents.isEmpty {
      let mean = learn(trainer, runs: 1, without: fold) {
        Files.tell("without part \(fold + 1)  epoch \($0)  loss \(Float($1))")
      }
      let tagger = Self.tagger(trainer.model(from: mean.values, bias: learning.bias), known)
      for document in documents { fit.add(document, tagger) }
      trainer.restart(seed: learning.seed)
    }
    return fit
  }

  /// The mean of the weights at the ends of the later epochs of all runs: it tags as the runs would by vote.
  private func learn(
    _ trainer: TaggerTrainer, runs: Int, without fold: Int? = nil, told: (Int, Double) -> Void
  ) -> MeanWeights {
    var mean = MeanWeights()
    for run in 0..<runs {
      if run > 0 { trainer.restart(seed: learning.seed &+ UInt64(run)) }
      for epoch in 1...learning.epochs {
        told(epoch, trainer.runEpoch(without: fold))
        if epoch * 2 > learning.epochs { mean.add(trainer.snapshot()) }
      }
    }
    return mean
  }

  static func tagger(_ bytes: [UInt8], _ lexicon: Lexicon) -> Tagger {
    let file = FileBytes(bytes)
    guard let model = TaggerModel(trusted: file.bytes, owner: file) else { fatalError("the trainer wrote no model") }
    return Tagger(model: model, lexicon: lexicon)
  }

  /// `FILE:0.5` as a path and a weight.
  private static func weighted(_ item: String) -> (path: String, weight: Float) {
    guard let colon = item.lastIndex(of: ":"), let weight = Float(item[item.index(after: colon)...]) else {
      return (item, 1)
    }
    return (String(item[..<colon]), weight)
  }

  private static func stem(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "").split(separator: ".").first.map(String.init) ?? path
  }
}

/// What the probabilities of a tagger are brought in line with.
enum CalibrationSource: String, ExpressibleByArgument {
  case parts, dev, none
}

/// How to learn.
struct LearningOptions: ParsableArguments {
  @Option(help: "How often all sentences are read.") var epochs = TrainingSettings().epochs
  @Option(help: "How often to learn from the beginning, each time in another order: the weights are the mean.")
  var runs = 1
  @Option(
    help: "Parts that are each tagged by what the others teach, for the second look at a document; 1: no second look.")
  var folds = 3
  @Option(help: ArgumentHelp("Case endings of names, 'u>o om>' and so on, the likeliest first.", valueName: "list"))
  var endings = ""
  @Option(
    help: """
      What conf goes by. parts: the parts that are tagged by what the others teach, or the files of --dev if they are \
      too few. dev: the files of --dev. none: the model's own probability, the better one where names are marked more \
      carefully than in what was learned from.
      """) var calibration = CalibrationSource.parts
  @Option(help: "The first step of AdaGrad.") var rate = TrainingSettings().rate
  @Option(help: "The share of features left out at each reading.") var dropout = TrainingSettings().dropout
  @Option(help: "The share of words of which only the kind is seen.") var masking = TrainingSettings().masking
  @Option(help: "Rows of the table of weights, as a power of 2.") var bits = 17
  @Option(help: "What the order and the choice of features go by.") var seed = TrainingSettings().seed
  @Option(help: "Taken from the score of no name: more finds more.") var bias: Float = 0

  mutating func validate() throws {
    guard (1...1000).contains(epochs) else { throw ValidationError("--epochs takes a number from 1 to 1000") }
    guard (1...100).contains(runs) else { throw ValidationError("--runs takes a number from 1 to 100") }
    guard (1...20).contains(folds) else { throw ValidationError("--folds takes a number from 1 to 20") }
    guard (10...24).contains(bits) else { throw ValidationError("--bits takes a number from 10 to 24") }
    guard (0..<1).contains(dropout), (0..<1).contains(masking) else {
      throw ValidationError("--dropout and --masking take a number from 0 to less than 1")
    }
  }

  var settings: TrainingSettings {
    var settings = TrainingSettings()
    (settings.epochs, settings.rate, settings.dropout) = (epochs, rate, dropout)
    (settings.masking, settings.bits, settings.seed) = (masking, bits, seed)
    settings.endings = endings
    return settings
  }
}

/// The mean of the weights at the ends of the later epochs: steadier than the last.
struct MeanWeights {
  private var sum: [Float] = []
  private var count: Float = 0

  mutating func add(_ weights: [Float]) {
    if sum.isEmpty { sum = weights } else { for index in sum.indices { sum[index] += weights[index] } }
    count += 1
  }

  var values: [Float] { sum.map { $0 / count } }
}

/// The line that brings a tagger's log-odds to the share of right names in documents that it has not learned from.
enum Calibration {
  /// Slope and intercept (Platt's scaling); none without candidates on both sides.
  static func line(_ outcomes: [(probability: Float, isRight: Bool)]) -> [Float] {
    guard Set(outcomes.map(\.isRight)).count == 2 else { return [] }
    let samples = outcomes.map { outcome in
      let share = Double(max(0.001, min(0.999, outcome.probability)))
      return (values: [log(share / (1 - share)), 1], isRight: outcome.isRight)
    }
    return LogisticRegression.weights(samples, prior: [1, 0]).map(Float.init)
  }
}
