extension TimeLexicon {
  static let german = english
  static let french = english
  static let spanish = english
  static let turkish = english
  static let albanian = english
  static let serbian = english
}
