"""Who says what in an Arabic sentence: verbs of saying with their speakers, "according to", labels before a colon."""

import re
from itertools import compress
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
    subject_before,
)
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
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

#: Kinds of words at which a source, an issuer, end; that no label before a colon holds.
_AFTER_SOURCE: Final = frozenset((".", ",", ":", '"', "(", ")", "-", THAT, SAY, DEATH, INJURY, VIA, NUMBER, DATE))
_NO_LABEL_KINDS: Final = frozenset((DEATH, INJURY, SAY, VIA, NUMBER, STATE, DATE, FALL, TOLL))
_ENDS_ISSUER: Final = frozenset((".", ",", ":", '"', THAT, SAY, DATE))
_RECORDS: Final = frozenset("سجل سجلت رصد رصدت احصي احصت وثق وثقت احتسب".split())
_OF: Final = frozenset("تحدث تحدثت يتحدث تتحدث تحدثوا".split())
_PARTICIPLES: Final = frozenset("زاعما زاعمه مدعيا مدعيه مشيرا مشيره موكدا موكده قايلا قايله مضيفا مضيفه نافيا نافيه".split())
_NO_LABEL: Final = re.compile(r"عاجل|تحديث|حصيل|قتلي|جرحي|شهدا|ضحايا|اسما|عدد|بيان|تصحيح|متابعه|خبر|ملاحظ|التاريخ|المكان|النوع|المصدر$|وفيات|اصابات|مصاب|ريف|احداث|ابرز|صوره|فيديو|توضيح")


def speeches(t: Tokens) -> list[SpeechMention]:
    """Return the attributions of a sentence."""
    out: list[SpeechMention] = []
    label = _label(t) if ":" in t.kinds else None
    if label is not None:
        out.append(label)
    for i in compress(range(t.size), map(_TELLS.__getitem__, t.raw)):
        kind, stem = t.kinds[i], t.stems[i]
        if kind == SAY and (t.stem(i + 1) in _SELF or (stem == "حكي" and t.stem(i - 1) in ("في", "فيه", "هناك"))):
            continue  # "that he counted himself": no other speaks
        if stem in _ACCUSES and (accused := _accused(t, i)) is not None:
            out.append(accused)
            continue
        if stem in _BLAMING and out and out[-1].manner is Manner.DENIES:
            accuser = t.at(out[-1].name_start), t.at(out[-1].name_end - 1) + 1
            out.append(_mention(t, accuser, i, (i + 1, t.size), Manner.SAYS))
            continue
        if stem in ISSUES and (issued := _issued(t, i)) is not None:
            out.append(issued)
            continue
        found: SpeechMention | None = None
        if stem in _TOLD_BY:
            found = _told_by(t, i)
            if found is None and stem in _ARRIVED and any(t.kinds[k] == THAT for k in range(i + 2, min(t.size, i + 8))) and not t.stem(i + 1).startswith(("في", "من", "الي")):
                found = _said(t, i)  # "and it replied", spelt as "arrived"
        elif (lead := _as_said(t, i)) is not None:
            found = _according(t, lead)
        elif kind == SAY or (stem in _RECORDS and kind != "x") or stem in _OF:
            found = _said(t, i)
        elif kind == VIA or (stem == "حد" and t.stem(i + 1) == "قول"):
            found = _according(t, i)
        elif stem.endswith("ه") and t.stem(i - 1) == "ما" and t.stem(i - 2) in _THIS:
            found = _this_is_what(t, i)
        if found is not None:
            out.append(found)
    return out


_THIS: Final = frozenset("هذا ذلك هو هي".split())


def _this_is_what(t: Tokens, i: int) -> SpeechMention | None:
    """Read "seven dead, this is what the ministry announced"."""
    span = speaker_at(t, i + 1)
    if span is None:
        return None
    first = next((j for j in range(i - 3, -1, -1) if t.kinds[j] == "."), -1) + 1
    return _mention(t, (span.start, span.end), i, (first, i - 2), Manner.SAYS, trailing=True)


_SELF: Final = frozenset("نفسه نفسها انفسهم بنفسه بنفسها".split())
_ENDS_SOURCE: Final = frozenset("رفض رفضت طلب طلبت فضل اشترط بعد عقب اثر جرا جراا نتيجه بسبب حول بشان تحت عبر اثنا".split())
#: Verbs that name who tells without a verb of saying: who lowers a toll, who spreads a post, who fears, in what it stands.
_REVISES: Final = frozenset("خفض خفضت يخفض تخفض رفع رفعت يرفع ترفع عدل عدلت حدث حدثت صحح صححت".split())
_SPREADS: Final = frozenset("تداول تداولت تداولوا يتداول تتداول تناقل تناقلت يتناقل تتناقل".split())
_FEARS: Final = frozenset("يخشي تخشي يخشون خشي يرجح ترجح رجح رجحت توقع توقعت".split())
_STANDS_IN: Final = frozenset("جا جات ورد وردت".split())
_ARRIVED: Final = frozenset(("ورد", "وردت"))
_TOLD_BY: Final = _REVISES | _SPREADS | _FEARS | _STANDS_IN


def _told_by(t: Tokens, i: int) -> SpeechMention | None:
    """Read "the ministry lowered the toll to 27", "accounts spread a post", "neighbours fear the death of", "the statement said"."""
    stem, until = t.stems[i], _scope_end(t, i)
    if stem in _STANDS_IN:
        if t.stem(i + 1) != "في" or t.stem(i + 2) not in PUBLISHED:
            return None
        that = next((k for k in range(i + 3, min(t.size, i + 14)) if t.kinds[k] in (THAT, ":", ".")), t.size)
        return _mention(t, (i + 2, that), i, (that + 1, until), Manner.SAYS) if t.kind(that) in (THAT, ":") and that < t.size else None
    if stem in _REVISES:
        k = i + 1
        while k < t.size and k - i < 8 and t.kinds[k] in ("x", "P", "T", "X"):
            k += 1
        return _mention(t, (i + 1, k), i, (k, until), Manner.SAYS) if k > i + 1 and t.kind(k) == TOLL else None
    span = speaker_at(t, i + 1)
    if span is None or t.prepositions[i + 1] or (stem in _FEARS and t.kind(span.after) not in NOUNS_OF_HARM and t.kind(span.after - 1) != THAT):
        return None
    return _mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS)


def _as_said(t: Tokens, i: int) -> int | None:
    """Return where "as the ministry said" begins, for a verb of saying that closes a clause and opens none."""
    word = t.words[i]
    if (t.kinds[i] != SAY and t.stems[i] not in _RECORDS) or word is None or word.note in ("denies", "claims") or t.kind(i + 1) in (",", "."):
        return None
    lead = i - 1 if t.stem(i - 1) in ("كما", "مثلما") else i - 2 if t.stem(i - 1) == "ما" and t.stem(i - 2) == "علي" else None
    if lead is None or any(t.kinds[k] in (THAT, ":") for k in range(i + 1, min(t.size, i + 12))):
        return None
    return None if any(t.kinds[k] in NOUNS_OF_HARM for k in range(i + 1, min(t.size, i + 6))) else lead


def _tells(form: str) -> bool:
    """Tell whether an attribution may hang on a form, by the form alone."""
    kind, stem, *_ = info(form)
    return kind in (SAY, VIA) or stem in _RECORDS or stem in _OF or stem in _ACCUSES or stem in ISSUES or stem == "حد" or stem in _TOLD_BY or stem in _BLAMING or (stem[-1] == "ه" and len(stem) > 4 and (info(stem[:-1])[0] == SAY or info(stem[:-2])[0] == SAY))


_TELLS: Final = Memo(_tells)


def _mention(t: Tokens, name: tuple[int, int] | None, verb: int, scope: tuple[int, int], manner: Manner, *, pronoun: bool = False, own: bool = False, label: bool = False, trailing: bool = False, carrier: tuple[int, int] | None = None) -> SpeechMention:  # fmt: skip
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


def _said(t: Tokens, i: int) -> SpeechMention | None:
    """Read a verb of saying: its speaker behind it, before it, or named earlier."""
    stem, word = t.stems[i], t.words[i]
    manner = Manner(word.note) if word is not None and t.kinds[i] == SAY else Manner.SAYS
    if stem == "تابع" and i + 1 < t.size and t.prepositions[i + 1] == "ل":
        return None
    if stem in {"نقل", "نقلت", "ينقل", "تنقل"} and t.kind(i + 1) in ("P", "S", "p", NUMBER, VAGUE, "M"):
        return None  # people taken to hospital
    if stem in ("جا", "ورد"):
        return None
    until = _scope_end(t, i)
    if manner is Manner.CARRIES:
        return _carried(t, i, until)
    if stem in ("قيل", "يذكر"):
        return None
    if stem in _OF:
        span = speaker_at(t, i + 1, of=True)
        if span is None and (before := subject_before(t, i)) is not None:
            return _mention(t, before, i, (i + 1, until), Manner.SAYS)
        return _mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS) if span is not None else None
    span = speaker_at(t, i + 1)
    if span is not None:
        span.start = min(_issuer(t, span.start), span.end - 1)
        if stem in _RECORDS and t.kind(span.after) not in NOUNS_OF_HARM and t.kind(span.after) not in (NUMBER, VAGUE, DATE, "p"):
            return None
        if i > 2 and t.kind(i - 1) == "," and t.kind(span.after) == "." and span.after == span.end:
            return _mention(t, (span.start, span.end), i, (0, i), manner, trailing=True, carrier=span.carrier)  # "seven dead, say residents."
        said = _mention(t, (span.start, span.end), i, (span.after, until), manner, carrier=span.carrier)
        said.record = stem in _RECORDS
        return said
    if stem in _RECORDS:
        return _recorded_before(t, i, until)
    if stem in _PARTICIPLES and (main := speaker_at(t, 1)) is not None and main.end < i:
        return _mention(t, (main.start, main.end), i, (i + 1, until), manner)
    before = subject_before(t, i)
    first = i + 1 + (t.kind(i + 1) in (THAT, ":"))
    if before is not None:
        return _mention(t, before, i, (first, until), manner)
    if t.kind(i + 1) in (THAT, ":", '"') or manner in (Manner.DENIES, Manner.CLAIMS):
        own = stem in ("ننفي", "قلنا")
        return _mention(t, None if own else (i, i + 1), i, (first, until), manner, pronoun=not own, own=own)
    if (that := _aside(t, i)) is not None:
        outlet = next((k for k in range(i + 1, that) if is_outlet(t, k) or _MEDIA.match(t.stems[k]) is not None), None)
        return _mention(t, (i, i + 1), i, (that + 1, until), manner, pronoun=True, carrier=None if outlet is None else (outlet, that))
    if t.kind(i - 1) in (",", '"', ".") or i == 0:
        quoted = i > 1 and '"' in t.kinds[max(0, i - 3) : i]
        if quoted:
            return _mention(t, (i, i + 1), i, (0, i), manner, pronoun=True, trailing=True)
    return None


_ACCUSES: Final = frozenset("اتهم اتهمت اتهموا يتهم تتهم حمل حملت حملوا يحمل تحمل".split())


_MEDIA: Final = re.compile(r"(?:ال)?(?:وكاله|قناه|تلفزيون|صحيفه|اذاعه|موقع|شبكه)")


def _aside(t: Tokens, i: int) -> int | None:
    """Return the "that" behind "he added in an interview with the channel": a pronoun speaks, and where is said between."""
    if t.kind(i + 1) != "p" and not (i + 1 < t.size and t.prepositions[i + 1]) and t.stem(i + 1) not in ("ايضا", "كذلك", "بدوره"):
        return None
    for k in range(i + 2, min(t.size, i + 14)):
        if t.kinds[k] == THAT or (t.kinds[k] == ":" and k + 1 < t.size):
            return k
        if t.kinds[k] in (".", SAY) or t.kinds[k] in NOUNS_OF_HARM:
            return None
    return None


def _accused(t: Tokens, i: int) -> SpeechMention | None:
    """Read who accuses: "residents held the coalition responsible for the deaths of ten"."""
    party = next((k for k in range(i + 1, min(t.size, i + 8)) if t.kinds[k] == "T"), None)
    if party is None or not any(kind in (DEATH, INJURY) for kind in t.kinds[party:]):
        return None
    if party > i + 1 and all(t.kinds[k] in ("x", "P") for k in range(i + 1, party)):
        return _mention(t, (i + 1, party), i, (party, t.size), Manner.SAYS)
    before = subject_before(t, i) if party == i + 1 else None
    return None if before is None else _mention(t, before, i, (party, t.size), Manner.SAYS)


ISSUES: Final = frozenset("اصدر اصدرت تصدر يصدر نشر نشرت انجز انجزت".split())
_ISSUED: Final = re.compile(r"^(?:ال)?(?:تقرير|بيان|نتايج|خلاصه|قايمه|سجل|احصاي|حصيل|نشره|احصا)")


def _issued(t: Tokens, i: int) -> SpeechMention | None:
    """Read "the task force issued its monthly report": all that follows is its own, though it says nothing here."""
    k = i + 1
    dated = 0
    while k < t.size and k - i < 8 and (t.kinds[k] not in _ENDS_ISSUER or t.kinds[k] == DATE):
        if t.kinds[k] == DATE:
            dated = dated or k
        elif k > i + 1 and _ISSUED.match(t.stems[k]) is not None:
            found = _mention(t, (i + 1, dated or k), i, (k, k), Manner.SAYS)
            found.scope_end = found.scope_start
            found.record = True
            return found
        k += 1
    return None


def _recorded_before(t: Tokens, i: int, until: int) -> SpeechMention | None:
    before = subject_before(t, i)
    first = next((k for k in range(i + 1, t.size) if t.kinds[k] != DATE), i + 1)
    if before is None or (t.kind(first) not in NOUNS_OF_HARM and t.kind(first) not in (NUMBER, VAGUE)):
        return None
    said = _mention(t, before, i, (i + 1, until), Manner.SAYS)
    said.record = True
    return said


_BLAMING: Final = frozenset("متهما متهمه متهمين محملا محمله محملين".split())
_DENYING: Final = frozenset("نفي نفت ينفي تنفي انكر انكرت نافيا نافيه".split())
_RUMOURS: Final = frozenset("تقارير انبا مزاعم اتهامات شهادات ادعاات".split())


def _scope_end(t: Tokens, i: int) -> int:
    """Return where what is said ends: at the next verb of saying of another clause, or the end of the sentence."""
    for k in range(i + 2, t.size):
        if t.kinds[k] == "." and t.stems[k] != ".":
            return k
        if t.kinds[k] == SAY and (t.conjunctions[k] or t.kind(k - 1) in (",",) or t.stem(k - 1) in CLAUSES) and t.stems[k] not in ("قدر", "قدرت"):
            return k
        if t.stems[k] in _BLAMING and t.stems[i] in _DENYING:
            return k  # "denied it, accusing ...": the accusation is no denial
        if t.stems[k] in _RUMOURS and t.stems[k - 1] in ("بعد", "عقب", "وسط", "اثر"):
            return k  # "admitted the raid after reports of": not its own words
        if t.stems[k] in ("بينما", "فيما") and any(t.kinds[j] == SAY or t.stems[j] in _OF for j in range(k + 1, min(t.size, k + 7))):
            return k
    return t.size


def _carried(t: Tokens, i: int, until: int) -> SpeechMention | None:
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
    return _mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS, carrier=carrier)


def _according(t: Tokens, i: int) -> SpeechMention | None:
    """Read "according to a doctor", leading or trailing."""
    k = i + 1
    if t.stem(k) in {"عن", "ل", "الي", "قول", "ما", "اعلان", "روايه"}:
        k += 1
    if t.stem(k) in ("مزاعم", "زعم"):
        k += 1
    carries = False
    if _reports(t, k):
        carries = t.stem(k).startswith(("نقل", "ينقل", "تنقل"))
        k += 1
        if t.stem(k) in {"به", "عنه", "عنها", "بها", "لنا"}:
            k += 1
        if t.raw[k : k + 1] in (("ل",), ("ل-",)) or (k < t.size and is_outlet(t, k)):
            k = _told(t, k)
    k = _issuer(t, k)
    start = k
    carrier: tuple[int, int] | None = None
    while k < t.size and k - start < 12 and t.stems[k] not in CLAUSES:
        if t.kinds[k] == '"' and k > start and (closed := quoted_name(t, k)) is not None:
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
        if k > start and (t.stems[k] in _ENDS_SOURCE or t.stems[k] in ("ان", "منذ", "خلال", "التي", "الذي", "مشيرا") or (t.prepositions[k] == "ب" and t.kinds[k] != "x" and t.stems[k] != "اسم") or t.kinds[k] in (FALL, RECOVERY)):
            break
        k += 1
    if k <= start:
        return None
    leading = i <= 2 and (i == 0 or t.kinds[i - 1] != ",")
    first = next((j for j in range(i - 1, -1, -1) if t.kinds[j] == "." or t.stems[j] in {"فيما", "بينما", "لكن", "صحيح", "صواب"}), -1) + 1
    manner = Manner.CLAIMS if t.stem(i + 1) in ("مزاعم", "زعم") else Manner.SAYS
    scope = (k + (t.kind(k) == ","), t.size) if leading else (first, i)
    return _mention(t, (start, k), i, scope, manner, trailing=not leading, carrier=carrier)


def _told(t: Tokens, k: int) -> int:
    """Return the token behind the outlet that was told: "as the spokesman told «X»", where the spokesman comes last."""
    quote = next((j for j in range(k, min(t.size, k + 3)) if t.kinds[j] == '"'), None)
    return k + 1 if quote is None else quoted_name(t, quote) or k + 1


def _reports(t: Tokens, k: int) -> bool:
    """Tell a verb of saying in "according to what ... said": with or without its pronoun."""
    stem = t.stem(k)
    if t.kind(k) == SAY or stem in _RECORDS or stem.removesuffix("ته") in ("نشر", "اعلن", "اورد", "ذكر"):
        return True
    bare = stem[:-1]
    return stem.endswith("ه") and len(bare) > 2 and (bare in _RECORDS or info(bare)[0] == SAY)


def _issuer(t: Tokens, k: int) -> int:
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
_PLACES: Final = frozenset("محافظه مدينه بلده قريه ريف حي منطقه ناحيه مخيم قضا شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())


def _label(t: Tokens) -> SpeechMention | None:
    """Read a speaker before a colon at the start: "The coalition: we know of no ..."."""
    start = 0
    while start < t.size and t.kinds[start] in ("-", "x", NUMBER, "(", ")", ":", "#", "/") and not t.stems[start][:1].isalpha():
        start += 1
    while t.stem(start) in _CALLS or (start and t.kind(start) in ("#", "x") and not t.stem(start)[:1].isalpha() and t.stem(start - 1) in _CALLS):
        start += 1
    if t.stem(start) in _PLACES:
        return None  # "Aleppo province: ..."
    k = start
    while k < t.size and k - start < 8 and t.kinds[k] not in (":", ".", '"', ","):
        if t.kinds[k] in _NO_LABEL_KINDS or (t.kinds[k] == BREAK and not t.definite[k]):
            return None
        k += 1
    if t.kind(k) != ":" or k == start or k + 1 >= t.size:
        return None
    words = " ".join(t.stems[start:k])
    if _NO_LABEL.search(words) is not None or (SPEAKERS.search(words) is None and "T" not in t.kinds[start:k]):
        return None
    return _mention(t, (start, k), k, (k + 1, t.size), Manner.SAYS, label=True)
