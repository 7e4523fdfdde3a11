import CopydeskText

/// What the class, id, role… of an element say that it is.
struct Concepts: OptionSet {
  let rawValue: UInt16

  /// Menus, breadcrumbs, page numbers.
  static let navigation = Concepts(rawValue: 1)
  /// Other articles.
  static let related = Concepts(rawValue: 2)
  static let share = Concepts(rawValue: 4)
  static let comments = Concepts(rawValue: 8)
  /// Newsletters, subscriptions, appeals for money.
  static let signup = Concepts(rawValue: 16)
  static let advertisement = Concepts(rawValue: 32)
  static let cookies = Concepts(rawValue: 64)
  /// Date line, byline, tags, read time.
  static let details = Concepts(rawValue: 128)
  static let sidebar = Concepts(rawValue: 256)
  static let footer = Concepts(rawValue: 512)
  static let caption = Concepts(rawValue: 1024)
  /// Only for screen readers, print, or not at all.
  static let unseen = Concepts(rawValue: 2048)
  /// The article's text.
  static let body = Concepts(rawValue: 4096)
  /// The sentence under the headline.
  static let standfirst = Concepts(rawValue: 8192)
  static let headline = Concepts(rawValue: 16384)
  /// Only part of a name says so, or the word is used for other things too: other evidence must join.
  static let weak = Concepts(rawValue: 32768)

  /// All that is not the article.
  static let boilerplate: Concepts = [
    .navigation, .related, .share, .comments, .signup, .advertisement, .cookies, .details, .sidebar, .footer, .caption,
    .unseen,
  ]
}

/// What the names of an element say for certain, and what they only hint at.
struct Names {
  var strong: Concepts = []
  var weak: Concepts = []
}

/// The table of the words in names, and the reader of names.
///
/// A name is cut at signs and inner capitals (`relatedPosts`, `related-posts`, `related_posts`); a pair of words is
/// looked up before a single one.
enum NameConcepts {
  /// Adds the concepts of one attribute's value.
  static func read(_ value: ArraySlice<UInt8>, into names: inout Names) {
    var index = value.startIndex
    while index < value.endIndex {
      while index < value.endIndex, value[index] <= 0x20 { index += 1 }
      let start = index
      while index < value.endIndex, value[index] > 0x20 { index += 1 }
      // Style frameworks have names of their own; a long one is a list of settings, not a name.
      if index - start > 1, index - start < 64 { read(name: value[start..<index], into: &names) }
    }
  }

  private static func read(name: ArraySlice<UInt8>, into names: inout Names) {
    var words = 0
    var single = FoldedHash()
    // The pair is hashed as the two words without a sign between them: `readmore` and `read-more` are one.
    var pair = FoldedHash()
    var length = 0
    var before: UInt8 = 0
    var found = Names()

    func endWord() -> Bool {
      guard length > 0 else { return true }
      // `has-sidebar`, `is-hidden-mobile`, `js-share`: states and hooks, not what the element is.
      if words == 0, states.contains(single.value) { return false }
      let concepts = (words > 0 ? table[pair.value] : nil) ?? table[single.value] ?? []
      if concepts.contains(.weak) { found.weak.formUnion(concepts) } else { found.strong.formUnion(concepts) }
      words += 1
      (pair, single, length) = (single, FoldedHash(), 0)
      return true
    }
    for byte in name {
      let isWord = HTMLBytes.isLetter(byte) || byte >= 0x80
      let isDigit = HTMLBytes.isDigit(byte)
      let isCapital = (0x41...0x5A).contains(byte)
      if !isWord && !isDigit || (isCapital && (0x61...0x7A).contains(before)) { guard endWord() else { return } }
      if isWord {
        // `ad2` is a place for advertisements; `cb-9f3ad04` is a number, and the letters in it no word.
        single.add(HTMLBytes.isDigit(before) ? 0 : HTMLBytes.lower(byte))
        pair.add(HTMLBytes.lower(byte))
        length += 1
      } else if isDigit, length == 0 {
        single.add(0)
        length += 1
      }
      before = byte
    }
    let last = single.value
    guard endWord(), words == 1 || !endings.contains(last) else { return }
    names.strong.formUnion(found.strong)
    names.weak.formUnion(found.weak)
  }

  private static let states = WordTable(
    words: [
      "has", "is", "with", "without", "no", "not", "js", "show", "hide", "u", "supports", "single", "enable", "disable",
    ])

  /// `comments-open`, `modal-closed`: states as well.
  private static let endings = WordTable(
    words: ["open", "opened", "closed", "enabled", "disabled", "active", "loaded", "ready", "on", "off"])

  private static let table: WordTable<Concepts> = {
    var table: [UInt64: Concepts] = [:]
    for (concepts, words) in vocabulary {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[FoldedHash.of(String(word)), default: []].formUnion(concepts)
      }
    }
    return WordTable(table)
  }()

  private static let vocabulary: [(Concepts, String)] = [
    (
      .navigation,
      """
      nav navi navbar navigation menu submenu megamenu breadcrumb breadcrumbs breadcrump pagination pager paging
      paginator sitemap skiplink skiplinks skiptocontent toc tableofcontents prevnext pagenav postnav postnavigation
      nextprev menue navigacija meni
      """
    ),
    (
      .related,
      """
      related relatedposts relatedarticles relatedcontent relatedstories relatednews relatedlinks recommended
      recommendation recommendations recommender recirc recirculation outbrain taboola trending mostread mostpopular
      mostviewed mostcommented morefrom morenews morestories morelinks moreon morearticles readnext readalso
      alsoread seealso youmaylike maylike similar nextarticle nextup nextpost prevpost latestnews latestposts
      latestarticles recentposts recentarticles topstories popularposts popularnews jeg_post_related yarpp zergnet
      revcontent mgid onward linkstack internallinks crosspromo promobox teaserlist headlinelist weiterlesen lesenauch mehrzum ilgili ilgilihaberler povezane srodne vezane slicni
      lesaussi alireaussi leggianche correlati relacionadas relacionados vertambien upnext inlinerelated
      """
    ),
    (
      [.related, .weak],
      "teaser teasers promo promos promotion popular latest recent more siblings series carousel slider"
    ),
    (
      .share,
      """
      share sharing sharebar sharebuttons sharelinks sharetools sharedaddy socialshare socialmedia socialicons
      sociallinks socialbar addthis addtoany sharethis shariff followus podeli paylas paylasim articletools
      toolbar printlink emaillink a2a ssba sumo jpsharelikewidget
      """
    ),
    ([.share, .weak], "social socials follow tools print"),
    (
      .comments,
      """
      comments commentlist commentslist commentform commentsection respond disqus disqusthread livefyre kommentare
      kommentar komentari yorum yorumlar commentaires comentarios commenti reacties fbcomments usercomments replies
      commentbox commentscontainer discussions spotim
      """
    ),
    ([.comments, .weak], "comment discussion reply forum"),
    (
      .signup,
      """
      newsletter newsletters newslettersignup subscribe subscription subscriptions signup optin registration regwall login
      signin donate donation donations appeal supportus mailchimp emailsignup abonnement mailinglist tinypass
      pushnotification
      """
    ),
    // The wall's name often stands on what it hides.
    ([.signup, .weak], "paywall piano plenigo membership subscriber abo premium plus"),
    (
      .advertisement,
      """
      ad ads adslot adunit adbox adcontainer adwrapper adwrap advert adverts advertisement advertisements advertising
      advertorial adsense adsbygoogle googlead dfp gpt sponsor sponsored sponsors sponsoredcontent banner banners
      anzeige anzeigen werbung reklama reklame reklam oglas oglasi publicite pub publicidad pubblicita affiliate
      promobanner commercial adblock leaderboard skyscraper
      """
    ),
    (
      .cookies,
      "cookie cookies cookiebanner cookienotice cookieconsent consent gdpr cmp onetrust didomi usercentrics privacy"
    ),
    (
      .details,
      """
      byline bylines author authors authorbox authorbio authorinfo authorname aboutauthor aboutauthors writer bio
      dateline timestamp pubdate publishdate publishdate postdate articledate entrydate posted postmeta entrymeta
      articlemeta storymeta articleinfo postinfo metadata tags taglist taglinks tagcloud posttags articletags topictags
      topiclist postcategories categories categorylist rubric readtime readingtime viewcount postviews credit credits
      copyright imprint rating ratings votes kategorien autor autoren autorin schlagworte etiquetas etiketler
      postfooter entryfooter articlefooter
      """
    ),
    ([.details, .weak], "meta date time published updated tag category topics topic kicker label info source"),
    (
      .sidebar,
      "sidebar sidebars siderail rightrail leftrail rightcolumn rightcol widgetarea asidebar sidebarwidget footerwidget"
    ),
    // Page builders make articles of widgets too.
    ([.sidebar, .weak], "widget widgets aside rail secondary box infobox factbox complementary"),
    (.footer, "footer foot sitefooter pagefooter colophon contentinfo bottombar legal disclaimer impressum"),
    (
      .navigation,
      "masthead siteheader pageheader topbar globalheader mainheader stickyheader searchform searchbox search"
    ),
    (.unseen, "visuallyhidden sronly screenreadertext screenreader screenreaderonly offscreen invisible a11yhidden"),
    (
      [.unseen, .weak], "hidden modal popup popover overlay lightbox tooltip toast dialog noprint dprintnone printonly"
    ),
    (
      .caption,
      """
      caption captions captiontext wpcaption wpcaptiontext imagecaption photocaption mediacaption figcaption
      imagecredit photocredit bildunterschrift cutline gallery slideshow photogallery videoplayer jwplayer mediaplayer
      videocaption imgcaption legende didascalia audioplayer imagesource
      """
    ),
    ([.caption, .weak], "video media image photo picture podcast audio embed"),
    (
      .body,
      """
      articlebody articletext articlecontent articlecontents articlecopy articlemain articlepage storybody storytext
      storycontent storycopy newsbody newstext newscontent newsdetail postbody postcontent posttext entrycontent
      entrybody entrytext contentbody bodytext bodycontent bodycopy maintext maincontent pagecontent textbody
      textcontent richtext fieldnamebody contentarticle contenttext articledetail articledetails articlesection
      blogpost blogcontent blogbody singlecontent singlepost postarticle detailcontent detailtext artikeltext
      artikelbody artikelinhalt articulo cuerpo cuerponoticia textonoticia corpo haberdetay habericerik habermetni
      habertext tekst tekstvesti vesttekst sadrzaj clanak tekstclanka txt copy wysiwyg contentpost documentbody
      thearticle fullstory fulltext paragraphs mainarticle tdpostcontent contentdetail
      """
    ),
    ([.body, .weak], "article story post entry content body text paragraph hentry"),
    (
      .standfirst,
      """
      standfirst subheadline subtitle subhead subheading dek deck lede leadtext leadin leadparagraph articlelead
      articleintro articlesummary articledescription articlesubtitle intro introduction introtext excerpt abstract
      synopsis chapo chapeau vorspann anleser einleitung unterzeile sottotitolo sommario occhiello bajada entradilla
      copete spot nadnaslov podnaslov uvod ozet habersummary summary articledek storysummary perex ingress manchet
      teasertext strapline
      """
    ),
    ([.standfirst, .weak], "lead description blurb"),
    (
      .headline,
      """
      headline articletitle posttitle entrytitle storytitle articleheadline pagetitle titlearticle newstitle
      storyheadline articleheading naslov haberbaslik titolo titulo titular
      """
    ),
  ]
}
