import CopydeskFacts

/// The version of the program and of what is built into it.
public enum Version {
  /// The version of Copydesk.
  public static let current = "0.1.0"
  /// The hash of the built-in tables.
  public static let resources = Resources.fingerprint
}
