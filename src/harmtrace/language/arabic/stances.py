"""What bodies say of an allegation, who is blamed, and people at risk, in Arabic sentences."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from harmtrace.language.arabic import allegations, answers, pieces, tellers
from harmtrace.language.arabic import blames as more
from harmtrace.language.arabic.allegations import PARTY, SIDE
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import FAMILY
from harmtrace.language.gates import Opened
from harmtrace.language.grammar import BlameMention, ExposureMention, PositionMention
from harmtrace.language.late import late
from harmtrace.language.needs import needs
from harmtrace.records.claim import Stated
from harmtrace.records.measure import Count

# Patterns run over the folded sentence; group "s" is whose stance it is, where the words themselves name it.
_S: Final = r"(?P<s>(?:(?!ان |انه|بان|عن |في بيان)[^\s,.«»:]{1,40} ){1,6}?)"
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose groups for the subject, which stand in several branches, have names of their own."""
    number = count()
    return late(re.sub(r"\(\?P<s>", lambda _: f"(?P<s{next(number) + 1}>", pattern))


_NOT_CREDIBLE: Final = r"غير (?:ذات مصداقيه|ذي مصداقيه|موثوق\w*|قابل\w* للتصديق)|(?:لا|ليست|ليس) (?:تتمتع بال|ذات |يتمتع بال)مصداقيه|لا تستند الي اساس|لا اساس لها|لم يتوافر ما يكفي|ادله غير كافيه|عدم (?:كفايه|وجود) (?:ال)?ادله|[يت]فتقر\w{0,3} الي (?:ال)?(?:مصداقيه|ادله|دليل)"
_POSITIONS: Final = tuple(
    (stated, name, _compiled(pattern))
    for stated, name, pattern in (
        (Stated.NON_CREDIBLE, "non-credible", rf"(?:\d{{1,20}}|[^\s]{{1,40}}) (?:منها |بلاغ\w* |تقرير\w* )?(?:{_NOT_CREDIBLE})"),
        (Stated.CREDIBLE, "credible", r"(?:[^\s]{1,40} بلاغ\w* )?(?<!غير )(?:ذات مصداقيه|ذي مصداقيه|قابله للتصديق)"),
        (Stated.NOT_AWARE, "not-aware", r"(?:(?:ليس|ليست) (?:لدينا|لديه|لديها) (?:اي )?(?:علم|معلومات|تقارير)|لا علم (?:لدينا|لنا|له|لها|لديه|لديها)|لسنا علي علم|ليس علي علم|(?:لم|لا) (?:نتلق|يتلق|تتلق|يتلقي|نتلقي|تتلقي) (?:اي )?(?:تقارير|بلاغات|معلومات)|لا (?:نملك|يملك|تملك) (?:اي )?معلومات)(?: [^\s,.]{1,40}){0,6}"),
        (Stated.INVESTIGATION_OPENED, "investigation-opened", r"(?:(?:فتح|فتحت|فتحنا|فتحوا|بدا|بدانا|بدات|باشر|باشرت|باشرنا|يجري|تجري|نجري|سيفتح|سنفتح|اطلق|اطلقت) (?:[^\s,.]{1,40} ){0,3}?(?:ال)?تحقيق(?:ا|ات)?|(?:يحقق|تحقق|نحقق|سيحقق|ستحقق|سنحقق) في (?:ال)?(?:حادث\w*|تقارير|انبا|ملابسات|مزاعم|امر|واقعه|بلاغ\w*|قضيه|ضربه|غاره)|(?:ال)?تحقيق(?:ا)? (?:فتح|جار|مستمر|لا يزال|ما زال)|فتح (?:باب )?(?:ال)?تحقيق|امر(?:ت)? (?P<s>(?:[^\s,.]{1,40} ){0,3}?)(?:بفتح|باجرا) تحقيق)(?: [^\s,.]{1,40}){0,2}"),
        (Stated.ASSESSMENT_OPENED, "assessment-opened", r"(?:فتح|فتحت|فتحنا|بدا|بدانا|بدات|باشر|يجري|تجري|نجري|اطلق) (?:[^\s,.]{1,40} ){0,2}?تقييم(?:ا)?(?: [^\s,.]{1,40}){0,3}"),
        (Stated.UNDER_REVIEW, "under-review", r"(?:[^\s,.]{1,40} ){0,4}?قيد (?:ال)?(?:مراجعه|دراسه|تقييم|تحقق|بحث|نظر)|علي علم بال(?:تقارير|حادث\w*|انبا\w*|مزاعم|ادعا\w*)(?: [^\s,.]{1,40}){0,4}|(?:يفحص|نفحص|تفحص|يراجع|نراجع|تراجع|ندرس|يدرس|ننظر في|ينظر في|تنظر في|يتحقق من|نتحقق من|يتحقق|نتابع) (?:ال)?(?:تفاصيل|تقارير|معلومات|بلاغ\w*|حادث\w*|صحه|ملابسات|انبا)"),
        (Stated.RESPONSIBILITY_DENIED, "responsibility-denied", rf"(?:نفي|نفت|نفوا|ينفي|تنفي|ننفي|نافيا|نافيه|انكر|انكرت|نفيا) {_S}?(?:في (?:بيان|تصريح|موتمر صحفي|تغريده|منشور)(?: له| لها| مقتضب| رسمي| صحفي| لاحق| امس| اليوم){{0,2}} )?(?:(?:اي|بشكل|قاطع|قطعا|ان يكون|ان تكون|جمله وتفصيلا)\s)*(?:مسووليت\w+|تورط\w*|ضلوع\w*|صلت\w+|علاقت\w+|وقوف\w*|استهداف\w*|قصف\w*|تنفيذ\w*|شن\w*|اي دور|ان يكون(?! لد)|ان تكون(?! لد)|المسووليه)(?: [^\s,.]{{1,40}}){{0,2}}|لا (?:علاقه|صله) (?:له|لها|لنا|لقواتنا|للجيش)(?: [^\s,.]{{1,40}}){{0,3}}|(?:ادعا|امر|خبر|زعم|اتهام|كلام) (?:ن|ت|ي)نفي(?:ه|ها)(?: [^\s,.]{{1,40}}){{0,2}}|(?:لم|ما) (?:نقصف|يقصف|تقصف|نستهدف|يستهدف|تستهدف|ننفذ|ينفذ|تنفذ) (?:[^\s,.]{{1,40}} ){{0,3}}(?:ذلك|في|المنطقه|الموقع|المدنيين)"),
        (Stated.RESPONSIBILITY_ACCEPTED, "responsibility-accepted", rf"(?:تبني|تبنت|يتبني|تتبني) {_S}?(?:ال)?(?:هجوم|تفجير|عمليه|مسووليه|استهداف|قصف|كمين)|(?:اعلن|اعلنت|اقر|اقرت|اعترف|اعترفت) {_S}?(?:ب)?مسووليت\w+(?!\w)(?! عن (?:ال)?(?:تسرب|تسريب|تلوث|عطل|اعطال|خلل|انقطاع|تاخ|حادث سير|علاج|توزيع|تنظيم))(?: عن [^\s,.]{{1,40}})?|(?:يتحمل|تتحمل|نتحمل|تحمل) (?:كامل )?(?:ال)?مسووليه"),
        (Stated.STRIKE_ACKNOWLEDGED, "strike-acknowledged", rf"(?:اقر|اقرت|اعترف|اعترفت|اكد|اكدت|قر) {_S}?(?:ب)?(?:تنفيذ\w*|شن\w*|انه نفذ|انها نفذت) (?:ال)?(?:ضربه|غاره|غارات|ضربات|قصف)(?: [^\s,.]{{1,40}}){{0,3}}|(?<![^\s«\"(])[وف]?(?:نفذت|شنت|نفذ|شن|نفذنا|شنينا) (?:طايرات\w*|مقاتلات\w*|قوات\w*|طيران\w*|سلاح الجو|مسيرات\w*)?\s?(?:[^\s,.]{{1,40}} ){{0,2}}?(?:ال)?(?:ضربه|غاره|ضربات|غارات)(?: [^\s,.]{{1,40}}){{0,3}}|(?:اعلن|اعلنت) {_S}(?:ان|بان) (?:ال)?(?:ضربه|غاره|قصف)(?: [^\s,.]{{1,40}}){{0,2}} هدفا(?: [^\s,.]{{1,40}}){{0,2}}"),
        *allegations.POSITIONS,
        *answers.POSITIONS,
    )
)  # fmt: skip

_BLAMES: Final = tuple(
    (name, _compiled(pattern))
    for name, pattern in (
        ("accuse", rf"(?:(?:(?<![^\n])|(?<=[.:] ))(?P<s9>[^\s,.]{{1,40}} [^\s,.]{{1,40}}) |(?P<s0>[^\s,.]{{1,40}}) )?(?<![^\s«\"])(?:[وف]?(?:(?:اتهم|اتهمت|اتهموا|يتهم|تتهم|يتهمون|نتهم) (?:{_S})??|(?:متهما|متهمه|متهمين) ))(?P<p>{SIDE})(?=\s?[(.,»]| ب| في | عن | بعد |$)(?: (?:ب|باستهداف|بقصف|باطلاق|بارتكاب|بالوقوف|بتنفيذ|بقتل|بشن)[^\s,.]{{0,40}}(?: [^\s,.]{{1,40}}){{0,3}})?"),
        ("hold-responsible", rf"(?:(?P<s0>[^\s,.]{{1,40}}) )?[وف]?(?:حمل|حملت|حملوا|يحمل|تحمل|يحملون|نحمل|محملا|محمله|محملين) (?:{_S})??(?P<p>{SIDE}) (?:[^\s,.]{{1,40}} )?(?:كامل )?(?:ال)?(?:مسووليه|تبعات|تبعاته|وزر)(?: [^\s,.]{{1,40}}){{0,3}}"),
        ("held-responsible", r"(?<![^\s«\"])[وف]?(?:حمل|حملت|حملوا|يحمل|تحمل|يحملون) (?P<s>(?:[^\s,.«»:]{1,40} ){0,2}?ال[^\s,.«»:]{1,40} )(?P<p>(?!(?:في|من|علي|عن|الي|قرب|حول|بعد|كامل) )[^\s,.«»:]{2,40}(?: ال[^\s,.«»:]{1,40}){0,2}?) (?:كامل )?(?:ال)?مسووليه(?: [^\s,.]{1,40}){0,3}"),
        ("holds-them", r"(?<![^\s«\"])[وف]?(?:يحمل|تحمل|نحمل|حملت|حملنا) (?P<p>ال[^\s,.«»:]{2,40}(?: [^\s,.«»:]{1,40}){0,4}?) (?:كامل )?(?:ال)?مسووليه(?: [^\s,.]{1,40}){0,3}"),
        ("came-from", rf"ال(?:قصف|قذيفه|قذايف|صاروخ|صواريخ|غاره|رصاص) (?:هو |هي |كان |كانت )?من (?:عند |جهه |مواقع |طرف )?(?P<p>{SIDE})(?=\s?[.,»!]|$)"),
        ("they-did", r"(?:(?<=«)|(?<=\n)|(?<=: ))(?:هم|هو|هي) (?:اللي|الذين|الذي|التي) (?:قصف|زرع|فجر|قتل|ضرب|فخخ|لغم|حرق|هدم|دمر)\w{0,4}(?: [^\s,.«»]{1,40}){0,2}"),
        ("responsible", rf"(?P<p>{PARTY}) (?:هو|هي|هم) (?:(?:ال)?(?:مسوول\w*|فاعل)|(?:من|الذي|التي|الذين) (?:قصف|استهدف|فجر|اطلق|فخخ|ارتكب|نفذ|قتل|دمر)\w{{0,10}})(?: [^\s,.]{{1,40}})?"),
        ("rigged", rf"(?P<p>{PARTY}) (?:فخخ|فخخوا|فجر(?! (?:اليوم|امس|يوم|ال\w{{3,8}}(?![^\s,.])|\d))|فجرت|فجروا|زرع|زرعت|لغم) [^\s,.]{{1,40}}(?: [^\s,.]{{1,40}}){{0,2}}"),
        ("fired", rf"(?P<p>{SIDE}) (?:(?:اطلقت|اطلق|اطلقوا) (?:النار|نيرانها|القذايف|الصواريخ|قذايف|صواريخ)|(?:اطلقها|اطلقته|اطلقتها|اطلقه) من)(?: [^\s,.]{{1,40}}){{0,3}}"),
        ("caused", r"(?P<c>(?:شاحنه|سياره|دراجه|عبوه|حافله) (?:مفخخه|ملغمه|ناسفه)|صهريج [^\s]{1,40}|مستودع (?:ذخيره|اسلحه)) (?:هي )?(?:التي )?(?:سببت|تسببت|ادت|كانت السبب|انفجرت فتسببت)(?: [^\s,.]{1,40}){0,2}"),
        ("whose", rf"القصف تم (?:[^\s,.]{{1,40}} ){{0,4}}?من (?P<p>{PARTY})(?: (?:حسب|بحسب) [^\s,.]{{1,40}})?"),
        ("bombed-us", rf"(?:من قصفنا|قصفنا|ضربنا) (?:[^\s,.]{{1,40}} ){{0,3}}?(?P<p>{PARTY})"),
        ("launched", rf"(?:مسيره|صواريخ|قذايف|طايره|صاروخ|صاروخا)(?: [^\s,.]{{1,40}})? (?:اطلقتها|اطلقها|اطلقته|اطلقه) (?P<p>{PARTY})(?: (?:ضربت|اصابت|استهدفت|سقطت)(?: [^\s,.]{{1,40}}){{0,2}})?"),
        *allegations.BLAMES,
        *more.BLAMES,
    )
)  # fmt: skip
_CAUSES: Final = (("شاحنه مفخخه", "truck bomb"), ("سياره مفخخه", "car bomb"), ("عبوه ناسفه", "bomb"), ("قصف", "shelling"), ("غار", "airstrike"), ("طايرات", "airstrike"), ("طيران", "airstrike"), ("صواريخ", "rockets"), ("صاروخ", "rockets"), ("مسيره", "drone strike"), ("لغم", "mine"), ("قذاي", "shelling"), ("فخخ", "booby traps"), ("دبابات", "tank fire"))  # fmt: skip


_OPENED: Final[list[tuple[Opened, Opened]]] = []


def ready() -> None:
    """Work out what every pattern needs, once; it comes before the first text is looked through."""
    if not _OPENED:
        _OPENED.append((
            Opened([(*map(pieces.need, needs(p.pattern, p.flags, folds=False)), *pieces.POSITIONS.get(name, ())) for _, name, p in _POSITIONS]),
            Opened([(*map(pieces.need, needs(p.pattern, p.flags, folds=False)), *pieces.BLAMES.get(name, ())) for name, p in _BLAMES]),
        ))


pieces.ASKED.append(ready)


def opened(held: int) -> bool:
    """Tell whether a sentence with these pieces may state a position or lay blame."""
    (stated, laid), = _OPENED
    return bool((held & pieces.POSITION and stated.rules(held)) or (held & pieces.BLAME and laid.rules(held)))


def _spanned(t: Tokens, a: int, b: int) -> tuple[int, int]:
    """Return where folded places stand in the original."""
    return t.letters.original(a, b)


def _range(t: Tokens) -> tuple[int, int]:
    return t.starts[0], t.ends[-1]


def positions(t: Tokens, held: int) -> Iterator[PositionMention]:
    """Yield the positions stated in a sentence, each stretch of words once; ``held`` are its pieces."""
    start, end = _range(t)
    text = t.letters.text
    taken: list[tuple[int, int]] = []
    owned = False
    for number in _OPENED[0][0].rules(held):
        stated, name, pattern = _POSITIONS[number]
        for match in pattern.finditer(text, start, end):
            a, b = match.start() + (text[match.start()] == " "), match.end()
            if any(x < b and a < y for x, y in taken) or (stated is Stated.INVESTIGATION_OPENED and _CALLED_FOR.search(text, max(start, a - 60), a) is not None):
                continue
            if stated is Stated.STRIKE_ACKNOWLEDGED and name.startswith("said-strike") and owned:
                continue  # it owned the strike, and says what it was aimed at
            owned = owned or stated is Stated.STRIKE_ACKNOWLEDGED
            taken.append((a, b))
            first, last = _spanned(t, a, b)
            subject = _subject(t, match)
            yield PositionMention(start=first, end=last, stated=stated, rule=f"position/{name}/1", subject=subject, body=_body(t, a, b, subject, stated=stated is Stated.STRIKE_ACKNOWLEDGED))


#: What should be done is not done: "called for an inquiry", "the need to open".
_CALLED_FOR: Final = late(r"(?<![^\s«])[وف]?(?:طالب|طالبت|طالبوا|يطالب|تطالب|يطالبون|نطالب|مطالبا|مطالبه|مطالبات|دعا|دعت|دعوا|دعوات|يدعو|تدعو|ندعو|داعيا|داعيه|حث|حثت|ناشد|ناشدت|ضروره|يجب|ينبغي|باعاده|اعاده|واعاده|اوصي|اوصت|يوصي|توصي|اذا|لو|هل)(?= )[^.,:\n]*$|(?<![^\s])[وف]?(?:لم|لن|دون|عدم|بدون|بلا) (?:[^\s]{1,20} )?[يتنس]?$")


def _body(t: Tokens, a: int, b: int, subject: tuple[int, int] | None, *, stated: bool) -> tuple[int, int] | None:
    """Return the body that a position may be, where whoever is held for its speaker cannot state it; ``stated`` of a strike."""
    text = t.letters.text
    own = _OF_ITS_OWN.search(text, a, b) is not None
    if subject is not None:
        return subject if own and _ONLOOKERS.search(text, a, b) is None else None
    found = tellers.teller(text, t.starts[0], a, own=own, far=not stated or _ANSWERING.search(text, max(t.starts[0], a - 40), min(a + 9, b)) is not None)
    if found is None and _OUR_ARMS.search(text, max(t.starts[0], a - 25), b) is not None:
        found = tellers.line(text, t.starts[0], a)
    return None if found is None else _spanned(t, *found)


#: Whoever denies or owns what he is held responsible for is a party to it, whatever his name.
_OF_ITS_OWN: Final = late(r"مسوولي|تورط|ضلوع|(?:اي|كل) (?:دور|صله|علاقه)|بقتل|بقصف|بارتكاب")
_ANSWERING: Final = late(r"(?<![^\s])[وف]?(?:اقر|اعترف|يقر|تقر|يعترف|تعترف|سلم)(?:ت|وا)? ")
_ONLOOKERS: Final = late(r"سكان|اهالي|شهود|شاهد|ناشط|مرصد|منظمه|طبيب|وكاله")
_OUR_ARMS: Final = late(r"(?:طيران|طايرات|مقاتلات|قوات|مدفعيت|راجمات|وحدات|عناصر|جنود|صواريخ)نا(?![^\s,.»])")


def _subject(t: Tokens, match: re.Match[str]) -> tuple[int, int] | None:
    """Return whose words they are, where the pattern names them."""
    for name in sorted((name for name in match.re.groupindex if name[0] == "s"), reverse=True):
        if not match[name]:
            continue
        a, b = match.span(name)
        words = match[name].split()
        if words and words[0] in _NO_SUBJECT:
            continue
        if (cut := _HOW.search(match[name])) is not None:
            words, b = match[name][: cut.start()].split(), a + cut.start()
        while words and words[-1] in ("اي", "بشكل", "قاطع", "ب", "ان", "من"):
            b = a + match[name].rfind(words.pop())
        while b > a and t.letters.text[b - 1] == " ":
            b -= 1
        if words:
            return _spanned(t, a, b)
    return None


#: Words behind a verb that are not its subject, and those that tell how, where and when it was done.
_NO_SUBJECT: Final = frozenset("فيه فيها فيهما خلاله خلالها عبر في خلال علي نفيا من بشده قطعيا رسميا صراحه علنا مجددا امس اليوم يوم مسا عن الي مع بعد قبل ايضا".split())
_HOW: Final = late(r" (?:من (?:ناحيت|جهت|جانب)\w{1,3}|عبر|خلال|امس|اليوم|يوم|في(?! ال(?:فرقه|لوا)))(?= |$)")


#: What a side is accused of that harms nobody.
_OTHERWISE: Final = late(r" ب(?:ال)?(?:تقصير|فساد|سرقه|رشوه|تسييس|تحريض|كذب|تضليل|تستر|مماطله|تامر|خيانه|عرقله|اهمال|تزوير|تهريب|احتكار|انحياز|تدخل|تجسس|عماله|تعطيل|منع (?:ال)?(?:مساعدات|صحفيين|فرق)|خرق (?:ال)?(?:هدنه|اتفاق)|انتهاك (?:ال)?(?:هدنه|اتفاق|وقف))(?![^\s,.»])")


def blames(t: Tokens, held: int) -> Iterator[BlameMention]:
    """Yield who or what a sentence says did it; ``held`` are its pieces."""
    start, end = _range(t)
    text = t.letters.text
    taken: list[tuple[int, int]] = []
    for number in _OPENED[0][1].rules(held):
        name, pattern = _BLAMES[number]
        for match in pattern.finditer(text, start, end):
            a, b = match.span()
            if any(x < b and a < y for x, y in taken) or (name.startswith("accuse") and _OTHERWISE.search(text, a, min(b + 30, end)) is not None):
                continue
            taken.append((a, b))
            first, last = _spanned(t, a, b)
            blamed: str | None = None
            if (named := next((name for name in ("p", "p2", "p3") if name in pattern.groupindex and match[name]), None)) is not None:
                p, q = _spanned(t, *match.span(named))
                blamed = t.letters.source[p:q].strip(" «»\"")
            cause = next((word for folded, word in _CAUSES if folded in text[max(start, a - 40) : min(end, b + 40)]), None)
            yield BlameMention(start=first, end=last, blamed=blamed, cause=cause, stance="alleges", rule=f"blame/{name}/1", subject=_subject(t, match))


_RISKS: Final = {
    "تحت": "under fire",     **dict.fromkeys("دروع دروعا".split(), "held as human shields"), **dict.fromkeys("مرمي".split(), "in the line of fire"),
    **dict.fromkeys("حصار".split(), "besieged"), **dict.fromkeys("معرض معرضه معرضين معرضون معرضات".split(), "under threat"),
    **dict.fromkeys("محاصر محاصرين محاصرون محاصره محاصرا محاصرينن".split(), "besieged"), **dict.fromkeys("عالق عالقين عالقون عالقه عالقا عالقات".split(), "trapped"),
    **dict.fromkeys("مهدد مهددين مهددون مهدده خطر".split(), "under threat"),
}  # fmt: skip


_UNDER: Final = frozenset("قصف نار نيران حصار خطر تهديد انقاض قنابل غارات".split())


def _at_risk(t: Tokens, k: int) -> bool:
    """Tell whether a word puts people at risk: "under fire", "exposed to", no "exhibition of"."""
    stem = t.stems[k]
    after = t.stems[k + 1] if k + 1 < t.size else ""
    if stem == "تحت":
        return after.removeprefix("ال") in _UNDER
    return stem in _RISKS and (stem != "معرض" or after[:1] == "ل")


def exposures(t: Tokens, counts: dict[int, Counted], taken: set[int]) -> Iterator[ExposureMention]:
    """Yield counts of people besieged, trapped or under threat."""
    for at, c in counts.items():
        if at in taken or c.single or c.kind not in ("P", "Z", "v", "u") or (c.kind == "u" and t.stem(c.head)[:1] not in ("ي", "ت")) or (c.low is None and c.high is None):
            continue
        around = range(max(0, c.start - 8), min(t.size, c.end + 7))
        word = next((t.stems[k] for k in around if _at_risk(t, k) and not {".", ","} & set(t.kinds[min(k, c.end) : max(k, c.start)])), None)
        if word is None:
            continue
        who = "families" if c.kind == FAMILY else "civilians" if c.who.value == "civilian" else "people"
        before = next((k for k in around if t.stems[k] == word), c.start)
        first = before - 2 if before < c.start and t.stem(before - 2) == "عدد" else min(before, c.start) if before < c.start else c.start
        start, end = t.span(max(first, 0), max(c.end, before + 1))
        yield ExposureMention(start=start, end=end, count=Count(low=c.low, high=c.high, vague=c.vague, approx=c.approx), what=f"{who} {_RISKS[word]}")
