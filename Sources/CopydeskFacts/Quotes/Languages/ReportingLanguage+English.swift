extension ReportingLanguage {
  /// English.
  static let english = ReportingLanguage(
    classes: englishClasses, verbs: englishVerbs,
    sources: "according to, in the words of, as reported by",
    comments: "as",
    roles: """
      minister president chancellor premier pm mayor governor senator ambassador spokesman spokeswoman spokesperson
      official officials police government ministry embassy court army military force union party campaign report study
      poll survey statement critics experts analysts lawyer lawyers judge prosecutor prosecutors witness witnesses doctor
      teacher interviewer reporter reporters source sources expert analyst scientist scientists researchers chief head
      leader leaders director secretary king queen prince pope commander general admiral author group company bank
      authorities opposition parliament commission council
      """,
    presentVerbs: englishPresentVerbs, hasEnglishEndings: true)

  private static let englishPresentVerbs = """
    accept achieve acquire adopt affect agree allow appear apply arise arrive become begin bear believe belong
    breathe bring carry cause choose collect come compete comprise confuse consider consist contain continue contribute
    control create cross deal decide decline depend deserve destroy determine develop differ disagree disappear discover
    do earn eat emerge employ enable engage enjoy enter erase erode exceed exclude exist expect explode face fail fall
    favor fear feel fight find flee follow gain gather generate get give go grow happen hate have hear hide hire hold hope
    ignore imagine improve include increase introduce invest involve join keep kill know lack learn leave lie like live
    lose maintain make manage matter mean meet need obey occur offer operate oppose outnumber outweigh overcome owe own
    pay perform persuade possess prefer prepare produce promote prosper protect prove provide pursue put raise reach
    receive recognize refuse reflect regard rely remain remember remove replace represent require resemble respect
    rise satisfy seem seek see sell send serve share show solve spend stand start stay strengthen struggle succeed suffer
    suit support suppose survive take teach tend think threaten tolerate travel trust try turn undermine understand
    undertake undo want warrant waste win wish work worry yield
    """

  private static let englishClasses: [(WordClass, String)] = [
    (
      .determiner,
      "the a an this these those his her its their our my your some many several all both each every any no one few another"
    ),
    (
      .preposition,
      """
      of in on at for from with by about against between into through during under over without within towards toward
      near via amid among despite including like unlike regarding concerning per upon across beyond behind outside inside
      """
    ),
    (
      .adverb,
      """
      also then again later earlier often never always already just still now only even once twice ever soon afterwards
      instead however meanwhile therefore further further back too yet previously recently repeatedly publicly ago aloud
      """
    ),
    (
      .time,
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
      october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning
      afternoon evening night week month year weekend last
      """
    ),
    (.coordinator, "and but or nor yet"),
    (.that, "that"),
    (.whether, "whether if how why what"),
    (.infinitive, "to"),
    (
      .subordinator,
      "because when where while if as after before since although though unless until once whereas so than"
    ),
    (.relative, "who which whose whom"),
    (
      .finite,
      """
      is are was were am be been has have had will would can could may might must shall should do does did isn't aren't
      wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't mustn't shouldn't don't doesn't didn't
      he's she's it's that's there's i'm we're they're you're i've we've they've you've i'll we'll they'll he'll she'll
      it'll you'll i'd we'd they'd he'd she'd it'd you'd ain't went took made came got gave left met found saw became began
      broke held kept knew led lost meant paid put ran sent set spoke stood thought told understood won wants needs seems
      remains comes goes makes takes gets gives knows thinks believes hopes means shows appears continues plans tends looks
      feels fell felt grew taught caught sought bore tore shook hid rode sang sank slept stole stuck swept swung struck
      withdrew forgot overcame undertook arose blew clung dealt fled froze hung laid lent mistook overthrew slid spun
      sprang strove underwent upheld forbade heard brought built bought chose cut drew drove fought hit hurt let rose sat sold spent threw
      wore wanted needed
      """
    ),
    (.negation, "not n't never neither"),
    (.he, "he"), (.she, "she"), (.it, "it"), (.they, "they"),
    (.speechPerson, "i we you"),
    (
      .otherPronoun,
      "there nobody everyone everybody someone somebody nothing everything something anyone anybody"
    ),
  ]

  private static let participle: ReportingUse = [.participle]

  private static let englishVerbs: [(ReportingUse, String)] = [
    (.saying, "tweeted, tweets"),
    (.saying.union(.clauseOnly), "said, says, say"),
    (.saying.union(participle), "tweeting"),
    (.saying.union([.clauseOnly, .participle]), "saying"),
    (
      .saying,
      """
      stated, claimed, argued, argues, argue, added, adds, noted, announced, announces, insisted, insists, insist, explained
      explains, declared, declares, reported, alleged, alleges, reassured, reassures, predict, complain, maintained, maintains, asserted, asserts, contended
      contends, contend, admitted, admits, admit, acknowledged, acknowledges, acknowledge, conceded, concedes, confirmed
      confirms, denied, denies, deny, revealed, reveals, disclosed, emphasized, emphasizes, emphasised, emphasises
      emphasize, stressed, stresses, suggested, suggests, suggest, concluded, concludes, predicted, predicts, wrote, writes
      write, written, recalled, recalls, reiterated, reiterates, repeated, testified, testifies, complained, complains
      responded, responds, replied, replies, answered, pointed out, points out, point out, indicated, indicates, estimated
      estimates, mentioned, observed, observes, remarked, underlined, underlines, underscored, affirmed, affirms, agreed
      agrees, swore, proclaimed, proclaims, made clear, makes clear, made it clear, countered, counters, protested
      lamented, laments, boasted, boasts, joked, jokes, bragged, assessed, assesses, cautioned, cautions, posted, posts
      commented, went on to say, goes on to say, clarified
      clarifies, speculated, reasoned, quipped, quips, retorted, opined, ventured, argued back, hinted, implied, learned, agree, signaled, signals, signalled
      charged, related, recounted
      """
    ),
    (
      .saying.union(participle),
      """
      stating, claiming, arguing, adding, noting, announcing, insisting, explaining, declaring, reporting, alleging
      maintaining, asserting, contending, admitting, acknowledging, conceding, confirming, denying, revealing, emphasizing
      emphasising, stressing, suggesting, concluding, predicting, writing, recalling, reiterating, complaining, responding
      replying, pointing out, indicating, underlining, remarking, observing, cautioning, joking, proclaiming, testifying, boasting, lamenting, affirming
      """
    ),
    (
      .saying.union(.nounlike),
      "charges, state, states, claim, claims, report, reports, note, notes, promise, pledge, comment"
    ),
    (.saying.union([.addressee, .object]), "told, tells, tell"),
    (.saying.union(.addressee), "warned, warns, warn, assured, assures, informed, informs"),
    (.saying.union([.addressee, .participle]), "warning, assuring, informing"),
    (.saying.union([.addressee, .directive]), "reminded, reminds, advised, advises"),
    (.saying.union([.addressee, .directive, .participle]), "telling, reminding, advising, reassuring"),
    // Not bare: `40 more pledged delegates`.
    (
      [.clause, .directive, .quoted, .characterisation],
      "vowed, vows, vow, pledged, pledges, promised, promises, threatened, threatens"
    ),
    ([.clause, .directive, .quoted, .characterisation, .participle], "vowing, pledging, promising, threatening"),
    (.asking.union([.question]), "asked, asks, ask, was asked, were asked"),
    (.asking.union([.question, .participle]), "asking"),
    (
      .asking.union(.clause),
      """
      urged, urges, urge, called on, calls on, call on, called upon, calls upon, ordered, appealed to, appeals to, implored
      implores, begged, begs, instructed, instructs, encouraged, encourages, requested, demanded, recommended, recommends
      proposed, proposes, pleaded with, pleads with
      """
    ),
    (
      .asking.union([.clause, .participle]),
      """
      urging, calling on, calling upon, ordering, appealing to, imploring, begging, instructing, requesting, demanding
      recommending, proposing
      """
    ),
    (.asking.union([.clause, .nounlike]), "requests, request, demands, demand, orders, order"),
    ([.question, .quoted], "wondered, wonders, wondering, inquired, inquires, questioned, questions whether"),
    (
      [.quoted],
      """
      continued, continues, went on, goes on, shouted, shouts, yelled, yells, cried, cries, whispered, whispers, laughed
      laughs, began, begins, sighed, screamed, exclaimed, exclaims, muttered, mutters, chanted, interjected, snapped
      shot back, fired back, read, reads, thundered, roared, deadpanned, scoffed, pressed, volunteered, mused, muses, intoned
      thinks, thought, hit back, chimed in, cut in, chipped in, offered, recounted, recounts, summed up, shot back
      """
    ),
    ([.quoted, .participle], "shouting, yelling, chanting, whispering, screaming, laughing, reading, continuing"),
    (
      [.characterisation, .quoted],
      """
      called, described, describes, accused, accuses, criticized, criticizes, criticised, criticises, condemned, condemns
      blasted, blasts, slammed, slams, denounced, denounces, dismissed, dismisses, praised, praises, labeled, labelled
      labels, branded, brands, dubbed, dubs, blamed, blames, mocked, mocks, attacked, hailed, hails, cited, cites, quoted
      quotes, referred to, refers to, spoke of, speaks of, spoke about, talked about, talks about, expressed, expresses
      rejected, rejects, decried, decries, derided, derides, thanked, touted, touts, defended, defends, characterized
      characterizes, characterised, portrayed, lambasted, lambastes, welcomed, welcomes, called for, calls for, ridiculed
      lauded, lauds, assailed, assails, deplored, bemoaned, decrying, railed against, boasted about, complained about
      apologized for, invoked, likened, termed, deemed, pointed to, points to, highlighted, ripped, bashed, chided, hit
      hit out at, took aim at, warned of, warned against, warns of, has called, have called, calls
      """
    ),
    (
      [.characterisation, .quoted, .participle],
      """
      calling, describing, accusing, criticizing, criticising, condemning, blasting, slamming, denouncing, dismissing
      praising, labeling, labelling, branding, dubbing, blaming, mocking, attacking, hailing, citing, quoting, referring to
      speaking of, speaking about, talking about, expressing, rejecting, deriding, thanking, touting, defending
      characterizing, characterising, portraying, lambasting, welcoming, calling for, warning of, warning against
      pointing to
      """
    ),
  ]
}
