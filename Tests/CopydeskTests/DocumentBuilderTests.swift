import CopydeskIntake
import Testing

@testable import Copydesk

@Suite struct DocumentBuilderTests {
  /// Places in a page are numbers of 32 bits; here a limit of ten bytes stands for theirs.
  @Test(arguments: [(10, true), (11, false)])
  func aPageLargerThanItsOffsetsIsAnErrorAndNoTrap(_ size: Int, _ isRead: Bool) throws {
    let provenance = Provenance(id: "x", path: "x", offset: 0, length: 1, format: .html)
    var made = provenance
    var page = try PageDecoder().decode(RawRecord(provenance: provenance, bytes: [0x20]), provenance: &made)
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: size)
    for content in [DecodedPage.Content.html(bytes), .text(bytes)] {
      var builder = DocumentBuilder(options: Options(), largest: 10)
      page.content = content
      do throws(DocumentFailure) {
        _ = try builder.mainText(of: page)
        #expect(isRead)
      } catch {
        #expect(!isRead && error.code == .tooLarge && error.message == "larger than 10 bytes in UTF-8")
      }
    }
  }
}
