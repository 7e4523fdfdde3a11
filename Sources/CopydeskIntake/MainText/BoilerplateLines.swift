import CopydeskText
enum BoilerplateLines {
  static func matches(_ line: ArraySlice<UInt8>) -> Bool { false }
}
