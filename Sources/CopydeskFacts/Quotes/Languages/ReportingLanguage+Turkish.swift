extension ReportingLanguage {
  /// Turkish: the verb stands behind what is said.
  static let turkish = ReportingLanguage(
    classes: [
      (.determiner, "bir bu şu o"),
      (.preposition, "için ile gibi kadar göre karşı sonra önce"),
      (.adverb, "da de ayrıca daha yine bugün dün"),
      (.time, "pazartesi salı çarşamba perşembe cuma cumartesi pazar"),
      (.coordinator, "ve ama ancak fakat veya"),
      (.that, "ki"),
      (.subordinator, "çünkü eğer"),
      (.finite, "var yok değil oldu olacak"),
      (.he, "o"), (.they, "onlar"), (.speechPerson, "ben biz siz"),
    ],
    verbs: [
      (
        [.quoted, .last],
        """
        dedi, diyor, dediler, diye konuştu, şeklinde konuştu, ifadesini kullandı, ifadelerini kullandı, diye yazdı
        diye ekledi, değerlendirmesinde bulundu, diye cevap verdi, diye sordu, diyerek
        """
      ),
      // `"…" diyen Dova`, `Dova şöyle konuştu: "…"`
      ([.quoted], "diyen, şöyle konuştu, şöyle dedi, şunları söyledi, şunları kaydetti, şu ifadeleri kullandı"),
      // `Dova, kapının kapalı kalacağını söyledi`
      (
        [.clause, .quoted, .last],
        """
        söyledi, açıkladı, belirtti, ifade etti, vurguladı, kaydetti, bildirdi, aktardı, savundu, ekledi, yazdı, duyurdu
        uyardı, anlattı
        """
      ),
    ],
    sources: "", sourcesBehind: "göre",
    comments: "",
    roles: "bakan başbakan cumhurbaşkanı başkan sözcü sözcüsü polis hükümet bakanlık bakanlığı")
}
