import ArgumentParser
import CopydeskTagger
import CopydeskText

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
    let words = try lexicon.map { try Files.read($0) } ?? []
    let known = LexiconFile.lexicon(words)
    let trainer = TaggerTrainer(
      types: types.split(separator: ",").map(String.init), lexicon: known, settings: learning.settings)
    for item in train {
      let (path, weight) = Self.weighted(item)
      for document in try Corpus.read(path, tokens: tokens, language: language) {
        trainer.add(document, weight: weight)
      }
    }
    let held = try dev.map { try Corpus.read($0, tokens: tokens, language: language) }
    var mean = MeanWeights()
    for epoch in 1...learning.epochs {
      let loss = trainer.runEpoch()
      var line = "epoch \(epoch)  loss \(Float(loss))"
      for (path, documents) in zip(dev, held) {
        let score = Score(documents, Self.tagger(trainer.model(), known))
        line += "  \(Self.stem(path)) F1 \(Score.percent(score.all.f1))"
      }
      Files.tell(line)
      if epoch * 2 > learning.epochs { mean.add(trainer.snapshot()) }
    }
    let plain = trainer.model(from: mean.values, bias: learning.bias)
    let calibration = held.isEmpty ? [] : Calibration.table(held.flatMap { $0 }, Self.tagger(plain, known))
    let properties = [
      ("types", types), ("language", language), ("seed", "\(learning.seed)"), ("epochs", "\(learning.epochs)"),
      ("train", train.map { Self.stem(Self.weighted($0).path) }.joined(separator: " ")),
    ]
    let model = trainer.model(
      properties: properties, from: mean.values, calibration: calibration, bias: learning.bias,
      lexicon: sharedLexicon ? [] : words)
    try Files.write(model, to: out)
    for (path, documents) in zip(dev, held) {
      Files.tell("\(Self.stem(path)):\n\(Score(documents, Self.tagger(model, known)).table)")
    }
    Files.tell("\(out): \(model.count) bytes")
  }

  static func tagger(_ bytes: [UInt8], _ lexicon: Lexicon) -> Tagger {
    let file = FileBytes(bytes)
    guard let model = TaggerModel(file.bytes, owner: file) else { fatalError("the trainer wrote no model") }
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

/// How to learn.
struct LearningOptions: ParsableArguments {
  @Option(help: "How often all sentences are read.") var epochs = TrainingSettings().epochs
  @Option(help: "The first step of AdaGrad.") var rate = TrainingSettings().rate
  @Option(help: "The share of features left out at each reading.") var dropout = TrainingSettings().dropout
  @Option(help: "The share of words of which only the kind is seen.") var masking = TrainingSettings().masking
  @Option(help: "Rows of the table of weights, as a power of 2.") var bits = 17
  @Option(help: "What the order and the choice of features go by.") var seed = TrainingSettings().seed
  @Option(help: "Taken from the score of no name: more finds more.") var bias: Float = 0

  mutating func validate() throws {
    guard (1...1000).contains(epochs) else { throw ValidationError("--epochs takes a number from 1 to 1000") }
    guard (10...24).contains(bits) else { throw ValidationError("--bits takes a number from 10 to 24") }
    guard (0..<1).contains(dropout), (0..<1).contains(masking) else {
      throw ValidationError("--dropout and --masking take a number from 0 to less than 1")
    }
  }

  var settings: TrainingSettings {
    var settings = TrainingSettings()
    (settings.epochs, settings.rate, settings.dropout) = (epochs, rate, dropout)
    (settings.masking, settings.bits, settings.seed) = (masking, bits, seed)
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

/// The share of right names for each twentieth of the model's probability, made to rise.
enum Calibration {
  static func table(_ documents: [TrainingDocument], _ tagger: Tagger) -> [Float] {
    let bins = Score(documents, tagger).reliability
    // Pool adjacent violators over the bins, each with two names of its own middle, so that an empty one is harmless.
    var pools: [(right: Double, count: Double, bins: Int)] = []
    for (index, bin) in bins.enumerated() {
      let middle = (Double(index) + 0.5) / 20
      pools.append((Double(bin.right) + 2 * middle, Double(bin.count) + 2, 1))
      while pools.count > 1,
        pools[pools.count - 2].right / pools[pools.count - 2].count > pools[pools.count - 1].right
          / pools[pools.count - 1].count
      {
        let last = pools.removeLast()
        pools[pools.count - 1].right += last.right
        pools[pools.count - 1].count += last.count
        pools[pools.count - 1].bins += last.bins
      }
    }
    let shares = pools.flatMap { Array(repeating: Float($0.right / $0.count), count: $0.bins) }
    // A value for each border of the bins: the mean of the bins beside it.
    return (0...20).map { (shares[max($0 - 1, 0)] + shares[min($0, 19)]) / 2 }
  }
}
