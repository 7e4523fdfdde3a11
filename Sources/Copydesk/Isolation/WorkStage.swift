/// Where a document is on its way through a worker: what the error record of one that died there says.
enum WorkStage {
  static let idle: UInt32 = 0
  static let decode: UInt32 = 1
  static let mainText: UInt32 = 2
  static let document: UInt32 = 3
  static let write: UInt32 = 4
  /// An extractor that is not the product's.
  static let ownLayer: UInt32 = 5
  /// The first of the layers; the others follow in the order of `Extractors.all`.
  static let layers: UInt32 = 16

  /// The stage of a layer.
  static func layer(_ name: String) -> UInt32 {
    Extractors.names.firstIndex(of: name).map { layers + UInt32(clamping: $0) } ?? ownLayer
  }

  /// As records name it.
  static func name(_ stage: UInt32) -> String {
    switch stage {
    case decode: "decode"
    case mainText: "extract"
    case document: "document"
    case write: "write"
    case ownLayer: "extractor"
    case layers...: Extractors.names.dropFirst(Int(stage - layers)).first ?? "run"
    default: "run"
    }
  }
}
