import CopydeskText
import Testing

@Suite struct NameKeysTests {
  @Test(
    arguments: [
      ("Đorđe Šćepanović", "Djordje Scepanovic"), ("Đorđe Šćepanović", "Ђорђе Шћепановић"), ("Đorđe", "Dorde"),
      ("Jürgen Möller", "Juergen Moeller"), ("Jürgen Möller", "JURGEN MOLLER"), ("Çlirim Ëndrra", "Clirim Endrra"),
      ("Işıl Çağlı", "Isil Cagli"), ("İpek", "ipek"), ("D’Amico", "D'Amico"), ("Ana-Marija", "Ana Marija"),
      ("Lo\u{AD}vre", "Lovre"), ("Zoe\u{308}", "Zoë"), ("Љубица Његовановић", "Ljubica Njegovanović"),
      ("Ѓорѓи Ќосев", "Gjorgji Kjosev"), ("Søren Ås", "Soeren Aas"), ("Åse Ödman", "Ase Oedman"),
      ("Ramuš Džemaili", "Ramush Xhemaili"),
    ])
  func oneNameInTwoSpellings(_ left: String, _ right: String) {
    let keys = NameKeys()
    #expect(keys.match(left, right), "\(keys.keys(of: left)) \(keys.keys(of: right))")
  }

  @Test(arguments: [("Marko Perić", "Marko Perišić"), ("Ana Kos", "Ana Koš Novak"), ("Dž. Lukić", "Đ. Lukić")])
  func twoNames(_ left: String, _ right: String) { #expect(!NameKeys().match(left, right)) }

  @Test func aNameWithoutLettersHasNoKey() { #expect(NameKeys().keys(of: " ’ – ").isEmpty) }
}
