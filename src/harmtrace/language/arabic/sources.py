"""Whom an Arabic sentence leans on: "according to", "as the ministry said", "quoting", labels before a colon."""

import re
from typing import Final

from harmtrace.language.arabic.speakers import (
    CLAUSES,
    NOUNS_OF_HARM,
    PUBLISHED,
    SPEAKERS,
    is_outlet,
    outlet_end,
    quoted_name,
    speaker_at,
)
from harmtrace.language.arabic.tokens import DATE, Tokens, info
from harmtrace.language.arabic.words import (
    BREAK,
    DEATH,
    FALL,
    INJURY,
    NUMBER,
    RECOVERY,
    SAY,
    STATE,
    THAT,
    TOLL,
    VAGUE,
    VIA,
)
from harmtrace.language.grammar import Manner, SpeechMention

RECORDS: Final = frozenset("تحصي يحصي تسجل يسجل ترصد يرصد احصوا وثقوا رصدوا سجل سجلت رصد رصدت احصي احصت وثق وثقت احتسب".split())


def mention(t: Tokens, name: tuple[int, int] | None, verb: int, scope: tuple[int, int], manner: Manner, *, pronoun: bool = False, own: bool = False, label: bool = False, trailing: bool = False, carrier: tuple[int, int] | None = None) -> SpeechMention:  # fmt: skip
    """Return an attribution: who says, by which word, and which words are said."""
    n = t.size
    name_start, name_end = t.span(name[0], name[1], core=t.raw[name[0]] != "والي") if name is not None and name[1] > name[0] else (t.span(verb, verb + 1)[0],) * 2
    verb_start, verb_end = t.span(verb, verb + 1)
    first, last = min(scope[0], n - 1), min(scope[1], n)
    scope_start = t.span(first, first + 1)[0]
    scope_end = t.span(last - 1, last)[1] if last > 0 else scope_start
    held = None if carrier is None else t.span(carrier[0], carrier[1], core=True)
    if held is not None and carrier is not None and not t.cuts[carrier[0]] and t.raw[carrier[0]].startswith("ل"):
        held = held[0] + 1, held[1]  # "to Reuters"
    return SpeechMention(
        name_start=name_start, name_end=name_end, verb=verb_start, verb_end=verb_end, scope_start=scope_start, scope_end=max(scope_end, scope_start),
        manner=manner, pronoun=pronoun, own=own, label=label, trailing=trailing, carrier=held,
    )  # fmt: skip


#: Kinds of words at which a source, an issuer, end; that no label before a colon holds.
_AFTER_SOURCE: Final = frozenset((".", ",", ":", '"', "(", ")", "-", THAT, SAY, DEATH, INJURY, VIA, NUMBER, DATE))


_NO_LABEL_KINDS: Final = frozenset((DEATH, INJURY, SAY, VIA, NUMBER, STATE, DATE, FALL, TOLL))


NO_LABEL: Final = re.compile(r"عاجل|تحديث|حصيل|قتلي|جرحي|شهدا|ضحايا|اسما|عدد|بيان|تصحيح|متابعه|خبر|ملاحظ|التاريخ|المكان|النوع|المصدر$|وفيات|اصابات|مصاب|ريف|احداث|ابرز|صوره|فيديو|توضيح|خساير|العدو|اجمالي|مجموع|نسا$|طفل|اطفال|سبب|وقت|مدني|ذكور|اناث")


_ENDS_SOURCE: Final = frozenset("رفض رفضت طلب طلبت فضل اشترط بعد عقب اثر جرا جراا نتيجه بسبب حول بشان تحت عبر اثنا".split())


def as_said(t: Tokens, i: int) -> int | None:
    """Return where "as the ministry said" begins, for a verb of saying that closes a clause and opens none."""
    word = t.words[i]
    if (t.kinds[i] != SAY and t.stems[i] not in RECORDS) or word is None or word.note in ("denies", "claims") or t.kind(i + 1) in (",", "."):
        return None
    lead = i - 1 if t.stem(i - 1) in ("كما", "مثلما") else i - 2 if t.stem(i - 1) == "ما" and t.stem(i - 2) == "علي" else None
    if lead is None or any(t.kinds[k] in (THAT, ":") and t.kinds[k - 1] != "," for k in range(i + 1, min(t.size, i + 12))):
        return None
    reach = min(t.size, i + 6 + t.kinds[i : i + 12].count(DATE))
    end = next((k for k in range(i + 1, reach) if t.kinds[k] == ","), reach)
    return None if any(t.kinds[k] in NOUNS_OF_HARM for k in range(i + 1, end)) else lead


def carried(t: Tokens, i: int, until: int) -> SpeechMention | None:
    """Read "Reuters quoted a medical source (as saying) that"."""
    k, lead = i + 1, "الي" if t.stems[i].endswith(("نسب", "نسبت")) else "عن"
    while k < t.size and t.stems[k] != lead and t.kinds[k] not in (".", ":", THAT) and k - i < 12:
        k = (quoted_name(t, k) or t.size) if t.kinds[k] == '"' else k + 1
    if t.stem(k) != lead:
        return None
    span = speaker_at(t, k + 1)
    if span is None:
        return None
    carrier = (i + 1, k) if k > i + 1 else None
    return mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS, carrier=carrier)


def according(t: Tokens, i: int) -> SpeechMention | None:
    """Read "according to a doctor", leading or trailing."""
    k = i + 1
    if t.stem(k) in {"عن", "ل", "الي", "قول", "ما", "اعلان", "روايه"}:
        k += 1
    if t.stem(k) in ("مزاعم", "زعم"):
        k += 1
    if t.stem(k - 1) == "ما" and t.stem(k) in _REACHED_US:
        k = _reached(t, k)
    carries = False
    if reports(t, k):
        carries = t.stem(k).startswith(("نقل", "ينقل", "تنقل"))
        k += 1
        if t.stem(k) in {"به", "عنه", "عنها", "بها", "لنا"}:
            k += 1
        if t.raw[k : k + 1] in (("ل",), ("ل-",)) or (k < t.size and is_outlet(t, k)):
            k = _told(t, k)
    k = issuer(t, k)
    if t.stem(k) in _PICTURES:
        return None  # "as photographs show": nobody says it
    start = k
    carrier: tuple[int, int] | None = None
    while k < t.size and k - start < 12 and t.stems[k] not in CLAUSES:
        if t.kinds[k] == '"' and (closed := quoted_name(t, k)) is not None:
            k = closed
            continue
        if t.stems[k] == "نقلا" and k > start and t.stem(k + 1) == "عن":
            carrier, start, k = (start, k), k + 2, k + 2
            continue
        if t.kinds[k] in _AFTER_SOURCE and not (k > start and t.stems[k - 1] in ("ابو", "ام", "بن")):
            break
        if carries and k > start and t.stems[k] == "عن":
            carrier, start = (start, k), k + 1
        elif k > start and carrier is None and is_outlet(t, k):
            carrier = k, outlet_end(t, k)
            break
        if k > start and t.stems[k] == "في" and t.stem(k + 1) in _POSTED:
            break  # "according to the organisation in a post"
        if k > start and (t.stems[k] in _ENDS_SOURCE or t.stems[k] in ("ان", "منذ", "خلال", "التي", "الذي", "مشيرا") or (t.prepositions[k] == "ب" and t.kinds[k] != "x" and t.stems[k] != "اسم") or t.kinds[k] in (FALL, RECOVERY)):
            break
        k += 1
    if k - 1 > start and t.stems[k - 1] == "في":
        k -= 1
    if k <= start:
        return None
    leading = (i <= 2 and (i == 0 or t.kinds[i - 1] != ",")) or (t.kind(k) == THAT and SAY not in t.kinds[:i])  # "we wrote, quoting a source, that 18 died"
    first = next((j for j in range(i - 1, -1, -1) if t.kinds[j] == "." or (t.stems[j] in {"فيما", "بينما", "لكن", "صحيح", "صواب"} and any(kind in _COUNTS for kind in t.kinds[j + 1 : i]))), -1) + 1
    if not leading and (t.kinds[i - 1], t.kind(k)) in _ENCLOSED and not any(kind in _COUNTS for kind in t.kinds[_clause(t, i - 1) : i]):
        leading = True  # "the right figure, according to the ministry, is 13 dead": nothing was counted before
    whole = False
    if not leading and (t.kinds[i - 1], t.kind(k)) in _ENCLOSED and not any(kind in (NUMBER, STATE, VAGUE) for kind in t.kinds[_clause(t, i - 1) : i]) and any(kind in (NUMBER, STATE, VAGUE) for kind in t.kinds[k:]):
        leading = whole = True  # "those who fell in the district, according to its mayors, are more than 210"
    manner = Manner.CLAIMS if t.stem(i + 1) in ("مزاعم", "زعم") else Manner.SAYS
    stop = next((j for j in range(k + 1, t.size) if t.stems[j] in _CONTRASTS), t.size) if t.kind(k) == THAT else t.size
    scope = (_clause(t, i - 1), stop) if whole else (k + (t.kind(k) in (",", "-", ")", THAT)), stop) if leading else (first, i)
    return mention(t, (start, k), i, scope, manner, trailing=not leading, carrier=carrier)


_PICTURES: Final = frozenset("صور صوره مقاطع مقطع فيديو فيديوهات تسجيلات لقطات مشاهد".split())
_POSTED: Final = frozenset("تغريده منشور بيان تدوينه تصريح تصريحات رساله مقابله حديث اتصال".split())
_CONTRASTS: Final = frozenset("فيما بينما صحيح صواب لكن".split())
#: Marks between which a source is set into a clause: "the shelling -according to the ministry- wounded two".
_ENCLOSED: Final = frozenset(((",", ","), ("-", "-"), ("(", ")")))
_REACHED_US: Final = frozenset("وصل وصلنا وصلت توفر توفرت تيسر وردنا ورد وصلني".split())


def _reached(t: Tokens, k: int) -> int:
    """Return where the source stands in "by what reached us from local sources", "by what came to the hospital"."""
    of = next((j for j in range(k + 1, min(t.size, k + 5)) if t.stems[j] in ("من", "عن") or t.kinds[j] in (".", ",")), t.size)
    if of < t.size and t.stems[of] in ("من", "عن"):
        return of + 1
    if t.stem(k + 1) == "الي":
        return k + 2
    return k + 1 if k + 1 < t.size and t.prepositions[k + 1] == "ل" else k


_COUNTS: Final = frozenset((*NOUNS_OF_HARM, NUMBER, STATE))


def _clause(t: Tokens, i: int) -> int:
    """Return where the clause begins that ends at a token."""
    return next((j + 1 for j in range(i - 1, -1, -1) if t.kinds[j] in (".", ",")), 0)


def _told(t: Tokens, k: int) -> int:
    """Return the token behind the outlet that was told: "as the spokesman told «X»", where the spokesman comes last."""
    quote = next((j for j in range(k, min(t.size, k + 3)) if t.kinds[j] == '"'), None)
    return k + 1 if quote is None else quoted_name(t, quote) or k + 1


def reports(t: Tokens, k: int) -> bool:
    """Tell a verb of saying in "according to what ... said": with or without its pronoun."""
    stem = t.stem(k)
    if t.kind(k) == SAY or stem in RECORDS or stem.removesuffix("ته") in ("نشر", "اعلن", "اورد", "ذكر"):
        return True
    bare = stem[:-1]
    return stem.endswith("ه") and len(bare) > 2 and (bare in RECORDS or info(bare)[0] == SAY)


def issuer(t: Tokens, k: int) -> int:
    """Return where the body begins in "a new toll of the observatory", "a statement issued by the ministry"; else ``k``."""
    if t.stem(k) not in PUBLISHED:
        return k
    for j in range(k + 1, min(t.size, k + 6)):
        if t.kinds[j] in _AFTER_SOURCE:
            return k
        if t.stems[j] == "عن" or t.stems[j] in ("نشره", "نشرته", "نشرها", "نشرتها", "اصدره", "اصدرته", "اصدرها", "اصدرتها", "اعدها", "اعدتها"):
            return j + 1
        if t.prepositions[j] == "ل":
            return j
    return k


_CALLS: Final = frozenset("عاجل الان متابعه متابعات هام خاص فيديو بالفيديو بالصور صور".split())


#: What somebody told, before the name and a colon.
TESTIMONIES: Final = frozenset("شهاده افاده روايه".split())
_PLACES: Final = frozenset("محافظه مدينه بلده قريه ريف حي منطقه ناحيه مخيم قضا شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())


def label(t: Tokens) -> SpeechMention | None:
    """Read a speaker before a colon at the start: "The coalition: we know of no ..."."""
    start = 0
    while start < t.size and t.kinds[start] in ("-", "x", NUMBER, "(", ")", ":", "#", "/") and not t.stems[start][:1].isalpha():
        start += 1
    while t.stem(start) in _CALLS or (start and t.kind(start) in ("#", "x") and not t.stem(start)[:1].isalpha() and t.stem(start - 1) in _CALLS):
        start += 1
    if t.stem(start) in _PLACES:
        return None  # "Aleppo province: ..."
    if t.stem(start) in TESTIMONIES and not t.definite[start] and (colon := next((j for j in range(start + 2, min(t.size, start + 18)) if t.kinds[j] == ":"), None)) is not None:
        end = next((j for j in range(start + 1, colon) if t.kinds[j] in (",", "(", "-")), colon)
        return mention(t, (start + 1, end), colon, (colon + 1, t.size), Manner.SAYS, label=True) if end > start + 1 else None
    k = start
    while k < t.size and k - start < 8 and t.kinds[k] not in (":", ".", '"', ","):
        if t.kinds[k] in _NO_LABEL_KINDS or (t.kinds[k] == BREAK and not t.definite[k]):
            return None
        k += 1
    if t.kind(k) != ":" or k == start or k + 1 >= t.size:
        return None
    words = " ".join(t.stems[start:k])
    if NO_LABEL.search(words) is not None or (SPEAKERS.search(words) is None and "T" not in t.kinds[start:k]):
        return None
    return mention(t, (start, k), k, (k + 1, t.size), Manner.SAYS, label=True)
