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
    found = set()
    for word in fold(name).split():
        if word in _SMALL:
            continue
        bare = _ARTICLE.sub("", word) if arabic(word) else word
        key = _KEYS.get(word) or _KEYS.get(bare)
        found.add(f"={key}" if key is not None else bones(bare))
    return frozenset(found - {""})


def one_name(a: str, b: str) -> bool:
    """Tell whether two names in different scripts are one: translated word by word, or written as they sound.

    >>> one_name("Nabd al-Madina", "نبض المدينة"), one_name("Hill Network", "شبكة السهل")
    (True, False)
    """
    if arabic(a) == arabic(b):
        return False
    if bones(a) == bones(b) and len(bones(a)) > _TELLING:
        return True
    x, y = meanings(a), meanings(b)
    own = {word for word in x if not word.startswith("=")}
    told = len(x) > 2 or any(len(word) >= _TELLING for word in own) or not own
    return x == y and len(x) > 1 and told
