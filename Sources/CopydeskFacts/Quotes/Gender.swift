import CopydeskText

/// What is known of the gender of a name: enough to choose between two people for *he* and *she*.
enum Gender: Sendable {
  case male, female

  /// The gender that the words before a name (`Mrs.`, `spokeswoman`) or its given name show.
  static func of(_ entity: Entity, in scene: SpeechScene) -> Gender? {
    let first = scene.document.tokenIndex(atOrAfter: Int(entity.range.start))
    var index = first - 1
    while index >= 0, first - index <= 4, scene.entityAt[index] < 0 || index == first - 1 {
      if femaleTitles.contains(scene.tokens[index]) { return .female }
      if maleTitles.contains(scene.tokens[index]) { return .male }
      if scene.tokens[index].kind == .punctuation, !scene.isPunctuation(index, ".") { break }
      index -= 1
    }
    return ofGivenName(entity.name)
  }

  /// The gender of the first word of a full name.
  static func ofGivenName(_ name: String) -> Gender? {
    let text = Text(name)
    let tokens = Tokenizer.tokens(of: text)
    guard tokens.count > 1, let given = tokens.first else { return nil }
    if maleNames.contains(given) { return .male }
    if femaleNames.contains(given) { return .female }
    // Arta, Ivana, Милица; the few men's names in -a are in the list above.
    let last = text.folded[Int(given.range.end) - 1]
    if last == UInt8(ascii: "a") { return .female }
    let isCyrillicA = given.range.count > 2 && text.folded[Int(given.range.end) - 2] == 0xD0 && last == 0xB0
    return isCyrillicA ? .female : nil
  }

  private static let femaleTitles = PhraseTable(
    words: """
      mrs ms miss lady dame queen princess sister madam spokeswoman chairwoman congresswoman businesswoman policewoman
      actress mother wife daughter frau ministarka predsednica premijerka gospođa zonja ministrja councilwoman
      """)
  private static let maleTitles = PhraseTable(
    words: """
      mr sir lord king prince father brother spokesman chairman congressman businessman policeman actor husband son herr
      councilman gospodin zoti bishop imam pope
      """)
  private static let maleNames = PhraseTable(
    words: """
      albin edi hashim ramush isa agim bujar sokol besnik arben ilir fatmir aleksandar alexander ivica nikola luka sava ilija
      andrija vanja sasha saša aleksa nebojša nebojsa goran zoran milan dragan marko petar ivan jovan stefan viktor vladimir
      boris dmitry sergei igor oleg volodymyr joe donald barack bill george john james jake jens antony anthony david michael
      robert william richard thomas charles christopher daniel matthew mark paul steven stephen andrew kenneth joshua kevin
      brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin
      samuel gregory frank raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas peter kyle walter
      ethan jeremy harold keith christian roger noah terry sean austin carl arthur lawrence dylan jesse jordan bryan billy
      bruce gabriel logan albert willie alan juan ralph roy randy eugene vincent russell bobby philip louis josef emmanuel
      olaf helmut gerhard hans karl klaus jürgen wolfgang recep mehmet ahmet mustafa ali hakan tayyip ted bernie marco mike
      jeb rand chris ben jim tim tom dan sam joel josh lou ed greg steve matt jeff mitch harry rick ray ken don ron bob chuck
      rudy newt mitt reince tony gus ole lum afrim viktor leo dan ivo karl tom guy simon josep charles miroslav peter petr
      """)
  private static let femaleNames = PhraseTable(
    words: """
      mary jennifer elizabeth susan karen nancy betty margaret ashley kimberly emily michelle carol dorothy deborah
      stephanie sharon kathleen amy shirley helen anne ann janet catherine heather diane ruth julie joyce virginia kelly
      lauren christine joan evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann hillary nikki nancy
      elaine kellyanne sarah beth jane alice grace rose madison doris marilyn kathryn abigail jean brittany natalie ivy
      ursula vjosa rita lulu ingrid astrid bea anke pia mila doris heidi elke ute silke petra sabine birgit ayşe fatma
      kathy katie judy debbie wendy carly carrie molly jill lynn kate marine theresa mercedes carmen huma donna loretta
      """)
}
