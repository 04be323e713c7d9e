"""Words that say that nobody was harmed, in an Arabic sentence: counts of zero."""


import re
from bisect import bisect_right
from typing import Final

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import NUMBER, PERSON, VAGUE
from harmtrace.records.claim import Outcome, Who

FAMILIES: Final = frozenset("عايله عايلات اسره اسر عوايل".split())
_NOBODY = "ضحايا|ضحيه|اصابات|اصابه|خساير|قتلي|جرحي|شهدا|وفيات|مدني|مدنيين|مدنيون|احد|شخص|قتيل|جريح|اهالي|سكان|ماره|عاملين|موظفين|ركاب|افراد"
_ZERO = re.compile(
    rf"(?:^| )(?:لم|لن|لا|دون|بدون|عدم|بلا|ما|غير)((?: (?!ورد|قيل|تردد|يتردد|اشيع|شاع|يشاع|نشر|نسب|يقال|زعم|تداول|يتداول|روج|علم|يعد|تعد|معلومات|تقارير|بلاغات|انبا|تفاصيل|احصاييه|حصيله|ارقام|ذكر|تحديد|كشف|الاشاره|اشاره|معرفه|اعلان|ترد|يرد|تعلن|يعلن|يعرف|تعرف|يتسن|يتضح|تتضح|يكشف|تكشف|تتوفر|يتمكن|تزال|يزال|يقل|تقل|يزيد|تزيد|يتجاوز|تتجاوز|يصل|تصل|زال|زالت|زالوا|يفوق|يقارب)[^ ]+){{0,4}}?) (?:اي(?:ه|ا)? |من |اي من )?({_NOBODY})(?= |$)"
)
_UNHARMED = re.compile(
    rf"(?:^| )(?:نفي|نفت|نفوا|ينفي|تنفي|ننفي|نافيا|نافيه|انكر|انكرت|كذب|كذبت)(?: [^ ]+){{0,10}}? (?:سقوط|وقوع|وجود|حدوث|مقتل|قتل|اصابه|استهداف|تسجيل|تسبب|التسبب) (?:في |ب)?(?:سقوط |وقوع |مقتل |قتل )?(?:اي(?:ه)? )?({_NOBODY})(?= |$)"
)
#: "did not, two hours after it was cleared, leave any wounded": whatever stands between.
_LEFT_NONE = re.compile(rf"(?:^| )(?:لم|لا|لن|دون ان|بدون ان|ما) (?:[يت](?:سفر|ود|ودي|خلف|وقع|تسبب|سجل|نتج|نجم|سقط|قع|لحق|حصد|وقعوا|تركوا|ترك)(?:ا|وا)?)((?: (?!\.)[^ ]+){{0,14}}?) (?:عن |الي |في |ب|من )?(?:وقوع |سقوط |حدوث |تسجيل )?اي(?:ه)? ({_NOBODY})(?= |$)")
#: "that any civilian was not harmed": who stands before the verb.
_NOBODY_WAS = re.compile(rf"(?:^| )(?:ان |انه )?اي ({_NOBODY}) (?:لم|لا|ما) ((?:يتضرر|يصب|يقتل|يتاذ|يستشهد|يمس|تتضرر|يتعرض|يتاذي)[^ ]*)(?= |$)")
#: Words of which one stands in whatever the patterns find.
_DENYING: Final = frozenset("نفي نفت نفوا ينفي تنفي ننفي نافيا نافيه انكر انكرت كذب كذبت".split())
_NEGATING: Final = frozenset("لم لن لا دون بدون عدم بلا ما غير".split())
_NOBODIES: Final = frozenset(_NOBODY.split("|"))
#: "none of the inhabitants was hurt": only so do they count.
_CROWD: Final = frozenset("اهالي سكان ماره عاملين موظفين ركاب افراد".split())
_KILLS = re.compile(r"قتل|مقتل|استشهد|توفي|مات|يمت")
_HURTS = re.compile(r"يصب|اصيب|يصاب|جرح|تضرر|تاذ|يمس")
#: "which led to victims", "often leaves dead": there "ما" is no "not".
_CAUSED: Final = frozenset("ادي ادت يودي تودي تسبب تسببت يتسبب تتسبب اسفر اسفرت يسفر تسفر خلف خلفت يخلف تخلف اوقع اوقعت يوقع توقع نتج نجم ينتج ينجم نتجت نجمت".split())
_OFTEN: Final = frozenset("غالبا كثيرا عاده دايما احيانا نادرا قلما مثل بقدر".split())
_ILL: Final = frozenset("اذي باذي مكروه بمكروه سو بسو ضرر بضرر".split())
_HUMAN = re.compile(r"بشري|مدني|ارواح|افراد|صفوف|قوات|جنود|عناصر|مقاتل")


def none_harmed(t: Tokens, found: list[Harm]) -> list[Harm]:
    """Return what says that nobody was harmed: counts of zero."""
    known = set(t.stems)
    if _DENYING.isdisjoint(known) and (_NEGATING.isdisjoint(known) or _NOBODIES.isdisjoint(known)):
        return []
    line = " ".join(t.stems)
    places: list[int] = []
    at = 0
    for stem in t.stems:
        places.append(at)
        at += len(stem) + 1
    out: list[Harm] = []
    for pattern, denied in ((_UNHARMED, True), (_ZERO, False), (_LEFT_NONE, False), (_NOBODY_WAS, False)):
        for match in pattern.finditer(line):
            noun = match[1] if denied or pattern is _NOBODY_WAS else match[2]
            first = bisect_right(places, match.start() + (line[match.start()] == " ")) - 1
            last = bisect_right(places, match.end() - 1) - 1
            middle = "" if denied else match[2] if pattern is _NOBODY_WAS else match[1]
            if pattern is _NOBODY_WAS:
                last -= 2  # the noun stands before "not" and its verb
            if not denied and t.stems[first] == "ما" and (t.stem(first + 1) in _CAUSED or t.stem(first - 1) in _OFTEN):
                continue
            harm = _zero(t, noun, first, last, line[match.start() : match.end() + 40], middle, pattern)
            if noun in _CROWD and not (denied is False and t.stem(last - 1) == "من" and t.stem(last - 2) in ("اي", "احد") and (_KILLS.search(middle) or _HURTS.search(middle))):
                continue
            if (not denied and t.definite[last] and noun not in _CROWD) or harm is None or any(h.start <= last and first < h.end for h in (*found, *out)):
                continue
            harm.denied = denied
            out.append(harm)
    return out


def _zero(t: Tokens, noun: str, first: int, last: int, around: str, middle: str, pattern: "re.Pattern[str]") -> Harm | None:
    """Return a count of zero, where the words can mean people."""
    if noun == "خساير" and _HUMAN.search(around) is None:
        return None
    if noun in {"مدني", "مدنيين", "مدنيون", "احد", "شخص"} and not (_KILLS.search(around) or _HURTS.search(around) or "اصابه " in around or "سقوط" in around or "اذي" in around):
        return None
    if (any(kind in (NUMBER, VAGUE) for kind in t.kinds[first + 1 : last]) and pattern is not _LEFT_NONE) or (t.kind(last + 1) == NUMBER and t.stem(last + 1) not in ("واحد", "واحده")):
        return None
    if noun == "احد" and not (_KILLS.search(middle) or _HURTS.search(middle)):
        return None
    outcome = Outcome.KILLED_OR_INJURED
    if noun in {"اصابات", "جرحي", "اصابه", "جريح"} or (noun in {"مدني", "احد", "شخص", "مدنيين", *_CROWD} and (_HURTS.search(middle) or (pattern is _UNHARMED and t.stem(last - 2) == "اصابه" and t.stem(last - 1) == "اي"))):
        outcome = Outcome.INJURED
    elif noun in {"قتلي", "شهدا", "وفيات", "قتيل", "مدني", "مدنيين", "مدنيون", "احد", "شخص", *_CROWD}:
        outcome = Outcome.KILLED
    if (outcome is Outcome.INJURED and any(t.stem(k) in _ILL for k in range(last + 1, last + 4))) or any(word in middle for word in ("تضرر", "تاذ", "يمس")):
        outcome = Outcome.KILLED_OR_INJURED  # "nobody came to harm"
    end = last + 1
    who = Who.CIVILIAN if noun == "اهالي" else Who.UNSPECIFIED
    for k in range(last, min(t.size, last + 5)):
        word = t.words[k]
        if t.kinds[k] in (".", ","):
            break
        if word is not None and word.kind == PERSON and word.who is not Who.UNSPECIFIED:
            who, end = word.who, k + 1
            break
    if who is Who.UNSPECIFIED and (noun.startswith("مدني") or (t.stem(last + 1) in ("منها", "منهم") and not FAMILIES.isdisjoint(t.stems))):
        who = Who.CIVILIAN
    c = Counted(first, end, last, last + 1, 0, 0, "S", who=who, head=last)
    return Harm(counted=c, start=first, end=end, outcome=outcome, rule="none/1", who=who)
