import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// Times and quantities of the languages other than English, both layers of a sentence at once.
///
/// The day of publication is Thursday, 2 May 2024, ten in the morning. A time is `text: value`, a quantity
/// `text: modifier value unit-or-thing-counted`.
@Suite struct LanguageNumberTests {
  typealias Row = (text: String, times: [String], quantities: [String])

  private static let published = CivilDate(2024, 5, 2).map { Timestamp(date: $0, secondOfDay: 36_000) }

  private func expect(_ row: Row, _ language: String) {
    var document = Document(
      text: Text(row.text), language: language, published: Self.published, publishedBy: "option")
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    let quantities = QuantityExtractor().extract(from: document, using: &scratch)
    let times = document[TimeExtractor.self].map { "\(document.text[$0.range]): \($0.value)" }
    #expect(times == row.times)
    #expect(quantities.map { Self.told($0, in: document.text) } == row.quantities)
  }

  private static func told(_ quantity: Quantity, in text: Text) -> String {
    let ends = [quantity.low, quantity.high].compactMap { $0 }.map(String.init(describing:))
    let value = quantity.value.map(String.init(describing:)) ?? ends.joined(separator: "…")
    let what = quantity.unit ?? quantity.counted
    return (["\(text[quantity.range]):", quantity.modifier.rawValue, value] + [what].compactMap { $0 })
      .joined(separator: " ")
  }

  private static let german: [Row] = [
    (
      "Gestern kamen dreitausendvierhundert Menschen, heute nur zwölf.",
      ["Gestern: 2024-05-01", "heute: 2024-05-02"],
      ["dreitausendvierhundert: = 3400.0 Menschen", "zwölf: = 12.0"]
    ),
    (
      "Vor zwei Wochen sank der Preis um 3,5 Prozent auf 1.250 Euro.",
      ["Vor zwei Wochen: 2024-04-18"],
      ["zwei Wochen: = 2.0 wk", "3,5 Prozent: = 3.5 %", "1.250 Euro: = 1250.0 EUR"]
    ),
    (
      "Im Januar 2019 zahlte die Firma 2,3 Mrd. Euro an 45.000 Kunden.",
      ["Januar 2019: 2019-01"],
      ["2,3 Mrd. Euro: = 2300000000.0 EUR", "45.000: = 45000.0 Kunden"]
    ),
    (
      "Letzte Woche fielen 40 Liter Regen pro Quadratmeter.",
      ["Letzte Woche: 2024-W17"],
      ["40 Liter: = 40.0 L"]
    ),
    (
      "Am vergangenen Dienstag lief sie 42,195 km in drei Stunden.",
      ["vergangenen Dienstag: 2024-04-30", "drei Stunden: PT3H"],
      ["42,195 km: = 42.195 km", "drei Stunden: = 3.0 h"]
    ),
    (
      "Zwischen 2015 und 2019 stieg die Zahl auf zwei Millionen Besucher.",
      ["2015: 2015", "2019: 2019"],
      ["zwei Millionen: = 2000000.0 Besucher"]
    ),
    (
      "Nächstes Jahr sollen 150 bis 200 Wohnungen entstehen.",
      ["Nächstes Jahr: 2025"],
      ["150 bis 200: = 150.0…200.0 Wohnungen"]
    ),
    (
      "Das Haus ist 12 Meter hoch und kostet 350.000 Franken.",
      [],
      ["12 Meter: = 12.0 m", "350.000 Franken: = 350000.0 CHF"]
    ),
    (
      "Seit März 2020 sind 7 von 10 Läden geschlossen.",
      ["März 2020: 2020-03"],
      ["7 von 10: = 0.7 1"]
    ),
    (
      "Übermorgen um 18:30 Uhr spricht sie in Wien.",
      ["Übermorgen um 18:30 Uhr: 2024-05-04T18:30"],
      []
    ),
    (
      "Ende Juni, Anfang 2023 und Mitte der Woche wird gebaut.",
      ["Ende Juni: 2024-06", "Anfang 2023: 2023", "Mitte der Woche: 2024-W18"],
      []
    ),
    (
      "Ein Drittel der Befragten, etwa 25 Prozent, lehnt das ab.",
      [],
      ["Ein Drittel: = 0.3333333333333333 1", "25 Prozent: ~ 25.0 %"]
    ),
    (
      "Im dritten Quartal 2022 verlor er 800 Mio. Dollar.",
      ["dritten Quartal 2022: 2022-Q3"],
      ["800 Mio. Dollar: = 800000000.0 USD"]
    ),
    (
      "Jeden Montag treffen sich rund vierzig Frauen.",
      ["Jeden Montag: XXXX-WXX-1"],
      ["vierzig: ~ 40.0 Frauen"]
    ),
    (
      "Der 34-Jährige fuhr 180 km/h bei minus zwölf Grad.",
      ["34-Jährige: P34Y"],
      ["34-Jährige: = 34.0 a", "180 km/h: = 180.0 km/h", "minus zwölf Grad: = -12.0 Cel"]
    ),
    (
      "Mindestens fünf Personen starben, bis zu 20 wurden verletzt.",
      [],
      ["fünf: >= 5.0 Personen", "20: <= 20.0"]
    ),
    (
      "Vorgestern wog das Tier 250 Kilogramm.",
      ["Vorgestern: 2024-04-30"],
      ["250 Kilogramm: = 250.0 kg"]
    ),
    (
      "Im Sommer 2018 waren es hunderttausend Hektar.",
      ["Sommer 2018: 2018-SU"],
      ["hunderttausend Hektar: = 100000.0 har"]
    ),
    (
      "Die Miete beträgt 12,50 Euro pro Quadratmeter.",
      [],
      ["12,50 Euro pro Quadratmeter: = 12.5 EUR/m2"]
    ),
    (
      "Zwei Tage später kamen tausende Menschen.",
      ["Zwei Tage später: 2024-05-04"],
      ["Zwei Tage: = 2.0 d", "tausende: ~ 1000.0…10000.0 Menschen"]
    ),
    (
      "Diesen Freitag öffnet der Markt, am Wochenende ist er zu.",
      ["Diesen Freitag: 2024-05-03", "Wochenende: 2024-W17-WE"],
      []
    ),
    (
      "Mehr als hunderttausend Euro, weniger als 5 Tonnen.",
      [],
      ["hunderttausend Euro: > 100000.0 EUR", "5 Tonnen: < 5.0 t"]
    ),
    (
      "Von Montag bis Freitag arbeiten zweieinhalb Millionen Menschen.",
      ["Montag: 2024-04-29", "Freitag: 2024-05-03"],
      ["zweieinhalb Millionen: = 2500000.0 Menschen"]
    ),
    (
      "Im vergangenen Monat, in den vergangenen drei Monaten und heute Abend.",
      ["vergangenen Monat: 2024-04", "den vergangenen drei Monaten: P3M", "heute Abend: 2024-05-02TEV"],
      ["drei Monaten: = 3.0 mo"]
    ),
    (
      "Bei zwölf Grad unter null fielen 5 cm Schnee.",
      [],
      ["zwölf Grad unter null: = -12.0 Cel", "5 cm: = 5.0 cm"]
    ),
    (
      "100.000 Quadratmeter, 3.200 Quadratkilometer, 45 ha und 7,5 km.",
      [],
      [
        "100.000 Quadratmeter: = 100000.0 m2", "3.200 Quadratkilometer: = 3200.0 km2", "45 ha: = 45.0 har",
        "7,5 km: = 7.5 km",
      ]
    ),
  ]

  @Test(arguments: german)
  func germanSentences(_ row: Row) { expect(row, "de") }

  private static let french: [Row] = [
    (
      "Hier, trois mille quatre cents personnes ont défilé, contre douze aujourd'hui.",
      ["Hier: 2024-05-01", "aujourd'hui: 2024-05-02"],
      ["trois mille quatre cents: = 3400.0 personnes", "douze: = 12.0"]
    ),
    (
      "Il y a deux semaines, le prix a baissé de 3,5 % à 1 250 euros.",
      ["Il y a deux semaines: 2024-04-18"],
      ["deux semaines: = 2.0 wk", "3,5 %: = 3.5 %", "1 250 euros: = 1250.0 EUR"]
    ),
    (
      "En janvier 2019, la société a versé 2,3 milliards d'euros à 45 000 clients.",
      ["janvier 2019: 2019-01"],
      ["2,3 milliards d'euros: = 2300000000.0 EUR", "45 000: = 45000.0 clients"]
    ),
    (
      "La semaine dernière, il est tombé 40 litres par mètre carré.",
      ["La semaine dernière: 2024-W17"],
      ["40 litres par mètre carré: = 40.0 L/m2"]
    ),
    (
      "Mardi dernier, elle a couru 42 km en trois heures.",
      ["Mardi dernier: 2024-04-30", "trois heures: PT3H"],
      ["42 km: = 42.0 km", "trois heures: = 3.0 h"]
    ),
    (
      "Entre 2015 et 2019, le nombre est passé à deux millions de visiteurs.",
      ["2015: 2015", "2019: 2019"],
      ["deux millions: = 2000000.0 visiteurs"]
    ),
    (
      "L'année prochaine, de 150 à 200 logements seront construits.",
      ["L'année prochaine: 2025"],
      ["150 à 200: = 150.0…200.0 logements"]
    ),
    (
      "La tour mesure 120 mètres et coûte 350 000 francs suisses.",
      [],
      ["120 mètres: = 120.0 m", "350 000 francs suisses: = 350000.0 CHF"]
    ),
    (
      "Demain à 18h30, elle parlera à Lyon.",
      ["Demain à 18h30: 2024-05-03T18:30"],
      []
    ),
    (
      "Fin juin, début 2023 et à la mi-mars, on construira.",
      ["Fin juin: 2023-06", "début 2023: 2023", "la mi-mars: 2024-03"],
      []
    ),
    (
      "Un tiers des personnes interrogées, environ 25 pour cent, refuse.",
      [],
      ["Un tiers: = 0.3333333333333333 1", "25 pour cent: ~ 25.0 %"]
    ),
    (
      "Au troisième trimestre 2022, il a perdu 800 millions de dollars.",
      ["troisième trimestre 2022: 2022-Q3"],
      ["800 millions de dollars: = 800000000.0 USD"]
    ),
    (
      "Chaque lundi, une quarantaine de femmes se retrouvent.",
      ["Chaque lundi: XXXX-WXX-1"],
      ["une quarantaine: ~ 40.0 femmes"]
    ),
    (
      "L'homme de 34 ans roulait à 180 km/h par moins douze degrés.",
      ["34 ans: P34Y"],
      ["34 ans: = 34.0 a", "180 km/h: = 180.0 km/h", "moins douze degrés: = -12.0 Cel"]
    ),
    (
      "Au moins cinq personnes sont mortes, jusqu'à 20 ont été blessées.",
      [],
      ["cinq: >= 5.0 personnes", "20: <= 20.0"]
    ),
    (
      "Avant-hier, l'animal pesait 250 kilogrammes.",
      ["Avant-hier: 2024-04-30"],
      ["250 kilogrammes: = 250.0 kg"]
    ),
    (
      "À l'été 2018, cent mille hectares ont brûlé.",
      ["l'été 2018: 2018-SU"],
      ["cent mille hectares: = 100000.0 har"]
    ),
    (
      "Le loyer est de 12,50 euros par mois.",
      [],
      ["12,50 euros par mois: = 12.5 EUR/mo"]
    ),
    (
      "Deux jours plus tard, des milliers de personnes sont venues.",
      ["Deux jours plus tard: 2024-05-04"],
      ["Deux jours: = 2.0 d", "milliers: ~ 1000.0…10000.0 personnes"]
    ),
    (
      "Ce vendredi, le marché ouvre; le week-end, il ferme.",
      ["Ce vendredi: 2024-05-03", "le week-end: 2024-W17-WE"],
      []
    ),
    (
      "Plus de cent mille euros, moins de 5 tonnes.",
      [],
      ["cent mille euros: > 100000.0 EUR", "5 tonnes: < 5.0 t"]
    ),
    (
      "quatre-vingt-dix-sept députés et soixante-douze sénateurs",
      [],
      ["quatre-vingt-dix-sept: = 97.0 députés", "soixante-douze: = 72.0 sénateurs"]
    ),
    (
      "Lundi 5 février 2024 à 7 heures, le litre coûtait 1,85 €.",
      ["Lundi 5 février 2024 à 7 heures: 2024-02-05T07:00"],
      ["1,85 €: = 1.85 EUR"]
    ),
    (
      "Dans cinq jours, mercredi, de 20 à 30 % disparaîtront.",
      ["Dans cinq jours: 2024-05-07", "mercredi: 2024-05-01"],
      ["cinq jours: = 5.0 d", "20 à 30 %: = 20.0…30.0 %"]
    ),
    (
      "Du lundi au vendredi, deux millions et demi de gens travaillent.",
      ["lundi: 2024-04-29", "vendredi: 2024-05-03"],
      ["deux millions et demi: = 2500000.0 gens"]
    ),
    (
      "Le mois dernier, ces trois derniers mois et ce soir.",
      ["Le mois dernier: 2024-04", "trois derniers mois: P3M", "ce soir: 2024-05-02TEV"],
      ["trois derniers mois: = 3.0 mo"]
    ),
    (
      "Par douze degrés sous zéro, 5 cm de neige sont tombés.",
      [],
      ["douze degrés sous zéro: = -12.0 Cel", "5 cm: = 5.0 cm"]
    ),
    (
      "Elle est morte à 85 ans; l'enfant a 3 ans.",
      ["85 ans: P85Y", "3 ans: P3Y"],
      ["85 ans: = 85.0 a", "3 ans: = 3.0 a"]
    ),
    (
      "100 000 mètres carrés, 3 200 km², 45 ha et 7,5 km.",
      [],
      ["100 000 mètres carrés: = 100000.0 m2", "3 200 km²: = 3200.0 km2", "45 ha: = 45.0 har", "7,5 km: = 7.5 km"]
    ),
  ]

  @Test(arguments: french)
  func frenchSentences(_ row: Row) { expect(row, "fr") }

  private static let spanish: [Row] = [
    (
      "Ayer llegaron tres mil cuatrocientas personas, hoy solo doce.",
      ["Ayer: 2024-05-01", "hoy: 2024-05-02"],
      ["tres mil cuatrocientas: = 3400.0 personas", "doce: = 12.0"]
    ),
    (
      "Hace dos semanas el precio bajó un 3,5 % hasta 1.250 euros.",
      ["Hace dos semanas: 2024-04-18"],
      ["dos semanas: = 2.0 wk", "3,5 %: = 3.5 %", "1.250 euros: = 1250.0 EUR"]
    ),
    (
      "En enero de 2019 la empresa pagó 2.300 millones de euros a 45.000 clientes.",
      ["enero de 2019: 2019-01"],
      ["2.300 millones de euros: = 2300000000.0 EUR", "45.000: = 45000.0 clientes"]
    ),
    (
      "La semana pasada cayeron 40 litros por metro cuadrado.",
      ["La semana pasada: 2024-W17"],
      ["40 litros por metro cuadrado: = 40.0 L/m2"]
    ),
    (
      "El martes pasado corrió 42 kilómetros en tres horas.",
      ["El martes pasado: 2024-04-30", "tres horas: PT3H"],
      ["42 kilómetros: = 42.0 km", "tres horas: = 3.0 h"]
    ),
    (
      "Entre 2015 y 2019 la cifra subió a dos millones de visitantes.",
      ["2015: 2015", "2019: 2019"],
      ["dos millones: = 2000000.0 visitantes"]
    ),
    (
      "El próximo año se construirán de 150 a 200 viviendas.",
      ["El próximo año: 2025"],
      ["150 a 200: = 150.0…200.0 viviendas"]
    ),
    (
      "La torre mide 120 metros y cuesta 350.000 pesos.",
      [],
      ["120 metros: = 120.0 m", "350.000 pesos: = 350000.0 {peso}"]
    ),
    (
      "Desde marzo de 2020 siete de cada diez tiendas están cerradas.",
      ["marzo de 2020: 2020-03"],
      ["siete de cada diez: = 0.7 1"]
    ),
    (
      "Mañana a las 18:30 hablará en Lima.",
      ["Mañana a las 18:30: 2024-05-03T18:30"],
      []
    ),
    (
      "A finales de junio, a principios de 2023 y a mediados de marzo.",
      ["finales de junio: 2023-06", "principios de 2023: 2023", "mediados de marzo: 2024-03"],
      []
    ),
    (
      "Un tercio de los encuestados, cerca del 25 por ciento, se opone.",
      [],
      ["Un tercio: = 0.3333333333333333 1", "25 por ciento: ~ 25.0 %"]
    ),
    (
      "En el tercer trimestre de 2022 perdió 800 millones de dólares.",
      ["el tercer trimestre de 2022: 2022-Q3"],
      ["800 millones de dólares: = 800000000.0 USD"]
    ),
    (
      "Cada lunes se reúnen unas cuarenta mujeres.",
      ["Cada lunes: XXXX-WXX-1"],
      ["cuarenta: ~ 40.0 mujeres"]
    ),
    (
      "El hombre de 34 años conducía a 180 km/h con doce grados bajo cero.",
      ["34 años: P34Y"],
      ["34 años: = 34.0 a", "180 km/h: = 180.0 km/h", "doce grados bajo cero: = -12.0 Cel"]
    ),
    (
      "Al menos cinco personas murieron y hasta 20 resultaron heridas.",
      [],
      ["cinco: >= 5.0 personas", "20: <= 20.0"]
    ),
    (
      "Anteayer el animal pesaba 250 kilos.",
      ["Anteayer: 2024-04-30"],
      ["250 kilos: = 250.0 kg"]
    ),
    (
      "En el verano de 2018 ardieron cien mil hectáreas.",
      ["el verano de 2018: 2018-SU"],
      ["cien mil hectáreas: = 100000.0 har"]
    ),
    (
      "El alquiler es de 12,50 euros al mes.",
      [],
      ["12,50 euros al mes: = 12.5 EUR/mo"]
    ),
    (
      "Dos días después llegaron miles de personas.",
      ["Dos días después: 2024-05-04"],
      ["Dos días: = 2.0 d", "miles: ~ 1000.0…10000.0 personas"]
    ),
    (
      "Este viernes abre el mercado; el fin de semana cierra.",
      ["Este viernes: 2024-05-03", "el fin de semana: 2024-W17-WE"],
      []
    ),
    (
      "Más de cien mil euros, menos de 5 toneladas.",
      [],
      ["cien mil euros: > 100000.0 EUR", "5 toneladas: < 5.0 t"]
    ),
    (
      "el año pasado, el mes que viene, en la década de 1990",
      ["el año pasado: 2023", "el mes que viene: 2024-06", "la década de 1990: 199X"],
      []
    ),
    (
      "El lunes 5 de febrero de 2024 a las 7 el litro costaba 1,85 €.",
      ["lunes 5 de febrero de 2024 a las 7: 2024-02-05T07:00"],
      ["1,85 €: = 1.85 EUR"]
    ),
    (
      "Dentro de cinco días, el miércoles, del 20 al 30 % desaparecerá.",
      ["Dentro de cinco días: 2024-05-07", "miércoles: 2024-05-01"],
      ["cinco días: = 5.0 d", "20 al 30 %: = 20.0…30.0 %"]
    ),
    (
      "De lunes a viernes trabajan dos millones y medio de personas.",
      ["lunes: 2024-04-29", "viernes: 2024-05-03"],
      ["dos millones y medio: = 2500000.0 personas"]
    ),
    (
      "Medio millón de libras y una tonelada y media de oro.",
      [],
      ["Medio millón de libras: = 500000.0 GBP", "una tonelada y media: = 1.5 t"]
    ),
    (
      "El mes pasado, en los últimos tres meses y esta noche.",
      ["El mes pasado: 2024-04", "los últimos tres meses: P3M", "esta noche: 2024-05-02TNI"],
      ["tres meses: = 3.0 mo"]
    ),
    (
      "Un kilo cuesta entre 3 y 5 dólares.",
      [],
      ["Un kilo: = 1.0 kg", "entre 3 y 5 dólares: = 3.0…5.0 USD"]
    ),
    (
      "Murió a los 85 años; el niño tiene 3 años.",
      ["los 85 años: P85Y", "3 años: P3Y"],
      ["85 años: = 85.0 a", "3 años: = 3.0 a"]
    ),
    (
      "100.000 metros cuadrados, 3.200 km² y 7,5 km.",
      [],
      ["100.000 metros cuadrados: = 100000.0 m2", "3.200 km²: = 3200.0 km2", "7,5 km: = 7.5 km"]
    ),
  ]

  @Test(arguments: spanish)
  func spanishSentences(_ row: Row) { expect(row, "es") }

  private static let turkish: [Row] = [
    (
      "Dün üç bin dört yüz kişi geldi, bugün sadece on iki.",
      ["Dün: 2024-05-01", "bugün: 2024-05-02"],
      ["üç bin dört yüz: = 3400.0 kişi", "on iki: = 12.0"]
    ),
    (
      "İki hafta önce fiyat yüzde 3,5 düşerek 1.250 liraya indi.",
      ["İki hafta önce: 2024-04-18"],
      ["İki hafta: = 2.0 wk", "yüzde 3,5: = 3.5 %", "1.250 liraya: = 1250.0 TRY"]
    ),
    (
      "Ocak 2019'da şirket 45.000 müşteriye 2,3 milyar avro ödedi.",
      ["Ocak 2019: 2019-01"],
      ["45.000: = 45000.0 müşteriye", "2,3 milyar avro: = 2300000000.0 EUR"]
    ),
    (
      "Geçen hafta 40 litre yağmur yağdı.",
      ["Geçen hafta: 2024-W17"],
      ["40 litre: = 40.0 L"]
    ),
    (
      "Geçen salı üç saatte 42 kilometre koştu.",
      ["Geçen salı: 2024-04-30", "üç saatte: PT3H"],
      ["üç saatte: = 3.0 h", "42 kilometre: = 42.0 km"]
    ),
    (
      "2015 ile 2019 arasında sayı iki milyon ziyaretçiye çıktı.",
      ["2015: 2015", "2019: 2019"],
      ["iki milyon: = 2000000.0 ziyaretçiye"]
    ),
    (
      "Gelecek yıl 150 ila 200 konut yapılacak.",
      ["Gelecek yıl: 2025"],
      ["150 ila 200: = 150.0…200.0 konut"]
    ),
    (
      "Kule 120 metre yüksekliğinde ve 350.000 dolar tutuyor.",
      [],
      ["120 metre: = 120.0 m", "350.000 dolar: = 350000.0 USD"]
    ),
    (
      "Mart 2020'den beri dükkanların yüzde 70'i kapalı.",
      ["Mart 2020: 2020-03"],
      ["yüzde 70: = 70.0 %"]
    ),
    (
      "Yarın saat 18.30'da Ankara'da konuşacak.",
      ["Yarın saat 18.30: 2024-05-03T18:30"],
      []
    ),
    (
      "Katılanların yaklaşık %25'i karşı çıktı.",
      [],
      ["%25: ~ 25.0 %"]
    ),
    (
      "2022'nin üçüncü çeyreğinde 800 milyon dolar kaybetti.",
      ["2022'nin üçüncü çeyreğinde: 2022-Q3"],
      ["800 milyon dolar: = 800000000.0 USD"]
    ),
    (
      "Her pazartesi kırk kadın buluşuyor.",
      ["Her pazartesi: XXXX-WXX-1"],
      ["kırk: = 40.0 kadın"]
    ),
    (
      "En az beş kişi öldü, en fazla 20 kişi yaralandı.",
      [],
      ["beş: >= 5.0 kişi", "20: <= 20.0 kişi"]
    ),
    (
      "2018 yazında yüz bin hektar yandı.",
      ["2018 yazında: 2018-SU"],
      ["yüz bin hektar: = 100000.0 har"]
    ),
    (
      "3 Ekim 1990'da, otuz yıl önce, her şey değişti.",
      ["3 Ekim 1990: 1990-10-03", "otuz yıl önce: 1994"],
      ["otuz yıl: = 30.0 a"]
    ),
    (
      "İki gün sonra binlerce kişi geldi.",
      ["İki gün sonra: 2024-05-04"],
      ["İki gün: = 2.0 d", "binlerce: ~ 1000.0…10000.0 kişi"]
    ),
    (
      "Bu cuma pazar açılıyor, hafta sonu kapalı.",
      ["Bu cuma: 2024-05-03", "hafta sonu: 2024-W17-WE"],
      []
    ),
    (
      "100 bin avrodan fazla, 5 tondan az.",
      [],
      ["100 bin avrodan: > 100000.0 EUR", "5 tondan: < 5.0 t"]
    ),
    (
      "Beş gün sonra, çarşamba günü, yüzde 20 ila 30'u kaybolacak.",
      ["Beş gün sonra: 2024-05-07", "çarşamba günü: 2024-05-01"],
      ["Beş gün: = 5.0 d", "yüzde 20 ila 30: = 20.0…30.0 %"]
    ),
    (
      "2019'da başladı, 2020’de durdu, 2021 yılında bitti.",
      ["2019: 2019", "2020: 2020", "2021 yılında: 2021"],
      []
    ),
    (
      "Yarım milyon sterlin ve bir buçuk ton altın.",
      [],
      ["Yarım milyon sterlin: = 500000.0 GBP", "bir buçuk ton: = 1.5 t"]
    ),
    (
      "Geçen ay, son üç ayda ve bu akşam.",
      ["Geçen ay: 2024-04", "son üç ayda: P3M", "bu akşam: 2024-05-02TEV"],
      ["üç ayda: = 3.0 mo"]
    ),
    (
      "Sıcaklık eksi on iki derece, kar 5 santimetre.",
      [],
      ["eksi on iki derece: = -12.0 Cel", "5 santimetre: = 5.0 cm"]
    ),
    (
      "85 yaşında öldü; 100'den fazla kişi, 15'i çocuk.",
      ["85 yaşında: P85Y"],
      ["85 yaşında: = 85.0 a", "100: > 100.0 kişi", "15: = 15.0 çocuk"]
    ),
    (
      "100 bin metrekare, 3.200 kilometrekare ve 7,5 km.",
      [],
      ["100 bin metrekare: = 100000.0 m2", "3.200 kilometrekare: = 3200.0 km2", "7,5 km: = 7.5 km"]
    ),
  ]

  @Test(arguments: turkish)
  func turkishSentences(_ row: Row) { expect(row, "tr") }

  private static let albanian: [Row] = [
    (
      "Dje erdhën tre mijë e katërqind njerëz, sot vetëm dymbëdhjetë.",
      ["Dje: 2024-05-01", "sot: 2024-05-02"],
      ["tre mijë e katërqind: = 3400.0 njerëz", "dymbëdhjetë: = 12.0"]
    ),
    (
      "Dy javë më parë çmimi ra 3,5 për qind në 1.250 euro.",
      ["Dy javë më parë: 2024-04-18"],
      ["Dy javë: = 2.0 wk", "3,5 për qind: = 3.5 %", "1.250 euro: = 1250.0 EUR"]
    ),
    (
      "Në janar 2019 kompania pagoi 2,3 miliardë euro për 45.000 klientë.",
      ["janar 2019: 2019-01"],
      ["2,3 miliardë euro: = 2300000000.0 EUR", "45.000: = 45000.0 klientë"]
    ),
    (
      "Javën e kaluar ranë 40 litra shi.",
      ["Javën e kaluar: 2024-W17"],
      ["40 litra: = 40.0 L"]
    ),
    (
      "Të martën e kaluar ajo vrapoi 42 kilometra në tri orë.",
      ["Të martën e kaluar: 2024-04-30", "tri orë: PT3H"],
      ["42 kilometra: = 42.0 km", "tri orë: = 3.0 h"]
    ),
    (
      "Mes 2015 dhe 2019 numri u rrit në dy milionë vizitorë.",
      ["2015: 2015", "2019: 2019"],
      ["dy milionë: = 2000000.0 vizitorë"]
    ),
    (
      "Vitin e ardhshëm do të ndërtohen 150 deri në 200 banesa.",
      ["Vitin e ardhshëm: 2025"],
      ["150 deri në 200: = 150.0…200.0 banesa"]
    ),
    (
      "Kulla është 120 metra e lartë dhe kushton 350.000 lekë.",
      [],
      ["120 metra: = 120.0 m", "350.000 lekë: = 350000.0 ALL"]
    ),
    (
      "Që nga marsi i vitit 2020 shtatë nga dhjetë dyqane janë mbyllur.",
      ["marsi i vitit 2020: 2020-03"],
      ["shtatë nga dhjetë: = 0.7 1"]
    ),
    (
      "Nesër në orën 18:30 ajo do të flasë në Prishtinë.",
      ["Nesër në orën 18:30: 2024-05-03T18:30"],
      []
    ),
    (
      "Në fund të qershorit dhe në fillim të vitit 2023 do të ndërtohet.",
      ["fund të qershorit: 2024-06", "fillim të vitit 2023: 2023"],
      []
    ),
    (
      "Një e treta e të anketuarve, rreth 25 për qind, kundërshton.",
      [],
      ["Një e treta: = 0.3333333333333333 1", "25 për qind: ~ 25.0 %"]
    ),
    (
      "Në tremujorin e tretë të vitit 2022 humbi 800 milionë dollarë.",
      ["tremujorin e tretë të vitit 2022: 2022-Q3"],
      ["800 milionë dollarë: = 800000000.0 USD"]
    ),
    (
      "Çdo të hënë mblidhen rreth dyzet gra.",
      ["Çdo të hënë: XXXX-WXX-1"],
      ["dyzet: ~ 40.0 gra"]
    ),
    (
      "Burri 34-vjeçar ngiste makinën me 180 km/h.",
      ["34-vjeçar: P34Y"],
      ["34-vjeçar: = 34.0 a", "180 km/h: = 180.0 km/h"]
    ),
    (
      "Të paktën pesë persona vdiqën, deri në 20 u plagosën.",
      [],
      ["pesë: >= 5.0 persona", "20: <= 20.0"]
    ),
    (
      "Pardje kafsha peshonte 250 kilogramë.",
      ["Pardje: 2024-04-30"],
      ["250 kilogramë: = 250.0 kg"]
    ),
    (
      "Në verën e vitit 2018 u dogjën njëqind mijë hektarë.",
      ["verën e vitit 2018: 2018-SU"],
      ["njëqind mijë hektarë: = 100000.0 har"]
    ),
    (
      "Më 3 tetor 1990, para tridhjetë vjetësh, gjithçka ndryshoi.",
      ["3 tetor 1990: 1990-10-03", "para tridhjetë vjetësh: 1994"],
      ["tridhjetë vjetësh: = 30.0 a"]
    ),
    (
      "Qiraja është 12,50 euro në muaj.",
      [],
      ["12,50 euro në muaj: = 12.5 EUR/mo"]
    ),
    (
      "Dy ditë më vonë erdhën mijëra njerëz.",
      ["Dy ditë më vonë: 2024-05-04"],
      ["Dy ditë: = 2.0 d", "mijëra: ~ 1000.0…10000.0 njerëz"]
    ),
    (
      "Këtë të premte hapet tregu, në fundjavë mbyllet.",
      ["Këtë të premte: 2024-05-03", "fundjavë: 2024-W17-WE"],
      []
    ),
    (
      "Më shumë se njëqind mijë euro, më pak se 5 tonë.",
      [],
      ["njëqind mijë euro: > 100000.0 EUR", "5 tonë: < 5.0 t"]
    ),
    (
      "Vitin e kaluar, muajin e ardhshëm, këtë mëngjes",
      ["Vitin e kaluar: 2023", "muajin e ardhshëm: 2024-06", "këtë mëngjes: 2024-05-02TMO"],
      []
    ),
    (
      "Të hënën, më 5 shkurt 2024, në orën 7:00 litri kushtonte 1,85 euro.",
      ["Të hënën: 2024-04-29", "5 shkurt 2024, në orën 7:00: 2024-02-05T07:00"],
      ["1,85 euro: = 1.85 EUR"]
    ),
    (
      "Pas pesë ditësh, të mërkurën, 20 deri në 30 për qind do të zhduken.",
      ["Pas pesë ditësh: 2024-05-07", "të mërkurën: 2024-05-01"],
      ["pesë ditësh: = 5.0 d", "20 deri në 30 për qind: = 20.0…30.0 %"]
    ),
    (
      "Gjysmë milioni funta dhe një ton e gjysmë ar.",
      [],
      ["Gjysmë milioni funta: = 500000.0 GBP", "një ton e gjysmë: = 1.5 t"]
    ),
    (
      "Temperatura ra në minus dymbëdhjetë gradë.",
      [],
      ["minus dymbëdhjetë gradë: = -12.0 Cel"]
    ),
    (
      "Ai vdiq në moshën 85 vjeç; fëmija është 3 vjeç.",
      ["85 vjeç: P85Y", "3 vjeç: P3Y"],
      ["85 vjeç: = 85.0 a", "3 vjeç: = 3.0 a"]
    ),
    (
      "100.000 metra katrorë, 3.200 kilometra katrorë dhe 7,5 km.",
      [],
      ["100.000 metra katrorë: = 100000.0 m2", "3.200 kilometra katrorë: = 3200.0 km2", "7,5 km: = 7.5 km"]
    ),
    (
      "Dyqind e pesëdhjetë mijë veta, tre milionë e gjysmë euro.",
      [],
      ["Dyqind e pesëdhjetë mijë: = 250000.0 veta", "tre milionë e gjysmë euro: = 3500000.0 EUR"]
    ),
  ]

  @Test(arguments: albanian)
  func albanianSentences(_ row: Row) { expect(row, "sq") }

  private static let serbian: [Row] = [
    (
      "Juče je došlo tri hiljade četiristo ljudi, danas samo dvanaest.",
      ["Juče: 2024-05-01", "danas: 2024-05-02"],
      ["tri hiljade četiristo: = 3400.0 ljudi", "dvanaest: = 12.0"]
    ),
    (
      "Pre dve nedelje cena je pala za 3,5 odsto na 1.250 evra.",
      ["Pre dve nedelje: 2024-04-18"],
      ["dve nedelje: = 2.0 wk", "3,5 odsto: = 3.5 %", "1.250 evra: = 1250.0 EUR"]
    ),
    (
      "U januaru 2019. kompanija je platila 2,3 milijarde evra za 45.000 klijenata.",
      ["januaru 2019.: 2019-01"],
      ["2,3 milijarde evra: = 2300000000.0 EUR", "45.000: = 45000.0 klijenata"]
    ),
    (
      "Prošle nedelje palo je 40 litara kiše.",
      ["Prošle nedelje: 2024-W17"],
      ["40 litara: = 40.0 L"]
    ),
    (
      "Prošlog utorka trčala je 42 kilometra za tri sata.",
      ["Prošlog utorka: 2024-04-30", "tri sata: PT3H"],
      ["42 kilometra: = 42.0 km", "tri sata: = 3.0 h"]
    ),
    (
      "Između 2015. i 2019. broj je porastao na dva miliona posetilaca.",
      ["2015: 2015", "2019: 2019"],
      ["dva miliona: = 2000000.0 posetilaca"]
    ),
    (
      "Sledeće godine gradiće se od 150 do 200 stanova.",
      ["Sledeće godine: 2025"],
      ["150 do 200: = 150.0…200.0 stanova"]
    ),
    (
      "Toranj je visok 120 metara i košta 350.000 dinara.",
      [],
      ["120 metara: = 120.0 m", "350.000 dinara: = 350000.0 RSD"]
    ),
    (
      "Od marta 2020. zatvoreno je sedam od deset radnji.",
      ["marta 2020.: 2020-03"],
      ["sedam od deset: = 0.7 1"]
    ),
    (
      "Sutra u 18.30 časova govoriće u Nišu.",
      ["Sutra u 18.30 časova: 2024-05-03T18:30"],
      []
    ),
    (
      "Krajem juna, početkom 2023. i sredinom marta gradi se.",
      ["Krajem juna: 2023-06", "početkom 2023: 2023", "sredinom marta: 2024-03"],
      []
    ),
    (
      "Trećina ispitanika, oko 25 odsto, protivi se.",
      [],
      ["Trećina: = 0.3333333333333333 1", "25 odsto: ~ 25.0 %"]
    ),
    (
      "U trećem kvartalu 2022. izgubio je 800 miliona dolara.",
      ["trećem kvartalu 2022: 2022-Q3"],
      ["800 miliona dolara: = 800000000.0 USD"]
    ),
    (
      "Svakog ponedeljka sastaje se četrdeset žena.",
      ["Svakog ponedeljka: XXXX-WXX-1"],
      ["četrdeset: = 40.0 žena"]
    ),
    (
      "Muškarac star 34 godine vozio je 180 km/h na minus dvanaest stepeni.",
      ["34 godine: P34Y"],
      ["34 godine: = 34.0 a", "180 km/h: = 180.0 km/h", "minus dvanaest stepeni: = -12.0 Cel"]
    ),
    (
      "Najmanje pet osoba je poginulo, do 20 je ranjeno.",
      [],
      ["pet: >= 5.0 osoba", "20: <= 20.0"]
    ),
    (
      "Prekjuče je životinja imala 250 kilograma.",
      ["Prekjuče: 2024-04-30"],
      ["250 kilograma: = 250.0 kg"]
    ),
    (
      "U leto 2018. izgorelo je sto hiljada hektara.",
      ["leto 2018: 2018-SU"],
      ["sto hiljada hektara: = 100000.0 har"]
    ),
    (
      "Kirija je 12,50 evra po kvadratu.",
      [],
      ["12,50 evra po kvadratu: = 12.5 EUR/m2"]
    ),
    (
      "Dva dana kasnije došlo je na hiljade ljudi.",
      ["Dva dana kasnije: 2024-05-04"],
      ["Dva dana: = 2.0 d", "na hiljade: ~ 1000.0…10000.0 ljudi"]
    ),
    (
      "Ovog petka otvara se pijaca, za vikend je zatvorena.",
      ["Ovog petka: 2024-05-03", "vikend: 2024-W17-WE"],
      []
    ),
    (
      "Više od sto hiljada evra, manje od 5 tona.",
      [],
      ["sto hiljada evra: > 100000.0 EUR", "5 tona: < 5.0 t"]
    ),
    (
      "prošle godine, sledećeg meseca, jutros i 24. septembra 2023.",
      ["prošle godine: 2023", "sledećeg meseca: 2024-06", "jutros: 2024-05-02TMO", "24. septembra 2023: 2023-09-24"],
      []
    ),
    (
      "U ponedeljak, 5. februara 2024. u 7 časova, litar je koštao 1,85 evra.",
      ["ponedeljak, 5. februara 2024. u 7 časova: 2024-02-05T07:00"],
      ["1,85 evra: = 1.85 EUR"]
    ),
    (
      "Za pet dana, u sredu, nestaće 20 do 30 odsto.",
      ["pet dana: P5D", "sredu: 2024-05-01"],
      ["pet dana: = 5.0 d", "20 do 30 odsto: = 20.0…30.0 %"]
    ),
    (
      "Od ponedeljka do petka radi dva i po miliona ljudi.",
      ["ponedeljka: 2024-04-29", "petka: 2024-05-03"],
      ["dva i po miliona: = 2500000.0 ljudi"]
    ),
    (
      "Prošlog meseca, u poslednja tri meseca i večeras.",
      ["Prošlog meseca: 2024-04", "poslednja tri meseca: P3M", "večeras: 2024-05-02TEV"],
      ["tri meseca: = 3.0 mo"]
    ),
    (
      "Temperatura je pala na dvanaest stepeni ispod nule.",
      [],
      ["dvanaest stepeni ispod nule: = -12.0 Cel"]
    ),
    (
      "Umro je u 85. godini; dete ima 3 godine.",
      ["3 godine: P3Y"],
      ["3 godine: = 3.0 a"]
    ),
    (
      "U 19. veku, devedesetih godina i 1990-ih.",
      ["19. veku: 18XX", "devedesetih godina: 199X", "1990-ih: 199X"],
      []
    ),
    (
      "100.000 kvadratnih metara, 3.200 kvadratnih kilometara i 7,5 km.",
      [],
      ["100.000 kvadratnih metara: = 100000.0 m2", "3.200 kvadratnih kilometara: = 3200.0 km2", "7,5 km: = 7.5 km"]
    ),
  ]

  @Test(arguments: serbian)
  func serbianSentences(_ row: Row) { expect(row, "sr") }

  private static let croatian: [Row] = [
    (
      "Jučer je došlo tri tisuće četiristo ljudi, danas samo dvanaest.",
      ["Jučer: 2024-05-01", "danas: 2024-05-02"],
      ["tri tisuće četiristo: = 3400.0 ljudi", "dvanaest: = 12.0"]
    ),
    (
      "Prije dva tjedna cijena je pala za 3,5 posto na 1.250 eura.",
      ["Prije dva tjedna: 2024-04-18"],
      ["dva tjedna: = 2.0 wk", "3,5 posto: = 3.5 %", "1.250 eura: = 1250.0 EUR"]
    ),
    (
      "U siječnju 2019. tvrtka je platila 2,3 milijarde eura.",
      ["siječnju 2019.: 2019-01"],
      ["2,3 milijarde eura: = 2300000000.0 EUR"]
    ),
    (
      "Prošlog tjedna palo je 40 litara kiše.",
      ["Prošlog tjedna: 2024-W17"],
      ["40 litara: = 40.0 L"]
    ),
    (
      "Prošlog utorka trčala je 42 kilometra za tri sata.",
      ["Prošlog utorka: 2024-04-30", "tri sata: PT3H"],
      ["42 kilometra: = 42.0 km", "tri sata: = 3.0 h"]
    ),
    (
      "Između 2015. i 2019. broj je narastao na dva milijuna posjetitelja.",
      ["2015: 2015", "2019: 2019"],
      ["dva milijuna: = 2000000.0 posjetitelja"]
    ),
    (
      "Sljedeće godine gradit će se od 150 do 200 stanova.",
      ["Sljedeće godine: 2025"],
      ["150 do 200: = 150.0…200.0 stanova"]
    ),
    (
      "Sutra u 18.30 sati govorit će u Splitu.",
      ["Sutra u 18.30 sati: 2024-05-03T18:30"],
      []
    ),
    (
      "Krajem lipnja i početkom 2023. gradi se.",
      ["Krajem lipnja: 2023-06", "početkom 2023: 2023"],
      []
    ),
    (
      "U trećem tromjesečju 2022. izgubio je 800 milijuna dolara.",
      ["trećem tromjesečju 2022: 2022-Q3"],
      ["800 milijuna dolara: = 800000000.0 USD"]
    ),
    (
      "Svakog ponedjeljka sastaje se četrdeset žena.",
      ["Svakog ponedjeljka: XXXX-WXX-1"],
      ["četrdeset: = 40.0 žena"]
    ),
    (
      "34-godišnji muškarac vozio je 180 km/h.",
      ["34-godišnji: P34Y"],
      ["34-godišnji: = 34.0 a", "180 km/h: = 180.0 km/h"]
    ),
    (
      "U ljeto 2018. izgorjelo je sto tisuća hektara.",
      ["ljeto 2018: 2018-SU"],
      ["sto tisuća hektara: = 100000.0 har"]
    ),
    (
      "Oko 25 posto, najmanje pet osoba, više od 5 tona.",
      [],
      ["25 posto: ~ 25.0 %", "pet: >= 5.0 osoba", "5 tona: > 5.0 t"]
    ),
    (
      "U srijedu, 5. veljače 2024. u 7 sati, litra je stajala 1,85 eura.",
      ["srijedu, 5. veljače 2024. u 7 sati: 2024-02-05T07:00"],
      ["1,85 eura: = 1.85 EUR"]
    ),
    (
      "Za pet dana, u četvrtak, nestat će 20 do 30 posto.",
      ["pet dana: P5D", "četvrtak: 2024-05-02"],
      ["pet dana: = 5.0 d", "20 do 30 posto: = 20.0…30.0 %"]
    ),
    (
      "Pola milijuna funti, dva i pol milijuna kuna.",
      [],
      ["Pola milijuna funti: = 500000.0 GBP", "dva i pol milijuna kuna: = 2500000.0 HRK"]
    ),
    (
      "Prošlog mjeseca, prošle godine, sljedećeg ponedjeljka i večeras.",
      [
        "Prošlog mjeseca: 2024-04", "prošle godine: 2023", "sljedećeg ponedjeljka: 2024-05-06",
        "večeras: 2024-05-02TEV",
      ],
      []
    ),
    (
      "Oko deset stupnjeva ispod nule, 100 četvornih metara.",
      [],
      ["deset stupnjeva ispod nule: ~ -10.0 Cel", "100 četvornih metara: = 100.0 m2"]
    ),
  ]

  @Test(arguments: croatian)
  func croatianSentences(_ row: Row) { expect(row, "hr") }

  private static let serbianInCyrillic: [Row] = [
    (
      "Јуче је дошло три хиљаде четиристо људи, данас само дванаест.",
      ["Јуче: 2024-05-01", "данас: 2024-05-02"],
      ["три хиљаде четиристо: = 3400.0 људи", "дванаест: = 12.0"]
    ),
    (
      "Пре две недеље цена је пала за 3,5 одсто на 1.250 евра.",
      ["Пре две недеље: 2024-04-18"],
      ["две недеље: = 2.0 wk", "3,5 одсто: = 3.5 %", "1.250 евра: = 1250.0 EUR"]
    ),
    (
      "У јануару 2019. компанија је платила 2,3 милијарде евра.",
      ["јануару 2019.: 2019-01"],
      ["2,3 милијарде евра: = 2300000000.0 EUR"]
    ),
    (
      "Прошле недеље пало је 40 литара кише.",
      ["Прошле недеље: 2024-W17"],
      ["40 литара: = 40.0 L"]
    ),
    (
      "Између 2015. и 2019. број је порастао на два милиона посетилаца.",
      ["2015: 2015", "2019: 2019"],
      ["два милиона: = 2000000.0 посетилаца"]
    ),
    (
      "Следеће године градиће се од 150 до 200 станова.",
      ["Следеће године: 2025"],
      ["150 до 200: = 150.0…200.0 станова"]
    ),
    (
      "Сутра у 18.30 часова говориће у Нишу.",
      ["Сутра у 18.30 часова: 2024-05-03T18:30"],
      []
    ),
    (
      "Крајем јуна и почетком 2023. гради се.",
      ["Крајем јуна: 2023-06", "почетком 2023: 2023"],
      []
    ),
    (
      "У трећем кварталу 2022. изгубио је 800 милиона долара.",
      ["трећем кварталу 2022: 2022-Q3"],
      ["800 милиона долара: = 800000000.0 USD"]
    ),
    (
      "Сваког понедељка састаје се четрдесет жена.",
      ["Сваког понедељка: XXXX-WXX-1"],
      ["четрдесет: = 40.0 жена"]
    ),
    (
      "Више од сто хиљада евра, мање од 5 тона.",
      [],
      ["сто хиљада евра: > 100000.0 EUR", "5 тона: < 5.0 t"]
    ),
    (
      "У понедељак, 5. фебруара 2024. у 7 часова, литар је коштао 1,85 евра.",
      ["понедељак, 5. фебруара 2024. у 7 часова: 2024-02-05T07:00"],
      ["1,85 евра: = 1.85 EUR"]
    ),
    (
      "За пет дана, у среду, нестаће 20 до 30 одсто.",
      ["пет дана: P5D", "среду: 2024-05-01"],
      ["пет дана: = 5.0 d", "20 до 30 одсто: = 20.0…30.0 %"]
    ),
    (
      "Пола милиона фунти и 100.000 квадратних метара.",
      [],
      ["Пола милиона фунти: = 500000.0 GBP", "100.000 квадратних метара: = 100000.0 m2"]
    ),
    (
      "Умро је мушкарац стар 85 година, а троје деце је повређено.",
      ["85 година: P85Y"],
      ["85 година: = 85.0 a"]
    ),
    (
      "У 19. веку, деведесетих година.",
      ["19. веку: 18XX", "деведесетих година: 199X"],
      []
    ),
    (
      "Једна трећина, око 25 процената.",
      [],
      ["Једна трећина: = 0.3333333333333333 1", "25 процената: ~ 25.0 %"]
    ),
    (
      "Најмање пет особа, више од двеста кућа.",
      [],
      ["пет: >= 5.0 особа", "двеста: > 200.0 кућа"]
    ),
  ]

  @Test(arguments: serbianInCyrillic)
  func serbianInCyrillicSentences(_ row: Row) { expect(row, "sr-Cyrl") }
}
