"""Whether a day in an English sentence is that of the harm, or the day when it was said, found or counted."""

import re
from collections.abc import Sequence
from itertools import pairwise

from harmtrace.language.dates import DateKind, DateMention
from harmtrace.language.english.events import MEANS
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.sites import DEEDS
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Step

_YEAR = re.compile(r"(?:19|20)\d\d")


def dated_tokens(tokens: Tokens, dates: Sequence[DateMention]) -> dict[int, int]:
    """Return the tokens that dates cover: first token to the token after the date."""
    masked: dict[int, int] = {}
    if not dates:
        return masked
    starts, n = tokens.starts, len(tokens.words)
    i = 0
    for mention in dates:
        while i < n and tokens.ends[i] <= mention.start:
            i += 1
        j = i
        while j < n and starts[j] < mention.end:
            j += 1
        if j > i and mention.kind not in (DateKind.VAGUE, DateKind.RATE):
            if j < n and _YEAR.fullmatch(tokens.words[j]):
                j += 1
            masked[i] = j
        i = j
    return masked


_SAID = frozenset(
    "traded exchanged said says told reported reports announced statement issued released release confirmed acknowledged denied rejected published wrote added spoke condemned opened opens posted tweeted promised update updated dismissed "
    "investigating warned claimed insisted interviewed briefing briefed expressed found discovered recovered pulled brought rose climbed risen buried bury buries raising counted responsibility listed gave spoken searching digging talks closed met lifted hauled retrieved exhumed dug trial court sentenced charged arraigned know knew indicted arrested detained apprehended booked jailed extradited convicted pleaded filed appear appeared flown raised".split()
)
_FILLERS = frozenset(
    "accusations condemnations blame to by in on a an the for with at late early first time reporters journalists statement television state national radio us afp reuters wounded injured dead list press conference out news message of emailed e-mail email letter phone telephone call interview note from".split()
)
_SAID_THEN = frozenset("said told announced confirmed acknowledged expressed denied rejected reported spoke issued published released gave condemned show showed added counted raised lowered updated revised".split())
_THEN_FILLERS = frozenset("that and the a an it its he she they in night evening morning afternoon had".split())
_STOPS = frozenset(".;:,\"“”")


def _days_event(tokens: Tokens, at: int) -> bool:
    """Tell "Sunday's raids" from a day on which a toll was given."""
    for k, start in enumerate(tokens.starts):
        if start >= at:
            return any(word in MEANS or word in DEEDS for word in tokens.words[k : k + 3])
    return False


def _whose_day(tokens: Tokens, last: int) -> bool:
    """Tell "Saturday's motorcycle bomb": the day is that of what struck, whoever speaks."""
    words = tokens.words
    return words[last - 1].endswith("'s") and any(word in DEEDS for word in words[last : last + 3]) and not any(word in _REPORTS for word in words[last : last + 3])


def _struck_before(tokens: Tokens, first: int) -> bool:
    """Tell "hit by a rocket overnight": the day is that of the blow, inside the words of a toll."""
    return not _STRUCK.isdisjoint(tokens.words[max(0, first - 5) : first])


_VICTIMS = frozenset("dead victims casualties wounded injured killed martyrs fatalities deaths fallen slain hurt".split())
_CAME_TO_HARM = frozenset("killed wounded injured hurt slain shot died martyred maimed".split())
_GREW = frozenset("rose rises risen climbed climbs reached reaches jumped grew grown increased passed went".split())


def _of_the_dead(tokens: Tokens, mention: DateMention) -> bool:
    """Tell "the number of those killed on Friday is 14", "of Friday's dead", from "the number of dead on Friday rose to 14"."""
    words = tokens.words
    first = last = _token(tokens, mention.start)
    while last < len(words) and tokens.starts[last] < mention.end:
        last += 1
    if last > first and words[last - 1].endswith("'s"):
        return not _VICTIMS.isdisjoint(words[last : last + 2]) and words[last + 1 : last + 2] != ["toll"]
    if first > 1 and words[first - 1] == "of":
        return words[first - 2] in _VICTIMS
    before = first - 2 if first and words[first - 1] in ("on", "last", "early", "late") else first - 1
    return before > 0 and words[before] in _CAME_TO_HARM and not _GREW.intersection(words[last : last + 2])


def _token(tokens: Tokens, at: int) -> int:
    return next((k for k, start in enumerate(tokens.starts) if start >= at), len(tokens.starts))


_STRUCK = frozenset("hit struck bombed shelled attacked raided ambushed torched collapsed sank derailed".split())


def _said_before(tokens: Tokens, i: int) -> bool:
    """Tell whether a verb of saying or finding stands before token ``i``, with nothing but fillers between."""
    words = tokens.words
    for k in range(i - 1, max(-1, i - 10), -1):
        word = words[k]
        if word in _SAID:
            return True
        if word in _STOPS and k != i - 1:
            return False
        if word not in _FILLERS and word != "," and not word.endswith("ly"):
            return False
    return False


_TELLS = frozenset("told tells telling informed".split())
_HEARERS = frozenset("reporters journalists correspondents viewers listeners parliament lawmakers us me him her them 's".split())
_MEDIA = frozenset("the a an this our its their agency agencies newspaper paper daily weekly magazine radio television tv station channel broadcaster outlet website site service newsroom reporter journalist correspondent network local state national news press wire and".split())
_HOW_TOLD = frozenset("on by in via over at telephone phone e-mail email text message video link late early from".split())
_WHOM = 12  # words from "told" to a day at most


def _told_before(tokens: Tokens, i: int) -> bool:
    """Tell whether nothing but who was told stands between "told" and token ``i``: "told Harbour Wire on Sunday", "told this newspaper by telephone on Sunday"."""
    words, raw = tokens.words, tokens.raw
    hearer = False
    for k in range(i - 1, max(-1, i - _WHOM), -1):
        word = words[k]
        if word in _TELLS:
            return hearer
        hearer = hearer or word in _MEDIA or word in _HEARERS or raw[k][0].isupper()
        if not (raw[k][0].isupper() or word in _MEDIA or word in _HEARERS or word in _HOW_TOLD):
            return False
    return False


def _said_after(tokens: Tokens, i: int) -> bool:
    """Tell whether a verb of saying follows token ``i`` after nothing but fillers."""
    words = tokens.words
    for k in range(i, min(len(words), i + 5)):
        word = words[k]
        if word in _SAID_THEN:
            return True
        if word not in _THEN_FILLERS:
            return False
    return False


def split_dates(
    tokens: Tokens, dates: Sequence[DateMention], said: list[Speech], found: list[Harm]
) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    """Sort date mentions into those of the harm and those of the saying, finding or counting."""
    fresh: list[DateMention] = []
    spoken: list[DateMention] = []
    n = len(tokens.words)
    first = 0
    for mention in dates:
        if mention.kind is DateKind.RATE or (mention.rule.endswith(":compared") and mention.kind is DateKind.SINCE) or mention.rule == "this:week":
            continue
        while first < n and tokens.ends[first] <= mention.start:
            first += 1
        last = first
        while last < n and tokens.starts[last] < mention.end:
            last += 1
        quoted = not _of_event(tokens, first) and not (last and _whose_day(tokens, last)) and (
            _spoken(tokens, mention, said, found)
            or _of_report(tokens, first)
            or (last < n and mention is not dates[-1] and (tokens.words[last] in _AFTERWARDS or (tokens.words[last] in _DAYTIMES and last + 1 < n and tokens.words[last + 1] in _AFTERWARDS)))
            or (said and last + 1 < n and tokens.words[last] == "of" and tokens.words[last + 1] != "the")
            or (last < n and tokens.words[last] in _REPORTS and tokens.words[last - 1].endswith("'s"))
            or (first and tokens.words[first - 1] == "by")  # "by Sunday 57 had died": when they were counted
            or _said_before(tokens, first)
            or _told_before(tokens, first)
            or (tokens.words[first : first + 1] == ["today"] and _made_public(tokens, last))
            or (_said_after(tokens, last) and not (first and tokens.words[first - 1] in ("killed", "died")))
        )
        if quoted and (mention.kind in (DateKind.POINT, DateKind.RELATIVE) or (mention.kind is DateKind.SPAN and (mention.edtf is None or len(mention.edtf) > 7))):
            spoken.append(mention)
        else:
            fresh.append(mention)
    return tuple(fresh), tuple(spoken)


def _of_event(tokens: Tokens, i: int) -> bool:
    """Tell "the missile of 20 January": the day is that of what struck, whoever speaks of it."""
    words = tokens.words
    return i > 1 and words[i - 1] == "of" and words[i - 2] in MEANS and words[i - 2] not in ("killing", "killings")


_PUBLIC = frozenset("publish publishes published releases release released presents presented unveils unveiled launches launched issues issued".split())


def _made_public(tokens: Tokens, at: int) -> bool:
    """Tell "Today the Centre makes public what it found about the attack of 3 May": the day of the telling."""
    near = tokens.words[at : at + 7]
    return not _PUBLIC.isdisjoint(near) or any(a in ("make", "makes", "made", "making") and b == "public" for a, b in pairwise(near))


_AFTERWARDS = frozenset(("after", "following"))
_DAYTIMES = frozenset(("morning", "afternoon", "evening", "night"))
_REPORTS = frozenset("edition issue paper broadcast programme newsletter finding findings assessment note release report entry statement bulletin update list article post version communiqué interview story".split())
_REPORT_LINKS = frozenset(("of", "from", "dated", "on", ","))


def _of_report(tokens: Tokens, i: int) -> bool:
    """Tell "a former note, of Sept. 9": the date of a text, not of an event."""
    words = tokens.words
    k = i - 1
    while k >= 0 and words[k] in _REPORT_LINKS and i - k < 4:
        k -= 1
    return k >= 0 and k < i - 1 and words[k] in _REPORTS


_NEAR_NAME = 24  # characters from a speaker's name within which a day is that of the speech


def _spoken(tokens: Tokens, mention: DateMention, said: list[Speech], found: list[Harm]) -> bool:
    """Tell whether a date stands at a verb of speech, or tells when a toll rose."""
    for s in said:
        if s.np_end <= s.np_start:
            continue
        name_start, name_end, verb = tokens.starts[s.np_start], tokens.ends[s.np_end - 1], tokens.starts[s.verb]
        if not s.trailing and 0 <= name_start - mention.end <= 3 and tokens.words[max(0, s.np_start - 1)] not in (";", ".", ":"):
            return True
        if name_end <= mention.start and mention.end <= verb and mention.start - name_end <= _NEAR_NAME:
            return True
        if 0 <= mention.start - tokens.ends[s.verb] <= 4 and tokens.words[s.verb] != ":":
            return True
    for harm in found:
        if harm.step in (Step.RUNNING, Step.REPLACED) and harm.rule.startswith(("toll", "change", "followed")):
            end = tokens.ends[harm.end - 1]
            if 0 <= mention.start - end <= 16:
                return True
        if harm.rule.startswith("toll") and tokens.starts[harm.start] <= mention.start < tokens.ends[harm.end - 1] and not _days_event(tokens, mention.end) and not _struck_before(tokens, _token(tokens, mention.start)) and not _of_the_dead(tokens, mention):
            return True
    return False
