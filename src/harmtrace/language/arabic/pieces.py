"""Pieces of Arabic words that rules cannot do without, found in one pass over a text.

A rule whose pieces a sentence does not hold need not be asked: most sentences hold few of them.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Final

import ahocorasick

from harmtrace.language.arabic.calendar import DAY_OF, HIJRI_OF, MONTH_OF, ORDINALS, TIMES_OF_DAY
from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.telling import MEANING
from harmtrace.language.automata import automaton
from harmtrace.language.grammar import COUNT, DAY, EVENT, EVERYTHING, HARM, PRETENCE, RISK, STANCE

#: "the 17th of it", "a day before it".
_OF_IT: Final = tuple(f"{word} منه" for word in ORDINALS)
#: "three days after the killing of".
_SINCE_WHICH: Final = tuple(f"{unit} {of}" for unit in ("يوم", "واحد", "يومين", "ايام", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين", "اشهر", "ساعات", "عام", "سنه", "كامل") for of in ("من ", "علي ", "عن "))
_BY_SO_MUCH: Final = ("قبله ب", "قبلها ب", "بعده ب", "بعدها ب")

#: A body that owns a strike: "said that the aircraft", "that its forces".
_OWN_STRIKE: Final = ("ان الطايرات", "ان المقاتلات", "ان الضربه", "ان الضربات", "ان الغاره", "ان الغارات", "ان الهجوم", "ان القصف", "ان طايراته", "ان طايراتنا", "ان قواته", "ان قواتنا", "ان مقاتلاته", "ان مقاتلاتنا", "ان مدفعيت", "انه هاجم", "انه قصف", "انه استهدف", "انه ضرب", "انها هاجمت", "انها قصفت", "انها استهدفت", "انها ضربت", "انه نفذ", "انها نفذت", "انه شن", "انها شنت")

_TRIGGERS: Final[dict[int, tuple[str, ...]]] = {
    HARM: (
        "قتل", "مقتول", "مذبوح", "مجروح", "فاضت", "المنيه", "الي رحم", "الي جوار", "اسلم الروح", "اسلمت الروح", "اسلموا ال", "يبحث عن", "تبحث عن", "يبحثون عن", "البحث عن", "نبحث عن", "تبحث فرق", "تبحث طواقم", "تبحث العا", "تبحث الفرق", "تبحث الطواقم", "تبحث كوادر", "يبحث الدفاع", "يبحث المسعف", "يبحث الاهالي", "يبحث رجال", "يبحث المنقذ", "شنق", "نحر", "قتيل", "شهيد", "شهدا", "استشهد", "استشهاد", "ستشهد", "ضحي", "ضحايا", "توف", "وفا", "وفيات", "مات", "موت", "ارتق", "قضوا", "قضي ", "قضت", "مصرع", "حتف", "اودي", "اودت", "تودي", "يودي", "ارواح", "اعدم", "اعدام", "ذبح", "جرح", "جريح", "اصيب", "اصاب", "مصاب", "يصاب",
        "مفقود", "فقد", "انقاض", "ركام", "ردم", "جثه", "جثث", "جثمان", "جثامين", "رفات", "انتشل", "انتشال", "عثر", "حصيل", "خساير", "تحييد", "حيدت", "حيدنا", "حيدوا", "تصفيه", "اباد", "غرق", "اختناق", "هلك", "دفن", "مطمور", "حيا", "لقوا", "لقي", "اغتيل", "اغتيال", "صرع", "سقوط", "سقف", "احد عشر نفس", "فارق", "يعدم", "تعدم", "ابيد", "تباد", "محيت", "مسحت", "يصيب", "تصيب", "يصب", "تصب", "بتر", "ميت", "يغتال", "تغتال", "نعي", "نعت", "تنعي", "عينه", "عينها", "ساق", "قدم", "ذراع", "بصر", "راح", "ابطال", "انصاب", "تصاوب", "جناز", "جنايز", "نعش", "مصيره", "تضرر", "اذي", "مكروه", "تقطعت", "احترق",
        "احتراق", " حيد", "«حيد", "\"حيد", "يحيد", "قضا علي", "اجهاز علي", "مصير ", "لجروح", "لكسور", "لحروق", "اردي", "اردت", "انقطع الاتصال", "انقطاع الاتصال", "يعودوا", "يعودا", "ولم يعد حتي", "ولم يعد منذ", "ولم يعد بعد", "ولم يعد الي", "ولم يعد.", "ولم يعد,", "ولم تعد حتي", "ولم تعد منذ", "ولم تعد الي", "ولم تعد.", "ولم تعد,", "لفظ انفاس", "انفاسه", " اشلا", "واشلا", "الاشلا", "ازهق", " غريق", "الغريق", "غريقا", "صريع", "اموات", "جثت", "جثات", "يرتقي", "اغتال", " هلاك", "الهلاك", "حصد", "تحصد", "اصبن", "تسمم", "اختفي", "اختفت", "اختفوا", "اختفا", "نتشل", "استخرج", "يستخرج", "تستخرج", "عثور",
    ),
    STANCE: (
        *_OWN_STRIKE, "القصف مصدره", "الصاروخ مصدره", "الصواريخ مصدره", "القذيفه مصدره", "القذايف مصدره", "النيران مصدره", "الرصاص مصدره", "هو اللي ", "هم اللي ", "هي اللي ", "هو الضرب", "هو القصف", "نفي", "نفت", "ننفي", "انكر", "علم لد", "لدينا", "علم ", "صله ", "وزر", "تحقيق", "تقييم", "قيد ال", "مصداقي", "موثوق", "اتهم", "يتهم", "تهم", "حمل", "مسوول", "اقر", "اعترف", "تبن", "فخخ", "سبب", "اطلق", "فحص", "راجع", "مراجع", "علاقه", "نفذ", "قصفنا", "هدفا", "ادله", "القصف تم", "ينظر", "ندرس",
        "بلغ", "تثبت", "صحت", "صحه", "استبعد", "احيل", "احال", "لجنه", "فريق", "لم ", "ما ", "مختلق", "ملفق", "كاذب", "مفبرك", "اعتذر", "ناسف", "خطا", "مزاعم", "ادعا", "استفسار", "لايمه", "لوم", "اصابع", "ورا ", "هو من", "هي من", "هي الت", "هو الذ", "هم ال", "هم من", "انما ", "بل ", "نسب", "عزا", "عزت", "كانت ", "كان ", "اعدم", "يتحقق", "تتحقق", "نتحقق", "يدقق", "تدقق", "رفض", "ناجم", "ناتج", "تراجع", "يراجع", "مطلع", "درايه", "اطلاع", "علي علم",
        "لا معلومات", "لا يملك", "لا تملك", "لا نملك", "لا يمتلك", "لا تمتلك", "لا تتوفر", "لا تتوافر", "لا يتوفر", "سجلاته", "سجلاتنا", "اكتفي", "اكتفت", "يستند", "تستند", "تبرا", "تنصل", "لا صحه", "لا تعود ل", "من عندنا", "قذايفنا", "صواريخنا", "طايراتنا", "مدفعيت", "وقوفه", "محض ", "باطل", "لا اساس", "اكاذيب", "افترا", "تنظر في", "ننظر", "ملفا جناي", "قضيه جناي", "دعوي جناي", "تحريات", "انه دمر", "انها دمرت", "استهدفنا", "دمرنا", " شعار ", "بصمات", "المجرم:", "الفاعل:", "الجاني", "نعرفهم", "شبيح", "جنجويد", "مرتزق", "الدواعش", "المروحيه", "الجنود", "من عند ", "عليها النار", "علينا النار", "عليهم النار", "هولا ", "ينتمون", "يتبعون", "تابعون ل", "تابعين ل",
    ),
    RISK: ("محاصر", "عالق", "مهدد", "خطر", "حصار", "دروع", "مرمي", "معرض", "تحت القصف", "تحت النار", "تحت نيران", "تحت قصف", "تحت الانقاض", "تحت التهديد", "تحت تهديد", "تحت الغارات", "تحت غارات", "تحت خطر"),
    EVENT: (
        "غار", "قصف", "دانه", "دانات", "رماي", "ضرب", "صاروخ", "صواريخ", "قذيف", "قذاي", "انفج", "تفجير", "هجوم", "هجمات", "استهد", "مجزر", "مجازر", "طيران", "طاير", "مدفع", "لغم", "عبوه", "مفخخ", "اشتباك", "قنص", "رصاص", "نيران", "برميل", "براميل", "مسير", "هاون", "مدني", "عسكري", "كمين", "حادث", "انهيار", "زلزال", "قوات", "الجيش", "زورق", "قارب", "محاصر", "حصار", "عالق", "مصداقي", "بلاغ", "اللوم", "اللايمه", "اعتقل", "اعتقال", "معتقل", "داهم", "انزال", "احتجز", "احتجاز", "خطف",
    ),
    COUNT: ("عدد", "العدد", "حصيل", "اجمالي", "المجموع", "الصواب", "الصحيح"),
    PRETENCE: ("افتراضي", "الحلقه", "الفصل", "الفلم", "القصه", "اللعبه", "المشهد", "تحاكي", "تمرين", "حارس", "حاكت", "حاكي", "خيالي", "رواي", "سيناريو", "فيلم", "لاعب", "لعبه", "محاكا", "مدافع", "مسرح", "مسلسل", "مناور", "مهاجم", "وهمي", "يحاكي"),
    DAY: (
        "اليوم", "امس", "البارحه", "مبارح", "الليله", "صباح", "مسا", "فجر", "ظهر", "عصر", "ليل", "السبت", "الاحد", "الاثنين", "الثلاثا", "الاربعا", "الخميس", "الجمعه", "يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب ", "ايلول",
        "تشرين", "كانون", "منذ", "قبل ", "اسبوع", "اسابيع", "شهر", "شهور", "عام", "العام", "سنه", "ساعه", "ساعات", "يوميا", "موخرا", "خلال", "رمضان", "شوال", "محرم", "رجب", "شعبان", "الحجه", "القعده", "صفر", "ربيع", "جمادي", "ايام", "يوم", "عيد", *_OF_IT, *_BY_SO_MUCH, "20", "جانفي", "فيفري", "افريل", "جوان", "جويليه",
    ),
}  # fmt: skip

#: Pieces of harm and war that stand in ordinary words too: they count only in a word that tells of it by itself (telling.py).
_ORDINARY: Final = (
    *"لقوا مات ميت قدم حيا لقي راح فقد وفا تباد حتف بتر موت ساق توف نعي نعت تنعي صرع دفن غرق يصب تصب تودي يودي اودي اودت ضحي ذراع اذي بصر رفات هلك عثر عينه عينها يصيب تصيب قضوا قضت حصيل سقف اباد نعش هلك ارتق فارق".split(),
    "قضي ", *"حادث قارب غار دانه دانات ضرب مسير".split(),
)  # fmt: skip

# ---- pieces that single rules need, by bit; the bits of triggers lie below ----

_bits: Final[Iterator[int]] = (1 << place for place in range(EVERYTHING.bit_length(), 2_000))
_WORDS: Final[dict[int, tuple[str, ...]]] = dict(_TRIGGERS)


def _piece(*words: str) -> int:
    """Return the bit that a text holds where one of the words stands anywhere in it."""
    bit = next(_bits)
    _WORDS[bit] = words
    return bit


#: What adds its own pieces before the first text is read.
ASKED: Final[list[Callable[[], None]]] = []


def need(words: Iterable[str]) -> int:
    """Return the bit that a text holds where one of the words stands in it; for what is in `ASKED`."""
    return _piece(*words)


def _all_of(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word.split()[0] for word in words}))


_BODY: Final = ("صحت", "صحه", "استبعد", "رفض", "حفظ", "لعدم", "لنقص", "لغياب", "بلغ", "لم ", "ما ", "لن ", "لا ", "تحقق", "تثبت", "دقق", "يدرس", "تدرس", "جار", "لجنه", "فريق", "نيابه", "قضا", "مختلق", "ملفق", "كاذب", "مفبرك", "باطل", "افترا", "صحيح", "فند", "دحض", "كذب", "تبرا", "تنصل", "اعتذر", "ناسف", "اسف", "خطا", "مزاعم", "ليس", "لسنا", "مطلع", "درايه", "اطلاع", "سجلات", "وقوف", "محض ", "مجرد ", "صامت", "ثكنات", "يستند", "تستند", "عترف", "جناي", "تحريات", "دمر", "استهدف", "وصف", "تنظر")
_DOER: Final = ("جا من", "جات من", "اتي من", "اتت من", "طلق من", "طلقت من", "صدر من", "صدرت من", "لايمه", "لوم", "ذنب", "اصابع", "نسب", "عزا", "عزت", "يعزو", "تعزو", "ارجع", " الذي ", " التي ", " الذين ", "ورا ", "كان", " هو ", " هي ", "كلها", "اعدم", "قتل", "قصف", "ذبح", "استهدف", "احرق", "دمر", "انما", "بل ", "ناجم", "ناتج", "نجم", "نتج", "نتيجه")

#: These say by themselves what the rule asks.
DOUBT: Final = _piece("محض افترا", "محض كذب", "محض خيال", "مجرد شايعات", "مجرد اكاذيب", *"تثبت تاكدنا تاكد مختلق ملفق مفبرك باطل خبرا انبا بلاغ تقارير يعتقد يخشي مخاوف شايعات يشاع اشيع مرجح رجح ترجيح ربما ادعا ? زعم ادعي ادعت مزاعم يمكن نفي نفت ننفي انكر كذب صحه صحيح دقيق تصحيح خطا ذكرنا نشرنا تحقق موكد محتمل يقال احتمال عار".split(), "ما ورد", "ما قيل", "ما تردد", "ما اشيع", "ما يشاع", "ما نشر", "ما يتداول", "حكي", "قد ", "هل ", "اذا ", "لو ", "حال ")  # fmt: skip
POSITION: Final = _piece(*_OWN_STRIKE, *"زال مصداقيه موثوق علم معلومات تقارير تحقيق تقييم فحص راجع ندرس يدرس ننظر ينظر نتابع نفي نفت ننفي انكر صله علاقه تبن مسوول اقر اعترف اكد نفذ شن اساس ادله هدفا نقصف يقصف تقصف يتحقق نتحقق".split(), "قيد ", "حقق في", *_BODY)  # fmt: skip
BLAME: Final = _piece(*"مصدره اللي اتهم يتهم تتهم متهم نتهم حمل مسوول فخخ فجر زرع لغم اطلق سبب قصفنا ضربنا فاعل".split(), "القصف تم", "هو الذي", "هي التي", "هم الذين", "هو من", "هي من", "هم من", "المجرم", "القاتل", "الفاعل", "الجاني", "المنفذ", "الجهه ", "بصمات", "شتبه", "رجح", "يعتقد", "يظن", "جريمه", "مجزره", "طيران", "شعار", "رايات", "سوي ", "يتبع", "ينتم", "تابع", "هولا", "عند ", "جهه ", "صوب ", "علينا", "اطلق", "القت", "رمت", "مسير", "طاير", "اتهام", "نعرف", "كنا ", *_DOER)
#: Without these a rule finds nothing.
SAID: Final = _piece("قيل")
#: Somebody speaks, perhaps: who does may be asked for later, whatever is said here.
SAYING: Final = _piece("قال", "افاد", "اعلن", "اكد", "ذكر", "صرح", "حسب", "وفق", "نقل", "مصدر", "مصادر", "مراسل", "متحدث", "ناطق")
SEPARATE: Final = _piece(" اخر", " ثان", " منفصل", " مماثل", " متصل")
BACKGROUND: Final = _piece("منذ ", "الاعنف منذ", "دمويه", "ذكري", "العام الماضي", "قبل عام", "قبل سن", "قبل اعوام", "قبل اشهر", "قبل شهور")
RETURNS: Final = _piece(" الاخير")
PERIODIC: Final = _piece("تقرير", "حصيله", "تحت التعذيب", "في عموم", "منذ بد", "منذ مطلع", "خلال شهر", "خلال الشهر", "خلال العام", "خلال الاسبوع", "منذ انطلاق", "منذ اندلاع")

_STRUCK: Final = _piece("ضرب", "غار", "قصف")
#: For each position two sets of pieces, of both of which one must stand.
POSITIONS: Final[dict[str, tuple[int, int]]] = {
    "non-credible": (_piece("مصداقيه", "موثوق", "للتصديق", "تستند", "لا اساس", "يتوافر", "ادله"), -1),
    "credible": (_piece("مصداقيه", "للتصديق"), -1),
    "not-aware": (_piece("علم", "معلومات", "تقارير", "بلاغات"), -1),
    "investigation-opened": (_piece("تحقيق", "حقق في"), -1),
    "assessment-opened": (_piece("تقييم"), -1),
    "under-review": (_piece("قيد ", "علي علم", "فحص", "راجع", "ندرس", "يدرس", "ننظر", "ينظر", "تنظر", "يتحقق", "نتحقق", "نتابع"), -1),
    "responsibility-denied": (_piece("نفي", "نفت", "نفوا", "نافي", "انكر", "علاقه", "صله", "نفيه", "نقصف", "يقصف", "تقصف", "نستهدف", "يستهدف", "تستهدف", "ننفذ", "ينفذ", "تنفذ"), -1),
    "responsibility-accepted": (_piece("تبن", "مسوولي"), -1),
    "denied-that": (_piece("نفي", "نفت", "انكر", "تنفي"), _piece("ان تكون", "ان يكون")),
    "denied-it": (_piece("نفي", "نفت", "نفوا", "انكر"), _piece("ذلك", "اتهام", "تهم", "مزاعم", "الامر", "روايه")),
    "no-word-of-it": (_piece("نفي", "نفت", "انكر"), _piece("ان تكون لد", "ان يكون لد", "علمه", "علمها")),
    "committee": (_piece("لجنه", "لجان"), _piece("تحقيق")),
    "set-aside": (_piece("لعدم", "لنقص", "لضعف", "لغياب", "لقله", "بسبب", "لكون", "ثبت", "دليل", "ادله", "صحه", "مرجح"), -1),
    "borne-out": (_piece("صحت", "صحه", "مصداقي", "رجح"), -1),
    "not-told": (_piece("لم ", "ما ", "لا ", "ليس", "لسنا", "لست", "غير "), -1),
    "investigators": (_piece("حقيق", "تقصي", "لجنه", "نيابه", "القضا", "مدعي", "محكمه", "للوقوف"), -1),
    "looked-into": (_piece("تحقق", "تثبت", "تاكد", "دقق", "راجع", "دارس", "درس", "فحص", "تقصي", "نظر", "تابع", "عاين", "حلل", "بحث", "جمع", "تدقيق"), -1),
    "did-not": (_piece("لم ", "ما ", "لن ", "لا ", "رفض", "فند", "دحض", "كذب", "نفي", "نفت", "انكر", "تبرا", "تنصل", "ليس", "لسنا", "غير ", "ختلق", "لفق", "كاذب", "فبرك", "باطل", "مضلل", "عار", "محض", "افترا", "مردود", "نسج"), -1),
    "owned": (_piece("اقر", "عترف", "عتذر", "اسف", "خطا", "غير قصد", "يقر", "تقر"), -1),
    "said-strike": (_piece(*_OWN_STRIKE), _piece("قصف", "استهدف", "ضرب", "دمر", "اصاب", "اغار", "هاجم", "نفذ", "شن")),
    "held-credible": (_piece("موثوق", "مصداقيه"), -1),
    "assessment-begun": (_piece("تقييم"), -1),
    "still-looking": (_piece("زال", "لم يزل", "لم تزل", "قيد "), _piece("راجع", "درس", "فحص", "دقق", "بحث", "تحقق", "نظر", "معلومات", "تدقيق", "تمحيص", "متابعه", "معاينه", "تقصي", "تثبت")),
    "did-strike": (_piece("اقر", "عترف", "اكد", "سلم"), -1),
    "strike-acknowledged": (_piece("تنفيذ", "شن", "نفذ", "هدفا"), _STRUCK),
}
_FIRED: Final = _piece("اطلق")
BLAMES: Final[dict[str, tuple[int, int]]] = {
    "accuse": (_piece("تهم"), -1),
    "accuse-of": (_piece("تهم"), _piece(" ب")),
    "accuse-marked": (_piece("تهم"), -1),
    "shot-from": (_piece("جا من", "جات من", "جاءت من", "جاء من", "اتي من", "اتت من", "طلق من", "طلقت من", "صدر من", "صدرت من"), -1),
    "is-responsible": (_piece("مسوول"), -1),
    "they-did": (_piece("هم اللي", "هو اللي", "هي اللي", "هم الذ", "هو الذ", "هي الت"), -1),
    "hold-responsible": (_piece("حمل"), _piece("مسووليه", "تبعات", "وزر")),
    "held-responsible": (_piece("حمل"), _piece("مسووليه")),
    "holds-them": (_piece("حمل"), _piece("مسووليه")),
    "came-from": (_piece("قصف من ", "قصف هو من", "قصف كان من", "قذيفه من ", "قذايف من ", "صاروخ من ", "صواريخ من ", "غاره من ", "رصاص من "), -1),
    "responsible": (_piece("مسوول", "فاعل", "من قصف", "من استهدف", " الذي ", " التي ", " الذين "), -1),
    "rigged": (_piece("فخخ", "فجر", "زرع", "لغم"), -1),
    "fired": (_FIRED, _piece("لقها من", "لقته من", "لقتها من", "لقه من", "النار", "نيرانها", "قذايف", "صواريخ")),
    "caused": (_piece("مفخخه", "ملغمه", "ناسفه", "صهريج", "مستودع"), _piece("سبب", "ادت")),
    "whose": (_piece("القصف تم"), -1),
    "bombed-us": (_piece("قصفنا", "ضربنا"), -1),
    "reproach": (_piece("لايمه", "لوم", "ذنب", "مسووليه", "تبعه"), -1),
    "point-at": (_piece("اصابع"), -1),
    "lay-at": (_piece(" الي "), -1),
    "whose-doing": (_piece(" هو ", " هي ", " هم ", " هما "), -1),
    "behind": (_piece("ورا ", "مسوول"), -1),
    "nation": (_piece("كان", " هو ", " هي ", "كله"), -1),
    "who-did": (_piece("اعدم", "قتل", "قصف", "ذبح", "استهدف", "احرق", "دمر", "فجر"), -1),
    "bears": (_piece("تحمل"), _piece("مسووليه", "تبع", "وزر")),
    "spoken": (_piece(" هو ", " هي ", " هم "), _piece("اللي ", " الضرب", " القصف", " القتل", " الزرع", " الدمر", " الفجر")),
    "source": (_piece("مصدره"), -1),
    "means": (_piece("طايره ", "مسيره ", "مروحيه ", "دبابه ", "قناص", "زورق ", "مقاتله ", "طايرات ", "حاجز ", "مدرعه "), _piece("اطلق", "قصف", "استهدف", "ضرب", "القي", "القت", "رم")),
    "own-store": (_piece("انما ", "بل ", "الا ان", "سبب", "ناجم", "ناتج", "نجم", "نتج", "نتيجه"), -1),
    "launched": (_FIRED, _piece("مسيره", "صواريخ", "قذايف", "طايره", "صاروخ")),
}

# ---- dates ----

#: What must stand in a sentence for a date to be looked for.
DATE: Final = _piece(
    *(f"{a}{mark}{b}" for a in range(10) for mark in "-/." for b in range(10)), *MONTH_OF, *HIJRI_OF, *DAY_OF,
    *"اليوم امس البارحه مبارح الليله المسا الصباح منذ قبل اسبوع الاسابيع شهر الشهور العام سنه السنه ساعه ساعات يوميا موخرا خلال الايام".split(), "عام ", "كل يوم", "ذلك اليوم", *_SINCE_WHICH, *_OF_IT, *_BY_SO_MUCH, "عيد الاضحي", "عيد الفطر", "عشيه ", "غداه ", "بعد ال", "بعد هذ", "عامي ", "عامين ",
)  # fmt: skip
#: Names that are parts of many words: they count only where no letter follows.
_SHORT: Final = frozenset(("اب", "ماي", "اوت", "مارس", "مارت", "جوان", "صفر", "محرم"))
_WHOLE: Final = next(_bits)
_BROAD: Final = next(_bits)
_MONTH: Final = _piece(*(name for name in _all_of(MONTH_OF) if name not in _SHORT))
_MONTH_SHORT: Final = next(_bits)
_HIJRI: Final = _piece(*(name for name in HIJRI_OF if name not in _SHORT))
_HIJRI_SHORT: Final = next(_bits)
_WEEKDAY: Final = _piece(*DAY_OF)
_DAYTIME: Final = _piece(*TIMES_OF_DAY)
_DIGITS: Final = _piece(*"0123456789")
_NUMBERED: Final = _DIGITS | _piece(*_all_of(ORDINALS))
_JOINED: Final = _piece(*(f"{digit}{mark}" for digit in range(10) for mark in "-/."))
_SINCE: Final = _piece("منذ")
_YESTERDAY: Final = _piece("امس", "البارحه", "مبارح")
_TODAY: Final = _piece("اليوم")
_WITHIN: Final = _piece("خلال")
_NOW: Final = _piece("الجاري", "الحالي", "الماضي", "الفايت", "المنصرم")
_UNIT: Final = _piece(*"يوم ايام اسبوع اسابيع شهر اشهر شهور عام اعوام سنه سنوات سنت سنين ساع دقيق دقايق لحظات قليل".split())
_MONTHS: Final = _MONTH | _MONTH_SHORT
_HIJRIS: Final = _HIJRI | _HIJRI_SHORT
DATES: Final[dict[str, tuple[int, int]]] = {
    "iso": (_JOINED, -1),
    "numeric": (_JOINED, -1),
    "since": (_SINCE, -1),
    "hijri": (_HIJRIS, _NUMBERED),
    "hijrifirst": (_HIJRIS | _piece("عيد "), _piece("اول", "ثاني", "ثالث", "رابع", "اخر", "اوايل")),
    "fromto": (_YESTERDAY | _WEEKDAY, _TODAY | _piece("ليوم")),
    "rangeof": (_NOW | _piece("الشهر نفسه", "الشهر ذاته"), _NUMBERED),
    "range": (_MONTHS, _NUMBERED),
    "ranges": (_MONTHS, _piece("بين")),
    "nights": (_piece("ليل", "فجر", "يومي"), _WEEKDAY),
    "day": (_MONTHS, _NUMBERED),
    "ofmonth": (_NOW | _piece("هذا الشهر", *_OF_IT, "شهر نفسه", "شهر ذاته"), _NUMBERED),
    "sincedawn": (_SINCE, -1),
    "sinceday": (_SINCE, _WEEKDAY),
    "sincespan": (_SINCE, _UNIT),
    "sameday": (_TODAY, _piece("نفس", "ذات", "ذلك")),
    "nextday": (_piece("التالي"), -1),
    "tod": (_DAYTIME, _YESTERDAY | _TODAY | _WEEKDAY),
    "beforeyesterday": (_YESTERDAY, _piece("اول", "قبل")),
    "lastnight": (_YESTERDAY | _piece("الليله"), -1),
    "today": (_TODAY | _piece("الليله", "هذا "), -1),
    "beforethat": (_piece("قبل ذلك", "قبله", "قبلها", "السابق"), -1),
    "afterthat": (_piece("بعد ذلك", "بعده"), -1),
    "part": (_piece("النصف ", "الربع ", "اشهر ", "شهور "), -1),
    "afterwhich": (_piece(*_SINCE_WHICH), -1),
    "years": (_piece("عامي", "من عام"), _piece("19", "20")),
    "beforewhich": (_piece("قبل"), _UNIT),
    "beforeit": (_piece("قبل", "بعد"), _UNIT),
    "eve": (_piece("عشيه ", "غداه "), -1),
    "hoursover": (_piece("ساعه", "ساعات"), -1),
    "sincethat": (_SINCE, _MONTHS),
    "ago": (_piece("قبل"), _UNIT),
    "hours": (_piece("ساعه", "ساعات"), -1),
    "weekday": (_WEEKDAY, -1),
    "week": (_piece("اسبوع", "الاسابيع", "الايام", "يومين"), -1),
    "month": (_piece("الشهر", "الاشهر", "الشهور"), -1),
    "year": (_piece("عام", "سنه"), _NOW | _piece("هذا", "هذه", "19", "20")),
    "monthname": (_MONTHS, -1),
    "rate": (_piece("يوميا", "شهريا", "اسبوعيا", "سنويا", "كل "), -1),
    "vague": (_piece("موخرا", "حديثا", "الاونه", "الفتره"), -1),
    "overspan": (_WITHIN, _UNIT),
}


def _automaton() -> "ahocorasick.Automaton":
    """Return what finds every piece, each with the bits of all that need it."""
    meanings: dict[str, int] = {}
    for bit, words in _WORDS.items():
        for word in words:
            meanings[word] = meanings.get(word, 0) | bit
    for word in _ORDINARY:
        meanings[word] |= _BROAD
    for bit, names in ((_MONTH_SHORT, MONTH_OF), (_HIJRI_SHORT, HIJRI_OF)):
        for name in names:
            if name in _SHORT:
                meanings[name] = meanings.get(name, 0) | bit | _WHOLE
    return automaton(meanings.items())


_MADE: Final[list["ahocorasick.Automaton"]] = []
_PARTS: Final = ~(_WHOLE | _MONTH_SHORT | _HIJRI_SHORT)


class _Chunks:
    """What stands between two blanks of a text, each asked for its meaning once, however many pieces it holds."""

    __slots__ = ("_bits", "_end", "_first", "_text")

    def __init__(self, text: str) -> None:
        self._text, self._first, self._end, self._bits = text, 0, 0, 0

    def meaning(self, last: int) -> int:
        """Return the bits that stay of a piece that ends at a place; the places are asked in order."""
        text = self._text
        at = last + (text[last] != " ")
        if not self._first < at <= self._end:
            first, end = text.rfind(" ", 0, at - 1) + 1, text.find(" ", at)
            self._first, self._end = first, end if end != -1 else len(text)
            self._bits = MEANING[text[first : self._end]]
        return self._bits


def _find(found: Letters) -> tuple[list[int], list[int]]:
    """Return where pieces of the folded text end, in order, and their bits."""
    text = found.text
    if not _MADE:
        for ask in ASKED:
            ask()
        _MADE.append(_automaton())
    hits = list(_MADE[0].iter(text))
    if not hits:
        found.pieces = [], []
        return found.pieces
    ends, bits = map(list, zip(*hits, strict=True))
    chunks = _Chunks(text)
    for k, bit in enumerate(bits):
        if bit & _WHOLE and text[ends[k] + 1 : ends[k] + 2].isalnum():
            bits[k] = bit & _PARTS
        elif bit & _BROAD:
            bits[k] = bit & chunks.meaning(ends[k])
    found.pieces = ends, bits
    return found.pieces


def between(found: Letters, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return where pieces end between two folded places, and their bits."""
    ends, bits = found.pieces or _find(found)
    first, last = bisect_left(ends, start), bisect_left(ends, end)
    return ends[first:last], bits[first:last]


def held(found: Letters, start: int, end: int) -> int:
    """Return the bits of all pieces between two folded places."""
    ends, bits = found.pieces or _find(found)
    return reduce(or_, bits[bisect_left(ends, start) : bisect_left(ends, end)], 0)


#: Pieces of harm and strike that stand within many names, and what stands before them in a word that tells of it.
_WITHIN_NAMES: Final = frozenset(("اردي", "ردم", "ركام", "انزال", "مصير ", "مصيره"))
_FRONT: Final = re.compile("[وف]?[سبلك]?(?:ال|ل|ان|[يتنما])?")
_LONGEST_FRONT: Final = 4


def _told(text: str, chunks: _Chunks, last: int, piece: str, bits: int) -> bool:
    """Tell whether a piece that ends at a place stands in a word of harm or strike."""
    if not (bits & _BROAD or piece in _WITHIN_NAMES):
        return True
    if bits & _BROAD:
        return bool(bits & chunks.meaning(last) & (HARM | EVENT))
    first = start = last + 1 - len(piece)
    far = max(0, start - _LONGEST_FRONT - 1)
    while first > far and text[first - 1].isalpha():
        first -= 1
    return _FRONT.fullmatch(text, first, start) is not None


_TELLING: Final[list["ahocorasick.Automaton"]] = []


def opens(text: str) -> bool:
    """Tell whether a word of harm, strike or siege stands in a folded text: without one it can make no claim."""
    if not _TELLING:
        bits = {piece: sum(bit for bit in (HARM, EVENT) if piece in _WORDS[bit]) for piece in {*_WORDS[HARM], *_WORDS[EVENT]}}
        _TELLING.append(automaton((piece, (piece, held | (_BROAD if piece in _ORDINARY else 0))) for piece, held in bits.items()))
    chunks = _Chunks(text)
    return any(_told(text, chunks, last, piece, bits) for last, (piece, bits) in _TELLING[0].iter(text))


def triggers(found: Letters) -> list[tuple[int, int]]:
    """Return where triggers end in the original and what they may mean, in order.

    Empty for a text with no word of harm, strike or siege: it can make no claim.
    """
    if not opens(found.text):
        return []
    ends, bits = found.pieces or _find(found)
    return list(zip(ends if found.same else map(found.starts.__getitem__, ends), bits, strict=True))
