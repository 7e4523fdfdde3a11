/// BCP 47 tags of languages, as tables are looked up by them.
public enum LanguageTag {
  /// The language of a tag, without script and region, in two letters where it has them: `sr-Cyrl` and `srp` are `sr`,
  /// `pt_BR` is `pt`.
  public static func base(of tag: String) -> String {
    let base = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return base.utf8.count == 3 ? threeLetters[base] ?? base : base
  }

  /// The script that a tag names (ISO 15924): `Latn` of `sr-Latn-RS`; nil if it names none.
  static func script(of tag: String) -> String? {
    let parts = tag.split { $0 == "-" || $0 == "_" }.dropFirst()
    return parts.first { $0.utf8.count == 4 }.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
  }

  /// ISO 639-2 and 639-3, of the languages that some table of ours knows.
  private static let threeLetters: [String: String] = {
    var table: [String: String] = [:]
    for pair in """
    eng=en deu=de ger=de fra=fr fre=fr spa=es tur=tr sqi=sq alb=sq srp=sr hrv=hr bos=bs hbs=sh ita=it por=pt nld=nl
    dut=nl swe=sv dan=da nob=nb nno=nn nor=no fin=fi isl=is ice=is pol=pl ces=cs cze=cs slk=sk slo=sk slv=sl mkd=mk
    mac=mk bul=bg ron=ro rum=ro rus=ru ukr=uk bel=be ell=el gre=el hun=hu lit=lt lav=lv est=et cat=ca glg=gl eus=eu
    baq=eu ara=ar fas=fa per=fa urd=ur heb=he hin=hi zho=zh chi=zh jpn=ja kor=ko vie=vi tha=th ind=id msa=ms may=ms
    kat=ka geo=ka hye=hy arm=hy afr=af swa=sw
    """.listedWords {
      let parts = pair.listed(by: UInt8(ascii: "="))
      table[parts[0]] = parts[1]
    }
    return table
  }()
}
