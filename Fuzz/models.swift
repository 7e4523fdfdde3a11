// A tagger whose checksum is right, whatever its content is: no crash, and no byte outside of it.
import CopydeskTagger
import CopydeskText

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let file = FileBytes(Array(UnsafeRawBufferPointer(start: start, count: count)))
  _ = try? TaggerModel(file: file.bytes, owner: file)
  guard let model = TaggerModel(trusted: file.bytes, owner: file) else { return 0 }
  let names = Tagger(model: model, lexicon: .empty).names(in: text.bytes, tokens: tokens, sentences: [0..<tokens.count])
  for name in names {
    precondition(name.tokens.upperBound <= tokens.count && model.labels.types.indices.contains(name.type))
  }
  return 0
}

private let text = Text("Orlin Tashev and O. Tashev left the PORT of Veld for Upper Veld with 7 @crowns of zorv.")
private let tokens = Tokenizer.tokens(of: text).map(\.range)
