import CopydeskText
import Testing

/// Good text in many languages, with the letters and signs that mojibake is made of: none of it is repaired.
@Suite struct CleanTextTests {
  static let texts: [(language: String, text: String)] = [
    ("en", "Zoë’s café – “naïve”, they said – charges £4.50… or €5; résumé ½ price, 25 °C, © 2024 Ÿ™."),
    ("de", "„Über Österreich fließt Föhn“, sagte Jürgen Weiß; ÄÖÜ ÄÖÜ, Straße § 5, GRÖSSE, 7 µm."),
    ("fr", "« À l’Élysée, où çà et là Noël s’achève… », dit-il ; DÉJÀ, ÂGÉ, ŒUVRE – l’île d’Yeu à 10 €."),
    ("es", "¿Qué pasó en Logroño? ¡Año nuevo! «Él está aquí», dijo Íñigo; PEÑÓN, 3.º, CIÑÓ."),
    ("pt", "Não há ligações; SÃO JOÃO, CORAÇÃO, MANHÃ, À NOITE: “é já”, disse a irmã. VOCÊ…"),
    ("it", "È già così: «perché no?», chiese; CITTÀ, CAFFÈ, PIÙ… l’età, 1ª fila."),
    ("nl", "De coördinator zei: ‘Eén reünie in België’; ’s avonds, IJSSEL, ĳs, façade."),
    ("sv", "Åke såg på ÅÄÖ och sade: ”Än så länge går det åt.” ÖÅ, ÄÅ, É."),
    ("da", "Ærø og Ålborg: »Så går det løs,« sagde hun. ÆØÅ, ØÅ; færøsk."),
    ("nb", "Å få øye på Ærlige folk – «på Ås», sa Bjørn. ØÆÅ."),
    ("fi", "Yö Ähtärissä: ”Hyvää päivää”, sanoi Äijö. ÄÄNI, ÖÖ, ÅBO."),
    ("pl", "„Zażółć gęślą jaźń” – rzekł Łukasz; ŁÓDŹ, ŻÓŁĆ, ŚĆ, dość… ½ zł."),
    ("cs", "Příliš žluťoučký kůň úpěl ďábelské ódy; „ŘÍP“, ÚŽAS, Ž…"),
    ("hu", "Árvíztűrő tükörfúrógép – „ŐRÜLT”, mondta Ödön; ÁÉÍ, ÍÉ, Ű…"),
    ("ro", "Țară și știință: „Îți mulțumesc”, spuse Ștefan; ÎNTÂI, ÂÎ, ȘȚ, ş ţ."),
    ("hr", "„Čekić i žđrijelo”, reče Đurđa; ŠĆ, ŽČ, ĆAĆA… Šibenik – Žabljak."),
    ("sr-Cyrl", "„Љубав и мржња“, рече Ђорђе; ЊЕГОШ, ЋИРА, РС, СРПСКА… Џеп № 5."),
    ("sq", "«Është çështje ëndrrash», tha Çlirimi; ËMBËL, ÇË, ÇÉ; lëkurë…"),
    ("tr", "“Şimdi İğdır’a gidiyoruz”, dedi Çağrı; ÖĞÜT, IŞIK, ÜÇ, ÂŞIK…"),
    ("ru", "«Съешь ещё этих булок», – сказал Юрий; РЕКА, СССР, Р. С., ЕЁ № 1."),
    ("uk", "«Її ґанок – єдиний», – сказав Їжак; ЇЖА, ҐРУНТ, Є…, РІК."),
    ("bg", "„Ъгълът е тъмен“, каза Щерю; ЪГЪЛ, ЮГ, Я… №"),
    ("el", "«Άγιος, είπε ο Ήλιος»· ΆΛΛΟ, ΐ, Ώρα…, ό,τι – ½."),
    ("lt", "„Ąžuolų ūksmė“, – tarė Šarūnas; ĖJO, ŽIŪRĖK, Č…"),
    ("lv", "„Šķūņa ēna”, teica Jānis; ĢIMENE, ĶĒDE, Ā…"),
    ("vi", "“Đường phố Hà Nội rất đông” – ÔNG ẤY nói; ĐÃ, À, Á, Ờ…"),
    ("he", "„שלום עולם”, אמר האיש – 5 ₪."), ("ar", "قال «مرحبا» – ثم ذهب، هل تعلم؟"), ("ja", "「橋は閉鎖中」と市長は述べた…〒100。"),
    ("zh", "“桥已关闭”，市长说……《报告》。"), ("ko", "“다리가 닫혔다”고 시장은 말했다…"),
  ]

  @Test func isNeverRepaired() {
    for (language, text) in Self.texts {
      #expect(Mojibake.repaired(Array(text.utf8)) == nil, "\(language): \(Mojibake.repaired(text))")
      // In capitals and in small letters, the neighbours are others.
      for other in [text.uppercased(), text.lowercased()] {
        #expect(Mojibake.repaired(Array(other.utf8)) == nil, "\(language): \(Mojibake.repaired(other))")
      }
    }
    let all = Self.texts.map(\.text).joined(separator: "\n")
    #expect(Mojibake.repaired(Array(all.utf8)) == nil)
    #expect(Mojibake.repaired(Array(all.replacing("\n", with: " ").utf8)) == nil)
  }
}
