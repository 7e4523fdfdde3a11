/// How large the texts of tests about size are, by the build: a debug build takes some thirty times as long for each byte.
public enum TextSize {
  #if DEBUG
    /// A twentieth of the size in a release build.
    public static let divisor = 20
  #else
    /// The whole size.
    public static let divisor = 1
  #endif
}
