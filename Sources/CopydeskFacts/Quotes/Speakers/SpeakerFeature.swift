/// What can be seen of somebody who may have said a quote; a weight stands for each.
///
/// The names are the rows of the table that `scripts/train-quotes` writes.
enum SpeakerFeature: Int, CaseIterable, Sendable {
  // The choice of the rule that took the quote, by the rule.
  case ofReport, ofNaming, ofAttribution, ofInversion, ofSource, ofContinuation, ofCarrying, ofFragment, ofInterruption
  case ofOther
  // And by what is quoted, and how it came by its speaker.
  case ofRuleDirect, ofRuleMixed, ofRuleIndirect, ofRuleShared, ofRuleNear, ofRuleFar, ofRuleThing, ofRulePerson
  case ofRuleAfterColon
  // Who spoke last.
  case last, lastInSentence, lastInParagraph, lastBeforeParagraph, lastFarther
  case lastOfLoose, lastOfFragment, lastOfReport, lastAtLineStart, lastRightBefore, lastOfSharedVerb
  // Who speaks next.
  case next, nextInSentence, nextInParagraph, nextOfLoose, nextOfFragment
  // Its part in the sentence.
  case subjectOfSentence, subjectOfSharedVerb, subjectOfFragment, subjectOfLoose
  case subjectOfCue, subjectOfNearestCue, subjectOfOwnCue, isInverted
  // Its place.
  case before, after, sentenceBefore, adjacent, near, reachable, distant, startsSentence
  case afterPreposition, isPossessor, isInsideClause, beforeCue, afterCue, afterAddressedCue, beforeVerb, afterVerb
  case makesDocument, beforeComma
  // What it is.
  case person, organization, place, otherEntity, singularPronoun, itPronoun, pluralPronoun, speechPerson, otherPronoun
  case role, document, plural, description, unknownName, indefinite, bare, personBeforeVerb, placeAfterComma
  // The rest of the text.
  case namedInQuote, spokeBefore, spokeOften, isNamedAsRule
}
