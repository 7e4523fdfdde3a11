extension ReportingLanguage {
  /// Albanian.
  static let albanian = ReportingLanguage(
    classes: [
      (.determiner, "një ky kjo këto këta ai ajo i e të së disa shumë"),
      (.preposition, "në nga për me te tek mbi nën pa prej ndaj gjatë pas para"),
      (.adverb, "gjithashtu tani pastaj përsëri më sot dje edhe"),
      (.time, "hënën martën mërkurën enjten premten shtunën dielën"),
      (.coordinator, "dhe por ose kurse"),
      (.that, "se që"), (.whether, "nëse pse si kur"),
      (.subordinator, "sepse kur ndërsa megjithëse derisa"),
      (.relative, "cili cila"),
      (.finite, "është janë ishte ishin ka kanë kishte do duhet mund s'ka nuk është"),
      (.negation, "nuk s'"),
      (.he, "ai"), (.she, "ajo"), (.they, "ata ato"), (.speechPerson, "unë ne ju"),
    ],
    verbs: [
      (
        .saying,
        """
        tha, thotë, thanë, thonë, ka thënë, kanë thënë, deklaroi, deklaron, ka deklaruar, shtoi, shton, ka shtuar, theksoi
        thekson, ka theksuar, shkroi, shkruan, ka shkruar, njoftoi, njofton, ka njoftuar, pohoi, pohon, u shpreh
        është shprehur, shpjegoi, tregoi, përgjigjej, u përgjigj, paralajmëroi, konfirmoi, vlerësoi, vlerëson, raportoi, raporton
        """
      ),
      ([.clause, .question, .directive, .quoted], "pyeti"),
      ([.clause, .addressee, .directive, .quoted], "kërkoi, kërkon, ka kërkuar, kërkuan, bëri thirrje, bën thirrje"),
      ([.characterisation, .quoted], "quajti, e quajti, ka quajtur, përshkroi"),
    ],
    sources: "sipas",
    comments: "siç sikurse",
    roles:
      "ministri ministrja kryeministri kryetari kryetarja presidenti presidentja zëdhënësi zëdhënësja policia qeveria")
}
