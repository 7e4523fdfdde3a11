import Glibc

/// What the person who runs the tests asks for.
public enum Environment {
  /// An environment variable; nil if it is not set.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
