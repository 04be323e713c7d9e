"""The belligerents that an Arabic sentence names, and which of them did it."""

import re
from typing import Final

from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.nations import nation

_PARTY_TAILS: Final = frozenset(
    "الدولي العربي السوري العراقي التركي الاسراييلي السوداني الامريكي الروسي الحربي الدولة النظام الاحتلال التحالف الدعم السريع السوريه الروسيه الديمقراطيه سوريا الاسد الحدود الحشد الشعبي داعش قسد الحوثي الدوله الجيش الوطني المروحي".split()
)
_PARTY_HEADS: Final = frozenset("طيران قوات تنظيم جيش ميليشيا ميليشيات مليشيا مليشيات حرس حركه حزب سلاح مدفعيه مدفعيت جبهه فصايل".split())


def parties_named(t: Tokens) -> list[tuple[int, int]]:
    """Return the belligerents named in a sentence, token ranges."""
    out: list[tuple[int, int]] = []
    i, n = 0, t.size
    while i < n:
        if t.kinds[i] != "T":
            i += 1
            continue
        end = i + 1
        if t.stems[i] in _PARTY_HEADS and not t.definite[i] and end < n and t.kinds[end] in ("x", "T", "P"):
            end += 1
        while end < n and (t.raw[end] in _PARTY_TAILS or (t.raw[end].startswith("ال") and nation(t.raw[end]) is not None)) and not t.conjunctions[end]:
            end += 1
        out.append((i, end))
        i = end
    return out


_ADJECTIVES: Final = re.compile(r"^(?:ال)?(?:روسي|اسراييلي|تركي|سوري|امريكي|ايراني|سعودي|اميركي)(?:ه)?$")
_MEANS: Final = frozenset("غاره غارات غارتين غارتان قصف ضربه ضربات نيران رصاص صاروخ صواريخ قذيفه قذايف هجوم استهداف طيران طايره طايرات مدفعيه مسيره قنص".split())


def party_blamed(t: Tokens, harm: Harm, parties: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the party that the clause of a count names as the one who did it."""
    at, end = harm.start, harm.end
    for a, b in parties:
        if end <= a <= end + 9 and "." not in t.kinds[end:a] and "Y" not in t.kinds[end:a]:
            before = t.stems[max(0, a - 3) : a]
            if any(word in _MEANS or word in {"يد", "ايدي", "قبل", "مصدرها", "مصدره", "شنها", "شنه", "اطلقتها", "اطلقها", "استهدف"} for word in before) or t.stems[a] == "طيران" or t.prepositions[a] == "ل":
                return t.span(a, b, core=True)
        if a < at and b >= at - 3 and any(k in ("E", "W") for k in t.kinds[max(0, a - 2) : at]) and "Y" not in t.kinds[a:at]:
            return t.span(a, b, core=True)
        if harm.governor >= 0 and b == harm.governor and t.stems[b] in ("قتل", "قتلت", "قتلوا", "اعدم", "اعدمت") and not t.prepositions[a]:
            return t.span(a, b, core=True)
        if harm.governor >= 0 and a == harm.governor + 1 and not t.prepositions[a]:
            return t.span(a, b, core=True)
    for k in range(end, min(t.size, end + 8)):
        if t.kinds[k] in (".", "Y"):
            break
        if t.stem(k - 1) in _MEANS and _ADJECTIVES.match(t.raw[k]):
            return t.span(k, k + 1, core=True)
    return None
