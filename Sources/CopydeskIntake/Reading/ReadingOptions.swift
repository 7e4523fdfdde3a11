/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// The format of all inputs; nil: by name and content.
  public var format: SourceFormat?
  /// The largest document in bytes.
  public var maxBytes: Int
  /// How many seconds to wait for more of a pipe before giving up; nil: for ever.
  public var idleTimeout: Double?
  /// The share of the files to read.
  public var share = InputShare.all
  /// Files and folders that are passed over in the folders that are walked, because they are the output.
  public var excluded: Set<FileIdentity> = []
  /// Inputs that are read no further than so many records, because more of them ends the process.
  public var unreadable: [String: Int] = [:]
  /// Where a test lets reading end the process: `PATH#RECORD`, from 0.
  public var plantedTrap: String?
  /// The book that every document is entered in when it is read.
  public var ledger: InputLedger?
  /// Counts what is read, for whoever watches.
  public var meter: InputMeter?
  /// Formats are detected, documents up to 32 MiB.
  public init(format: SourceFormat? = nil, maxBytes: Int = 32 << 20) {
    (self.format, self.maxBytes) = (format, maxBytes)
  }
}

/// One of several equal shares of the files: of `n` runs over the same inputs, each reads every `n`th file.
public struct InputShare: Sendable, Hashable {
  /// Which one, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// All files.
  public static let all = InputShare(uncheckedNumber: 1, count: 1)

  /// Share `number` of `count`; nil if there is no such share.
  public init?(number: Int, count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.init(uncheckedNumber: number, count: count)
  }

  private init(uncheckedNumber number: Int, count: Int) { (self.number, self.count) = (number, count) }

  func contains(_ file: Int) -> Bool { file % count == number - 1 }
}
