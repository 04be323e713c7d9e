"""Names in an Arabic text that may be a place's, with what stands round each, for the table of ``focus``."""

from collections.abc import Iterator
from typing import Final

from harmtrace.language.arabic.calendar import DAY_OF, HIJRI_OF, MONTH_OF, TIMES_OF_DAY
from harmtrace.language.arabic.dates.reading import find
from harmtrace.language.arabic.letters import letters
from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placenames import WORDLIKE
from harmtrace.language.arabic.placewords import ADJECTIVES, AT, DIRECTIONS, DROPPED, HIT, KEPT, NOT_NAMES, STARTERS
from harmtrace.language.arabic.speakers import SPEAKERS
from harmtrace.language.arabic.tokens import Tokens, tokenise
from harmtrace.language.arabic.unnamed import common, indefinite, owned, says_more
from harmtrace.language.arabic.whens import mask
from harmtrace.language.arabic.wheres import places
from harmtrace.language.arabic.words import DEATH, INJURY, SAY, STATE, THAT
from harmtrace.language.dates import Reference
from harmtrace.language.grammar import ONLY_KNOWN, NameMention
from harmtrace.language.places import Gazetteer
from harmtrace.records.measure import Tier

#: Sites that may bear a name and belong to it: "the hospital of X", "the bakery of X".
_SITES: Final = frozenset(
    "مستشفي مشفي مستوصف عياده فرن مخبز سيطره مركز فندق مجمع عماره برج قصر مول كليه معهد ملعب نادي حديقه صيدليه مطعم مقهي مصنع شركه حقل بير خزان مزرعه منتزه كراج ملجا دير مقام ضريح مبني منزل قلعه منجم مجزره مسلخ حاره مشروع جيب خله ربع فريق كمب مربع شعبيه دوار نزله سفح مدخل مركب عزله وادي هضبه".split()
)
_TIMES: Final = frozenset(word.removeprefix("ال") for name in (*DAY_OF, *MONTH_OF, *HIJRI_OF, *TIMES_OF_DAY) for word in name.split()) | frozenset("اليوم امس غد عام سنه شهر اسبوع ساعه".split())
_KNOWN_KINDS: Final = frozenset(("x", "P", "X", "n", "E", "T", "H", "S"))
_ODDS: Final = {"sure": 2.5, "weak": 0.5, "told": -0.5, "site": 0.7, "bound": -0.5, "behind a preposition": -0.5, "head": 0.3, "tag": 0.2, "bare": -2.5}
_WHO: Final = 4  # tokens before a name in which stands who speaks there
_STRUCK: Final = frozenset((DEATH, INJURY, STATE, "E", "W"))
_NO_DAY: Final = Reference(day=None, why="")
#: The classes of the token before a name.
_KINDS: Final = {SAY: "SAY", DEATH: "DEATH", INJURY: "INJURY", STATE: "STATE", THAT: "THAT", "E": "BLOW", "T": "PARTY", "W": "BREAK", "n": "NUM", "P": "PERSON", ".": ".", ",": ",", ":": ":", "(": "(", ")": ")", '"': '"', "-": "-", "/": "/", "#": "#", "d": "DAY"}


def _class(t: Tokens, k: int) -> str:
    """Return the class of a token beside a name, ``edge`` before and behind the sentence."""
    if not 0 <= k < t.size:
        return "edge"
    stem = t.stems[k]
    if stem in AT or stem in ("الي", "نحو", "عبر", "بين", "عن", "لدي"):
        return stem
    if stem in DIRECTIONS:
        return "DIRECTION"
    if stem in DROPPED:
        return "WIDE" if DROPPED[stem].rank >= Tier.DISTRICT.rank else "SETTLEMENT"
    if stem in KEPT:
        return "KEPT"
    if stem in _SITES:
        return "SITE"
    if stem in _TIMES:
        return "DAY"
    found = _KINDS.get(t.kinds[k])
    if found is not None:
        return found
    if SPEAKERS.match(stem) is not None:
        return "BODY"
    return "the oth" if t.definite[k] else "oth"


def _no_name(t: Tokens, k: int) -> bool:
    """Tell a token that begins no name."""
    stem, raw = t.stems[k], t.raw[k]
    return (
        t.kinds[k] not in ("x", "P", "X") or stem in ADJECTIVES or not WORDLIKE[raw] or stem in NOT_NAMES or raw in NOT_NAMES or stem in _TIMES or raw in _TIMES or (stem in ORDINARY and stem not in STARTERS) or stem in KEPT or stem in DROPPED or stem in AT
        or stem in HIT or stem in DIRECTIONS or len(stem) < 3 or indefinite(t, k) or (not t.definite[k] and (owned(t, k) or common(t, k)))
    )  # fmt: skip


def _like_any(t: Tokens, k: int) -> bool:
    """Tell what is only said of a site ("a river crossing", "a school that shelters") from its name."""
    stem = t.stems[k]
    if t.definite[k] or stem in STARTERS:
        return False
    return indefinite(t, k) or common(t, k) or says_more(t, k) or owned(t, k) or stem in ORDINARY or stem in ADJECTIVES or stem.endswith(("ي", "يه", "ين", "ات", "ون")) or (len(stem) > 3 and stem[0] in "يت")


def _end(t: Tokens, k: int) -> int:
    """Return where the name that begins at a token ends: the second word of "Deir X", adjectives, the second half of a name."""
    j = k + 1
    if t.stems[k] in STARTERS and j < t.size and t.kinds[j] in _KNOWN_KINDS and WORDLIKE[t.raw[j]] and not t.conjunctions[j] and not t.prepositions[j]:
        j += 1
    while j < t.size and j - k < 4 and t.definite[j] and t.definite[k] and t.stems[j] in ADJECTIVES and not t.conjunctions[j] and not t.prepositions[j]:
        j += 1
    return j


def _more(t: Tokens, tags: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield what else may be a name: first token, one past the last, how it is found."""
    k = 0
    while k < t.size:
        if any(a <= k < b for a, b in tags):
            k += 1
            continue
        stem = t.stems[k]
        if (stem in _SITES or stem in KEPT) and not t.definite[k] and k + 1 < t.size and t.kinds[k + 1] in _KNOWN_KINDS and WORDLIKE[t.raw[k + 1]] and not t.conjunctions[k + 1] and not t.prepositions[k + 1] and t.stems[k + 1] not in _TIMES and t.raw[k + 1] not in NOT_NAMES and not _like_any(t, k + 1):
            end = _end(t, k + 1)
            while end < t.size and end - k < 4 and t.definite[end] and t.kinds[end] == "x" and not t.conjunctions[end] and not t.prepositions[end] and t.stems[end] not in _TIMES and t.definite[end - 1]:
                end += 1
            yield k, end, "site"
            k = end
            continue
        if _no_name(t, k):
            k += 1
            continue
        before = t.stems[k - 1] if k else ""
        how = "bound" if t.prepositions[k] else "behind a preposition" if before in AT or before in ("الي", "نحو", "عبر", "بين") or before in DIRECTIONS or before in DROPPED or before in HIT else "head" if (k == 0 or t.kinds[k - 1] in ("-", "|", ".")) and t.kind(_end(t, k)) in (":", "-", "(", ",", "/") else "tag" if k and t.kinds[k - 1] == "#" else "bare"
        end = _end(t, k)
        yield k, end, how
        k = end


def names(text: str, start: int, end: int, *, top: bool, gazetteer: Gazetteer) -> list[NameMention]:
    """Return the names of a sentence, with what speaks for each (``top``: of one of a text's first two)."""
    found = letters(text)
    t = tokenise(found, found.folded(start), found.folded(end))
    if not t.size:
        return []
    mask(t, find(found, found.folded(start), found.folded(end), _NO_DAY))
    out: list[NameMention] = []
    taken: list[tuple[int, int]] = []
    for place in places(t, gazetteer.find(text, start, end), head=False, line=start == 0 or text[start - 1] == "\n"):
        a, b = t.at(place.start), t.at(max(place.end - 1, place.start)) + 1
        if place.weak and b - a == 1 and (t.stems[a] in NOT_NAMES or t.raw[a] in NOT_NAMES or t.stems[a] in ADJECTIVES):
            continue
        how = "told" if place.told else "weak" if place.weak else "sure"
        out.append(_named(t, a, b, how, top=top, at=(place.start, place.end), tier=place.tier))
        taken.append((a, b))
    for a, b, how in _more(t, taken):
        if not any(x < b and a < y for x, y in taken):
            out.append(_named(t, a, b, how, top=top, at=t.span(a, b, core=True), tier=KEPT.get(t.stems[a], Tier.LANDMARK) if how == "site" else None))
    out.sort(key=lambda each: each.start)
    return out


def _named(t: Tokens, a: int, b: int, how: str, *, top: bool, at: tuple[int, int], tier: Tier | None) -> NameMention:
    """Return a name with what stands round it."""
    signs = [f"as {how}"]
    bound = t.prepositions[a] if a < t.size else ""
    before = bound or _class(t, a - 1)
    signs.append(f"{before} _")
    if not bound and before in ("KEPT", "SITE", "SETTLEMENT", "WIDE", "DIRECTION", "oth", ","):
        signs.append(f"{_class(t, a - 2)} {before} _")
    if any(SPEAKERS.match(stem) is not None for stem in t.stems[max(0, a - _WHO) : a]) and _STRUCK.isdisjoint(t.kinds[max(0, a - _WHO) : a]):
        signs.append("who speaks before it")
    if tier is not None:
        signs.append(f"of {tier.value}")
    signs.append(("one word", "two words", "many words")[min(max(b - a, 1), 3) - 1])
    if a < t.size:
        if t.definite[a]:
            signs.append("with the article")
        if t.stems[a] in ORDINARY:
            signs.append("a common word")
        if SPEAKERS.match(t.stems[a]) is not None:
            signs.append("a body")
        first = a + 1 if t.kinds[a] == "#" and b - a > 1 else a
        site = t.stems[first] in KEPT or t.stems[first] in _SITES
        core = first + 1 if site and b - first > 1 else first
        if site and b - first > 1:
            signs.append("a site with the article" if t.definite[core] else "a site like any" if t.stems[core].endswith(("ي", "يه", "ين", "ات")) or t.stems[core] in ORDINARY or t.stems[core] in ADJECTIVES or common(t, core) else "a site by name")
        else:
            if not t.definite[core] and t.stems[core].endswith(("ي", "يه")) and core == b - 1:
                signs.append("like an adjective")
            if t.definite[core] and t.stems[core].endswith(("ين", "ون", "ات", "يه")):
                signs.append("the like of many")
            if not t.definite[core] and (owned(t, core) or (len(t.stems[core]) > 4 and t.stems[core].endswith(("ها", "هم", "نا", "ته", "تي")))):
                signs.append("of somebody's")
            if not t.definite[core] and common(t, core):
                signs.append("like a common word")
            if t.kinds[core] != "x":
                signs.append("a word of ours")
        if b < t.size and not t.definite[b] and t.kinds[b] == "x" and not t.conjunctions[b] and not t.prepositions[b] and not t.definite[b - 1]:
            signs.append("goes on")
        if t.conjunctions[a]:
            signs.append("and _")
    if top:
        signs.append("top")
    if how == "bare":
        signs.append(ONLY_KNOWN)
    start, end = at
    return NameMention(start=start, end=end, name=t.letters.source[start:end], odds=_ODDS[how], signs=frozenset(signs), tier=tier)

