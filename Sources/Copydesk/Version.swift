import CopydeskFacts
import CopydeskText

/// The version of the program and of what is built into it.
public enum Version {
  /// The version of Copydesk.
  public static let current = "0.1.0"
  /// The hash of the built-in tables, and of the language pack that `COPYDESK_LANGUAGES` lays over them.
  public static let resources = Resources.fingerprint + (LanguagePack.overlay.map { "+\($0.fingerprint)" } ?? "")
}
