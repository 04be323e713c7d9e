"""Which body an Arabic position may be, where its words do not name it: who spoke last, or was told of before."""

import re
from typing import Final

from harmtrace.language.late import late

#: Verbs that open what somebody says, up to their subject.
_SAYS: Final = late(
    r"(?<![^\s«\"(])(?<!في )(?<!علي )[وف]?(?:قال|قالت|قالوا|قلنا|يقول|تقول|يقولون|اوضح|اوضحت|اكد|اكدت|اكدوا|ذكر|ذكرت|افاد|افادت|اعلن|اعلنت|صرح|صرحت|اضاف|اضافت|اضافوا|اشار|اشارت|شدد|شددت|كتب|كتبت|رد|ردت|ردوا|اجاب|اجابت|علق|علقت|"
    r"اكتفي|اكتفت|يكتفي|تكتفي|زعم|زعمت|جزم|جزمت|نفي|نفت|ينفي|تنفي|انكر|انكرت|اقر|اقرت|اعترف|اعترفت|دفع|راي|رات|يري|تري|تابع|تابعت|لفت|لفتت|بين|بينت|يوكد|توكد|يضيف|تضيف|يروي|تروي|روي|روت|شهد|شهدت|يجزم|ادعي|ادعت)(?= )"
)
#: Where a subject ends: what is said begins, or when, where and to whom it was said.
_ENDS: Final = late(
    r"(?:(?<=\s)|^)(?:ان|انه|انها|انهم|انهن|اننا|انو|بان|بانه|بانها|بانهم|بالقول|بالتعليق|بالتاكيد|بالاشاره|بالرد|في|علي|عن|ردا|خلال|عبر|امس|اليوم|يوم|مسا|صباح|ظهر|فجر|لوكاله|لوسايل|للصحفيين|لصحفيين|لقناه|لنا|لي|من|عقب|بعد|قبل|ب\w+|قد|سابقا|لاحقا|مضيفا|وجود|مسووليه|اي|رسميا|نفيا)(?=\s|$)|[,.:;«\"()\n]"
)
_OFFICIAL: Final = late(
    r"متحدث|(?<!م)ناطق|تحالف|جيش|قوات|قياد|قايد|وزير|وزاره|عسكري|عقيد|لوا|عميد|قوه|حكوم|سفار|كتيبه|فصيل|فصايل|سرايا|جبهه|دعم سريع|مليشيا|ميليشيا|تنظيم|نظام|احتلال|قسد|حركه|جماعه|افريكوم|سنتكوم|بنتاغون|ناتو|كرملين|حوثي|فيلق|كتايب|حشد|حزب|الفريق المشترك|"
    r"نيابه|مدعي|المدعي|القضا|شوون العامه|الاركان|اركان|الحرس|الامن|جهاز|داخليه|اعلام حربي|الاعلام الحربي|الاعلام العسكري|خارجيه|رياسه|غرفه عمليات|المستشار|مستشار|روسيا|اسراييل|تركيا|ايران|السعوديه|الامارات|واشنطن|موسكو|دمشق|بغداد|انقره|طهران|تل ابيب|الرياض|ابوظبي|الخرطوم|صنعا|كييف|القاهره|حفتر|الولايات المتحده|المصالحه الروسي|حميميم|اللجنه المركزيه"
)
#: People who see and tell, and those who record: no answer is theirs.
_OTHERS: Final = late(r"سكان|اهالي|الاهالي|شهود|شاهد|ناشط|ناج|مرصد|المرصد|منظمه|المنظمه|حقوق|طبيب|مسعف|مراسل|وكاله|صحيفه|قناه|الدفاع المدني|مستشفي|مشفي|عايله|عائله|ذوي|اقارب|الصحه|صليب|هلال|المفوضيه|الامم|بعثه|لجنه تحقيق|لجنه خبرا|محلل|خبير")
#: Who answers for himself, and who answers for him.
_ACCUSED: Final = late(r"متهم|محامي|محامو|دفاع$|الدفاع$|مدان|موقوف|هييه|ممثل|قبيل|عشير|ناظر|شيخ|مجلس|رابطه|حكم")
#: Bodies named in passing, which a sentence without a subject may go on about.
_NAMED: Final = late(
    r"(?<![^\s«\"(])[وفل]?(?:ال(?:متحدث\w?|ناطق\w?)(?: باسم [^\s,.«»:]+(?: ال[^\s,.«»:]+){0,2}| ال[^\s,.«»:]+){0,2}|(?:متحدث\w?|ناطق\w?) (?:باسم [^\s,.«»:]+(?: ال[^\s,.«»:]+){0,2}|عسكري\w?)|وزاره (?:ال)?(?:دفاع|داخليه|خارجيه)(?: ال[^\s,.«»:]+)?|ال(?:جيش|تحالف|قياده|قوات|نيابه|فصيل|فريق المشترك)(?: ال[^\s,.«»:]+){0,2}|قوات (?:الدعم السريع|سوريا الديمقراطيه|النظام|التحالف|الاحتلال)|قسد|(?:قياده|قوات|جيش|حركه|جماعه|كتايب) [^\s,.«»:]+(?: ال[^\s,.«»:]+)?)"
)
_FIRST: Final = late(r"(?:^|[\s(«])(?:\w{2,25})نا(?=[\s,.»]|$)")
_LINE: Final = late(r"(?:^|[\n.»؟?!]) ?(?P<n>[^\s,.«»:]{2,25}(?: [^\s,.«»:]{2,25}){0,3}): ")
_BACK, _LINKS = 380, frozenset("لكن ولكن بينما فيما وفيما وكان وكانت كان كانت اما واما غير ان حيث قد وقد من جهته جهتها جهتهم جانبه جانبها ناحيته ناحيتها".split())
_Span = tuple[int, int]


def teller(text: str, start: int, at: int, *, own: bool, far: bool) -> _Span | None:
    """Return the body whose position stands at a place of the folded text, as far as the words before it tell.

    ``start`` opens its sentence; anybody may speak of his ``own`` guilt; ``far`` allows those who spoke in sentences before.
    """
    if text[max(start, at - 5) : at].endswith((" اذ ", " لان ", "لانه ", "لانها ")):
        return None  # a reason that goes with what was said
    before = _before(text, start, at)
    if before is not None and _is_body(text, before, own=own):
        return before
    said = _said(text, start, at)
    if said is None and (spoken := line(text, start, at)) is not None:
        return spoken if _is_body(text, spoken, own=own) else None
    if said is not None and said[0] < said[1]:
        return said if _is_body(text, said, own=own) else None
    if not far:
        return None
    if said is None and (named := _named_before(text, start, at)) is not None:
        return named  # "we wrote to the alliance, and its answer came: it is under review"
    earlier = _said(text, max(0, start - _BACK), start) if start else None
    if earlier is not None and earlier[0] < earlier[1]:
        return earlier if _is_body(text, earlier, own=own) else None
    return _named_before(text, max(0, start - _BACK), at if said is None else start)


def _before(text: str, start: int, at: int) -> _Span | None:
    """Return the words between the beginning of a clause and a place: "but their spokesman" before "denied"."""
    first = max(start, at - 90)
    if text[at - 2 : at] == "» " and (opened := text.rfind("«", first, at)) != -1:
        return opened + 1, at - 2
    for mark in (",", ".", ":", ";", "«", "»", "\n", ")"):
        first = max(first, text.rfind(mark, first, at) + len(mark) if text.rfind(mark, first, at) != -1 else first)
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[first:at])]
    spans = [(first + a, first + b) for a, b in words]
    while spans and (text[spans[0][0] : spans[0][1]] in _LINKS or not text[spans[0][0]].isalpha()):
        spans.pop(0)
    while spans and (text[spans[-1][0] : spans[-1][1]] in _LAST or _ISSUED.match(text, spans[-1][0]) is not None):
        spans.pop()
    if len(spans) > 1 and _ISSUES.match(text, spans[0][0]) is not None:
        spans.pop(0)  # "the command issued a statement in which it denied"
    if not spans or len(spans) > _LONGEST or any(text[x:y] in _THAT for x, y in spans):
        return None
    return spans[0][0], spans[-1][1]


_LONGEST, _LAST = 8, frozenset(("قد", "لقد", "و"))
_ISSUES: Final = late(r"[وف]?(?:اصدر|نشر|وزع|بث|عقد|وجه|كان)(?:ت|وا)? ")
_ISSUED: Final = late(r"(?:بيانا?|تصريحا?|تعليقا?|رساله|منشورا|موتمرا) ?")
#: Behind these a clause of its own opens, which another says.
_THAT: Final = frozenset("ان بان وان بانه انه انها بانها".split())


def _said(text: str, start: int, at: int) -> _Span | None:
    """Return who speaks by the last verb of speech before a place, an empty stretch where nobody is named; None without a verb."""
    last = None
    for match in _SAYS.finditer(text, start, at):
        last = match
    if last is None:
        return None
    first = last.end() + 1
    stop = _ENDS.search(text, first, at)
    end = at if stop is None else stop.start()
    while end > first and text[end - 1] == " ":
        end -= 1
    if end > first:
        return first, end
    before = _before(text, start, last.start())
    if before is None or _SAYS.search(text, before[0], before[1] + 1) is not None:
        return _said(text, start, last.start()) or (first, first)  # "the office confirmed it and said that"
    return before


def _named_before(text: str, start: int, at: int) -> _Span | None:
    """Return the body named last before a place."""
    found = None
    for match in _NAMED.finditer(text, start, at):
        found = match
    if found is None:
        return None
    first = found.start() + (text[found.start()] in "وفل" and text[found.start() + 1 : found.start() + 3] == "ال")
    return first, found.end()


def line(text: str, start: int, at: int) -> _Span | None:
    """Return who holds the line of a dialogue in which a place stands: "Colonel X: our aircraft did not"."""
    found = None
    for match in _LINE.finditer(text, max(0, start - _BACK), at):
        found = match
    return None if found is None or "\n" in text[found.end() : at] or _SAYS.search(text, *found.span("n")) is not None else found.span("n")


def _is_body(text: str, span: _Span, *, own: bool) -> bool:
    words = text[span[0] : span[1]]
    return (_OFFICIAL.search(words) is not None or (own and _ACCUSED.search(words) is not None)) and _OTHERS.search(words) is None
