public import CopydeskFacts
import CopydeskIntake
public import CopydeskTagger

/// A resource file that cannot be used; its message says why, and where.
public struct ResourceError: Error, Sendable, CustomStringConvertible {
  /// For the user, one line.
  public let description: String
  /// An error with its message.
  public init(_ description: String) { self.description = description }
}

/// Reads the files that users bring: lists of names and trained taggers.
public enum ResourceFiles {
  /// A tagger from the bytes of a file that `copydesk-workshop train ner` has written.
  /// - Throws: `ResourceError` if they are not one.
  public static func tagger(_ bytes: [UInt8]) throws(ResourceError) -> TaggerModel {
    let file = FileBytes(bytes)
    let model: TaggerModel
    do throws(TaggerModel.Failure) {
      model = try TaggerModel(file: file.bytes, owner: file)
    } catch {
      throw ResourceError(error.description)
    }
    for type in model.labels.types where EntityType(rawValue: type) == nil {
      let known = EntityType.allCases.map(\.rawValue).joined(separator: " ")
      throw ResourceError("the tagger finds '\(type)', which is no type of entity; the types are \(known)")
    }
    return model
  }

  /// The list of names of a file: compiled by `copydesk-workshop build-gazetteer`, then it is mapped and read where it
  /// lies; or as text (`NameListText`), then it is compiled here. The first bytes tell, not the name of the file.
  /// - Throws: `ResourceError`, with the path, if the file cannot be opened or is none.
  public static func nameList(at path: String) throws(ResourceError) -> NameList {
    guard let file = MappedFile(path) else { throw ResourceError("\(path): \(cannotOpen)") }
    return try naming(path) { () throws(ResourceError) in try nameList(file.bytes, owner: file) { file.release($0) } }
  }

  /// The list of names in the bytes of such a file.
  /// - Throws: `ResourceError` if they are none.
  public static func nameList(_ bytes: [UInt8]) throws(ResourceError) -> NameList {
    let file = FileBytes(bytes)
    return try nameList(file.bytes, owner: file) { _ in }
  }

  private static func nameList(
    _ bytes: UnsafeRawBufferPointer, owner: any AnyObject & Sendable, releasing: (UnsafeRawBufferPointer) -> Void
  ) throws(ResourceError) -> NameList {
    if NameList.isCompiled(bytes) { return try list(bytes, owner, releasing) }
    var compiler = NameListCompiler()
    try NameListText.read(bytes, into: &compiler)
    let file = FileBytes(compiler.finish().bytes)
    return try list(file.bytes, file) { _ in }
  }

  private static func list(
    _ bytes: UnsafeRawBufferPointer, _ owner: any AnyObject & Sendable, _ releasing: (UnsafeRawBufferPointer) -> Void
  ) throws(ResourceError) -> NameList {
    do throws(NameList.Failure) {
      return try NameList(bytes, owner: owner, releasing: releasing)
    } catch {
      throw ResourceError(error.description)
    }
  }

  /// Adds the names of a text to a compiler, for `copydesk-workshop build-gazetteer`.
  /// - Throws: `ResourceError`, with the path.
  public static func readNames(at path: String, into names: inout NameListCompiler) throws(ResourceError) {
    guard let file = MappedFile(path) else { throw ResourceError("\(path): \(cannotOpen)") }
    try naming(path) { () throws(ResourceError) in
      if NameList.isCompiled(file.bytes) { throw ResourceError("compiled already; give the lists that it was made of") }
      names.begin(file: path)
      try NameListText.read(file.bytes, into: &names)
    }
  }

  private static func naming<Result>(
    _ path: String, _ body: () throws(ResourceError) -> Result
  ) throws(ResourceError) -> Result {
    do throws(ResourceError) {
      return try body()
    } catch {
      throw ResourceError("\(path): \(error.description)")
    }
  }

  /// How the message of a file ends that is not there or must not be read.
  public static let cannotOpen = "cannot be opened"
}
