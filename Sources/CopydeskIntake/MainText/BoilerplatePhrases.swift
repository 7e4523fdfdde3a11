/// The table behind `BoilerplateLines`: phrases in lower case without signs, separated by strokes.
enum BoilerplatePhrases {
  typealias Kind = BoilerplateLines.Kind

  /// Lines that say just this.
  static let whole: [(Kind, String)] = [
    (
      .chrome,
      """
      advertisement / advertisements / advertising / ad / ads / sponsored / sponsored content / paid content / promoted
      story continues below / story continues below advertisement / article continues below / article continues below ad
      continue reading below / advertisement continue reading below / scroll to continue / advertisement scroll to continue
      continue reading / continue reading the main story / read more / read more here / show more / see more / load more
      view more / more / share / share this / share this article / share this story / share on facebook / share on twitter
      share article / share full article / tweet / email / print / save / like / copy link / link copied / copy link to clipboard
      facebook / twitter / whatsapp / telegram / linkedin / instagram / reddit / pinterest / messenger / viber / flipboard
      subscribe / subscribe now / subscribe today / sign up / sign up now / sign in / log in / login / register / newsletter
      accessibility links / skip to main content / skip to content / skip to navigation / back to top / go to top / top
      menu / search / close / home / next / previous / loading / send feedback / more info / more info send feedback
      follow us / follow / tags / topics / report a typo / report an error / click to expand / click here / reprints
      thank you / advertisement hide / this is an ad / view comments / show comments / hide comments / get the app
      gift this article / give this article / listen / listen to article / save for later / add to favorites / text size
      anzeige / werbung / weiterlesen / mehr lesen / mehr anzeigen / teilen / artikel teilen / drucken / merken / zum inhalt
      zum inhalt springen / zur startseite / nach oben / abonnieren / jetzt abonnieren / anmelden / kommentare anzeigen
      nach der werbung weiterlesen / artikel anhören / schlagworte / themen / mehr erfahren / werbung hier geht es weiter
      publicité / lire la suite / lire plus / partager / imprimer / s abonner / se connecter / la suite après cette publicité
      publicidad / leer más / seguir leyendo / compartir / imprimir / suscríbete / guardar / ver más
      pubblicità / leggi di più / continua a leggere / condividi / stampa / abbonati
      publicidade / leia mais / continua após a publicidade / continua depois da publicidade / compartilhe / partilhar
      advertentie / lees meer / lees verder / delen / annons / läs mer / dela / annonce / læs mere / del / les mer / mainos
      reklama / reklame / reklam / oglas / oglasi / pročitaj više / pročitajte više / opširnije / podeli / podijeli / odštampaj
      подели / опширније / реклама / оглас / pubblicita / lexo më shumë / shpërndaje / reklamë / devamını oku / paylaş / yazdır
      yazı boyutu / abone ol / takip et / czytaj więcej / czytaj dalej / udostępnij / читать далее / поделиться / lue lisää
      """
    ),
    (
      .related,
      """
      related / related posts / related articles / related stories / related news / related topics / related content
      related coverage / related links / more on this story / more on this / more from / more news / more stories
      more to read / most read / most popular / trending / trending now / popular / popular stories / latest news / latest
      latest stories / recommended / recommended stories / recommended for you / you may also like / you might also like
      you may like / read next / up next / editors picks / editor s picks / top stories / in this story / see also / also read
      read also / what to read next / around the web / from the web / don t miss / recent posts / must read
      mehr zum thema / lesen sie auch / auch interessant / das könnte sie auch interessieren / meistgelesen / meist gelesen
      weitere artikel / weitere themen / mehr zu / aktuelle nachrichten / aus dem ressort / empfohlen / zum thema
      à lire aussi / lire aussi / sur le même sujet / les plus lus / articles liés / à découvrir / notre sélection
      te puede interesar / lea también / lee también / noticias relacionadas / más noticias / lo más leído / relacionadas
      você pode gostar / você também pode gostar / leggi anche / articoli correlati / potrebbe interessarti / i più letti / leia também / mais lidas / veja também
      lees ook / meest gelezen / läs också / læs også / les også / mest lest / lue myös / czytaj także / czytaj również
      pročitajte još / pročitajte i / pročitaj i / povezane vesti / povezane vijesti / povezani članci / najčitanije
      najnovije vesti / najnovije / preporučujemo / slične vesti / прочитајте још / најчитаније / најновије вести
      lexo edhe / lajme të ngjashme / më të lexuarat / lajmet e fundit / ilgili haberler / benzer haberler / son haberler
      çok okunanlar / ayrıca okuyun / önerilen haberler / читайте также / по теме / самое читаемое
      """
    ),
    (
      .photoControl,
      """
      zoom in photo / zoom photo / share photo / image default / default image / 16x9 image / 4x3 image / enlarge image
      enlarge / view image in fullscreen / open image in new window / open in new window / toggle caption / hide caption
      show caption / image / photo / photos / gallery / photo gallery / view gallery / fullscreen / click to enlarge
      open the image gallery / open image in gallery / image source / bild vergrößern / foto vergrößern / bild / foto
      fotostrecke / bildergalerie / agrandir / agrandir l image / ampliar / ampliar foto / fotoğrafı büyüt / fotoğraf
      fotoğrafı paylaş / fotogalerija / galerija / fotografija / view larger / view full size
      """
    ),
    (
      .mediaPlayer,
      """
      please wait / no media source currently available / play / pause / play video / watch video / watch / video
      current time / duration / embed / embed share / direct link / pop out player / auto / the code has been copied to your clipboard
      the url has been copied to your clipboard / video player is loading / this is a modal window / close modal dialog
      your browser does not support the video tag / your browser does not support the audio element / unmute / mute
      now playing / autoplay / volume 90 / media player / video abspielen / video ansehen / oglejte si video / pogledajte video
      """
    ),
    (
      .comments,
      """
      comments / comment / leave a comment / leave a reply / post a comment / add a comment / join the conversation
      join the discussion / reply / cancel reply / write a comment / comments are closed / no comments / conversation
      kommentare / kommentar schreiben / kommentar verfassen / commentaires / laisser un commentaire / réagir
      comentarios / deja un comentario / dejar un comentario / commenti / lascia un commento / comentários / reacties
      komentari / komentar / ostavi komentar / ostavite komentar / pošalji komentar / pošaljite komentar / коментари
      yorumlar / yorum yap / yorum yaz / komente / lini një koment / komentarze / комментарии / kommentarer
      """
    ),
    (.rights, "all rights reserved / alle rechte vorbehalten / tous droits réservés / todos los derechos reservados"),
  ]

  /// How other lines open; those of `promo` and `source` count with a colon behind them only.
  static let openings: [(Kind, String)] = [
    (
      .cookieNotice,
      """
      we use cookies / we and our partners use cookies / this website uses cookies / this site uses cookies
      our website uses cookies / by clicking accept / by continuing to use this / by continuing to browse
      by using this site you / this site is protected by recaptcha / we value your privacy / we care about your privacy
      wir verwenden cookies / diese website verwendet cookies / diese webseite verwendet cookies / wir nutzen cookies
      ce site utilise des cookies / nous utilisons des cookies / usamos cookies / utilizamos cookies / este sitio utiliza cookies
      utilizziamo i cookie / questo sito utilizza cookie / este site utiliza cookies / wij gebruiken cookies
      koristimo kolačiće / ova stranica koristi kolačiće / ovaj sajt koristi kolačiće / ovaj veb sajt koristi kolačiće
      bu sitede çerez / sitemizde çerez / web sitemizde çerez / ky sajt përdor cookies / мы используем файлы cookie
      """
    ),
    (
      .commentWarning,
      """
      warning comments / warning comments that contain / comments that contain insults / uyarı küfür / uyarı yorum
      by using this form you agree / by posting you agree / your email address will not be published
      required fields are marked / save my name email / you must be logged in to / please log in to / log in to comment
      this comment section / komentari koji sadrže / redakcija zadržava pravo / deine e mail adresse wird nicht
      ihre e mail adresse wird nicht / votre adresse e mail ne sera / votre adresse de messagerie ne sera
      tu dirección de correo electrónico no / e posta hesabınız yayımlanmayacak / il tuo indirizzo email non
      """
    ),
    (
      .audioNotice,
      """
      this audio version was / this audio is auto generated / this article was read by / listen to this article
      listen to this story / this is an automatically generated audio / diese audioversion wurde / diese audiofassung
      audio by carbonatix / to listen to this audio
      """
    ),
    (
      .mediaPlayer,
      """
      your browser does not support / this video file cannot be played / to view this video please enable
      javascript is disabled / please enable javascript / you need to enable javascript / this content is not available due
      """
    ),
    (
      .chrome,
      """
      sign up for our / sign up to our / sign up for the / subscribe to our / subscribe to the newsletter
      get the latest news / get our free / follow us on / like us on facebook / join our whatsapp / join our telegram
      download our app / click here to subscribe / click here to sign up / already a subscriber / get breaking news
      support our journalism / if you purchase a product or register / this article contains affiliate links
      we may earn a commission / we may earn commission / register for free to / folgen sie uns / melden sie sich hier
      jetzt newsletter / abonnieren sie / suivez nous sur / abonnez vous à / inscrivez vous à / síguenos en
      suscríbete a nuestro / seguici su / iscriviti alla newsletter / pratite nas na / preuzmite aplikaciju
      zapratite nas / bizi takip edin / na ndiqni në
      """
    ),
    (
      .promo,
      """
      watch / listen / read / read more / read more about / read also / read next / also read / see also / related
      related story / related article / related stories / more / more from / more on / also / don t miss / recommended
      must read / lesen sie auch / lesen sie mehr / lesen sie hier / mehr zum thema / auch interessant / lies auch
      lire aussi / à lire aussi / lire / voir aussi / lea también / lee también / leer más / también lee / te puede interesar
      mira también / leggi anche / vedi anche / leia também / leia mais / veja também / saiba mais / lees ook / läs också
      læs også / les også / pročitajte još / pročitajte i / pročitaj i / pročitaj još / opširnije / pogledajte
      прочитајте још / читайте также / lexo edhe / lexo gjithashtu / ayrıca okuyun / ilgili haber / czytaj także / lue myös
      """
    ),
    (
      .source,
      """
      source / sources / photo / photos / image / image credit / photo credit / credit / foto / fotos / bild / quelle / quellen
      kaynak / izvor / fonte / fuente / crédit photo / photo by / image source / bildquelle / fotograf / picture
      """
    ),
    (
      .credit,
      "with reporting by / additional reporting by / reporting by / editing by / mit material von / with information from"
    ),
    (.rights, "copyright / all rights reserved / this material may not be published"),
  ]

  /// Words anywhere in a line that tell what it is: agencies and papers about themselves.
  static let inside = """
    journalists report the news in / all rights reserved / alle rechte vorbehalten / tous droits réservés
    todos los derechos reservados / tutti i diritti riservati / todos os direitos reservados / tüm hakları saklıdır
    sva prava zadržana / sva prava pridržana / sign up for our newsletter / sign up to our newsletter
    subscribe to our newsletter / protected by recaptcha / more info send feedback
    earn a commission / earn commission / earn an affiliate commission / receive a commission / we may receive compensation
    we may get a commission / contains affiliate links / independently selected by our / independently chosen by our
    independently reviewed by our / a share of the revenue if you / you consent to our / agree to our terms
    affiliate links / affiliate link / erhalten wir eine provision / erhält die redaktion eine provision / liens affiliés
    percevoir une commission / enlaces de afiliado / enlaces de afiliados / recibir una comisión / link di affiliazione
    ricevere una commissione / links de afiliados
    support our journalism / support independent journalism / fund our journalism / help fund our / help keep our journalism
    unterstützen sie unseren journalismus / soutenez notre rédaction / soutenir notre journalisme / apoya nuestro periodismo
    sostieni il nostro giornalismo / gazeteciliğimize destek
    this feature is currently unavailable / your browser does not support / please enable javascript
    enable javascript to / browser unterstützt kein / aktivieren sie javascript / activer javascript / habilite javascript
    keep your comments on topic / keep comments respectful / comments are moderated / comments will be moderated
    unsere netiquette / unserer netiquette / die netiquette / ihre kommentare themenbezogen / les commentaires sont modérés
    los comentarios son moderados / komentari se moderiraju / komentari ne odražavaju / komentari izražavaju
    """

  /// What appeals offer, word by word.
  static let offers = """
    newsletter / newsletters / inbox / postfach / whatsappkanal / infolettre / boletín / bülten / bilten / nyhetsbrev
    nyhedsbrev / nieuwsbrief / premoderated / unsubscribe / epaper
    """

  /// Where pages want to be followed.
  static let networks = """
    whatsapp / telegram / facebook / instagram / twitter / viber / tiktok / youtube / app / google
    """

  /// How appeals ask.
  static let requests = """
    subscribe / sign / signup / register / click / tap / follow / download / our / delivered / hier / abonnieren
    anmelden / folgen / folge / folgst / melden / klicken / abonnez / inscrivez / suivez / suscríbete / síguenos / seguinos
    iscriviti / seguici / assine / inscreva / siga / pratite / prijavite / zapratite / preuzmite / abone / takip / indirin
    schrijf / volg / prenumerera / tilmeld / abonner / ndiqni / zapisz / obserwuj / please
    """

  /// The words of section names; up to three of them make a label.
  static let labels = """
    news / breaking / flash / politics / political / world / business / economy / sport / sports / opinion / opinions
    culture / europe / international / national / local / regional / region / headlines / exclusive / analysis / top
    story / stories / update / updates / live / latest / today / editorial / feature / features / special / report
    technology / science / health / entertainment / lifestyle / society / security / balkans / crime / video / and
    nachrichten / politik / wirtschaft / ausland / inland / welt / eilmeldung / panorama / kultur / wissen / gesellschaft
    meinung / politique / économie / monde / actualité / actualités / société / política / economía / mundo / sociedad
    internacional / politica / economia / mondo / cronaca / esteri / vesti / vijesti / politika / svet / svijet / hronika
    društvo / ekonomija / najnovije / вести / политика / свет / друштво / хроника / lajme / aktualitet / bota / siyaset
    gündem / dünya / ekonomi / haber / haberler / güncel / son / dakika / spor / politikk / nyheter / wiadomości
    """
}
