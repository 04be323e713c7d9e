"""The English grammar: one sentence in, its mentions out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from harmtrace.language.dates import DateKind, DateMention, Reference, find
from harmtrace.language.english.chunks import Chunks, Counted, chunk, who_of
from harmtrace.language.english.cues import CUES
from harmtrace.language.english.modality import DOUBT_WORDS, modality
from harmtrace.language.english.registers import registers
from harmtrace.language.english.rules import Harm, harms
from harmtrace.language.english.speech import Speech, opening, speeches, voice
from harmtrace.language.english.stances import blames, exposures, positions
from harmtrace.language.english.wheres import place_phrases
from harmtrace.language.grammar import (
    COUNT,
    DAY,
    EVENT,
    EVERYTHING,
    HARM,
    RISK,
    STANCE,
    Before,
    HarmMention,
    NumberMention,
    SentenceMentions,
    SpeechMention,
)
from harmtrace.language.places import PlaceMention
from harmtrace.language.sentences import split
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.language.triggers import Triggers
from harmtrace.records.claim import Group, Modality, Step, Unit, VoiceKind, Who
from harmtrace.records.measure import Count

_TRIGGERS: dict[int, tuple[str, ...]] = {
    HARM: (
        "unhurt", "scratched", " crushed", "stairwell", "slab", " burns", " cuts from", "have cuts", "had cuts", "with cuts", "come back", "came back", "not returned", "never returned", "seen again", "seen since", "heard from", " coma", "life support", "fighting for", "cut by", "beds", "wards", " cost a", "kill", "dead", "died", "dies ", " die ", "death", "casualt", "wound", "injur", " hurt", "maim", "hospitali", "gunshot", " shot", "bullet", "massacre", "murder", "slain", "slay", "perish", "succumb",
        "drown", "fatal", "bodies", "body bag", "body of", "corpse", "martyr", " toll", "missing", "unaccounted", "rubble", "debris", "concrete", "buried", "executed", "execution", "behead",
        "burned", "burnt", " lives", " lost ", "neutrali", "eliminat", "victim", "harmed", "wiped out", "gunned", "out of action", "coffin", "in hospital", "surviv", "slaughter",
        "assassinat", "suffocat", "starved", "lynch", "bruised", "treated for", "intensive care", "critical condition", "been found", "trampled", " dying", " bury", "laid to rest", "into the ground",
        "names of", "hit in the", "in surgery", "electrocut", "passed away", "bullet wound", "losing", "loses", "makes it", "blown up", "never came home", "remains of", "and counting", "rip our", "rip to", "rip my", "in memoriam", "rest in peace", "taken from us",
    ),
    STANCE: (
        "responsib", "acknowledg", "admit", "conced", "confirm", "reject", "denied", "denies", "denying", "deny ", "dismiss", "did not", "had not", "were not", "have not", "not responsible", "no aircraft",
        "no knowledge", "no information", "no indication", "no record", "no evidence", "no plane", "no jet", "no drone", "no fire mission", "no strike", "no airstrike", "aware of", "unaware", "knew ", "assess", "investigat", "inquiry", "inquest", "probe", "proceedings", "looking into",
        "looking at", "look into", "examin", "review", "under examination", "being looked", "being studied", "unsure", "seriously", "conducted", "struck", "carried out", "behind the", "promised", "vowed", "pledged", "credib", "unfounded", "unsubstantiat", "baseless", "insufficient", "allegation", "nothing to do", "more likely than", "down to", "suspect", "it was the", "no reports", "no part in", "no role in", "reports of civilian",
        "blam", "accus", "accountab", "attribut", "did it", "did this", "those of", "that of", "belonged to", "came from", "come from", "coming from", " fired", "shelled", "bombed", "launched", "dropped", "alleged ", "rigged", "booby", "planted", "placed ", "explosives", "caused",
        "triggered", "set off", "ammunition", "car bomb", "car-bomb", "truck bomb", "lorry bomb", "van bomb", "vehicle bomb", "suicide bomb", "suicide vehicle", "fabricat", " is ours", " was ours", " is mine", "claimed the", "claimed this", "been silent", "none of its", "none of our", "none of their", "flown", "had hit", "without substance", "without foundation", "without merit", "looked into", "by mistake", "in error", "mistakenly",
    ),
    RISK: (
        "trapped", "besieged", "siege", "stranded", "encircled", "surrounded", "confined", "caught in", "cut off", "remain", "still live", "still living", "are living", "living under", "shelter", "waiting", "sleeping", "hemmed", "pinned down",
        "at risk", "in danger", "able to leave", "able to flee", "not leave", "cannot leave", "not flee", "holding ", "housing ", "inside the",
    ),
    EVENT: (
        "strike", "attack", "shell", "bomb", "raid", "drone", "missile", "rocket", "explosi", "blast", "artillery", "civilian", "helicopter", "warplane", "soldier", "troops", "militia", "militant", "siege", "besieged", "trapped", "military", "gunmen", "mortar", "encircled", "confined", "stood in", "happened", "took place", "occurred", "incident", "killing", "massacre", "clash", "engagement", "ambush", "operation", "fighting", "came through", "fell on", "hamlet of",
    ),
    COUNT: (" were child", " were women", " were civilian", " were minors", " was a child", " was a boy", " was a girl", " were fighter", " were militant", " more were", " more had been", " number", "the total", " count ", " tally", "figure", " of them", " of those", " were under", " counted", " children,", " children and", " women,", " women and", " men,", " men and"),
    DAY: (
        "noon", " ago", " apr", "ashura", " aug", "autumn", "centur", "daily", "day", "decade", " dec", "earlier", " eid", "evening", "feast", " feb", "fortnight", " fri", "hour", "hrs", " jan", " jul", " jun", "lately", "later",
        " mar", " may", " mon", "month", "morning", "muharram", "night", "nite", " nov", " oct", "previously", "rajab", "ramad", "recent", "safar", " sat", " sep", "shaban", "shawwal", "since", "spring", "summer", " sun",
        " thu", " tue", " wed", "week", "winter", " wk", "year", " yr", "tomorrow",
    ),
}  # fmt: skip


class English:
    """English, as rules over word classes."""

    name = "english"
    cues = CUES

    def __init__(self) -> None:
        self._triggers = Triggers(_TRIGGERS)

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter and what they may mean, in order.

        Empty for a text with no word of harm, strike or siege: it can make no claim.
        """
        return self._triggers.find(text.lower())

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""
        return split(text, start, end)

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``."""
        return find(text, start, end, reference)

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the known day: the words of English were asked for it."""
        return known

    def read(
        self, text: str, start: int, end: int, *, dates: Sequence[DateMention], known: Sequence[PlaceMention], before: Before, bits: int = EVERYTHING
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` say what its words may mean."""
        stands = tuple(positions(text, start, end)) if bits & STANCE else ()
        blamed = tuple(blames(text, start, end)) if bits & STANCE else ()
        full = bool(bits & (HARM | RISK | COUNT) or stands or blamed)
        if not full and not dates and not known and _PLACE_GATE.search(text, start, end) is None:
            return SentenceMentions(start=start, end=end, silent=True)
        tokens = tokenise(text, start, end)
        if not tokens.words:
            return SentenceMentions(start=start, end=end)
        if full and _GLUED.search(text, start, end) is not None:
            _unglue(tokens)
        masked = _masked(tokens, dates)
        telling = _TELLING.intersection(tokens.words)
        said: list[Speech] = []
        found: list[Harm] = []
        chunks = _NO_CHUNKS
        if full:
            chunks = chunk(tokens, masked)
            found = harms(tokens, chunks, bodies_before=before.bodies, deaths_before=before.deaths) if bits & (HARM | COUNT) else []
            said = speeches(tokens, chunks)
        places = place_phrases(tokens, masked, known)
        if places and said:
            names = [_around_name(tokens, s) for s in said if s.np_end > s.np_start]
            places = [replace(p, told=True) if any(a <= p.start and p.end <= b for a, b in names) else p for p in places]
        fresh, spoken = _split_dates(tokens, dates, said, found) if dates else ((), ())
        taken = {harm.at for harm in found}
        low = text[start:end].lower()
        apart = _hit(_SEPARATE, low) if not telling.isdisjoint(_SEPARATE_WORDS) else None
        return SentenceMentions(
            start=start,
            end=end,
            harms=tuple([_harm(tokens, chunks, _first_of_its_kind(harm, found), who) for harm, who in zip(found, _inherited(found), strict=True)]) if found else (),
            speeches=tuple(_speeches(tokens, said)) if said else (),
            places=tuple(places),
            positions=stands,
            blames=blamed,
            exposures=tuple(exposures(text, tokens, chunks, taken)) if bits & RISK and chunks.counts else (),
            numbers=tuple(_numbers(tokens, chunks, taken)) if chunks.counts else (),
            fresh_dates=fresh,
            said_dates=spoken,
            rate=any(d.kind is DateKind.RATE for d in dates),
            separate=None if apart is None else start + apart,
            background=not telling.isdisjoint(_BACKGROUND_WORDS) and _hit(_BACKGROUND, low) is not None,
            returns=not telling.isdisjoint(_RETURN_WORDS) and _hit(_RETURNS, low) is not None,
            period=not telling.isdisjoint(_PERIOD_WORDS) and (_hit(_PERIOD, _NTH.sub(" ", low) if _NTH_GATE.search(low) is not None else low) is not None or ("across" in telling and _ACROSS_NAME.search(text, start, end) is not None)),
            targets=frozenset([_TARGETS[w] for w in telling if w in _TARGETS]) if not telling.isdisjoint(_TARGET_WORDS) else _NONE,
            causes=frozenset([_MEANS[w] for w in telling if w in _MEANS]) if not telling.isdisjoint(_MEANS_WORDS) else _NONE,
            doubtful=not telling.isdisjoint(DOUBT_WORDS),
            parties=() if telling.isdisjoint(_PARTY_WORDS) else tuple([(m.start(), m.end(), m[0]) for m in _PARTY.finditer(text, start, end)]),
        )

    def modality(self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""
        return modality(text, mention, speech, start, end)

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""
        return voice(name)

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return for each line that names one person of a list what befell that person, and how many the list names."""
        return registers(text, lines)

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person or body that a sentence opens with, None where it opens with something else."""
        tokens = tokenise(text, start, end)
        found = opening(tokens)
        return None if found is None else (tokens.starts[found[0]], tokens.ends[found[1] - 1])


#: A word and the number that lost its blank: "and15 people", "killed12".
_GLUED = re.compile(r"\b(?:and|of|with|to|least|than|over|some|about|killed|killing|wounded|wounding|injured|injuring)(?=\d)", re.IGNORECASE)


def _unglue(tokens: Tokens) -> None:
    """Part words from the numbers that are glued to them, in place."""
    for k in range(len(tokens.words) - 1, -1, -1):
        m = _GLUED.match(tokens.words[k])
        if m is not None and tokens.words[k][m.end() :].isdigit():
            cut = tokens.starts[k] + m.end()
            tokens.words[k : k + 1] = [m[0], tokens.words[k][m.end() :]]
            tokens.raw[k : k + 1] = [tokens.raw[k][: m.end()], tokens.raw[k][m.end() :]]
            tokens.starts[k : k + 1] = [tokens.starts[k], cut]
            tokens.ends[k : k + 1] = [cut, tokens.ends[k]]


def _around_name(tokens: Tokens, s: Speech) -> tuple[int, int]:
    """Return where a speaker is named, with what is told of the speaker before the verb: "the mayor, who was in Juba, says"."""
    last = s.np_end - 1
    if last - s.np_start > 2 and "there" in tokens.words[s.verb :]:
        return 0, -1  # "workers who reached X said that two of the wounded there had died"
    if not s.own and s.np_end < s.verb < len(tokens.words) and "there" not in tokens.words[s.verb :]:
        last = s.verb
    return tokens.starts[s.np_start], tokens.ends[last]


_PLACE_GATE = re.compile(r"\b(?:in|at|near|on|of|off|outside|inside|around|across|within|throughout|opposite|beside)\s+(?:the\s+|and\s+around\s+)?(?:[\w-]+\s+)?[A-ZÀ-Þ#]")
_NONE: frozenset[str] = frozenset()
_NO_CHUNKS = Chunks("", [])


_YEAR = re.compile(r"(?:19|20)\d\d")


def _masked(tokens: Tokens, dates: Sequence[DateMention]) -> dict[int, int]:
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


# ---- dates: when it happened, or when it was said ----

_SAID = frozenset(
    "said says told reported reports announced statement issued released release confirmed acknowledged denied rejected published wrote added spoke condemned opened opens posted tweeted promised update updated dismissed "
    "investigating warned claimed insisted interviewed briefing briefed expressed found discovered recovered pulled brought rose climbed risen buried bury buries raising counted responsibility listed gave spoken searching digging talks closed met lifted hauled retrieved exhumed dug trial court sentenced charged flown raised".split()
)
_FILLERS = frozenset(
    "to by in on a an the for with at late early first time reporters journalists statement television state national radio us afp reuters wounded injured dead list press conference out news message of emailed e-mail email letter phone telephone call interview note from".split()
)
_SAID_THEN = frozenset("said told announced confirmed acknowledged expressed denied rejected reported spoke issued published released gave condemned show showed added counted raised lowered updated revised".split())
_THEN_FILLERS = frozenset("that and the a an it its he she they in night evening morning afternoon had".split())
_STOPS = frozenset(".;:,\"“”")


def _days_event(tokens: Tokens, at: int) -> bool:
    """Tell "Sunday's raids" from a day on which a toll was given."""
    for k, start in enumerate(tokens.starts):
        if start >= at:
            return any(word in _MEANS for word in tokens.words[k : k + 3])
    return False


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


def _split_dates(
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
        quoted = not _of_event(tokens, first) and (
            _spoken(tokens, mention, said, found)
            or _of_report(tokens, first)
            or (last < n and mention is not dates[-1] and (tokens.words[last] in _AFTERWARDS or (tokens.words[last] in _DAYTIMES and last + 1 < n and tokens.words[last + 1] in _AFTERWARDS)))
            or (said and last + 1 < n and tokens.words[last] == "of" and tokens.words[last + 1] != "the")
            or (last < n and tokens.words[last] in _REPORTS and tokens.words[last - 1].endswith("'s"))
            or (first and tokens.words[first - 1] == "by")  # "by Sunday 57 had died": when they were counted
            or _said_before(tokens, first)
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
    return i > 1 and words[i - 1] == "of" and words[i - 2] in _MEANS and words[i - 2] not in ("killing", "killings")


_AFTERWARDS = frozenset(("after", "following"))
_DAYTIMES = frozenset(("morning", "afternoon", "evening", "night"))
_REPORTS = frozenset("note release report entry statement bulletin update list article post version communiqué interview story".split())
_REPORT_LINKS = frozenset(("of", "from", "dated", "on", ","))


def _of_report(tokens: Tokens, i: int) -> bool:
    """Tell "an earlier release, of Feb. 27": the date of a text, not of an event."""
    words = tokens.words
    k = i - 1
    while k >= 0 and words[k] in _REPORT_LINKS and i - k < 4:
        k -= 1
    return k >= 0 and k < i - 1 and words[k] in _REPORTS


def _spoken(tokens: Tokens, mention: DateMention, said: list[Speech], found: list[Harm]) -> bool:
    """Tell whether a date stands at a verb of speech, or tells when a toll rose."""
    for s in said:
        if s.np_end <= s.np_start:
            continue
        name_start, name_end, verb = tokens.starts[s.np_start], tokens.ends[s.np_end - 1], tokens.starts[s.verb]
        if not s.trailing and 0 <= name_start - mention.end <= 3 and tokens.words[max(0, s.np_start - 1)] not in (";", ".", ":"):
            return True
        if name_end <= mention.start and mention.end <= verb:
            return True
        if 0 <= mention.start - tokens.ends[s.verb] <= 4 and tokens.words[s.verb] != ":":
            return True
    for harm in found:
        if harm.step in (Step.RUNNING, Step.REPLACED) and harm.rule.startswith(("toll", "change")):
            end = tokens.ends[harm.end - 1]
            if 0 <= mention.start - end <= 16:
                return True
        if harm.rule.startswith("toll") and tokens.starts[harm.start] <= mention.start < tokens.ends[harm.end - 1] and not _days_event(tokens, mention.end):
            return True
    return False


# ---- harm ----


def _inherited(found: list[Harm]) -> list[Who]:
    """Return who each count speaks of: "others" and "more" take it from the count before."""
    out: list[Who] = []
    last: Who | None = None
    last_head = ""
    for harm in found:
        who = harm.counted.who
        if last_head in _ATTACKERS:
            last = None
        if harm.counted.more and harm.counted.head in ("", "others", "other") and last is not None and who is Who.UNSPECIFIED:
            who = last
        out.append(who)
        last, last_head = who, harm.counted.head
    return out


def _first_of_its_kind(harm: Harm, found: list[Harm]) -> Harm:
    """Return "three more were wounded" after "eight were killed" as the first count of the wounded, not an increment."""
    if harm.step is not Step.INCREMENT or harm is found[0]:
        return harm
    before = [other for other in found if other.at < harm.at]
    if before and all(other.outcome is not harm.outcome for other in before):
        return replace(harm, step=Step.TOTAL)
    return harm


_ATTACKERS = frozenset("bomber attacker assailant gunman shooter".split())


def _own_losses(tokens: Tokens, harm: Harm) -> bool:
    """Tell whether an army counts its own: "put its losses at three dead"."""
    before = tokens.words[max(0, harm.start - 8) : harm.start]
    return "losses" in before and not {"its", "their", "our", "own"}.isdisjoint(before)


def _harm(tokens: Tokens, chunks: Chunks, harm: Harm, who: Who) -> HarmMention:
    counted = harm.counted
    number = counted.number
    if who is Who.UNSPECIFIED and _own_losses(tokens, harm):
        who = Who.COMBATANT
    predicate = _predicate_who(tokens, chunks, harm) if who is Who.UNSPECIFIED and counted.head in ("", "people", "men", "deaths") else None
    return HarmMention(
        start=tokens.starts[harm.start],
        end=tokens.ends[harm.end - 1],
        number_start=tokens.starts[number.start],
        number_end=tokens.ends[max(number.end, number.start + 1) - 1],
        at=tokens.starts[number.core],
        count=Count(low=number.low, high=number.high, vague=number.vague, approx=number.approx),
        outcome=harm.outcome,
        who=predicate or who,
        unit=harm.unit if counted.kind != "f" else Unit.FAMILIES,
        groups=_groups(chunks, harm),
        step=harm.step,
        rule=f"english/{harm.rule}",
        more=counted.more,
        unsure=number.maybe,
        denied=harm.denied,
        civilian_noun=counted.explicit,
    )


#: What was counted is said behind it, or behind the counts that go with it: "2 killed, 6 injured, all of them civilians".
_SAYS_WHAT_THEY_ARE = re.compile(r"(?:[,&]{1,2}[nm]-?a{0,3}[kidDg]){0,3}a?,?(?:o-)?@?[-x]?([p])")


def _predicate_who(tokens: Tokens, chunks: Chunks, harm: Harm) -> Who | None:
    """Return what a predicate says the counted were: "the 12 dead were all farmers", "all civilians"."""
    at = harm.trigger
    tags = chunks.tags
    m = _SAYS_WHAT_THEY_ARE.match(tags, at + 1)
    if m is None:
        return None
    end = chunks.spans[m.start(1)][1]
    head = tokens.words[end - 1]
    span = tokens.words[harm.start : end]
    if "all" in span or "were" in span or (harm.start and tokens.words[harm.start - 1] == "all" and "as" in span):
        who = who_of(head)
        return who if who is not Who.UNSPECIFIED else None
    return None


def _groups(chunks: Chunks, harm: Harm) -> tuple[Group, ...]:
    """Return the breakdown that follows a count: "including 7 children", and what the noun itself says."""
    out: dict[str, Group] = {}
    own = harm.counted
    low, high = own.number.low, own.number.high
    name = _group_name(own)
    if name is not None and own.kind in "nv":
        out[name] = Group(name=name, low=low, high=high)
    for at in harm.groups_at:
        label = _group_name(chunks.counts[at])
        if label is not None:
            out[label] = Group(name=label, low=chunks.counts[at].number.low, high=chunks.counts[at].number.high)
    tags = chunks.tags
    k = max(harm.at, harm.trigger if harm.trigger > harm.at else harm.at) + 1
    inset = tags.find("q", harm.at, k)
    if inset != -1:
        k = inset  # "five people, including two women, were killed"
    limit = min(len(tags), harm.at + 22)
    opened = False
    while k < limit:
        tag = tags[k]
        if tag == "q":
            opened = True
        elif tag in "nvm" and k in chunks.counts:
            inner = chunks.counts[k]
            if not opened and not (inner.part and inner.of == "them"):
                break
            label = _group_name(inner)
            if label is not None:
                out[label] = Group(name=label, low=inner.number.low, high=inner.number.high)
            elif inner.part:
                opened = True
        elif tag == "p" and opened:
            pass
        elif tag in "s;.:" or (tag in "kidK" and k > harm.trigger):
            break
        k += 1
    return tuple(out.values())


def _group_name(counted: Counted) -> str | None:
    if counted.child:
        return "children"
    if counted.woman:
        return "women"
    if counted.man and counted.head == "men":
        return "men"
    return None


def _speeches(tokens: Tokens, said: list[Speech]) -> list[SpeechMention]:
    starts, ends = [*tokens.starts, tokens.ends[-1]], [tokens.starts[0], *tokens.ends]  # ends by the token after
    return [_speech(tokens, s, starts, ends) for s in said]


def _speech(tokens: Tokens, s: Speech, starts: list[int], ends: list[int]) -> SpeechMention:
    named = s.np_end > s.np_start
    return SpeechMention(
        name_start=starts[s.np_start],
        name_end=ends[s.np_end] if named else starts[s.np_start],
        verb=starts[s.verb],
        verb_end=ends[s.verb + 1],
        scope_start=starts[s.scope_start],
        scope_end=ends[s.scope_end],
        manner=s.manner,
        pronoun=s.pronoun,
        own=s.own,
        label=tokens.words[s.verb] == ":",
        trailing=s.trailing,
        carrier=(starts[s.media[0]], ends[s.media[1]]) if s.media is not None else None,
    )


_NO_COUNT = {"#": "an age, a label or money", "##": "more than people can be"}


def _numbers(tokens: Tokens, chunks: Chunks, taken: set[int]) -> list[NumberMention]:
    """Return the counts that are no harm, with the reason."""
    out: list[NumberMention] = []
    for at, counted in chunks.counts.items():
        if at in taken or counted.article:
            continue
        if counted.kind == "x":
            reason = _NO_COUNT.get(counted.head) or f"counts {counted.head}"
        elif counted.head:
            reason = f"no word of harm is tied to these {counted.head}"
        else:
            reason = "no person is named and no word of harm is tied to it"
        out.append(NumberMention(start=tokens.starts[counted.start], end=tokens.ends[counted.end - 1], reason=reason))
    return out


# ---- events ----

# These run over lower-cased sentences and start with a literal, so that the engine can skip ahead; ``_hit`` sees to
# the word boundary before them.
_SEPARATE = re.compile(
    r"(?:in a separate|in another|in a different|a separate|another separate|a different|a second|another|one separate|yet another|an unrelated|a further|elsewhere|in other news|across the line)"
    r"(?:(?<=elsewhere)\b|(?<=other news)|(?<=across the line)| (?:\w+ ){0,2}?(?:strike|attack|raid|incident|blast|bombing|explosion|shelling|air ?strike|loss|assault|event|case|village|town|district)\b)"
    r"|(?:the|a) (?:second|third|fourth|other)(?:,| (?:hit|struck|killed|left|was)\b)"
)
_BACKGROUND = re.compile(
    r"(?:since (?:(?:a|an|last|march|january|february|april|may|june|july|august|september|october|november|december) (?:\w+ ){0,4}?|the (?:[\w-]+ )?)(?:strike|attack|raid|bombing|massacre|when|in which)\b"
    r"|deadliest|worst (?:\w+ ){0,3}since|remember(?:s|ed)? (?:19|20)\d\d|last year|the previous year|earlier case|second such|third such|months? ago|years? ago|bloodiest|last yr)"
)
_RETURNS = re.compile(
    r"(?:latest (?:attack|strike|blast|raid|bombing|incident)|the (?:march|january|february|april|may|june|july|august|september|october|november|december) \d+ (?:strike|incident|attack|casualties))"
)
_SPACE = r" (?:the )?(?:past|last|first|space of|previous) (?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|years?|half)(?!['’]s)\b"
_PERIOD = re.compile(
    r"so far (?:this|in)|to date|this (?:month|year|week)(?: alone)?\b|since (?:the )?(?:start|beginning|launch|outbreak|war|coup|early|mid|late|january|february|march|april|may|june|july|august|september|october|november|december|its|\d)"
    rf"|in{_SPACE}|over{_SPACE}|during{_SPACE}|within{_SPACE}|for{_SPACE}|overall|in (?:\w+|\d+) (?:months|years|weeks|days)\b"
    r"|within (?:\w+|\d+) (?:days|weeks|months|years)|in (?:the |both |all )?(?:two|three|four|five|both|several) (?:attacks|strikes|raids|incidents|bombings|shellings)\b|in (?:both|all) (?:the )?(?:attacks|strikes|raids|incidents)\b"
    r"|across (?:the )?(?:country|governorate|province|region)|in all of|in a week of|week of strikes|during the month|reporting period|throughout|iraq and syria|every (?:day|week|month)|in the (?:fortnight|month|year|quarter)|over the (?:fortnight|month|year|quarter)"
    r"|cumulative|monthly tally|per (?:day|week|month)|of the war\b|under torture|in past (?:week|month|year)"
    r"|^(?:the )?(?:last |past )?(?:two|three|four|five|six|seven|ten|\d{1,2}) (?:straight |consecutive )?(?:days|nights|weeks|months) of [^.;,]{0,40}\b(?:kill|leave|left|claim)"
)
#: "The first strike in 20 days" tells of one strike, not of twenty days.
_NTH_GATE = re.compile(r"first |second |third |fourth |fifth |sixth |seventh |eighth |ninth |tenth |deadliest |worst |another |s(?<=\ds)t |n(?<=\dn)d |r(?<=\dr)d |t(?<=\dt)h ")
_NTH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|deadliest|worst|another) (?:[\w-]+ ){0,4}?(?:in|for|within) (?:the (?:last|past) )?(?:[\w-]+ ){0,2}?(?:days?|weeks?|months?|years?|hours?)\b"
)
_ACROSS_NAME = re.compile(r"across (?:the )?[A-Z]")


def _hit(pattern: re.Pattern[str], low: str) -> int | None:
    """Return where a pattern stands at the start of a word, None where it does not."""
    for m in pattern.finditer(low):
        at = m.start()
        if at == 0 or not low[at - 1].isalnum():
            return at
    return None


_SEPARATE_WORDS = frozenset("separate different second third fourth further unrelated another elsewhere other across".split())
_BACKGROUND_WORDS = frozenset("since deadliest worst remember remembers remembered year earlier second third ago bloodiest yr".split())
_RETURN_WORDS = frozenset("latest strike incident attack casualties".split())
_PERIOD_WORDS = frozenset(
    "so date month year week since past last first space previous overall hours days weeks months years across all during reporting throughout iraq every fortnight quarter both attacks strikes raids incidents within cumulative monthly per war torture month's".split()
)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


_TARGETS = _by_word(
    {
        "house": "house home houses homes residential apartment apartments building buildings flats dwelling family four-storey three-storey residence",
        "mosque": "mosque mosques", "market": "market markets bazaar souk shop shops stall stalls", "school": "school schools college university classroom classrooms",
        "hospital": "hospital hospitals clinic clinics medical", "vehicle": "car cars bus buses minibus truck trucks taxi convoy vehicle vehicles tractor van vans", "boat": "boat boats ferry skiff",
        "camp": "camp camps", "wedding": "wedding funeral", "bakery": "bakery", "church": "church", "checkpoint": "checkpoint", "farm": "farm field fields orchard tent livestock farmland",
    }
)  # fmt: skip
_MEANS = _by_word(
    {
        "airstrike": "airstrike airstrikes air-strike air-strikes air warplane warplanes jet jets aircraft bombing strike strikes plane planes bombed",
        "shelling": "shell shells shelled shelling artillery mortar mortars", "rocket": "rocket rockets missile missiles", "drone": "drone drones", "car bomb": "car-bomb truck-bomb vbied",
        "explosion": "blast explosion explosions exploded explosives bomb bombs", "mine": "mine mines landmine landmines",
        "attack": "attack attacks attacked engagement ambush clash clashes assault massacre killing killings incident operation fighting happened took occurred stood came fell went tragedy shootout",
        "gunfire": "shot gunmen gunfire opened shooting sniper", "raid": "raid raids",
    }
)  # fmt: skip
_TARGET_WORDS = frozenset(_TARGETS)
_MEANS_WORDS = frozenset(_MEANS)
_PARTY_WORDS = frozenset(
    "coalition islamic isis isil daesh russia russian russia's israel israeli syrian sdf turkish houthi houthis taliban al-shabaab rapid rsf ukrainian government army junta insurgents militants us-led u.s.-led saudi-led".split()
)
#: All words that tell something of the whole sentence: most of its words are none of them.
_TELLING = _SEPARATE_WORDS | _BACKGROUND_WORDS | _RETURN_WORDS | _PERIOD_WORDS | _TARGET_WORDS | _MEANS_WORDS | DOUBT_WORDS | _PARTY_WORDS
_COALITION = r"(?:-| )?(?:led )?(?:counter-Islamic State )?coalition"
#: Every alternative starts with a letter that no other pattern hides, so that the engine can leap from one to the next.
_PARTY = re.compile(
    rf"U\.?S\.?{_COALITION}|American{_COALITION}|international{_COALITION}|Saudi{_COALITION}|Arab{_COALITION}|counter-Islamic State coalition|C(?<!\w\w)oalition\b|c(?<!\w\w)oalition\b|Islamic State|ISIS|ISIL|Daesh|Russian?(?=\s+(?:aircraft|jets?|forces|warplanes|missiles?|strikes?|planes|military|army))|Israeli?(?=\s+(?:strike|air|forces|army|military|jets?|shelling|drone|fire))|"
    r"Syrian (?:government|army|regime)|SDF|Syrian Democratic Forces|Turkish (?:forces|army|drones?)|Houthis?|Taliban|al-Shabaab|Al-Shabaab|Rapid Support Forces|R(?<!\w\w)SF\b|Ukrainian (?:forces|army|gun|drones?)|government forces|the army|the junta|insurgents|militants"
)
