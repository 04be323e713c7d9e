"""Who says what in an Arabic sentence: verbs of saying with their speakers, "according to", labels before a colon."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import (
    BREAK,
    DEATH,
    EVENT,
    FALL,
    INJURY,
    LOSS,
    NUMBER,
    RECOVERY,
    SAY,
    STATE,
    THAT,
    TOLL,
    VAGUE,
    VIA,
)  # fmt: skip
from harmtrace.language.grammar import Manner, SpeechMention
from harmtrace.records.claim import VoiceKind

_STOPS: Final = frozenset((".", '"', ":", THAT, SAY, VAGUE, TOLL, DATE, BREAK))
#: Kinds of words at which a subject before its verb, a source, an issuer, end; that no label before a colon holds.
_BEFORE_SUBJECT: Final = frozenset((".", ",", ":", '"', "-", THAT, SAY, DATE, BREAK, DEATH, INJURY, NUMBER, "(", ")", "#"))
_AFTER_SOURCE: Final = frozenset((".", ",", ":", '"', "(", ")", "-", THAT, SAY, DEATH, INJURY, VIA, NUMBER, DATE))
_NO_LABEL_KINDS: Final = frozenset((DEATH, INJURY, SAY, VIA, NUMBER, STATE, DATE, FALL, TOLL))
_ENDS_ISSUER: Final = frozenset((".", ",", ":", '"', THAT, SAY, DATE))
_NOUNS_OF_HARM: Final = frozenset((DEATH, INJURY, LOSS, RECOVERY, FALL))
_IN_WHAT: Final = frozenset("بيان تصريح تصريحات حديث تقرير تقريره تقريرها موتمر اتصال ايجاز منشور تغريده وقت بيانه بيانها مقابله رساله حوار كلمه حصيله نشره احدث اخر وقت".split())
_RECORDS: Final = frozenset("سجل سجلت رصد رصدت احصي احصت وثق وثقت احتسب".split())
_OF: Final = frozenset("تحدث تحدثت يتحدث تتحدث تحدثوا".split())
_PARTICIPLES: Final = frozenset("زاعما زاعمه مدعيا مدعيه مشيرا مشيره موكدا موكده قايلا قايله مضيفا مضيفه نافيا نافيه".split())
_CONDEMNS: Final = frozenset("ادان ادانت يدين تدين استنكر استنكرت تستنكر يستنكر نعت نعي تنعي ينعي شجب شجبت".split())
_NAMED: Final = frozenset("يدعي تدعي اسمه اسمها يدعى ويدعي".split())
_CLAUSES: Final = frozenset("لكن بينما فيما حيث كما اذ غير وقت حين ثم بل".split())
_ADVERBS: Final = frozenset("سابقا لاحقا مسا صباحا رسميا اخيرا موخرا حينها وقتها بدايه".split())
_SPEAKERS: Final = re.compile(
    r"مصدر|مصادر|متحدث|ناطق|وزاره|وزير|مرصد|مركز|شبكه|منظمه|جيش|قياد|قايد|شرطه|دفاع المدني|الدفاع|اهالي|سكان|ناشط|شاهد|شهود|طبيب|مسعف|مدير|مكتب|مستشفي|مشفي|تحالف|حكوم|مسوول|محافظ|والي|رييس|هيي|لجنه|اتحاد|نقابه|غرفه|قوات|الامم|وكاله|قناه|صحيفه|اطفا|بلديه|عمده|مراسل|نازح|جيران|اقارب|عايله|عمليات|اعلامي|هلال|صليب|قوه|ميليشيا|تنظيم"
)
_NO_LABEL: Final = re.compile(r"عاجل|تحديث|حصيل|قتلي|جرحي|شهدا|ضحايا|اسما|عدد|بيان|تصحيح|متابعه|خبر|ملاحظ|التاريخ|المكان|النوع|المصدر$|وفيات|اصابات|مصاب|ريف|احداث|ابرز|صوره|فيديو|توضيح")

_VOICES: Final = (
    (VoiceKind.HEARSAY, r"^(?:انبا|تقارير|معلومات|شايعات|صفحات|مواقع|رواد|تداول|روايات)"),
    (VoiceKind.PEOPLE, r"^(?:مصدر|مصادر|شاهد|شهود|طبيب|مسعف|مسوول|ناشط|اهالي|الاهالي|سكان|السكان|ضابط|احد|احدي|ناج|ناجون|ناجين|جيران|اقارب|ذوي|مهندس|موظف)"),
    (VoiceKind.CIVIL_DEFENCE, r"دفاع المدني|خوذ البيضا|الخوذ|اسعاف|اطفا|فرق الانقاذ|فرق الاغاثه|رجال الانقاذ"),
    (VoiceKind.HEALTH, r"صحه|الصحه|مستشفي|مشفي|طواري|صحيه|طب العدلي|مستوصف|هلال الاحمر|الصليب الاحمر"),
    (VoiceKind.MEDIA, r"وكاله|رويترز|فرانس برس|اسوشيتد|قناه|صحيفه|مراسل|اذاعه|تلفزيون|الجزيره|العربيه|بي بي سي|سبوتنيك|سانا|موقع|الاناضول"),
    (VoiceKind.MONITOR, r"مرصد|مراصد|توثيق|حقوق|منظمه|هيومن|العفو|الامم المتحده|اليونيسف|لجنه|شبكه|مركز|ايروورز|تنسيقيه"),
    (VoiceKind.MILITARY, r"جيش|تحالف|القياده|قياده|قوات|الدفاع|بنتاغون|عمليات|تنظيم|قسد|حوثي|ميليشيا|مليشيا|كتايب|سلاح|القسام|حشد|طيران|عسكري|قوه المهام|القوه$|القوه|الحركه|داعش|فصيل"),
    (VoiceKind.GOVERNMENT, r"حكوم|محافظ|والي|الوالي|بلديه|رييس|وزار|وزير|اعلامي الحكومي|شرطه|داخليه|سفار|خارجيه|الكرملين|دوله|روسيا|تركيا|اسراييل|امريكا|واشنطن|موسكو|عمده"),
)  # fmt: skip
_VOICE_OF: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _VOICES)


@lru_cache(maxsize=20_000)
def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it.

    >>> voice("الدفاع المدني").value, voice("مصدر طبي").value
    ('civil_defence', 'people')
    """
    folded = " ".join(fold(name).split())
    for kind, pattern in _VOICE_OF:
        if pattern.search(folded) is not None:
            return kind
    return VoiceKind.PEOPLE


@dataclass(slots=True)
class _Span:
    """The tokens of a speaker, and what follows."""

    start: int
    end: int
    after: int
    carrier: tuple[int, int] | None = None


def speeches(t: Tokens) -> list[SpeechMention]:
    """Return the attributions of a sentence."""
    out: list[SpeechMention] = []
    label = _label(t) if ":" in t.kinds else None
    if label is not None:
        out.append(label)
    for i in compress(range(t.size), map(_TELLS.__getitem__, t.raw)):
        kind, stem = t.kinds[i], t.stems[i]
        if stem in _ACCUSES and (accused := _accused(t, i)) is not None:
            out.append(accused)
            continue
        if stem in ISSUES and (issued := _issued(t, i)) is not None:
            out.append(issued)
            continue
        found: SpeechMention | None = None
        if kind == SAY or stem in _RECORDS or stem in _OF:
            found = _said(t, i)
        elif kind == VIA or (stem == "حد" and t.stem(i + 1) == "قول"):
            found = _according(t, i)
        if found is not None:
            out.append(found)
    return out


def _tells(form: str) -> bool:
    """Tell whether an attribution may hang on a form, by the form alone."""
    kind, stem, *_ = info(form)
    return kind in (SAY, VIA) or stem in _RECORDS or stem in _OF or stem in _ACCUSES or stem in ISSUES or stem == "حد"


_TELLS: Final = Memo(_tells)


def _mention(t: Tokens, name: tuple[int, int] | None, verb: int, scope: tuple[int, int], manner: Manner, *, pronoun: bool = False, own: bool = False, label: bool = False, trailing: bool = False, carrier: tuple[int, int] | None = None) -> SpeechMention:  # fmt: skip
    n = t.size
    name_start, name_end = t.span(name[0], name[1], core=True) if name is not None and name[1] > name[0] else (t.span(verb, verb + 1)[0],) * 2
    verb_start, verb_end = t.span(verb, verb + 1)
    first, last = min(scope[0], n - 1), min(scope[1], n)
    scope_start = t.span(first, first + 1)[0]
    scope_end = t.span(last - 1, last)[1] if last > 0 else scope_start
    held = None if carrier is None else t.span(carrier[0], carrier[1], core=True)
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
        span = _speaker(t, i + 1, of=True)
        return _mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS) if span is not None else None
    span = _speaker(t, i + 1)
    if span is not None:
        if stem in _RECORDS and t.kind(span.after) not in _NOUNS_OF_HARM and t.kind(span.after) not in (NUMBER, VAGUE, DATE, "p"):
            return None
        said = _mention(t, (span.start, span.end), i, (span.after, until), manner, carrier=span.carrier)
        said.record = stem in _RECORDS
        return said
    if stem in _RECORDS:
        return _recorded_before(t, i, until)
    if stem in _PARTICIPLES and (main := _speaker(t, 1)) is not None and main.end < i:
        return _mention(t, (main.start, main.end), i, (i + 1, until), manner)
    before = _subject_before(t, i)
    first = i + 1 + (t.kind(i + 1) in (THAT, ":"))
    if before is not None:
        return _mention(t, before, i, (first, until), manner)
    if t.kind(i + 1) in (THAT, ":", '"') or manner in (Manner.DENIES, Manner.CLAIMS):
        own = stem in ("ننفي", "قلنا")
        return _mention(t, None if own else (i, i + 1), i, (first, until), manner, pronoun=not own, own=own)
    if t.kind(i - 1) in (",", '"', ".") or i == 0:
        quoted = i > 1 and '"' in t.kinds[max(0, i - 3) : i]
        if quoted:
            return _mention(t, (i, i + 1), i, (0, i), manner, pronoun=True, trailing=True)
    return None


_ACCUSES: Final = frozenset("اتهم اتهمت اتهموا يتهم تتهم حمل حملت حملوا يحمل تحمل".split())


def _accused(t: Tokens, i: int) -> SpeechMention | None:
    """Read who accuses: "residents held the coalition responsible for the deaths of ten"."""
    party = next((k for k in range(i + 1, min(t.size, i + 8)) if t.kinds[k] == "T"), None)
    if party is None or not any(kind in (DEATH, INJURY) for kind in t.kinds[party:]):
        return None
    if party > i + 1 and all(t.kinds[k] in ("x", "P") for k in range(i + 1, party)):
        return _mention(t, (i + 1, party), i, (party, t.size), Manner.SAYS)
    before = _subject_before(t, i) if party == i + 1 else None
    return None if before is None else _mention(t, before, i, (party, t.size), Manner.SAYS)


ISSUES: Final = frozenset("اصدر اصدرت تصدر يصدر نشر نشرت انجز انجزت".split())
_ISSUED: Final = re.compile(r"^(?:ال)?(?:تقرير|بيان|احصاي|حصيل|نشره|احصا)")


def _issued(t: Tokens, i: int) -> SpeechMention | None:
    """Read "the task force issued its monthly report": all that follows is its own, though it says nothing here."""
    k = i + 1
    while k < t.size and k - i < 8 and t.kinds[k] not in _ENDS_ISSUER:
        if k > i + 1 and _ISSUED.match(t.stems[k]) is not None:
            found = _mention(t, (i + 1, k), i, (k, k), Manner.SAYS)
            found.scope_end = found.scope_start
            found.record = True
            return found
        k += 1
    return None


def subject(t: Tokens) -> tuple[int, int] | None:
    """Return the person that a sentence opens with behind its verb: "Abu Yasser sits on the rubble"."""
    if t.size < 3 or t.kinds[0] != "x" or t.stems[0][:1] not in "يت" or len(t.stems[0]) < 4:
        return None
    if t.stems[1] in ("ابو", "ام", "ابا"):
        return 1, 3
    if t.kinds[1] == "P" and t.kind(2) in ("x", ","):
        end = 2
        while end < t.size and end < 4 and t.kinds[end] == "x":
            end += 1
        return 1, end
    return None


def _recorded_before(t: Tokens, i: int, until: int) -> SpeechMention | None:
    before = _subject_before(t, i)
    if before is None or t.kind(i + 1) not in _NOUNS_OF_HARM:
        return None
    said = _mention(t, before, i, (i + 1, until), Manner.SAYS)
    said.record = True
    return said


def _scope_end(t: Tokens, i: int) -> int:
    """Return where what is said ends: at the next verb of saying of another clause, or the end of the sentence."""
    for k in range(i + 2, t.size):
        if t.kinds[k] == "." and t.stems[k] != ".":
            return k
        if t.kinds[k] == SAY and (t.conjunctions[k] or t.kind(k - 1) in (",",) or t.stem(k - 1) in _CLAUSES) and t.stems[k] not in ("قدر", "قدرت"):
            return k
        if t.stems[k] in ("بينما", "فيما") and any(t.kinds[j] == SAY or t.stems[j] in _OF for j in range(k + 1, min(t.size, k + 7))):
            return k
    return t.size


def _speaker(t: Tokens, i: int, *, of: bool = False) -> _Span | None:
    """Return the speaker that stands at a token, None where none does."""
    start = i
    k = i
    n = t.size
    carrier: tuple[int, int] | None = None
    while k < n and k - start < 12:
        kind, stem = t.kinds[k], t.stems[k]
        if kind in _STOPS or (kind in _NOUNS_OF_HARM and (True)) or (kind == NUMBER and stem not in ("احد", "احدي", "احدهم")):
            break
        if kind == EVENT and k > start and t.prepositions[k] == "ب":
            break
        if of and stem == "عن":
            break
        if stem == "نقلا" and k > start and t.stem(k + 1) == "عن" and (inner := _speaker(t, k + 2)) is not None and _namelike(t, start, k):
            inner.carrier = inner.carrier or (start, k)
            return inner
        if stem in _ADVERBS:
            break
        if stem in ("قوله", "قولها", "قولهم", "كذلك", "ايضا", "ذلك") or (stem == "في" and t.stem(k + 1) in _IN_WHAT) or stem in ("امس", "اليوم", "خلال", "الي", "حول", "ردا", "علي", "ما", "لدي", "منذ", "حتي", "لم", "لن", "دون", "استهداف"):
            break
        if kind == "p" and (k == start or stem in {"بعد", "قبل", "اثر", "جرا", "ضد", "عبر", "حيث", "عند", "اثنا", "مقابل", "نتيجه", "بسبب", "عقب", "بشان", "تحت"}):
            break
        if kind == EVENT and k > start and t.stem(i - 1) in _CONDEMNS:
            break
        if t.prepositions[k] == "ب" and k > start and stem not in ("اسم",):
            break
        if kind == "x" and stem.startswith("ل") and k > start and not t.definite[k] and _outlet(t, k):
            carrier = (k, _outlet_end(t, k))
            k = carrier[1]
            break
        if t.prepositions[k] == "ل" and k > start and t.stems[k] in {"وكاله", "قناه", "صحيفه", "موقع", "مراسل"}:
            carrier = (k, _outlet_end(t, k))
            k = carrier[1]
            break
        if kind == ",":
            inner = _apposition(t, k)
            if inner is not None:
                return inner
            break
        if stem in _NAMED:
            start = k + 1
        if kind in ("S",) and k == start:
            break
        k += 1
    if k <= start or t.kind(start) in ("p",) or not _namelike(t, start, k if carrier is None else carrier[0]):
        return None
    end = carrier[0] if carrier is not None else k
    while k < n and (t.kinds[k] in (THAT, ":") or t.stems[k] in {"قوله", "قولها", "قولهم", "كذلك", "ايضا"}):
        k += 1
    return _Span(start, end, k, carrier)


_OUTLET: Final = re.compile(r"ل(?:رويترز|فرانس|اسوشيتد|وكاله|قناه|صحيفه|موقع|مراسل|بي|الجزيره|لجزيره|لعربيه|سي|سبوتنيك|شبكه|تلفزيون|اذاعه|لاناضول)")


def _outlet(t: Tokens, k: int) -> bool:
    return _OUTLET.match(t.raw[k]) is not None


def _outlet_end(t: Tokens, k: int) -> int:
    end = k + 1
    while end < t.size and end - k < 4 and t.kinds[end] in ("x", "P") and t.stems[end] not in _CLAUSES and not t.conjunctions[end]:
        end += 1
    return end


def _apposition(t: Tokens, k: int) -> _Span | None:
    """Return the name between commas: "one of the survivors, Salem al-Hamdani, that"."""
    for j in range(k + 1, min(t.size, k + 7)):
        if t.kinds[j] == "," and t.kind(j + 1) == THAT and j > k + 1:
            return _Span(k + 1, j, j + 2)
        if t.kinds[j] not in ("x", "P", "p"):
            return None
    return None


def _namelike(t: Tokens, start: int, end: int) -> bool:
    """Tell whether words can name a speaker: not a verb of another kind, not a bare preposition."""
    if end <= start:
        return False
    stem = t.stems[start]
    if stem in {"ذلك", "هذا", "هذه", "له", "لها", "لهم", "لنا", "لي", "وقت", "فيه", "عنه", "به", "بها", "كما", "كيف", "هو", "هي", "هم", "نحن", "انا", "كان", "كانت", "لو", "لك", "قد", "لقد", "جميع", "اي", "لا", "لم", "ثم"}:
        return False
    return t.kinds[start] in {"x", "P", "T", "Z", "X", "E", "n", "p", "H", "B"} or t.kinds[start] == "x"


def _subject_before(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the subject that stands before its verb: "but an officer in the army said that"."""
    start = i
    while start > 0 and i - start < 9:
        kind, stem = t.kinds[start - 1], t.stems[start - 1]
        if kind in _BEFORE_SUBJECT or stem in _CLAUSES:
            break
        start -= 1
        if t.conjunctions[start] and start < i - 1 and t.kinds[start] in ("x", "T", "P") and (start == 0 or t.kinds[start - 1] in (",", ".", '"')):
            break
    if start >= i or i - start > 8 or t.kinds[start] in ("p", STATE, "K", "I", "F", "N") or not t.stems[start][:1].isalpha():
        return None
    if _SPEAKERS.search(" ".join(t.stems[start:i])) is None and t.kinds[start] not in ("P", "T"):
        return None
    said = i + 1
    while t.stem(said) in _ADVERBS or (t.stem(said) == "في" and t.stem(said + 1) == "وقت"):
        said += 3 if t.stem(said) == "في" else 1  # "had announced earlier the death of"
    if t.kind(said) not in (THAT, ":", '"', DEATH, INJURY, FALL, RECOVERY, ",") and not (t.prepositions[said] if said < t.size else ""):
        return None
    end = i - 1 if i - start > 1 and t.stems[i - 1] in ("قد", "لقد") else i
    if t.stems[start] in ("كان", "كانت", "وكان", "وكانت") and end - start > 1:
        start += 1
    return start, end


def _carried(t: Tokens, i: int, until: int) -> SpeechMention | None:
    """Read "Reuters quoted a medical source (as saying) that"."""
    k = i + 1
    while k < t.size and t.stems[k] != "عن" and t.kinds[k] not in (".", ":", '"', THAT) and k - i < 9:
        k += 1
    if t.stem(k) != "عن":
        return None
    span = _speaker(t, k + 1)
    if span is None:
        return None
    carrier = (i + 1, k) if k > i + 1 else None
    return _mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS, carrier=carrier)


def _according(t: Tokens, i: int) -> SpeechMention | None:
    """Read "according to a doctor", leading or trailing."""
    k = i + 1
    if t.stem(k) in {"عن", "ل", "الي", "قول", "ما"}:
        k += 1
    if t.stem(k) in ("مزاعم", "زعم"):
        k += 1
    if t.kind(k) == SAY or t.stem(k) in _RECORDS:
        k += 1
        if t.stem(k) in {"به", "عنه", "عنها", "بها"}:
            k += 1
    start = k
    while k < t.size and k - start < 9 and t.kinds[k] not in _AFTER_SOURCE and t.stems[k] not in _CLAUSES:
        if t.prepositions[k] == "ل" and k > start and t.stems[k] in ("وكاله", "قناه"):
            break
        if k > start and (t.stems[k] in ("ان", "منذ", "خلال", "التي", "الذي", "مشيرا") or (t.prepositions[k] == "ب" and t.kinds[k] != "x" and t.stems[k] != "اسم") or t.kinds[k] in (FALL, RECOVERY)):
            break
        k += 1
    if k <= start:
        return None
    leading = i <= 2 and (i == 0 or t.kinds[i - 1] != ",")
    first = next((j for j in range(i - 1, -1, -1) if t.kinds[j] == "." or t.stems[j] in {"فيما", "بينما", "لكن", "صحيح", "صواب"}), -1) + 1
    manner = Manner.CLAIMS if t.stem(i + 1) in ("مزاعم", "زعم") else Manner.SAYS
    scope = (k + (t.kind(k) == ","), t.size) if leading else (first, i)
    return _mention(t, (start, k), i, scope, manner, trailing=not leading)


def _label(t: Tokens) -> SpeechMention | None:
    """Read a speaker before a colon at the start: "The coalition: we know of no ..."."""
    start = 0
    while start < t.size and t.kinds[start] in ("-", "x", NUMBER, "(", ")", ":", "#", "/") and not t.stems[start][:1].isalpha():
        start += 1
    k = start
    while k < t.size and k - start < 8 and t.kinds[k] not in (":", ".", '"', ","):
        if t.kinds[k] in _NO_LABEL_KINDS or (t.kinds[k] == BREAK and not t.definite[k]):
            return None
        k += 1
    if t.kind(k) != ":" or k == start or k + 1 >= t.size:
        return None
    words = " ".join(t.stems[start:k])
    if _NO_LABEL.search(words) is not None or _SPEAKERS.search(words) is None:
        return None
    return _mention(t, (start, k), k, (k + 1, t.size), Manner.SAYS, label=True)
