// A compiled list of names whose checksum is right, whatever its content is: no crash, and no byte outside of it.
@testable import CopydeskFacts
import CopydeskTagger
import CopydeskText

private let page = CuedDocument(
  Document(
    text: Text("Orlin Tashev and O. Tashev left the Port of Veld for Upper Veld with a Crown of zorv."),
    language: "en"))

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  // As it is, as a list on disk would be; and as the content of one that somebody has made.
  for bytes in [bytes, NameList.file(of: bytes)] {
    let file = FileBytes(bytes)
    guard let list = try? NameList(file.bytes, owner: file) else { continue }
    var names = UserGazetteer()
    names.add(list)
    for mention in names.apply(to: [], in: page) { _ = mention.userRow.flatMap { names.row($0) } }
    for row in 0..<min(list.count, 64) { _ = list.row(row) }
  }
  return 0
}
