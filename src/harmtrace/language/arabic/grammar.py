"""The Arabic grammar: one sentence in, its mentions out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from harmtrace.language.arabic import dates as arabic_dates
from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.counted import Counted, counted
from harmtrace.language.arabic.cues import CUES
from harmtrace.language.arabic.harms import harms
from harmtrace.language.arabic.letters import Letters, letters
from harmtrace.language.arabic.nobody import Harm
from harmtrace.language.arabic.speakers import subject, voice
from harmtrace.language.arabic.speech import ISSUES, speeches
from harmtrace.language.arabic.stances import blames, exposures, positions
from harmtrace.language.arabic.tokens import DATE, Tokens, tokenise
from harmtrace.language.arabic.wheres import places
from harmtrace.language.dates import DateKind, DateMention, Reference
from harmtrace.language.grammar import (
    COUNT,
    EVERYTHING,
    HARM,
    RISK,
    STANCE,
    Before,
    Cues,
    HarmMention,
    Manner,
    NumberMention,
    SentenceMentions,
    SpeechMention,
)  # fmt: skip
from harmtrace.language.places import PlaceMention
from harmtrace.language.sentences import split
from harmtrace.records.claim import Group, Modality, Outcome, Scope, Step, VoiceKind, Who
from harmtrace.records.measure import Count


class Arabic:
    """Arabic, as rules over word classes."""

    name = "arabic"
    cues: Cues = CUES

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter and what they may mean, in order; empty for no use."""
        return pieces.triggers(letters(text))

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""
        return split(text, start, end)

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``."""
        found = letters(text)
        return arabic_dates.find(found, found.folded(start), found.folded(end), reference)

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the day that the text is read from, where nothing else has given one."""
        return arabic_dates.reference(letters(text), known)

    def read(
        self, text: str, start: int, end: int, *, dates: Sequence[DateMention], known: Sequence[PlaceMention], before: Before, bits: int = EVERYTHING
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` say what its words may mean."""
        found = letters(text)
        first, last = found.folded(start), found.folded(end)
        t = tokenise(found, first, last)
        if not t.size:
            return SentenceMentions(start=start, end=end, silent=True)
        if not _RECORDING.isdisjoint(t.stems):
            _name_offices(t)
        held = pieces.held(found, first, last)
        _mask(t, dates)
        line = found.text[t.starts[0] : t.ends[-1]]
        loud = bool(bits & (HARM | RISK | COUNT))
        counts = counted(t) if loud else {}
        entry = _ENTRY.match(text, start, end) is not None
        harmed = harms(t, counts, item=entry) if bits & (HARM | COUNT) else []
        spoken = speeches(t) if loud or bits & STANCE or not ISSUES.isdisjoint(t.stems) else []
        where = places(t, known, head=entry, line=_opens_line(text, start))
        if spoken and where:
            outside = [p for p in where if not any(s.name_start <= p.start and p.end <= s.name_end for s in spoken)]
            where = outside if outside or not harmed else [p for p in where if not p.weak]
        stands = tuple(positions(t, held)) if bits & STANCE and held & pieces.POSITION else ()
        blamed = tuple(blames(t, held)) if bits & STANCE and held & pieces.BLAME else ()
        fresh, said = _split_dates(t, dates, spoken, harmed)
        rates = [d for d in dates if d.kind is DateKind.RATE]
        harmed, rated = _without_rates(t, counts, harmed, rates) if rates else (harmed, [])
        taken = {h.counted.start for h in harmed}
        named = _parties(t) if "T" in t.kinds else []
        return SentenceMentions(
            start=start,
            end=end,
            harms=_harms(t, harmed, fresh, line, named, held) if harmed else (),
            speeches=tuple(spoken),
            places=tuple(where),
            positions=stands,
            blames=blamed,
            exposures=tuple(exposures(t, counts, taken)) if bits & RISK else (),
            numbers=(*rated, *_numbers(t, counts, taken)),
            fresh_dates=fresh,
            said_dates=said,
            rate=False,
            separate=_separate(t, line) if held & pieces.SEPARATE else None,
            background=bool(held & pieces.BACKGROUND) and _BACKGROUND.search(line) is not None,
            returns=bool(held & pieces.RETURNS) and _RETURNS.search(line) is not None,
            period=False,
            targets=frozenset([_TARGETS[s] for s in t.stems if s in _TARGETS]),
            causes=frozenset([w.note for w, k in zip(t.words, t.kinds, strict=True) if k == "E" and w is not None]) if "E" in t.kinds else _NONE,
            doubtful=bool(held & pieces.DOUBT) or (bool(held & pieces.SAID) and _SAID.search(line) is not None),
            parties=tuple((*t.span(a, b, core=True), text[slice(*t.span(a, b, core=True))]) for a, b in named),
        )

    def modality(self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""
        return _modality(letters(text), mention, speech, start, end)

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""
        return voice(name)

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return what lists of people by name say of each; this pack reads none."""
        return {}

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person that a sentence opens with, behind its verb; None where it opens with something else."""
        found = letters(text)
        t = tokenise(found, found.folded(start), found.folded(end))
        named = subject(t)
        return None if named is None else t.span(named[0], named[1], core=True)


def _without_rates(t: Tokens, counts: dict[int, Counted], found: list[Harm], rates: list[DateMention]) -> tuple[list[Harm], list[NumberMention]]:
    """Return the counts without that which is nearest to each "a day", "a month": it is a rate; and what is left out."""
    kept, out = list(found), []
    for rate in rates:
        k = t.at(rate.start)
        nearest = min(counts, key=lambda at: abs(at - k), default=-1)
        for harm in kept:
            if harm.counted.start == nearest:
                start, end = t.span(harm.counted.start, harm.counted.end, core=True)
                out.append(NumberMention(start=start, end=end, reason="a rate, not a count"))
        kept = [harm for harm in kept if harm.counted.start != nearest]
    return kept, out


_OFFICES: Final = frozenset("مركز شبكه مكتب فريق وحده لجنه منظمه مرصد مشروع هييه مجموعه جمعيه موقع".split())
_RECORDING: Final = frozenset("توثيق رصد تسجيل".split())


def _name_offices(t: Tokens) -> None:
    """Take "record" for part of a name in "the Centre for Recording Violations": there it records nothing."""
    for k in range(1, t.size):
        if t.stems[k] in _RECORDING and (t.stems[k - 1] in _OFFICES or (t.stems[k] == "رصد" and t.kinds[k - 1] in ("Y", "A"))):
            t.kinds[k] = "x"


_NONE: Final[frozenset[str]] = frozenset()
#: An entry of a list: it opens with a bullet, a dash or a numeral.
_ENTRY: Final = re.compile(r"\s{0,20}(?:[•●▪◾📌🔴🔻👈*·‣–—-]|\d{1,2}\s{0,20}[-).])\s{0,20}")


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[max(0, start - 2) : start].find("\n") >= 0


def _mask(t: Tokens, dates: Sequence[DateMention]) -> None:
    """Mark the tokens that dates cover."""
    if not dates:
        return
    starts = t.letters.starts
    for mention in dates:
        if mention.kind in (DateKind.VAGUE, DateKind.RATE):
            continue
        for k in range(t.at(mention.start), t.size):
            first = starts[t.starts[k]]
            if first >= mention.end:
                break
            at = starts[t.starts[k] + t.cuts[k]]
            if mention.start <= at < mention.end or first <= mention.start < mention.end > at:
                t.kinds[k] = DATE


# ---- dates: when it happened, or when it was said ----

_SAID_NOUNS: Final = frozenset("بيان تصريح ايجاز موتمر تقرير نشره منشور مقابله عدد بياننا بيانها بيانه ايجازه حديث احصاي احصا".split())


def _split_dates(
    t: Tokens, dates: Sequence[DateMention], spoken: list[SpeechMention], harmed: list[Harm]
) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    """Sort date mentions into those of the harm and those of the saying, finding or counting."""
    fresh: list[DateMention] = []
    said: list[DateMention] = []
    for mention in dates:
        if mention.kind is DateKind.RATE:
            continue
        (said if _is_said(t, mention, spoken, harmed) else fresh).append(mention)
    return tuple(fresh), tuple(said)


def _is_said(t: Tokens, mention: DateMention, spoken: list[SpeechMention], harmed: list[Harm]) -> bool:
    if mention.kind not in (DateKind.POINT, DateKind.RELATIVE):
        return False
    k = _token_at(t, mention.start)
    last = k
    while last < t.size and t.kinds[last] == DATE:
        last += 1
    before = [t.stems[j] for j in range(max(0, k - 4), k)]
    for s in spoken:
        if s.verb_end <= mention.start <= s.scope_start and not s.trailing:
            return True
        if s.trailing and s.verb <= mention.start and mention.start <= s.name_end + 12:
            return True
    if any(word in _SAID_NOUNS for word in before):
        return True
    if before[-1:] == ["حتي"] or (before[-2:-1] == ["حتي"]):
        return True
    return any(h.outcome is Outcome.BODIES_RECOVERED and h.start <= k < h.end for h in harmed) or t.stem(k - 1) in ("الصادر", "المنشور", "صادر")


def _token_at(t: Tokens, place: int) -> int:
    return min(t.at(place), t.size - 1)


# ---- harm ----


def _inherited(found: list[Harm]) -> list[Who]:
    """Return who each count speaks of: "others" takes it from the count before."""
    out: list[Who] = []
    last: Who | None = None
    for harm in found:
        who = harm.who
        if harm.counted.more and who is Who.UNSPECIFIED and last is not None:
            who = last
        out.append(who)
        last = who
    return out


@dataclass(slots=True)
class _Round:
    """What stands round the counts of a sentence.

    Attributes:
        dates: those that may tell when it happened.
        line: the whole sentence, folded.
        parties: the belligerents named, token ranges.
        event: one event is named.
        periodic: a total over a time is named.
    """

    dates: tuple[DateMention, ...]
    line: str
    parties: list[tuple[int, int]]
    event: bool
    periodic: bool


def _harms(t: Tokens, found: list[Harm], dates: tuple[DateMention, ...], line: str, parties: list[tuple[int, int]], held: int) -> tuple[HarmMention, ...]:
    periodic = bool(held & pieces.PERIODIC) and _PERIODIC.search(line) is not None
    around = _Round(dates, line, parties, not _EVENTFUL.isdisjoint(t.stems), periodic)
    return tuple([_harm(t, harm, who, around) for harm, who in zip(found, _inherited(found), strict=True)])


def _harm(t: Tokens, harm: Harm, who: Who, around: _Round) -> HarmMention:
    c = harm.counted
    start, end = t.span(harm.start, harm.end, core=True)
    number_start, number_end = t.span(c.number, c.number_end, core=True)
    scope, window = _scope(t, harm, around)
    return HarmMention(
        start=start,
        end=end,
        number_start=number_start,
        number_end=number_end,
        at=t.span(c.number, c.number + 1, core=True)[0],
        count=Count(low=c.low, high=c.high, vague=c.vague, approx=c.approx),
        outcome=harm.outcome,
        who=who,
        unit=harm.unit,
        groups=tuple(Group(name=name, low=low, high=high) for name, (low, high) in harm.groups.items()),
        step=harm.step,
        rule=f"arabic/{harm.rule}",
        more=c.more,
        unsure=harm.unsure,
        denied=harm.denied,
        civilian_noun=c.who is Who.CIVILIAN,
        scope=scope,
        window=window,
        blamed=_agent(t, harm, around.parties),
    )


_PERIODIC: Final = re.compile(r"تقرير\w{0,20} (?:ال)?(?:شهري|سنوي|اسبوعي)|حصيله (?:ال)?(?:شهريه|سنويه|اسبوعيه|تراكميه)|تحت التعذيب|في عموم |(?:منذ بدايه|منذ بد|منذ مطلع|خلال شهر|خلال الشهر|خلال العام|خلال الاسبوع)|منذ انطلاق|منذ اندلاع")
_EVENTFUL: Final = frozenset("غاره هجوم قصف انفجار تفجير ضربه استهداف غارات كمين صاروخ قذيفه لغم عبوه رصاص برصاص مجزره حادث قناص".split())


def _scope(t: Tokens, harm: Harm, around: _Round) -> tuple[Scope | None, tuple[str, str] | None]:
    """Return whether a count is a total over a time, where the words round it tell."""
    c, dates, event = harm.counted, around.dates, around.event
    at = t.span(c.number, c.number + 1)[0]
    for date in dates if len(dates) < 2 else sorted(dates, key=lambda d: abs(d.start - at)):
        if date.kind in (DateKind.POINT, DateKind.RELATIVE):
            return Scope.EVENT, None
        words = t.letters.source[max(0, date.start - 8) : date.end]
        if date.kind is DateKind.SINCE:
            return (None, None) if c.low == c.high == 1 else (Scope.PERIOD, _window(date))
        if date.kind is DateKind.WINDOW and date.rule not in ("last:week", "this:weeks"):
            if c.low == c.high == 1 or (date.edtf is None and event) or (harm.outcome is Outcome.BODIES_RECOVERED and date.rule.startswith("within")):
                return None, None
            if date.rule.startswith(("this:", "within")) and date.start > at and _ORDINAL_OF_TIME.search(around.line):
                continue
            return Scope.PERIOD, _window(date)
        if date.kind is DateKind.WINDOW:
            alone = t.stem(t.at(date.end)) == "وحده" or t.stem(t.at(date.end - 1) + 1) == "وحده"  # "last week alone"
            return (Scope.PERIOD, _window(date)) if "خلال" in words or alone else (None, None)
        if date.kind is DateKind.SPAN:
            if "خلال" in words or around.periodic:
                return Scope.PERIOD, _window(date)
            if len(date.edtf or "") == 7 and not event and (c.low or c.high or 0) > 9:
                return Scope.PERIOD, _window(date)
            return Scope.EVENT, None
        if date.kind is DateKind.RANGE and date.rule != "night between":
            return Scope.PERIOD, _window(date)
    if around.periodic and not event and not (c.low == c.high == 1):
        return Scope.PERIOD, None
    return None, None


#: "the third of its kind within a month": no total over the month.
_ORDINAL_OF_TIME: Final = re.compile(r"(?:الثاني|الثالث|الرابع|الخامس|الاول)\w* من نوع")


def _window(date: DateMention) -> tuple[str, str] | None:
    return (date.edtf, date.why) if date.edtf is not None else None


def _numbers(t: Tokens, counts: dict[int, Counted], taken: set[int]) -> list[NumberMention]:
    """Return the counts that are no harm, with the reason."""
    out: list[NumberMention] = []
    for at, c in counts.items():
        if at in taken or c.single:
            continue
        start, end = t.span(c.start, c.end, core=True)
        head = t.stems[c.head] if c.head >= 0 else ""
        reason = f"counts {head}" if c.kind == "X" and head else "no word of harm is tied to it"
        out.append(NumberMention(start=start, end=end, reason=reason))
    return out


# ---- parties ----

_PARTY_TAILS: Final = frozenset(
    "الدولي العربي السوري العراقي التركي الاسراييلي السوداني الامريكي الروسي الحربي الدولة النظام الاحتلال التحالف الدعم السريع السوريه الروسيه الديمقراطيه سوريا الاسد الحدود الحشد الشعبي داعش قسد الحوثي الدوله الجيش الوطني المروحي".split()
)
_PARTY_HEADS: Final = frozenset("طيران قوات تنظيم جيش ميليشيا ميليشيات مليشيا مليشيات حرس حركه حزب سلاح مدفعيه مدفعيت جبهه فصايل".split())


def _parties(t: Tokens) -> list[tuple[int, int]]:
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
        while end < n and t.raw[end] in _PARTY_TAILS and not t.conjunctions[end]:
            end += 1
        out.append((i, end))
        i = end
    return out


_ADJECTIVES: Final = re.compile(r"^(?:ال)?(?:روسي|اسراييلي|تركي|سوري|امريكي|ايراني|سعودي|اميركي)(?:ه)?$")
_MEANS: Final = frozenset("غاره غارات غارتين غارتان قصف ضربه ضربات نيران رصاص صاروخ صواريخ قذيفه قذايف هجوم استهداف طيران طايره طايرات مدفعيه مسيره قنص".split())


def _agent(t: Tokens, harm: Harm, parties: list[tuple[int, int]]) -> tuple[int, int] | None:
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


# ---- events ----

_TARGETS: Final = {
    word: name
    for name, words in {
        "house": "منزل منازل بيت بيوت مبني مباني بنايه عماره شقه منزلهم منزلا", "mosque": "مسجد جامع", "market": "سوق محال محلات متجر", "school": "مدرسه مدارس جامعه",
        "hospital": "مستشفي مشفي مستوصف", "vehicle": "سياره سيارات حافله باص شاحنه قافله سيارتهم دراجه", "boat": "قارب زورق قوارب مركب", "camp": "مخيم", "bakery": "فرن مخبز", "church": "كنيسه", "checkpoint": "حاجز", "farm": "مزرعه بستان حقل", "wedding": "عرس عزا جنازه",
    }.items()
    for word in words.split()
}  # fmt: skip
_SEPARATE: Final = re.compile(r"(?:غاره|هجوم|حادثه|حادث|انفجار|قصف|ضربه|استهداف) (?:اخر|اخري|ثانيه|ثان|منفصل|منفصله|مماثل|مماثله)|سياق (?:اخر|متصل|منفصل)|من جهه اخري|في حادثه? (?:اخري|منفصله)|حادثه اخري")
_BACKGROUND: Final = re.compile(r"منذ (?:غاره|مجزره|هجوم|قصف)|الاعنف منذ|الاكثر دمويه|ذكري|العام الماضي|قبل (?:عام|عامين|سنه|سنوات|اعوام|اشهر|شهور)")
_RETURNS: Final = re.compile(r"(?:الغاره|الهجوم|القصف|الضربه|المجزره) (?:الاخيره|الاخير)")


def _separate(t: Tokens, line: str) -> int | None:
    match = _SEPARATE.search(line)
    return None if match is None else t.letters.starts[t.starts[0] + match.start()]


# ---- modality ----

_SAID: Final = re.compile(r"(?<![^\W_])قيل")
_CONDITIONAL: Final = re.compile(r"(?<![^\W_])[وف]?(?:في حال|اذا ما|اذا |ان صح|لو )(?!لم )|(?<![^\W_])قد (?:يرتفع|ترتفع|يصل|تصل|يزداد|تزداد|يبلغ|تبلغ|يتجاوز|تتجاوز|يكون|تكون)|(?:يتوقع|متوقع|مرشح|مرشحه|يمكن) (?:ان )?(?:ل|ان)?(?:يرتفع|ترتفع|يصل|تصل)")
_UNCONFIRMED: Final = re.compile(r"(?:انبا|تقارير|معلومات)\w{0,20}(?: (?:غير موكده|اوليه|متضاربه|متداوله))*(?: [^\W\d]{1,40})? (?:عن|تفيد|تتحدث|تشير|حول|ب)|غير موكد|يعتقد|يخشي|مخاوف|شايعات|يرجح|مرجح|ترجيح|ربما|(?:لم|لا) (?:يتسن|نتمكن|يتمكن|يمكن|تتمكن|نستطع)[^.]{0,40}(?:تحقق|تثبت|تاكد)|(?:يصعب|تعذر|يتعذر|صعوبه) [^.]{0,20}(?:تحقق|تثبت|تاكد)|(?:لم|ما) (?:ن|ي|ت)?تاكد|محتمل|احتمال|(?<![^\W_])(?:يقال|قيل)")
#: Behind a number: nobody could check it.
_UNCHECKED: Final = re.compile(r"(?:لم|لا) (?:يتسن|نتمكن|يتمكن|يمكن|تتمكن|نستطع)[^.]{0,40}(?:تحقق|تثبت|تاكد)|(?:يصعب|تعذر|يتعذر) [^.]{0,20}(?:تحقق|تثبت|تاكد)|(?:لسا |بعد |لسه )?(?:لم|ما) (?:[نيت])?تاكد(?:نا|وا)?")
_ALLEGED: Final = re.compile(r"زعم|يزعم|مزاعم|ادعي|ادعت|ادعا|البلاغ عن|بلاغات عن|اتهامات ب|المزعوم")
_WRONG: Final = re.compile(r"غير (?:دقيق|صحيح|صحيحه|دقيقه)|لا صحه|عار\w{0,20} عن الصحه|غير صحيحه|لا اساس|ليس صحيح|مفبرك|كاذب|ملفق|مختلق|الخبر باطل|خطا (?:في|مطبعي|طباعي|غير مقصود)")
_CORRECTED: Final = re.compile(r"تصحيح|ورد (?:سابقا|في|خطا)|ذكرنا (?:سابقا|خطا|في (?:منشور|خبر|بيان|تقرير|تدوينه) سابق\w*)|كنا (?:قد )?(?:ذكرنا|نشرنا|قلنا)|خطا")
_LOWERED: Final = re.compile(r"(?<![^\W_])[وف]?(?:خفض|خفضت|يخفض|تخفض|صحح|صححت)(?![^\W_])")
_RIGHT: Final = re.compile(r"والصحيح|والصواب|العدد الصحيح|الصحيح|والاصح")


def _modality(found: Letters, mention: HarmMention, speech: SpeechMention | None, start: int, end: int) -> Modality:
    """Return how firmly a number is vouched for: the strongest doubt in its clause."""
    text = found.text
    a, b = found.folded(start), found.folded(end)
    first, last = found.folded(mention.start), found.folded(mention.end)
    at = found.folded(mention.at)
    cut = max((text.rfind(mark, a, first) + len(mark) for mark in {". ", "; ", ", فيما ", ", بينما ", ", في حين ", ", لكن "} if text.rfind(mark, a, first) >= 0), default=a)
    stop = min((k for k in (text.find(mark, last, b) for mark in {"; ", ", فيما ", ", بينما ", ", في حين ", ", لكن "}) if k >= 0), default=b)
    lead = text[cut:first]
    if mention.denied:
        return Modality.DENIED
    if speech is not None and speech.manner is Manner.DENIES and speech.scope_start <= mention.at < speech.scope_end and not _turns(text[found.folded(speech.scope_start) : first]):
        return Modality.DENIED
    if _RIGHT.search(lead) is None:
        before = _WRONG.search(lead)
        if (before is not None and "," not in lead[before.end() :]) or _WRONG.search(text[last:stop]) is not None:
            return Modality.DENIED
    if _LOWERED.search(lead) is not None and mention.step is Step.REPLACED:
        return Modality.DENIED  # "lowered the toll from 31": the figure is taken back
    if _CORRECTED.search(lead) is not None and _RIGHT.search(lead) is None and (_RIGHT.search(text[last:b]) is not None or "خطا" in lead or "سابق" in lead):
        return Modality.DENIED
    near = text[max(cut, first - 60) : min(stop, last + 30)]
    if _CONDITIONAL.search(near) is not None:
        return Modality.CONDITIONAL
    if text[max(a, first - 90) : first].find("هل ") >= 0 and "?" in text[last:b]:
        return Modality.UNCONFIRMED
    if b > a and "?" in text[b - 2 : b]:
        return Modality.UNCONFIRMED
    if speech is not None and speech.manner is Manner.CLAIMS and speech.scope_start <= mention.at < speech.scope_end:
        return Modality.ALLEGED
    if _ALLEGED.search(text[max(cut, first - 70) : min(stop, last + 25, next((k for k in (text.find(", و", last),) if k >= 0), b))]) is not None:
        return Modality.ALLEGED
    if mention.unsure or _UNCONFIRMED.search(text[max(cut, at - 90) : at]) is not None or _UNCHECKED.search(text[last : max(stop, min(b, last + 90))]):
        return Modality.UNCONFIRMED
    return Modality.ASSERTED


def _turns(words: str) -> bool:
    """Tell whether a denial has turned into what is held instead."""
    return re.search(r"موكد|قايلا|مشيرا|لكن|بل |وقال|الا ان", words) is not None
