"""How firmly a number is vouched for in English: denied, conditional, unconfirmed, alleged, or asserted."""

import re

from harmtrace.language.grammar import HarmMention, Manner, SpeechMention
from harmtrace.language.late import late
from harmtrace.records.claim import Modality, Step

DOUBT_WORDS = frozenset(
    "? if could may might would risk threatens threaten reportedly unconfirmed unverified feared presumed rumour rumours rumor rumors rumoured believed thought hearing heard possibly apparently cannot can't cant "
    "verify verified unable able true reports reported allegedly alleged claims claim claimed purportedly supposedly whether allegation allegations look looks looking probe probes probing false lie lies fake propaganda wrote incomplete wrong mistaken untrue incorrect "
    "neither checked check confirm checking verifying confirming removed incorrect substance withdraw retract rescinded accept recognise recognize share disputes disputed dispute contests contested dismisses dismissed refuses refused stand delete replaces withdrawn withdrew retracted deleted denied denies deny rejected rejects rejecting denying stated fabricated fabrication correction corrigendum entry version hand".split()
)
_CONDITIONAL = late(r"\b(?:if (?:confirmed|verified|true|correct)\b|if\b[^.;]{0,60}\b(?:holds?|held|is|are|were|was)\b|(?<!before they )(?<!before he )(?<!before she )(?<!before we )could (?:have |rise|reach|climb|kill|exceed|be)|(?<!\d )(?:may (?:have )?(?:rise|risen|reach|reached|climb|climbed|exceed|exceeded)|(?-i:may) (?:have )?(?:kill|killed))|might (?:have |rise|reach|be)|would (?:have |kill|make|be)|risk of|threatens? to)", re.IGNORECASE)
_UNCONFIRMED = late(
    r"\b(?:reportedly|unconfirmed|unverified|feared|presumed|rumou?r\w*|believed to (?:have|be)|thought to (?:have|be)|is it true|are believed|were believed|hearing|(?<!been )(?<!not )hear(?:d|s)? (?:that|of|at)|possibly|apparently|"
    r"(?:could|cannot|can't|cant|can not) (?:not )?(?:be )?(?:independently )?(?:confirm|verif)\w*|not been able to (?:check|verify|confirm)|could not (?:independently )?(?:check|verify|confirm)|at third hand|initial reports|reports of|(?<!, )reports that|reports (?:put|spoke|suggest|say)|may have|said to (?:have|be)|reported (?:killed|dead|wounded|injured|missing|to have)|reported(?:ly)? that|according to (?:unconfirmed|initial|some) reports)\b",
    re.IGNORECASE,
)
_ALLEGED = late(
    r"\b(?:allegedly|alleged|claims? to have|purportedly|supposedly|claimed to|whether (?:the )?(?:reports|allegations|claims)|allegations (?:that|of)|reports by \w+ who|look(?:s|ing)? into|prob(?:e|es|ing))\b", re.IGNORECASE
)
_WERE_REPORTED = late(r"\s{0,20}(?:was|were|are) reported\b", re.IGNORECASE)
_WITHDRAWN = late(
    r"\b(?:is|was|are|were) (?:hereby |now |therefore )?(?:false|wrong|mistaken|untrue|incorrect|not true|in error|an error|withdrawn|retracted|rescinded|a mistake)\b|proved to be false|turned out to be false|found to be (?:without substance|false|baseless|untrue|unfounded|groundless)|without substance\b|\b(?:it |they |he |she )?(?:has|have|had) since (?:been )?(?:withdrawn|deleted|retracted)|\bwhich (?:it|they) (?:later|then) (?:withdrew|deleted|retracted)|\b(?:withdrawn|withdrew|retracted) (?:that|the|its|this|his|her)\b|\b(?:is|are|was) (?:a )?(?:lies?|propaganda|invention|fake)\b", re.IGNORECASE
)
_CORRECTION = late(r"\b(?:(?:editing|printing|typing|clerical|translation) (?:error|mistake)|misread(?:ing)?|misheard|mistakenly|wrongly|erroneously|correction|corrigendum|our (?:report|entry|story|earlier)|an earlier (?:version|report|release|entry)|previously (?:stated|reported|wrote)|in error|replaces (?:the|our|its) (?:note|statement|earlier))\b", re.IGNORECASE)


def _clause(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    a = max(text.rfind(";", start, at), text.rfind(" while ", start, at), text.rfind(", but ", start, at), start - 1) + 1
    stops = [k for k in (text.find(";", at, end), text.find(", while ", at, end), text.find(", but ", at, end)) if k != -1]
    return a, min(stops) if stops else end


def modality(text: str, mention: HarmMention, speech: SpeechMention | None, start: int, end: int) -> Modality:
    """Return how firmly a number is vouched for: the strongest doubt in its clause."""
    a, b = _clause(text, mention.at, start, end)
    clause = text[a:b]
    if mention.denied:
        return Modality.DENIED
    if text[end - 1] == "?":
        return Modality.UNCONFIRMED
    if speech is not None and speech.manner is Manner.DENIES and speech.scope_start <= mention.at < speech.scope_end and ";" not in text[speech.verb : mention.at] and not _INSISTS.search(text, speech.scope_start, mention.at):
        return Modality.DENIED
    if mention.step is not Step.REPLACED and _CORRECTION.search(text, max(start, text.rfind(";", start, mention.at)), mention.at) and re.search(r"\b(?:stated|wrong|withdrawn|mistaken|saying|taken down|reported|spoke|wrote|said|put|gave|given|incomplete|incorrect|error|misreading|had|mistakenly|wrongly|erroneously)\b", text[start:end]) and mention.at - start < 140:
        return Modality.DENIED
    broken = _GOES_ON_SMALL.search(text, mention.end, end)
    stop = -1 if broken is None else broken.start()
    if _WITHDRAWN.search(text, mention.end, b if stop == -1 else min(b, stop)):
        return Modality.DENIED
    if _SAID_FALSE.search(text, mention.end, end if stop == -1 else stop) is not None:
        return Modality.DENIED
    if _WITHDRAWS.match(text, start, mention.start) is not None:
        return Modality.DENIED
    if _REFUSES.search(text, max(a, mention.start - 60), mention.end) is not None:
        return Modality.DENIED
    if _NEITHER.search(text, start, mention.end) is not None:
        return Modality.DENIED
    if (others := _OTHERS_UNCHECKED.search(text, mention.end, b)) is not None:
        b = others.start()
        clause = text[a:b]
        end = b
    near = text[max(a, mention.start - 45) : min(b, mention.end + 30)]
    conditional = _CONDITIONAL.search(near)
    if conditional is None and (m := _IF.match(text, a, mention.start)) is not None:
        conditional = m
    if conditional is not None and not re.search(r"\bcould not\b", conditional[0]):
        return Modality.CONDITIONAL
    if _WHETHER.search(text, a, mention.start) is not None or _WERE_REPORTED.match(text, mention.end, b):
        return Modality.ALLEGED
    if mention.unsure or _UNCONFIRMED.search(near) or _CHECKED.search(clause) or _CHECKED_NEXT.search(text, mention.end, end):
        return Modality.UNCONFIRMED
    if speech is not None and speech.manner is Manner.CLAIMS and speech.scope_start <= mention.at < speech.scope_end:
        return Modality.ALLEGED
    if _ALLEGED.search(text[max(a, mention.start - 60) : min(b, mention.end + 15)]):
        return Modality.ALLEGED
    return Modality.ASSERTED


#: "Neither the driver nor the four passengers died": the count is of people who were not harmed.
_NEITHER = late(r"\bneither\b[^.;]{2,80}\bnor\b[^,.;]*$", re.IGNORECASE)
#: "does not accept the figure of 25": who refuses a number stands behind it.
_REFUSES = late(
    r"\b(?:(?:does|do|did) not (?:accept|recogni[sz]e|share|stand by)|cannot accept|refus(?:es|ed?) to accept|disputes?|disputed|contests?|contested|dismiss(?:es|ed)|reject(?:s|ed)?|rubbish(?:es|ed)) "
    r"(?:as \w+ )?(?:the|that|this|any|such|its|his|their) (?:\w+ )?(?:figures?|numbers?|toll|count|claims?|total|tally)\b", re.IGNORECASE
)
#: "We withdraw our post about three dead": what the outlet takes back.
_WITHDRAWS = late(r"[^;]{0,24}?\b(?:We|we) (?:hereby |have |had |now )?(?:withdrawn|removed|remove|struck out|withdraw|withdrew|retract|retracted|take back|took back|deleted|delete) (?:our|the|its|an?|that)\b")
#: "…; this is false", "… delete it, its false": the sentence goes on to call the count untrue.
_SAID_FALSE = late(
    r"(?:[;,–—-]|\band\b|\bbut\b)\s{0,3}(?:\w{1,12} it, )?(?:this|that|it|which|its|it['’]s|that['’]s|thats) ?(?:is|was|are)? ?(?:all |simply |completely )?(?:not true|untrue|false|wrong|a lie|lies|fake|a fabrication|invented|made up)\b", re.IGNORECASE
)
#: A new sentence in a post that writes no capitals: "so 4 dead now. stop sending me …".
_GOES_ON_SMALL = late(r"(?<=[a-z)])[.!?] (?=[a-z])")
_WHETHER = late(r"\b(?:whether|allegations?|claims) (?:the )?(?:reports |allegations |claims )?(?:that|of)\b|\breports (?:by|from) \w+ who (?:say|said)\b", re.IGNORECASE)
_IF = late(r"\s{0,20}If\b[^,]*,?[^.;]{0,40}$|\s{0,20}If verified\b|\s{0,20}If confirmed\b")
_INSISTS = late(r"\b(?:insisting|insisted|saying|said|but)\b", re.IGNORECASE)
_CHECKED_NEXT = late(
    r"[;,] (?:but |and |though |although )?(?:we|I|he|she|they|this \w{1,12}) (?:(?:were|was|are|am|have|had|has|been|could|can) ){0,2}(?:unable to|not (?:been )?able to|not|no (?:way|means) (?:of|to)|cannot)(?: independently)? (?:check|verif|confirm|corroborat)\w{0,10}"
    r"|[;,] (?:but |and )?(?:a |an )?(?:(?:its|his|her|their|the|that|this|these)? ?(?:figures?|numbers?|count|toll|claim|account)|this|that|it|which)\b[^.;]{0,25}\b(?:could not|cannot|not been able to|unable to|has not been|have not been|was not|were not)\b[^.;]{0,25}\b(?:check|verif|confirm|corroborat)\w{0,10}",
    re.IGNORECASE,
)
#: "… and could not verify 20 more": the doubt is of those behind it.
_OTHERS_UNCHECKED = late(
    r"(?:, )?(?:\b(?:and|but|while|though)\b|[,;]) (?:\w{1,12} ){0,3}?(?:could not|cannot|can ?not|couldn['’]t|can['’]t|did not|(?:was|were|is|are|been) (?:un|not )able to|(?:has|have|had) (?:not|yet to)|still) (?:yet |been able to |independently ){0,2}(?:verify|confirm|corroborate|substantiate|establish)(?:ing|ied|ed)? "
    r"(?:the |reports of |claims of |allegations of |deaths of |fate of |another |a further |some |about |at least |up to ){0,3}(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,8}teen|\w{3,5}ty(?:-\w{3,5})?|dozens|several) (?:more|other|others|further|additional|deaths|killings)\b", re.IGNORECASE
)
_CHECKED = late(r"\b(?:a )?(?:figures?|numbers?|toll|which|accounts?|claims?)\b[^.;]{0,25}\b(?:could not|cannot|not been able to|unable to)\b[^.;]{0,25}\b(?:check|verif|confirm)\w*|\bcant confirm\b|unconfirmed reports", re.IGNORECASE)
