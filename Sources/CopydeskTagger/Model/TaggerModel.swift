import Glibc

/// A trained tagger: its labels, a table of 8-bit weights, and the weights of label pairs.
///
/// The weights lie in the bytes of the file, so that a mapped or embedded model is used in place.
public struct TaggerModel: @unchecked Sendable {
  // @unchecked: the bytes are constant for the life of the value, `owner` sees to that.
  /// What it tells apart.
  public let labels: LabelSet
  /// Properties by name: language, training data, seed, scores.
  public let properties: [String: String]
  /// The words and lists that it was trained with, if the file holds them.
  public let lexicon: Lexicon?

  let weights: UnsafePointer<Int8>
  /// The number of bits of a feature's hash that choose its row.
  let bits: Int
  /// What a weight of 1 in the table stands for.
  let scale: Float
  /// Score of a label behind another, `labels.stride` numbers for each of the first labels.
  let transitions: [Float]
  /// Taken from the score of `O` everywhere: the more, the more names are found.
  let bias: Float
  /// Slope and intercept of the line that brings the log-odds of a name to what they were on development data.
  let calibration: [Float]
  /// What the second look at a candidate weighs by (`Consensus`); nil: there is none.
  let consensus: Consensus.Features?
  /// The case endings that it was trained with.
  let endings: Endings
  private let owner: AnyObject?

  /// The first bytes of a file.
  public static let magic: [UInt8] = Array("CDTAG2\n\0".utf8)

  /// Why bytes are no model that can be used.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// They are none of this version.
    case isOther
    /// No checksum stands behind them: cut off, or written by a version that gave none.
    case isUnsealed
    /// Not the bytes that were written.
    case isDamaged

    /// For the user, one line.
    public var description: String {
      switch self {
      case .isOther: "not a tagger of this version; copydesk-workshop train ner writes them"
      case .isUnsealed:
        "a tagger without its checksum: cut off, or written by an earlier version; train it again with copydesk-workshop"
      case .isDamaged: "damaged: its bytes are not those that were written"
      }
    }
  }

  /// A model over the bytes of a file, which `owner` keeps.
  /// - Throws: `Failure`, if they are not as `bytes(labels:…)` wrote them.
  /// - Complexity: O(bytes): each is read once.
  public init(file bytes: UnsafeRawBufferPointer, owner: AnyObject? = nil) throws(Failure) {
    guard bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { throw .isOther }
    guard let (content, isWhole) = FileSeal.content(of: bytes) else { throw .isUnsealed }
    guard isWhole else { throw .isDamaged }
    guard let model = Self(trusted: content, owner: owner) else { throw .isOther }
    self = model
  }

  /// A model over bytes whose checksum is right or that are part of this program; `owner` keeps them; nil if they are none.
  ///
  /// No byte outside of them is read, whatever they say.
  public init?(trusted bytes: UnsafeRawBufferPointer, owner: AnyObject? = nil) {
    var reader = SectionReader(bytes)
    guard reader.takes(Self.magic), let types = reader.string(), let text = reader.string(),
      let numbers = reader.section(stride: 4), numbers.count == 3, let pairs = reader.section(stride: 4),
      let calibration = reader.section(stride: 4), let weights = reader.section(stride: 1),
      let words = reader.section(stride: 1), let looks = reader.section(stride: 4), let base = bytes.baseAddress
    else { return nil }
    labels = LabelSet(types: types.split(separator: " ").map(String.init))
    func float(_ section: Lexicon.Section, _ index: Int) -> Float {
      Float(bitPattern: bytes.loadUnaligned(fromByteOffset: section.offset + 4 * index, as: UInt32.self))
    }
    // A number that is none (NaN) would go through every sum, and `Int(_:)` of it ends the process.
    guard let bits = Int(exactly: float(numbers, 0)),
      [numbers, pairs, calibration, looks].allSatisfy({ section in
        (0..<section.count).allSatisfy { float(section, $0).isFinite }
      })
    else { return nil }
    self.bits = bits
    (scale, bias) = (float(numbers, 1), float(numbers, 2))
    guard (4...26).contains(bits), looks.count <= Consensus.count, weights.count == labels.stride << bits,
      !labels.types.isEmpty,
      pairs.count == labels.count * labels.stride
    else { return nil }
    transitions = (0..<pairs.count).map { float(pairs, $0) }
    self.calibration = (0..<calibration.count).map { float(calibration, $0) }
    self.weights = (base + weights.offset).assumingMemoryBound(to: Int8.self)
    var properties: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      properties[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    self.properties = properties
    endings = Endings(properties["endings"] ?? "")
    consensus =
      looks.count > 0
      ? (0..<looks.count).reduce(into: Consensus.Features()) { $0[$1] = float(looks, $1) } : nil
    self.owner = owner
    guard words.count > 0 else {
      lexicon = nil
      return
    }
    let known = UnsafeRawBufferPointer(rebasing: bytes[words.offset..<words.offset + words.count])
    guard let known = Lexicon(known, owner: owner) else { return nil }
    lexicon = known
  }

  /// The probability that a name is right, by what the weights say of it.
  func calibrated(_ probability: Float) -> Float {
    guard calibration.count == 2 else { return probability }
    let share = max(0.001, min(0.999, probability))
    return 1 / (1 + exp(-(calibration[0] * log(share / (1 - share)) + calibration[1])))
  }

  /// The number of a feature's row.
  @inline(__always)
  func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> UInt64(64 &- bits)) }

  /// The row of a feature.
  @inline(__always)
  func row(_ hash: UInt64) -> UnsafePointer<Int8> { weights + place(hash) &* labels.stride }

  /// The bytes of a model file, its checksum last.
  public static func bytes(
    labels: LabelSet, properties: [(String, String)], bits: Int, weights: [Int8], scale: Float, transitions: [Float],
    bias: Float, calibration: [Float], lexicon: [UInt8] = [], consensus: [Float] = []
  ) -> [UInt8] {
    var out = SectionWriter(magic: magic)
    out.section(Array(labels.types.joined(separator: " ").utf8))
    out.section(Array(properties.map { "\($0)=\($1)" }.joined(separator: "\n").utf8))
    out.section([Float(bits), scale, bias].map(\.bitPattern))
    out.section(transitions.map(\.bitPattern))
    out.section(calibration.map(\.bitPattern))
    out.section(weights)
    out.section(lexicon)
    out.section(consensus.map(\.bitPattern))
    return FileSeal.sealed(out.bytes)
  }
}

/// The bytes of a file in memory, kept as long as something points into them.
public final class FileBytes: @unchecked Sendable {
  // @unchecked: the bytes never change.
  /// The bytes.
  public let bytes: UnsafeRawBufferPointer

  /// A copy of the bytes.
  public init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { bytes.deallocate() }
}
