"""Everyone in an Arabic sentence who may vouch for a count, with what stands round each."""

from collections.abc import Iterator
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.speakers import quoted_name
from harmtrace.language.arabic.tokens import Memo, Tokens, info
from harmtrace.language.arabic.words import SAY, THAT, VIA, lexicon
from harmtrace.language.grammar import VoucherMention
from harmtrace.records.claim import Who

_BODIES: Final = """
وزاره وزارات مديريه دايره هييه هييات لجنه لجان مرصد مراصد مركز مراكز شبكه شبكات منظمه منظمات جمعيه جمعيات موسسه موسسات مجلس مكتب قياده قيادات جيش شرطه حكومه بلديه نقابه اتحاد نيابه محكمه بعثه مفوضيه تحالف غرفه خليه اداره سلطات سلطه فريق فرق طاقم طواقم
هلال صليب دفاع مستشفي مستشفيات مشفي مشافي مستوصف عياده صندوق برنامج حركه حزب تنظيم فصيل فصايل جبهه كتيبه كتايب سرايا قوات قوه ميليشيا مليشيا حشد بيشمركه قسد تنسيقيه تنسيقيات رابطه تجمع ايتلاف تيار ديوان رياسه داخليه خارجيه صحه سفاره قنصليه برلمان دوله نظام
استخبارات مخابرات حرس جهاز وحده وحدات عمليات مبادره فرقه اسعاف اطفا طواري ادعا دفاعات معارضه ثوره امن امم يونيسف اوتشا افريكوم سنتكوم بنتاغون كرملين كونغرس جامعه كليه معهد كنيسه ابرشيه اوقاف وقف عشيره عشاير قبيله خوذ مقاومه انتفاضه جماعه مجموعه نقطه لوا فيلق
فوج سريه وكالات دايره محافظه ولايه مصرف شركه مدرسه دار ملجا مشرحه طبابه حكماء هيومن رايتس عفو اليونيسف الاونروا اونروا اطباء كتله حراك مسيره سلاح طيران بحريه طب عداله مفوض حماس داعش القاعده حوثيون حوثيين معسكر صحافه امانه هيئه
"""
_MEDIA: Final = """
وكاله قناه قنوات صحيفه صحف جريده مجله اذاعه تلفزيون تلفاز فضاييه راديو صفحه صفحات حساب حسابات وسايل منصه منصات مراسل مراسله مراسلون مراسلين مندوب موفد محرر مصور رويترز فرانس اسوشيتد اناضول سانا سبوتنيك جزيره عربيه مدون مدونون موقع مواقع بوابه اعلام
"""
_RECORDS: Final = """
تقرير تقارير بيان بيانات احصا احصاييه احصاييات احصايه حصيله ارقام رقم لايحه نشره وثيقه وثايق سجل سجلات كشف قايمه قوايم بلاغ بلاغات منشور منشورات تغريده تدوينه شريط تسجيل تسجيلات فيديو دراسه تحقيق تحقيقات ملف حكم قرار محضر رساله خطاب مذكره جدول قاعده ارشيف معطيات تقديرات
تعداد استطلاع مسح شهاده شهاده شهادات افاده افادات اعتراف اعترافات روايه روايات دفتر لوحه
"""
_RUMOURS: Final = "انبا معلومات شايعات اخبار خبر نبا مزاعم ادعاات اتهامات تقارير شايعه"
_PERSONS: Final = """
مدير رييس ناطق متحدث مسوول طبيب ممرض مسعف مصدر شاهد ناج ناجي محافظ وزير نايب قايد قايمقام مختار شيخ عمده وجيه عضو امين منسق باحث خبير محلل قاضي قاض محام محامي سفير مبعوث والي مفوض متهم مدان مدعي وكيل مستشار ضابط لوا عميد عقيد مقدم رايد نقيب ملازم جنرال مشرف موظف
شاهده ناجيه مديره طبيبه ممرضه مسعفه ناشطه ناطقه متحدثه مسووله رييسه وزيره محاميه باحثه منسقه عضوه دكتور دكتوره استاذ حاج حاجه سيد سيده امام خطيب مطران اسقف اب كاهن راعي احد احدي شخص قريب جار جاره قريبه والد والده شقيق شقيقه زوج زوجه ارمله رجل امراه شاب فتاه فتي مواطن مواطنه ناشط
مهندس معلم معلمه سايق بايع تاجر صياد فلاح مزارع حارس متطوع متطوعه مراقب محقق مدعي حفار خباز صاحب صاحبه عامل راع نازح نازحه لاجي اسير طالب اعلامي صحفي صحافي مصلي قسيس نقيب متكلم مخول معاون مساعد مرافق نزيل قيادي مقاتل جندي عنصر مسلح منشق والدتها حكيم قابله ممثل ممثله كاتب
"""
_PEOPLES: Final = """
اهالي اهل سكان شهود مصادر ناشطون ناشطين جيران اقارب ذوو ذوي عايله عايلات اسره مسعفون مسعفين اطبا ممرضون مسوولون مسوولين ناجون ناجين نازحون نازحين وجها اعيان مشايخ شيوخ محامون خبرا باحثون مراقبون محققون متطوعون ضباط دبلوماسيون صيادون مزارعون تجار حفارون رجال عمال جهات جهه اوساط
معتقلون اسري قرويون لاجيون مواطنون مقربون زملا رفاق معلمون مدرسون طلاب عاملون موظفون ممرضات نسا شبان صحفيون صحافيون اعلاميون مسلحون مقاتلون قاده بعض كثيرون
"""
_CLASS: Final[dict[str, str]] = {}
for _kind, _text in (("RUMOUR", _RUMOURS), ("RECORD", _RECORDS), ("MEDIA", _MEDIA), ("PERSON", _PERSONS), ("PEOPLE", _PEOPLES), ("BODY", _BODIES)):
    for _word in _text.split():
        _CLASS.setdefault(fold(_word), _kind)

#: What somebody does, each verb in the form "he did" and, behind "/", "he does"; the others are made of these.
_ACTS: Final = {
    "CLAIM": "زعم/يزعم ادعي/يزعم تبجح/يتبجح تباهي/يتباهي",
    "DENY": "نفي/ينفي انكر/ينكر كذب/يكذب دحض/يدحض فند/يفند رفض/يرفض استبعد/يستبعد شكك/يشكك تبرا/يتبرا",
    "ADMIT": "اعترف/يعترف اقر/يقر سلم/يسلم تبني/يتبني اعتذر/يعتذر",
    "COUNT": "عد/يعد احصي/يحصي سجل/يسجل وثق/يوثق رصد/يرصد حصر/يحصر قدر/يقدر احتسب/يحتسب دون/يدون ارشف/يارشف عدد/يعدد حصي/يحصي عدل/يعدل رفع/يرفع خفض/يخفض حدث/يحدث صحح/يصحح راجع/يراجع اورد/يورد تضمن/يتضمن استند/يستند",
    "SEE": "شاهد/يشاهد راي/يري سمع/يسمع علم/يعلم عرف/يعرف لاحظ/يلاحظ وجد/يجد عثر/يعثر تاكد/يتاكد خلص/يخلص استنتج/يستنتج ثبت/يثبت تبين/يتبين تحقق/يتحقق شهد/يشهد عاين/يعاين زار/يزور تذكر/يتذكر ظن/يظن اعتقد/يعتقد خشي/يخشي رجح/يرجح توقع/يتوقع لمس/يلمس تلقي/يتلقي",
    "CARE": "استقبل/يستقبل عالج/يعالج انتشل/ينتشل اسعف/يسعف دفن/يدفن تسلم/يتسلم شيع/يشيع انقذ/ينقذ اخلي/يخلي استخرج/يستخرج نقل/ينقل غسل/يغسل كفن/يكفن",
    "LOSE": "فقد/يفقد خسر/يخسر نعي/ينعي ودع/يودع احتضن/يحتضن",
    "CONDEMN": "دان/يدين ادان/يدين استنكر/يستنكر شجب/يشجب ندد/يندد اتهم/يتهم طالب/يطالب ناشد/يناشد دعا/يدعو حث/يحث حذر/يحذر هدد/يهدد",
    "PUBLISH": "اصدر/يصدر نشر/ينشر بث/يبث وزع/يوزع استعرض/يستعرض قدم/يقدم كشف/يكشف اذاع/يذيع عقد/يعقد اعد/يعد تداول/يتداول تناقل/يتناقل بثث/يبث تلا/يتلو",
    "SAY": "قال/يقول افاد/يفيد ذكر/يذكر اعلن/يعلن اكد/يوكد اوضح/يوضح اضاف/يضيف تابع/يتابع صرح/يصرح بين/يبين اشار/يشير لفت/يلفت نوه/ينوه شدد/يشدد روي/يروي حكي/يحكي كتب/يكتب ابلغ/يبلغ اخبر/يخبر اجاب/يجيب علق/يعلق نبه/ينبه جزم/يجزم اردف/يردف استطرد/يستطرد لمح/يلمح شرح/يشرح ادلي/يدلي سرد/يسرد "
    "حدث/يحدث تحدث/يتحدث همس/يهمس قص/يقص وصف/يصف اعتبر/يعتبر ردد/يردد افصح/يفصح عقب/يعقب وضح/يوضح طمان/يطمين جدد/يجدد حسم/يحسم سال/يسال تساءل/يتساءل صاح/يصيح قاطع/يقاطع تدخل/يتدخل صحح/يصحح زاد/يزيد  استدرك/يستدرك باح/يبوح هاتف/يهاتف راسل/يراسل غرد/يغرد دون/يدون تكلم/يتكلم عرف/يعرف اعلم/يعلم خبر/يخبر خاطب/يخاطب اعاد/يعيد",
}
_VERBS: Final[dict[str, str]] = {}


def _forms(pair: str) -> Iterator[str]:
    """Yield the forms of a verb: "he did", "she did", "they did", "he does", "she does", "we do", "they do"."""
    past, _, now = pair.partition("/")
    stem = past[:-1] if past[-1] in "ايي" and len(past) > 3 else past
    yield from (past, stem + "ت", stem + "وا", past + "ا", stem + "تا")
    for first in "يت":
        yield from (first + now[1:], first + (now[1:-1] if now[-1] in "يا" and len(now) > 3 else now[1:]) + "ون", first + now[1:] + "ان")


for _kind, _text in _ACTS.items():
    for _pair in fold(_text).split():
        for _word in _forms(_pair):
            _VERBS.setdefault(_word, _kind)
#: What only looks like such a verb: nouns and names written alike.
for _word in "عدد حدث عرض بين كشف سجل حكم رد حمل عد قدر جمع حصر رصد خبر بلغ ثبت فصل شرح سرد وصف يعرف تعرف حديث شهد تشهد شهدت يشهد زاد زادت يزيد تزيد رفع ختم ودع جدد".split():
    _VERBS.pop(_word, None)
_AGAIN: Final = {**dict.fromkeys("عد رصد سجل حصر قدر بلغ".split(), "COUNT"), "كشف": "PUBLISH", "بين": "SAY", "شهد": "SEE", "شهدت": "SEE", "حدث": "SAY", "عدد": ""}
_SUFFIXES: Final = ("هما", "ني", "نا", "هم", "ها", "كم", "ه")


def _act(form: str) -> str:
    """Return what sort of act a written word tells, nothing for none: "(and) announced it" is of saying."""
    for word in (form, form[1:]) if form[:1] in ("و", "ف") and len(form) > 3 else (form,):
        kind = _VERBS.get(word) or _AGAIN.get(word)
        if kind:
            return kind
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) > len(suffix) + 2 and (kind := _VERBS.get(word[: -len(suffix)])) is not None:
                return kind
    known = lexicon().get(form) or (lexicon().get(form[1:]) if form[:1] in ("و", "ف") else None)
    if known is not None and known.kind == SAY:
        return {"claims": "CLAIM", "denies": "DENY", "carries": "CARRY"}.get(known.note, "SAY")
    return {"K": "HARM", "I": "HARM", "R": "CARE", "W": "DO"}.get(known.kind, "") if known is not None and known.value != 1 else ""


_ACT: Final = Memo(_act)
_OF_SAYING: Final = frozenset(("SAY", "CLAIM", "DENY", "ADMIT", "COUNT", "SEE", "CARE", "LOSE", "CONDEMN", "PUBLISH", "CARRY"))
_SAID: Final = frozenset("SAY CLAIM DENY ADMIT COUNT CONDEMN PUBLISH CARRY".split()) | {"according to"}
_TELLING: Final = frozenset("SAY CLAIM DENY ADMIT COUNT SEE CONDEMN".split())
_OWN_VERBS: Final = frozenset("وثقنا رصدنا احصينا سجلنا علمنا شاهدنا تحققنا حصلنا جمعنا وجدنا عددنا نفينا ننفي نقول نوكد قلنا اكدنا نقدر نعلم نحصي نوثق نرصد نسجل احتسبنا نحتسب فقدنا استقبلنا انتشلنا عالجنا راينا سمعنا ذكرنا اوردنا نشرنا لدينا عندنا اعلنا نعلن كتبنا افدنا احتسبت قتلنا فقدناهم دفنا عثرنا".split())
_IMPLIES: Final = Memo(lambda form: _implies(form))
#: What may stand before the subject of a verb.
_SUBJECT: Final = frozenset(("edge", ",", "that", "and", "quote", ":", "but", "as for", "-", ")", "NOUN", "oth"))
_HELPS: Final = frozenset("قد لقد كان كانت كانوا ثم ايضا كذلك بدوره بدورها لنا لي له لها لهم بعد لاحقا سابقا امس اليوم البارحه اول مسا صباحا فجرا رسميا هنا هناك بالحرف من جهته جهتها".split())
_TO: Final = frozenset("لنا لي لهم له لها به بها".split())
_ENDS: Final = frozenset((".", ",", ":", "(", ")", "-", "#", "+", "/", THAT, SAY, VIA, "n", "q", "N", "K", "I", "L", "R", "F", "V", "C", "B", "M", "S", "H"))
_POSTED: Final = frozenset("بيان تصريح تصريحات حديث تقرير تقريره تقريرها موتمر اتصال ايجاز منشور تغريده وقت حينه حينها وقته وقتها بيانه بيانها مقابله رساله حوار كلمه حصيله نشره احدث اخر تدوينه خطاب سياق مستهل ختام هذا هذه اثنا خلال غضون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين كانون يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر".split())
_TIMES: Final = frozenset("امس اليوم يوم صباح مسا ليل ليله ظهر فجر عصر السبت الاحد الاثنين الثلاثا الاربعا الخميس الجمعه سبت احد اثنين ثلاثا اربعا خميس جمعه البارحه غداه الان حاليا موخرا سابقا لاحقا مبكرا رسميا صباحا فجرا".split())
_WHO_IS: Final = frozenset("الذي التي الذين اللواتي اللاتي ممن وهو وهي وهم هو هي هم".split())
#: Written like somebody, and nobody: "news" like "experts", "from its side", "one", "the near".
_NOBODY: Final = frozenset("مسيره سلاح خبرا جهته جهتها جهتهم جهتنا واحد واحده قريبه وحده وحدها وحدهم جهته نظامي".split())
#: Small words that no name holds.
_SMALL: Final = frozenset("كنا كانوا اما وقد فقد قد لقد كما بينما فيما حين حينما عندما لكن ولكن ثم اذ اذا لو ان كان كانت ليس ليست ما ماذا من متي اين كيف هل نعم كلا اي كل بعض غير سوي مثل قيد تنويه تصحيح تصويب توضيح عاجل مباشر تحديث متابعه وايضا ايضا كذلك لا لم لن هذا هذه ذلك تلك هناك هنا شكرا مرحبا وعن وفي ومن وعلي والي ولا ولم وما وكان وكانت وهو وهي".split())
_CALLED: Final = frozenset("يدعي تدعي ويدعي وتدعي اسمه اسمها واسمه واسمها المدعو المدعوه مدعو مدعوه يسمي تسمي".split())
_JOINTS: Final = frozenset("بن ابن بنت ابو ابا ابي ام عبد ال".split())
_MOST, _REACH = 12, 14


def candidates(t: Tokens) -> list[VoucherMention]:
    """Return everyone in a sentence who may vouch for a count, in order."""
    if not any(map(_BEARS.__getitem__, t.raw)):
        return []  # nobody tells anything, and nobody is introduced by a verb that a report from the ground opens with
    out = [_mention(t, first, last, kind, apposed) for first, last, kind, apposed in _phrases(t)]
    taken = {mention.verb for mention in out}
    told = [_implied(t, k) for k in range(t.size) if _IMPLIES[t.raw[k]]]
    out += [mention for mention in told if mention is not None and mention.verb not in taken]
    out.sort(key=lambda mention: mention.start)
    return out


def _bears(form: str) -> bool:
    """Tell whether a form may give the word to somebody: a verb of telling, "according to", a colon, a record."""
    kind, stem, *_ = info(form)
    return form == ":" or kind in (VIA, SAY) or _ACT[form] in _OF_SAYING or _CLASS.get(stem) == "RECORD" or form in _OWN_VERBS


_BEARS: Final = Memo(_bears)


def _implies(form: str) -> str:
    """Return whom a verb of telling means by itself: "we documented", "he added", "she says", "they said"; nothing for no such verb."""
    for word in (form, form[1:]) if form[:1] in ("و", "ف") and len(form) > 3 else (form,):
        if word in _OWN_VERBS:
            return "WE"
        if _VERBS.get(word) in _TELLING and word not in ("يذكر", "تذكر", "يعتقد", "عثر", "سجل", "سجلت", "وثق", "يقال"):
            return "MANY" if word.endswith(("وا", "ون")) else "SHE" if word.endswith("ت") or word.startswith("ت") else "HE"
    return ""


def _implied(t: Tokens, k: int) -> VoucherMention | None:
    """Return the one whom a verb alone names, where no subject stands beside it."""
    kind = _IMPLIES[t.raw[k]]
    j = k + 1
    while j < t.size and (t.stems[j] in _TO or t.stems[j] in _HELPS or t.stems[j] in _TIMES):
        j += 1
    if kind != "WE" and not (t.kind(j) in (THAT, ":", '"', "K", "I", "R", "L", "F", "n", "q", "V", "C") or (j < t.size and (t.prepositions[j] in ("ب", "ل") or t.stems[j] in ("عن", "في", "ما", "الي", "من", "علي")))):
        return None
    a, b = t.span(k, k + 1)
    before = "edge" if k == 0 or t.kinds[k - 1] in (".", '"') else "," if t.kinds[k - 1] == "," else "and" if t.conjunctions[k] or t.raw[k][0] == "و" else "oth"
    return VoucherMention(start=a, end=b, name=t.letters.source[a:b], kind=kind, verb=a, signs=frozenset((kind, f"{before} _", f"_ {_ACT[t.raw[k]] or 'SAY'}", "spoke")))


def _head(t: Tokens, k: int) -> str | None:
    """Return what sort of speaker a word may be the noun of, None where it is none."""
    stem, word = t.stems[k], t.words[k]
    if stem in _NOBODY or (stem == "احد" and t.definite[k]):
        return None
    found = _CLASS.get(stem)
    if found is None and stem[:1] in "وف" and not t.conjunctions[k]:
        found = _CLASS.get(stem[1:])
    if found is None and stem[:1] in "بل" and len(stem) > 4 and not t.prepositions[k] and not t.definite[k]:
        found = _CLASS.get(stem[1:])
    if found is None and len(stem) > 4 and stem.endswith(("نا", "ه", "ها", "هم")) and not t.definite[k]:
        bare = stem[:-1] if stem.endswith("ه") else stem[:-2]
        found = _CLASS.get(bare) or (_CLASS.get(bare[:-1] + "ه") if bare.endswith("ت") else None)
    if found is not None:
        return None if t.kinds[k] in ("K", "I") or (_ACT[t.raw[k]] and not t.definite[k] and found != "BODY" and _after(t, k)) else found
    if t.kinds[k] == "P" and word is not None:
        if word.who is Who.COMBATANT:
            return "FIGHTERS"
        return "PERSON" if word.value == 1 else "PEOPLE"
    return "SIDE" if t.kinds[k] == "T" else None


def _may(form: str) -> str:
    """Return "head" for a form that may be the noun of somebody, "name" for one that may be of a name, nothing for one that is neither."""
    kind, stem, conjunction, preposition, _ = info(form)
    bare = stem[1:] if stem[:1] in "وفبل" and len(stem) > 3 else stem
    if kind in ("P", "T") or any(each in _CLASS for each in (stem, bare)):
        return "head"
    if len(stem) > 4 and stem.endswith(("نا", "ه", "ها", "هم")):
        cut = stem[:-1] if stem.endswith("ه") else stem[:-2]
        if any(each in _CLASS or each[:-1] + "ه" in _CLASS for each in (cut, cut[1:])):
            return "head"
    return "name" if stem.isalpha() and len(stem) > 1 and (kind == "x" or stem in ("ابو", "ابا", "ابي", "ام")) and not (preposition and stem not in ("ابو", "ابي", "ام")) and not conjunction else ""


_MAY: Final = Memo(_may)


def _after(t: Tokens, k: int) -> bool:
    """Tell whether a word that may be a verb too has its subject or "that" behind it."""
    return k + 1 < t.size and (t.kinds[k + 1] == THAT or _CLASS.get(t.stems[k + 1]) is not None or t.kinds[k + 1] == "T")


def _unknown(t: Tokens, k: int) -> bool:
    return k < t.size and t.kinds[k] == "x" and t.stems[k].isalpha() and len(t.stems[k]) > 1 and t.stems[k] not in _TIMES


def _nameword(t: Tokens, k: int) -> bool:
    """Tell a word that may be of a person's name: unknown, no verb, nothing ordinary, no clitic before it."""
    return _unknown(t, k) and not t.prepositions[k] and not t.conjunctions[k] and t.stems[k] not in ORDINARY and not _ACT[t.raw[k]] and t.stems[k] not in _HELPS and t.stems[k] not in _WHO_IS and t.stems[k] not in _SMALL and len(t.stems[k]) > 2


def _phrases(t: Tokens) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (first, behind the last, kind, called so behind a comma) of every noun phrase of somebody."""
    k, named_to = 0, -2
    while k < t.size:
        may = _MAY[t.raw[k]]
        if not may:
            k += 1
            continue
        head = _head(t, k) if may == "head" else None
        if head is None:
            named = _name(t, k)
            if named is not None:
                yield k, named, "NAME", False
                k = named_to = named
                continue
            k += 1
            continue
        if _counted(t, k, head):
            k += 1
            continue
        if named_to == k - 1 and t.kinds[k - 1] == "," and t.definite[k] and head in ("PERSON", "FIGHTERS"):
            k = _end(t, k, head)  # "Abu X, the old carpenter, sits": who he is
            continue
        end = _end(t, k, head)
        yield k, end, head, False
        if head == "RECORD":
            k = k + 1
            continue
        k = end
        if head in ("PERSON", "PEOPLE", "FIGHTERS") and (last := _apposed(t, k)) is not None:
            yield k + 1, last, "NAME", True
            k = last


def _apposed(t: Tokens, k: int) -> int | None:
    """Return the end of the name that stands behind a comma after who somebody is: "the director of the hospital, X Y, said"."""
    if t.kind(k) != "," or k + 2 >= t.size or t.definite[k + 1] or t.conjunctions[k + 1] or not t.stems[k + 1].isalpha() or t.stems[k + 1] in _WHO_IS or t.stems[k + 1] in _SMALL or t.kinds[k + 1] in ("n", "q", "N", THAT):
        return None
    if t.kinds[k + 1] == "p" and t.raw[k + 1] != "علي":
        return None
    last = next((j for j in range(k + 2, min(t.size, k + 7)) if t.kinds[j] in (",", THAT, ":", ".") or (j > k + 2 and _ACT[t.raw[j]] in _OF_SAYING and not t.definite[j])), None)
    if last is None or t.kinds[last] == "." or any(t.prepositions[j] or not t.stems[j].isalpha() or t.kinds[j] in ("n", "q") for j in range(k + 2, last)):
        return None
    if last == k + 2 and not _nameword(t, k + 1):
        return None
    return last


def _counted(t: Tokens, k: int, head: str) -> bool:
    """Tell whether people are of those counted or come to harm: "nine residents", "a farmer was killed"."""
    if head not in ("PERSON", "PEOPLE", "FIGHTERS"):
        return False
    before = t.kind(k - 1) if k else "."
    if before in ("n", "q", "K", "I", "S", "R", "L") and t.stem(k - 1) not in ("احد", "احدي", "عدد"):
        return True
    return t.kind(k + 1) in ("n", "S") and not t.definite[k]


def _name(t: Tokens, k: int) -> int | None:
    """Return the end of a person's name that stands at a token: by a parent's name, or by words that nothing else explains where somebody speaks."""
    if t.stems[k] in ("ابو", "ابا", "ابي", "ام") and t.prepositions[k] in ("", "ب") and k + 1 < t.size and t.kinds[k + 1] not in (".", ",") and t.stems[k + 1].isalpha():
        end = k + 2
        while _nameword(t, end) and end - k < 4:
            end += 1
        return end
    if k < 3 and t.kind(k + 1) == ":" and _unknown(t, k) and not t.prepositions[k] and (k == 0 or not any(each.isalpha() for each in t.stems[:k])):
        return k + 1  # who speaks in a line
    if not _nameword(t, k) or t.definite[k] or (k == 0 and _verblike(t, k)):
        return None
    end = k + 1
    while end - k < 5 and end < t.size and (_nameword(t, end) or t.stems[end] in _JOINTS) and not (end == k + 1 and _verblike(t, end)):
        end += 1
    told = k > 0 and (_ACT[t.raw[k - 1]] in _OF_SAYING or (k > 1 and t.stems[k - 1] in _TO and _ACT[t.raw[k - 2]] in _OF_SAYING))
    told = told or (k > 0 and t.stems[k - 1] in _CALLED)
    tells = end < t.size and (_ACT[t.raw[end]] in _OF_SAYING or t.kinds[end] == THAT)
    opens = k == 0 or t.kinds[k - 1] in (".", '"', "-") or t.stems[k - 1] in ("لكن", "اما", "بينما", "فيما") or not t.stems[k - 1].isalpha()
    if t.kind(end) == ":" and opens:
        return end
    if end - k < 2:
        return end if (told and t.kind(end) in (".", ",", ":", THAT)) or (tells and opens) else None
    lives = k == 1 and _verblike(t, 0)
    return end if told or tells or lives or (opens and t.kind(end) == ",") else None


def _end(t: Tokens, k: int, head: str) -> int:
    """Return where a noun phrase ends with what hangs on it: "of the ministry", "in the name of", "in the town", the name of who it is."""
    j = k + 1
    while j < t.size and j - k < _MOST:
        kind, stem = t.kinds[j], t.stems[j]
        if kind == '"':
            closed = quoted_name(t, j)
            if closed is None or closed - j > 6:
                return j
            j = closed
            continue
        if stem in ("اسم",) and t.prepositions[j] == "ب":
            j += 1
            continue
        if kind in _ENDS or stem in _TIMES or stem in _WHO_IS or stem in _HELPS or _ACT[t.raw[j]] in _OF_SAYING:  # noqa: SIM102 (which words end it, and which do not)
            if not (kind == "n" and stem in ("احد", "احدي")) and not (kind in ("F", "R", "V") and t.definite[j]):
                return j
        if kind == "p" and not (t.definite[j] or (stem in ("وسط", "شمال", "جنوب", "شرق", "غرب") and j > k + 1)):
            if stem in ("في", "من", "عن", "علي", "لدي") and j + 1 < t.size and t.stems[j + 1] not in _POSTED and t.stems[j + 1] not in _TIMES and t.kinds[j + 1] in ("x", "P", "X", "T") and stem in _HANGS.get(head, ()):
                j += 2
                continue
            return j
        if t.prepositions[j]:
            if t.prepositions[j] == "ل" and t.definite[j] and head in ("BODY", "PERSON", "RECORD") and _CLASS.get(stem) not in ("MEDIA",):
                j += 1
                continue
            return j
        if t.conjunctions[j]:
            if head == "BODY" and t.definite[j] and t.definite[j - 1] and kind in ("x", "P", "p") and _CLASS.get(stem) is None:
                j += 1
                continue
            return j
        if kind == "x" and not t.definite[j] and t.definite[j - 1] and not (head in ("PERSON", "FIGHTERS", "MEDIA") and _nameword(t, j)):
            return j
        if kind == "x" and not t.definite[j] and _verblike(t, j):
            return j
        j += 1
    return j


_HANGS: Final = {"PERSON": ("في", "من", "عن", "لدي", "علي"), "PEOPLE": ("في", "من", "علي"), "BODY": ("في",), "MEDIA": ("علي",)}


def _verblike(t: Tokens, j: int) -> bool:
    """Tell a word that begins as verbs of the present do, behind another that is no first name."""
    stem = t.stems[j]
    return len(stem) > 3 and stem[0] in "يت" and stem not in ORDINARY and not stem.endswith(("ه", "ات", "ين"))


def _mention(t: Tokens, first: int, last: int, kind: str, apposed: bool) -> VoucherMention:
    """Return one who may vouch, with what stands round the words that name it: the names of the rows of the table of weights."""
    before = _before(t, first)
    verb, behind = _behind(t, last + (apposed and t.kind(last) == ","))
    signs = [kind, f"{before} _", f"_ {behind}"]
    if before.removeprefix("and ") in _OF_SAYING:
        verb = first - 1
    if (before in _SAID and not (kind == "RECORD" and before in ("COUNT", "PUBLISH"))) or (behind in _SAID and before in _SUBJECT):
        signs.append("spoke")
    if before in ("edge", ",", "that", "and", "quote", ":"):
        signs.append(f"subject {behind}")
    if apposed or (first and t.stems[first - 1] in _CALLED):
        signs.append("apposed before")
    elif _apposed(t, last) is not None or t.stem(last) in _CALLED:
        signs.append("apposed behind")
    stem = t.stems[first]
    if len(stem) > 3 and stem.endswith("نا") and not t.definite[first]:
        signs.append("ours")
    elif len(stem) > 3 and stem.endswith(("ها", "هم", "ه")) and not t.definite[first] and kind != "NAME" and _CLASS.get(stem) is None and t.kinds[first] != "P":
        signs.append("his")
    else:
        signs.append("the" if t.definite[first] else "of the" if any(t.definite[j] for j in range(first + 1, last)) else "an")
    signs.append(_gender(t, first, kind))
    if last - first == 1:
        signs.append("one word")
    a, b = t.span(first, last, core=t.raw[first] != "والي")
    if not t.cuts[first] and kind != "NAME" and t.raw[first][:1] in "وفبل" and _CLASS.get(t.stems[first]) is None and t.kinds[first] == "x" and _CLASS.get(t.stems[first][1:]) is not None:
        a += 1
    return VoucherMention(start=a, end=b, name=t.letters.source[a:b], kind=kind, verb=t.span(verb, verb + 1)[0] if 0 <= verb < t.size else -1, signs=frozenset(signs))


def _gender(t: Tokens, first: int, kind: str) -> str:
    stem = t.stems[first]
    if kind == "PEOPLE":
        return "many"
    return "she" if stem.endswith(("ه", "ات")) or stem in _SHE else "he"


_SHE: Final = frozenset("ام قوات فصايل مستشفيات مشافي وسايل مصادر سلطات كتايب سرايا قسد حماس داعش ميليشيا مليشيا طواقم فرق عمليات استخبارات مخابرات امم ارقام".split())


def _before(t: Tokens, first: int) -> str:
    """Return what stands right before a noun phrase."""
    k = first - 1
    if t.prepositions[first]:
        return {"ل": "to", "ب": "by", "ك": "as"}[t.prepositions[first]] if not (t.prepositions[first] == "ل" and k >= 0 and (t.kinds[k] == VIA or t.stems[k] in ("وفقا", "طبقا", "نقلا"))) else "according to"
    while k >= 0 and (t.stems[k] in _TO or t.stems[k] in ("قد", "لقد", "ايضا", "كذلك", "كان", "كانت", "امس", "اليوم")) and k > first - 3:
        k -= 1
    if k < 0 or t.kinds[k] == ".":
        return "edge"
    kind, stem = t.kinds[k], t.stems[k]
    if kind == VIA or (stem in ("قول", "ذمه", "لسان") and t.kind(k - 1) == "p") or (stem in ("الي", "ل", "عن") and k and t.kinds[k - 1] == VIA) or (stem == "عن" and t.stem(k - 1) in ("نقلا", "حسب")):
        return "according to"
    act = _ACT[t.raw[k]]
    if act in _OF_SAYING and not t.definite[k]:
        return f"what {act}" if k and t.stems[k - 1] in ("ما", "عما", "مما", "بما", "الذي", "التي") else act
    if kind == "p" and stem in ("عن", "من"):
        beyond = _ACT[t.raw[k - 1]] if k else ""
        return f"{beyond or ('RECORD' if k and _CLASS.get(t.stems[k - 1]) == 'RECORD' else 'oth')} {'from' if stem == 'من' else 'of'}"
    if _CLASS.get(stem) == "RECORD" or (k and _CLASS.get(t.stems[k - 1]) == "RECORD" and kind == "x"):
        return "RECORD of"
    if kind == "E":
        return "BLOW"
    if kind == "p":
        return {"في": "in", "علي": "on", "الي": "toward", "مع": "with", "قرب": "near", "ضد": "on", "بين": "between"}.get(stem, "near")
    if kind in ("K", "I", "L", "F", "R"):
        return "HARM"
    if kind == THAT:
        return "that"
    if kind == '"':
        return _ACT[t.raw[k - 1]] if k and _ACT[t.raw[k - 1]] in _OF_SAYING and not t.definite[k - 1] else "quote"
    if kind in (",", ":", "(", "-", "#"):
        return kind
    if stem in ("لكن", "بينما", "فيما", "حين", "اذ", "غير", "بل"):
        return "but"
    if stem == "اما":
        return "as for"
    if not any(each.isalpha() for each in t.stems[:first]):
        return "edge"
    if act == "DO":
        return "DO"
    if t.conjunctions[first]:
        return "and"
    return "NOUN" if t.definite[k] or t.kinds[k] in ("P", "X") else "oth"


def _behind(t: Tokens, last: int) -> tuple[int, str]:
    """Return the token and the sort of the verb of which a noun phrase may be the subject."""
    j = last
    steps = 0
    while j < t.size and steps < _REACH:
        steps += 1
        kind, stem = t.kinds[j], t.stems[j]
        if kind == ":":
            return j, ":"
        if kind == ".":
            return -1, "."
        if kind == '"':
            return j, "quote"
        if kind == THAT:
            return j, "that"
        act = _ACT[t.raw[j]]
        if act and not t.definite[j] and not (t.conjunctions[j] and t.raw[j][:1] == "و"):
            return j, act
        if act and t.conjunctions[j]:
            return -1, "and DO" if act not in _OF_SAYING else "and SAY"
        if kind == "(":
            close = next((k for k in range(j + 1, min(t.size, j + _REACH)) if t.kinds[k] == ")"), None)
            if close is None:
                return -1, "("
            j = close + 1
            continue
        if kind == ",":
            close = next((k for k in range(j + 1, min(t.size, j + _REACH)) if t.kinds[k] in (",", ".")), None)
            if close is None or t.kinds[close] == ".":
                return -1, ","
            at = close + 1
            while t.stem(at) in _HELPS:
                at += 1
            if at < t.size and (_ACT[t.raw[at]] in _OF_SAYING or t.kinds[at] == THAT):
                return at, _ACT[t.raw[at]] or "that"
            return -1, ","
        if stem in ("عنده", "عندها", "عندهم", "لديه", "لديها", "لديهم"):
            return j, "HAVE"
        if stem in _WHO_IS:
            return -1, "who"
        if kind in ("n", "q", "S"):
            return -1, "NUMBER"
        if kind == "p" and stem == "في" and t.stem(j + 1) in _POSTED:
            return -1, "in a statement"
        if kind == "p":
            return -1, "in"
        if kind in ("K", "I", "L", "R", "F"):
            return -1, "HARM"
        if t.conjunctions[j]:
            return -1, "and"
        if stem not in _HELPS and steps > 3:
            return -1, "none"
        j += 1
    return -1, "none"
