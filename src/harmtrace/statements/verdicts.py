"""What a body finds, and by which reason: the standard sentences of several years, and those that imply one."""

import re
from dataclasses import dataclass

from harmtrace.records.incident import PositionStatus
from harmtrace.records.position import Reason
from harmtrace.statements.words import spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A verdict, the reason that its words fit (None where none does), and the words."""

    status: PositionStatus
    reason: Reason | None
    start: int
    end: int


_ACTS = (
    r"(?:air\s?strikes?|strikes?|actions?|operations?|engagements?|attacks?|sorties|aircraft|munitions?|bombs?|artillery)"
)
_OURS = r"(?:(?:coalition|alliance|army|navy|government|nato|joint|own|our|[a-z]+-led|forces?|U\.?S\.?|allied|CJTF-OIR|CJTF|OIR|partner|kinetic|military|air|corroborating|corresponding|known|recorded|such)(?:\s+(?:or|and)(?=\s))?\s*)*"
_TOO_LITTLE = r"(?:insufficient|not\s+enough|inadequate|too\s+little|lack(?:s|ed|ing)?(?:\s+of)?(?:\s+sufficient)?|(?:not|n[’']t)\s+(?:\w+\s+)?(?:contain|provide|include|give)\w*\s+(?:enough|sufficient|adequate))"
_HARMED = r"(?:harmed|killed|injured|wounded|hurt)"

_DUPLICATE = spaced(
    r"\b(?:(?:is|was|are|were|as|be|found\s+to\s+be|a)\s+(?:an?\s+)?duplicates?\b|duplicates?\s+of\b|closed\s+as\s+(?:a\s+)?duplicate|"
    r"(?:previously|already)\s+(?:been\s+)?assessed\s+(?:in|under|as\s+part)\b)",
    re.IGNORECASE,
)
_NO_STRIKE = spaced(
    rf"\b(?:(?:no|neither)\s+{_OURS}{_ACTS}(?:\s+(?:or|nor)\s+{_OURS}{_ACTS})*\b(?!\s+(?:video|footage|log))|"
    rf"(?:did\s+not|didn[’']t)\s+(?:conduct|carry\s+out|strike|execute|drop)|(?:had|has|have)\s+not\s+(?:conducted|carried\s+out|struck)|"
    rf"was\s+not\s+(?:conducting|striking)|none\s+of\s+(?:the|its|our)\s+{_OURS}{_ACTS}\s+correspond\w*|"
    rf"not\s+(?:correspond|match)\w*\s+(?:to|with)\s+(?:any|a)\s+{_OURS}{_ACTS}|could\s+not\s+(?:be\s+)?(?:correlat|match|correspond)\w+)",
    re.IGNORECASE,
)
_DAY = spaced(r"\bon\s+(?:that|this|the\s+(?:reported|same|alleged|stated|given)|the)\s+(?:day|date)\b|\bthat\s+(?:day|date)\b", re.IGNORECASE)
_INFO = spaced(
    rf"\b{_TOO_LITTLE}\s+(?:\w+\s+)?(?:information|details?|specificity)\b(?=(?P<rest>[^.;\n]{{0,140}}))", re.IGNORECASE
)
_TIME_PLACE = spaced(r"\b(?:times?|dates?|days?|locations?|places?|details|where|when|specific)\b", re.IGNORECASE)
_EVIDENCE_HARM = spaced(
    rf"\b{_TOO_LITTLE}\s+(?:\w+\s+)?evidence\s+(?:to\s+(?:find|conclude|show|suggest|determine|support|indicate)\s+)(?:a\s+finding\s+)?(?:that\s+)?(?:any\s+)?(?:civilians?|non-?combatants?|anyone|harm|civilian\s+harm)\b"
    rf"(?:\s+(?:was|were|had\s+been|have\s+been)\s+(?:\w+ly\s+)?{_HARMED})?|\b{_TOO_LITTLE}\s+evidence\s+of\s+civilian\s+(?:harm|casualties|deaths)",
    re.IGNORECASE,
)
# Scanned releases read "nc" as "N".
_EVIDENCE = spaced(
    rf"\b{_TOO_LITTLE}\s+(?:\w+\s+)?(?:evidence|information|proof|data)\b|"
    r"\bi(?:nc|N)o(?:nc|N)lusive\b|\bno\s+way\s+(?:to|of)\s+determin\w+|\b(?:could|can)\s?not\s+(?:be\s+)?(?:determine|confirm|corroborat|verif|substantiat|conclude)\w*|"
    r"\bunable\s+to\s+(?:determine|confirm|corroborate|verify|substantiate|conclude)",
    re.IGNORECASE,
)
_VIDEO = spaced(
    rf"\bno\s+(?:civilians?|non-?combatants?|civilian\s+(?:casualties|harm)|personnel|women\s+or\s+children)\s+(?:was|were|had\s+been|are)\s+(?:\w+ly\s+)?(?:{_HARMED}|present|observed|seen|visible|identified)"
    rf"|\b(?:did|does|do)\s+not\s+(?:show|reveal|observe|indicate|see)\s+(?:any\s+|the\s+presence\s+of\s+)?(?:civilian|non-?combatant)\w*",
    re.IGNORECASE,
)
_FOOTAGE = spaced(r"\b(?:video|footage|FMV|WSV|full[- ]motion|imagery|film)\b", re.IGNORECASE)
_UNLIKELY = spaced(
    r"\b(?:civilian\s+casualties|casualties|civilian\s+harm|harm|casualty|CIVCAS|they|it)\s+(?:\w+\s+){0,3}?(?:did\s+not|had\s+not|were\s+not|was\s+not)\s+(?:occur|result|the\s+result|caused|happen|attribut)\w*|"
    r"\bmore\s+likely\s+than\s+not,?[^.;]{0,60}?(?:did\s+not\s+(?:occur|result)|not\s+(?:the\s+result|caused|a\s+result)|no\s+civilian)",
    re.IGNORECASE,
)
_OTHERWISE = spaced(
    r"\b(?:not|non)[- ]?[“\"]?credible\b|\bnon[- ]credible|\bneither\s+(?:allegation\s+)?(?:is\s+|was\s+|were\s+)?credible|\bneither\s+allegation\s+credible|"
    r"\bno\s+(?:civilians?|non-?combatants?)\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:harmed|killed|injured|wounded|hurt)|\bunfounded\b|\bunsubstantiated\b|\bnot\s+substantiated|\bno\s+CIVCAS\b|\bnot\s+(?:to\s+have\s+been|been|a)\s+CIVCAS|\bdid\s+not\s+support\s+a\s+finding|"
    r"\bonly\s+legitimate\s+military\s+targets?|\bnot\s+attributable\b|\bno\s+(?:credible\s+)?(?:evidence|indication)\s+(?:of|that|to)\b|\bno\s+civilian\s+casualties\b|"
    r"\bnot\s+(?:the\s+result\s+of|caused\s+by|due\s+to)\s+(?:a\s+|an\s+)?(?:coalition|U\.?S\.?)",
    re.IGNORECASE,
)
_CREDIBLE = spaced(
    r"(?<!not )(?<!non-)(?<!non )(?<!not “)(?<!deemed not )\b(?:assessed|deemed|determined|found|considered|judged)\s+(?:to\s+be\s+|as\s+|the\s+\w+\s+)?[“\"]?credible\b", re.IGNORECASE
)
_OPEN = spaced(
    r"\b(?:(?:is|are|remains?|still)\s+(?:currently\s+|being\s+|still\s+|under\s+|ongoing|an?\s+)*(?:open\b|being\s+(?:assessed|investigated|reviewed)|under\s+(?:review|assessment|investigation)|"
    r"(?:assessed|investigated|reviewed)\b)|(?:assessment|investigation|review|inquiry)\s+(?:is|remains)\s+(?:ongoing|open|under\s*way|in\s+progress|pending)|"
    r"(?:assessment|investigation)\s+(?:\w+\s+){0,5}?(?:has\s+been|was)\s+(?:opened|initiated|launched)|"
    r"(?:has|have)\s+(?:opened|initiated|launched|begun)\s+(?:an?|the)\s+(?:\w+\s+){0,3}(?:assessment|investigation|review|inquiry))",
    re.IGNORECASE,
)
_UNASSESSED = spaced(r"\b(?:not\s+aware\s+of|no\s+knowledge\s+of|(?:has|have)\s+not\s+(?:yet\s+)?been\s+assessed|not\s+yet\s+(?:been\s+)?assessed|awaiting\s+assessment)", re.IGNORECASE)
_CORRECTION = spaced(
    r"\bdate\s+correction\b|\bcorrection\s*:|\b(?:previously|originally|initially)\s+(?:\w+ly\s+)?(?:incorrectly|erroneously|mistakenly|wrongly)\s+(?:released|reported|listed|published)|"
    r"\b(?:incorrectly|erroneously|mistakenly|wrongly)\s+(?:released|reported|listed|published|stated)|\bthe\s+actual\s+(?:assessment|date|number|location|finding)\s+(?:was|is|should)",
    re.IGNORECASE,
)
_NO = PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED


def correction(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the words by which a statement says that an earlier line was wrong, None where it does not."""
    match = _CORRECTION.search(text, start, end)
    return None if match is None else match.span()


def duplicate(text: str, start: int, end: int) -> Verdict | None:
    """Return the closing as a duplicate, which goes before all else that a line recalls."""
    match = _DUPLICATE.search(text, start, end)
    if match is None:
        return None
    return Verdict(status=PositionStatus.DUPLICATE, reason=Reason.DUPLICATE, start=match.start(), end=match.end())


def dismissed(text: str, start: int, end: int) -> Verdict | None:
    """Return the non-credible closing of a statement, with the most telling reason, None where it closes nothing so.

    >>> line = "It was assessed that no strikes were conducted on that day in the area."
    >>> dismissed(line, 0, len(line)).reason.value
    'NO_STRIKE_AREA_DAY'
    """
    reasoned = [one for one in (_no_strike(text, start, end), *_reasons(text, start, end)) if one is not None]
    plain = [_whole(_NO, None, match) for pattern in (_UNLIKELY, _OTHERWISE) for match in pattern.finditer(text, start, end)]
    if not reasoned and not plain:
        return None
    if not reasoned:
        return min(plain, key=lambda one: one.start)
    return min(reasoned, key=lambda one: (_RANK.index(one.reason), one.start))


_RANK = (
    Reason.NO_STRIKE_AREA_DAY,
    Reason.NO_STRIKE_CORRESPONDS,
    Reason.INSUFF_INFO_TIME_PLACE,
    Reason.INSUFF_EVIDENCE_HARM,
    Reason.INSUFF_EVIDENCE_CREDIBILITY,
    Reason.NO_HARM_VIDEO,
    None,
)


def _whole(status: PositionStatus, reason: Reason | None, match: re.Match[str]) -> Verdict:
    return Verdict(status=status, reason=reason, start=match.start(), end=match.end())


def _no_strike(text: str, start: int, end: int) -> Verdict | None:
    for match in _NO_STRIKE.finditer(text, start, end):
        sentence = _sentence(text, match.start(), start, end)
        reason = Reason.NO_STRIKE_AREA_DAY if _DAY.search(text, *sentence) else Reason.NO_STRIKE_CORRESPONDS
        return _whole(_NO, reason, match)
    return None


def _reasons(text: str, start: int, end: int) -> list[Verdict]:
    found = []
    for match in _INFO.finditer(text, start, end):
        if _TIME_PLACE.search(match["rest"]) is not None:
            found.append(_whole(_NO, Reason.INSUFF_INFO_TIME_PLACE, match))
    for match in _EVIDENCE_HARM.finditer(text, start, end):
        found.append(_whole(_NO, Reason.INSUFF_EVIDENCE_HARM, match))
    for match in _EVIDENCE.finditer(text, start, end):
        found.append(_whole(_NO, Reason.INSUFF_EVIDENCE_CREDIBILITY, match))
    for match in _VIDEO.finditer(text, start, end):
        if _FOOTAGE.search(text, start, end) is not None:
            found.append(_whole(_NO, Reason.NO_HARM_VIDEO, match))
    return found


def _sentence(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    before = max(start, *(text.rfind(mark, start, at) + 1 for mark in (". ", "; ", "\n")))
    after = [found for mark in (". ", "; ", "\n") if (found := text.find(mark, at, end)) >= 0]
    return before, min([end, *after])


def credible(text: str, start: int, end: int) -> Verdict | None:
    """Return the words that call a report credible outright, None where none do."""
    match = _CREDIBLE.search(text, start, end)
    return None if match is None else _whole(PositionStatus.CREDIBLE_SUBSTANTIATED, None, match)


def unfinished(text: str, start: int, end: int) -> Verdict | None:
    """Return an open handling, or that none began, None where the words say neither."""
    match = _OPEN.search(text, start, end)
    if match is not None:
        return _whole(PositionStatus.OPEN_INCIDENT, None, match)
    match = _UNASSESSED.search(text, start, end)
    return None if match is None else _whole(PositionStatus.NOT_YET_ASSESSED, None, match)
