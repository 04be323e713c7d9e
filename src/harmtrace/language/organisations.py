"""Names of organisations in Arabic and Latin letters -> keys by which one body's two names meet."""

import re
from functools import lru_cache
from typing import Final

from harmtrace.language.bones import bones
from harmtrace.language.parties import fold

#: English words for what a body is or works on | the Arabic ones, without the article.
_WORDS: Final = """
centre center | مركز
network | شبكة
observatory | مرصد
committee | لجنة
committees coordination coordinations | لجان تنسيقية تنسيقيات
commission authority | هيئة
council | مجلس
union federation | اتحاد
association society | جمعية
organisation organization | منظمة
foundation institution | مؤسسة
institute | معهد
campaign | حملة
initiative | مبادرة
agency | وكالة
office bureau | مكتب
ministry | وزارة
directorate department | مديرية دائرة
hospital | مستشفى مشفى
syndicate | نقابة
archive | أرشيف
forum | منتدى منبر
league | رابطة
team | فريق
newspaper daily journal | صحيفة جريدة
radio | راديو إذاعة
channel television tv | قناة تلفزيون
news | أنباء أخبار إخبارية خبر
press | صحافة صحفية
media | إعلام إعلامي إعلامية
human | إنسان إنسانية
rights | حقوق
documentation documenting | توثيق
violations | انتهاكات
monitoring | رصد مراقبة
health | صحة صحي صحية
medical | طبي طبية
doctors physicians | أطباء
relief | إغاثة
women | نساء نسائي نسائية مرأة
children | أطفال طفولة
victims | ضحايا
justice | عدالة
peace | سلام
freedom freedoms | حرية حريات
emergency | طوارئ
civil civilian | مدني مدنية
defence defense | دفاع
independent | مستقلة مستقل
national | وطني وطنية
local | محلي محلية
free | حرة حر
lens | عدسة
voice | صوت
eye | عين
today | يوم
pulse | نبض
capital | عاصمة
lake | بحيرة
basin | حوض
river | نهر
valley | وادي
mountain | جبل
sea | بحر
coast shore | ساحل شاطئ
desert | صحراء
island | جزيرة
hill | تل
plain | سهل
gate | بوابة باب
north northern | شمال شمالي شمالية
south southern | جنوب جنوبي جنوبية
east eastern | شرق شرقي شرقية
west western | غرب غربي غربية
city town | مدينة بلدة
land | أرض
people | شعب أهالي
residents | سكان
youth | شباب
students | طلاب
lawyers | محامين محامون
journalists | صحفيين صحفيون
bar | محاماة
law legal | قانون قانوني قانونية
development | تنمية
aid | مساعدات مساعدة عون
humanitarian | إنسانية
studies research | دراسات بحوث أبحاث
register | سجل
tribune | منبر
post mail | بريد
times | أزمنة
wire telegraph | برقية
star | نجم نجمة
sun | شمس
morning | صباح
"""
_KEYS: Final[dict[str, str]] = {
    fold(word): line.split("|")[0].split()[0]
    for line in _WORDS.strip().splitlines()
    for side in line.split("|")
    for word in side.split()
}
_SMALL: Final = frozenset("the a an al el of for in on and to its على في من و عن".split())
_ARTICLE: Final = re.compile(r"^(?:و?ال|لل|بال|ل(?=\w{4}))")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_SOUNDING: Final = 2  # consonants that two words must share to be one by their sound
_TELLING: Final = 3  # consonants that a name of its own must have, lest any two short words meet


def arabic(name: str) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return _ARABIC.search(name) is not None


@lru_cache(maxsize=16_384)
def meanings(name: str) -> frozenset[str]:
    """Return what the words of a name mean, as far as they are common nouns of organisations; the rest as consonants.

    >>> meanings("Tarra Centre for Human Rights") == meanings("مركز طرة لحقوق الإنسان")
    True
    """
    return frozenset(key or sound for key, sound in _senses(name) if key or sound)


@lru_cache(maxsize=16_384)
def _senses(name: str) -> frozenset[tuple[str, str]]:
    """Return for each telling word of a name what it means, as far as it is a common noun of organisations, and how it sounds."""
    found = set()
    for word in fold(name).split():
        if word in _SMALL:
            continue
        bare = _ARTICLE.sub("", word) if arabic(word) else word
        key = _KEYS.get(word) or _KEYS.get(bare)
        found.add((f"={key}" if key is not None else "", bones(bare)))
    if any(key == "=rights" for key, _ in found):
        found = {sense for sense in found if sense[0] != "=human"}  # "Rights Network" is "network for human rights"
    return frozenset(found)


def _met(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two words are one, translated or written as they sound."""
    return (bool(a[0]) and a[0] == b[0]) or (len(a[1]) >= _SOUNDING and a[1] == b[1])


def one_name(a: str, b: str) -> bool:
    """Tell whether two names in different scripts are one: translated word by word, or written as they sound.

    >>> one_name("Nabd al-Madina", "نبض المدينة"), one_name("Hill Network", "شبكة السهل")
    (True, False)
    """
    if arabic(a) == arabic(b):
        return False
    if bones(a) == bones(b) and len(bones(a)) > _TELLING:
        return True
    x, y = _senses(a), _senses(b)
    own = {sound for key, sound in (*x, *y) if not key}
    told = len(x) > 2 or any(len(sound) >= _TELLING for sound in own) or not own
    both = all(any(_met(one, other) for other in y) for one in x) and all(
        any(_met(other, one) for one in x) for other in y
    )
    return both and len(x) > 1 and told
