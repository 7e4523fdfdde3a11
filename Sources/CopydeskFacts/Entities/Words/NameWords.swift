import CopydeskText

/// The small words round names, and what the parts of names say: of a language's `names.tsv` and of the common one, for names
/// travel, and English names and titles stand in the news of every language.
final class NameWords: Sendable {
  /// *of*, *at*: between a head and its name.
  let of, at: PhraseTable
  /// *the*, and all articles.
  let the, articles: PhraseTable
  /// *and*, *or*: between the names of a list.
  let and, or: PhraseTable
  /// *v*, *vs*: between two teams.
  let versus: PhraseTable
  /// Before a people: *ethnic*.
  let ethnic: PhraseTable

  /// *county*: what the name of a part of a country ends with, and lists and second mentions leave out. Keys.
  let counties: [UInt64]
  /// *counties*: of several. Keys.
  let countiesOfList: [UInt64]
  /// What abbreviations in names stand for, `mt` for *mount*, and the other way round with their stops. Keys.
  let longForms, shortForms: [UInt64: [UInt64]]
  /// The name of a border crossing, `…` for the place that it is called by.
  let crossingName: String
  /// What the address of a publisher may have before the name of its town: `dailybristol.example`.
  let publisherPrefixes: [String]

  /// Words before a name that tell its gender: *Mrs*, *spokesman*.
  let femaleTitles, maleTitles: PhraseTable
  /// Given names whose gender is known, and how those of women end.
  let femaleNames, maleNames: PhraseTable
  let femaleEndings: [[UInt8]]
  /// How compounds of a name and a plain word end: *-led*, *-born*.
  let compoundTails: PhraseTable
  /// Words of courts: *judge*, *ruling*.
  let court: PhraseTable
  /// Words that give names away.
  let shapes: ShapeWords
  /// What plain words say of the field of a text.
  let fields: FieldWords
  /// How surnames end, backwards: *-ović*, *-sson*.
  let surnameEndings: [[UInt8]]

  init(_ rows: inout RowReader) {
    (of, at) = (rows.table("of"), rows.table("at"))
    (the, articles) = (rows.table("the"), rows.table("article"))
    (and, or) = (rows.table("and"), rows.table("or"))
    (versus, ethnic) = (rows.table("versus"), rows.table("ethnic"))
    let key = { (word: String) in NameTable.keys(of: word).first ?? 0 }
    counties = rows.phrases("county").map(key)
    countiesOfList = rows.phrases("counties").map(key)
    longForms = rows.rows("abbreviation").reduce(into: [:]) { forms, row in
      for word in row.spellings { forms[key(word)] = [key(row.value)] }
    }
    shortForms = rows.rows("shortened").reduce(into: [:]) { forms, row in
      for word in row.spellings { forms[key(word)] = [key(row.value), Skeleton.key(ofASCII: ".")] }
    }
    crossingName = rows.phrases("crossing-name").first ?? "…"
    publisherPrefixes = rows.phrases("publisher-prefix")
    (femaleTitles, maleTitles) = (rows.table("female-title"), rows.table("male-title"))
    (femaleNames, maleNames) = (rows.table("female-name"), rows.table("male-name"))
    femaleEndings = rows.endings("female-ending")
    (compoundTails, court) = (rows.table("compound-tail"), rows.table("court"))
    (shapes, fields) = (ShapeWords(&rows), FieldWords(&rows))
    surnameEndings = rows.endings("surname-ending").map { $0.reversed() }
  }
}
