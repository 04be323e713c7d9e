"""Names of organisations in Arabic and Latin letters -> keys by which one body's two names meet."""

import re
from collections.abc import Sequence
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
greater grand | كبرى كبير
resistance | مقاومة
room | غرفة
station | محطة
operations | عمليات
rescue | إنقاذ
rescuers | منقذون منقذو منقذي
paramedics medics | مسعفون مسعفين مسعفو مسعفي
ambulance | إسعاف
fire | إطفاء
volunteers | متطوعون متطوعين متطوعو متطوعي
nurses nursing | تمريض ممرضين ممرضات
surgeons | جراحين جراحون
teachers | معلمين معلمون
engineers | مهندسين مهندسون
farmers | مزارعين مزارعون فلاحين فلاحون
fishermen fishers | صيادين صيادون صيادو صيادي
traders merchants | تجار
workers labour labor | عمال
families relatives | أهالي عائلات ذوي
tribes tribal clans | عشائر عشائرية قبائل
municipality municipal | بلدية
governorate province provincial | محافظة
crescent | هلال
red | أحمر
welfare | رعاية
refugees | لاجئين لاجئون
displaced | نازحين نازحون مهجرين
prisoners detainees | أسرى معتقلين
interior | داخلية
justice | عدل
foreign | خارجية
information | معلومات
elders notables | أعيان وجهاء
school | مدرسة
university | جامعة
market | سوق
church | كنيسة
mosque | مسجد جامع
"""
_KEYS: Final[dict[str, str]] = {
    fold(word): line.split("|")[0].split()[0]
    for line in _WORDS.strip().splitlines()
    for side in line.split("|")
    for word in side.split()
}
_SMALL: Final = frozenset("the a an al el of for in on and to its s general public على في من و عن عامة العامة".split())
#: What only says which part or seat of a body is meant: "– Block 17", "(Sana'a)".
_PART: Final = re.compile(r"\s[–—-]\s.*|\(.*", re.DOTALL)
_ARTICLE: Final = re.compile(r"^(?:و?ال|لل|بال|ل(?=\w{4}))")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_SOUNDING: Final = 2  # consonants that two words must share to be one by their sound
_TELLING: Final = 3  # consonants that a name of its own must have, lest any two short words meet


def arabic(name: str) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return _ARABIC.search(name) is not None


@lru_cache(maxsize=16_384)
def _senses(name: str) -> tuple[tuple[str, str], ...]:
    """Return for each telling word of a name, in order, what it means, as far as it is a common noun of organisations, and how it sounds."""
    found: dict[tuple[str, str], None] = {}
    for word in fold(name).replace("'", " ").replace("’", " ").split():
        bare = _ARTICLE.sub("", word) if arabic(word) else word
        if word in _SMALL or bare in _SMALL:
            continue
        key = _KEYS.get(word) or _KEYS.get(bare)
        found[(f"={key}" if key is not None else "", bones(bare))] = None
    if any(key == "=rights" for key, _ in found):
        return tuple(sense for sense in found if sense[0] != "=human")  # "Rights Network" is "network for human rights"
    return tuple(found)


def _met(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two words are one, translated or written as they sound."""
    return (bool(a[0]) and a[0] == b[0]) or (len(a[1]) >= _SOUNDING and a[1] == b[1])


def _left(x: Sequence[tuple[str, str]], y: Sequence[tuple[str, str]]) -> str:
    """Return the sound of the words of a name that no word of another meets, joined: some write a name as two words."""
    return "".join(sound for key, sound in x if not any(_met((key, sound), other) for other in y))


def one_name(a: str, b: str) -> bool:
    """Tell whether two names in different scripts are one: translated word by word, or written as they sound.

    >>> one_name("Nabd al-Madina", "نبض المدينة"), one_name("Hill Network", "شبكة السهل")
    (True, False)
    >>> one_name("Greater Tell Abyad Doctors' Committee", "لجنة أطباء تلابيض الكبرى – المقر")
    True
    """
    if arabic(a) == arabic(b):
        return False
    if bones(a) == bones(b) and len(bones(a)) > _TELLING:
        return True
    whole = _senses(a), _senses(b)
    return any(_one(x, y) for x, y in (whole, (_senses(_PART.sub("", a)), _senses(_PART.sub("", b)))))


def _one(x: Sequence[tuple[str, str]], y: Sequence[tuple[str, str]]) -> bool:
    own = {sound for key, sound in (*x, *y) if not key}
    told = max(len(x), len(y)) > 2 or any(len(sound) >= _TELLING for sound in own) or not own
    over = _left(x, y), _left(y, x)
    return over[0] == over[1] and (not over[0] or len(over[0]) >= _TELLING) and len(x) > 1 and len(y) > 1 and told
