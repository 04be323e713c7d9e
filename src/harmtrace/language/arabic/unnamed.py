"""Which unknown Arabic words name no place, by their shape: verbs, verbal nouns, indefinite nouns, things of somebody's."""

from typing import Final

from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import DEATH, INJURY

#: Verbs that say more of "areas", "a village": "areas that the army holds", "a village that lies".
_SAYS_MORE: Final = frozenset(
    """
    تسيطر يسيطر سيطرت تخضع يخضع تقع يقع تشهد يشهد توجد يوجد تضم يضم تتعرض يتعرض تعرضت تعد يعد تعتبر تتبع يتبع تحاصر يحاصر تحتل يحتل تنتشر ينتشر تشرف يشرف تبعد يبعد تطل يطل تحيط يحيط تسكن يسكن يقطن تقطن تحوي
    يصعب تصعب يتعذر تتعذر يمكن تمكن يستحيل يعيش تعيش يتحصن تتحصن تتمركز يتمركز تابعه تتواجد يتواجد يرتاد يرتادها يسيطرون يقطنها يسكنها تقطنها تسكنها تستخدم يستخدم تستهدف يستهدف تتهم يتهم تعاني يعاني تمتد يمتد تفصل يفصل تربط يربط
    كانت كان ليست ليس باتت اصبحت تحولت خرجت نزح نزحت لجا لجات دخلها تدور يدور تحدها تجاور يجاور تتركز يتركز لم لا قد مما كما حيث وهي فيها
    """.split()
)
#: Words for several places: a verb in the present behind them says more of them, and names none.
_MANY: Final = frozenset("مناطق قري بلدات مدن احيا مخيمات محافظات ولايات مزارع مواقع اماكن منطقه".split())
#: Adjectives and participles that say of a place which it is, and shapes of such.
_OF_WHICH: Final = frozenset(
    "مماثل مماثله مجاور مجاوره مجاورين متفرق متفرقه منفصل منفصله واقع واقعه مذكور مذكوره تمام ايضا معا بينه بينها منه منها عنه عنها فيه مكتظ مكتظه مزدحم مزدحمه حيوي حيويه تابع تابعه نايي ناييه مختلف مختلفه موقت موقته سابق لاحق".split()
)
_NO_NAME: Final = _SAYS_MORE | _OF_WHICH
_TANWIN: Final = frozenset("\u064b\u064c\u064d")


def indefinite(t: Tokens, i: int) -> bool:
    """Tell a word written with the ending of an indefinite noun ("a camp"): a name takes none."""
    if t.letters.same:
        return False
    a, b = t.letters.starts[t.starts[i]], t.letters.starts[t.ends[i]]
    return not _TANWIN.isdisjoint(t.letters.source[b - 3 if b - a > 3 else a : b])


def says_more(t: Tokens, i: int) -> bool:
    """Tell a word behind a word for a place that says which one it is, and is not its name."""
    stem = t.stems[i]
    if stem in _NO_NAME or (stem[0] in "وف" and stem[1:] in _SAYS_MORE):
        return True
    return (
        stem[0] == "ي"
        and t.stem(i - 1) in _MANY
        and len(stem) > 3
        and not (i + 1 < t.size and t.conjunctions[i + 1] and t.kinds[i + 1] == "x")
    )


def common(t: Tokens, i: int) -> bool:
    """Tell a word without the article that has the shape of a verbal noun: seldom a name.

    One that a gazetteer knows is a name all the same.
    """
    stem, size = t.stems[i], len(t.stems[i])
    if stem in _OF_WHICH:
        return True
    if size == 5 and stem[0] == "ت" and stem[3] == "ي":
        return True  # "distributing", "carrying out"
    if size == 5 and stem[0] == "ت" and stem[2] == "ا":
        return True  # "an exchange of"
    if size == 6 and stem[0] == "م" and stem[2] == "ا" and stem[5] == "ه":
        return True  # "a raid on a house"
    if size > 4 and stem.endswith("ات"):
        return True  # "circumstances"
    return stem[0] == "ا" and (
        (size > 4 and stem[-2] == "ا") or (size > 3 and stem[-1] == "ا")
    )  # "nearing", "throwing"


def elsewhere(t: Tokens, k: int, place_words: frozenset[str], *, sure: bool = True) -> bool:
    """Tell whether a place is where the fire came from, or where somebody comes from, and not where it happened; ``sure``: it is a place by its words."""
    j = k - 1
    while j > 0 and (t.stems[j] in place_words or t.stems[j] in _WAYS):
        j -= 1
    if t.stems[j] in _STATIONED:
        return True
    if t.stems[j] in _PEOPLE_OF and t.stem(j - 1) in ("من", "احد", "وهو", "هو"):
        return True
    if t.stems[j] == "الي" and not _BROUGHT.isdisjoint(t.stems[max(0, j - 8) : j]):
        return True  # "seven dead were brought to the hospital of X"
    if t.prepositions[k] == "ل" and not _BROUGHT.isdisjoint(t.stems[max(0, k - 8) : k]):
        return True  # the same with "to" written to the name
    if t.stems[k] in _WARDS and t.stems[k - 1] in _OF_A_HOSPITAL:
        return True  # "the registers of the hospital of X"
    return (t.stems[j] == "من" and j > 0 and t.stems[j - 1] in _COMES) or (sure and _fired_from(t, k, place_words)) or _treated(t, k) or _issued(t, k)


#: What of a hospital tells of the dead and wounded, and who does.
_OF_A_HOSPITAL: Final = frozenset(
    "سجلات سجل كشوفات كشوف كشف قوايم قايمه بيانات طوارئ طواري اداره مدير مديره اطبا طبيب طبيبه ممرض ممرضه مصادر مصدر مشرحه ثلاجه ثلاجات جراح اقسام قسم احصاءات احصايات".split()
)


def _fired_from(t: Tokens, k: int, place_words: frozenset[str]) -> bool:
    """Tell whether a place is where fire came from, whatever was fired named between: "fired a mortar round from a farm east of X"."""
    j = k - 1
    while j > 0 and k - j < _REACH and (t.stems[j] in place_words or t.stems[j] in _WAYS or t.stems[j] in _BASES):
        j -= 1
    if t.stems[j] != "من" or t.stem(j - 1) in _NOT_FROM:
        return False
    for n in range(j - 1, max(-1, j - 1 - _FIRED_REACH), -1):
        if t.kinds[n] in _NO_MORE:
            return False
        if t.stems[n] in _FIRES:
            return True
    return False


#: Where guns stand: "from a farm east of X", "from its positions in X".
_BASES: Final = frozenset(
    """
    مزرعه مزارع موقع مواقع مواقعها مواقعه مواقعهم ارتكاز ارتكازات ارتكازاته ارتكازاتها معسكر معسكرات قاعده قواعد قواعدها مربض مرابض مرابضها منصه منصات مطار ثكنه ثكنات حاجز حواجز حواجزها نقطه نقاط نقاطها تله تلال جبل جبال مرتفع مرتفعات
    سفينه سفن بارجه بوارج زورق زوارق اتجاه جهه ناحيه شرق غرب شمال جنوب شرقي غربي شمالي جنوبي وسط داخل قرب خلف ضفه الضفه مناطق منطقه مقر مقرات تمركز تمركزات تمركزها سيطره سيطرته سيطرتها قبل قوات القوات الجيش النظام في علي
    """.split()
)
_NOT_FROM: Final = frozenset("قرب قريبا بعد اكثر عدد كل عديد".split())
_FIRED_REACH: Final = 12
_NO_MORE: Final = frozenset((".", ",", ":", "q", DEATH, INJURY))
_FIRES: Final = frozenset(
    "اطلق اطلقت اطلقها اطلقتها اطلقه اطلقته اطلقوا يطلق تطلق يطلقون يطلقها تطلقها اطلاق انطلق انطلقت تنطلق ينطلق انطلقوا رمي رمت يرمي رمايه قذفت قذف استهدف استهدفت استهداف قصف قصفت يقصف تقصف اقلع اقلعت جا جات جاء جاءت اتي اتت صدر مصدر مصدرها".split()
)


_WAYS: Final = frozenset("جهه ناحيه اتجاه".split())
#: How the hurt come to where they are treated or buried.
_BROUGHT: Final = frozenset("وصول وصل وصلت نقل نقلت نقلوا نقلهم اسعف اسعفوا اسعاف تحويل حول حولت احاله احيل احيلت اخلا اجلا دفن دفنوا شيع شيعوا".split())
#: Where the hurt are taken.
_WARDS: Final = frozenset("علاج مستشفي مستشفيات مشفي مشافي مستوصف مستوصفات".split())
_CARED_FOR: Final = frozenset("يعالجون يعالجان يعالج تعالج ويعالجون ويعالج ويعالجان يرقدون ترقد يرقد يتعالجون يتعالج عولجوا".split())
#: What comes to a hospital itself: "a raid on the hospital of X".
_COMES_DOWN: Final = frozenset(("E", "W"))
_ENDS: Final = frozenset((".", ",", ":", "K", "I", "n", "q"))


#: What a body says, and how it is put out: "in a statement that was issued in X".
_PAPERS: Final = frozenset("بيان تصريح منشور موجز ايجاز رساله تقرير تعميم".split())
_PUT_OUT: Final = frozenset("صدر صدرت صادر صادره نشر نشره نشرته وزع وزعه وزعته تلاه القاه موقع".split())
_CONFERENCE: Final = frozenset("موتمر موتمرا".split())
_REACH: Final = 8


def _issued(t: Tokens, k: int) -> bool:
    """Tell the town in which a statement was put out or a conference held from that of the harm that it tells of."""
    if not (t.prepositions[k] == "ب" or t.stem(k - 1) in ("في", "من")):
        return False
    put_out = False
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if t.kinds[j] in _ENDS:
            return False
        put_out = put_out or t.stems[j] in _PUT_OUT
        if (t.stems[j] in _PAPERS and put_out) or (t.stems[j] in _CONFERENCE and t.stem(j + 1) == "صحفي"):
            return True
    return False


def _treated(t: Tokens, k: int) -> bool:
    """Tell the town of a hospital to which the hurt were taken from that of the harm: "at the hospital of X in Y"."""
    if not (t.prepositions[k] == "ب" or t.stems[k - 1] == "في" or t.stems[k - 2] == "في"):
        return False
    if t.stem(k - 2) == "علاج" or t.stem(k - 1) == "علاج" or (t.stem(k - 1) == "في" and t.stem(k - 2) in _CARED_FOR):
        return True
    for j in range(k - 1, max(-1, k - 7), -1):
        if t.stems[j] in _WARDS and t.stems[j] != "علاج":
            return _COMES_DOWN.isdisjoint(t.kinds[max(0, j - 4) : j]) and t.stem(j - 1) not in ("قرب", "محيط", "جوار", "امام")
        if t.kinds[j] in _ENDS:
            return False
    return False


_STATIONED: Final = frozenset(
    "متمركزه متمركزين متمركزون متواجده متواجدين متواجدون متحصنه متحصنين مصدره مصدرها مصدرهما مصدرهم منطلقه موجوده".split()
)
_PEOPLE_OF: Final = frozenset("اهالي اهل ابنا سكان مواليد قاطني بنات عشيره عشاير".split())
_COMES: Final = frozenset(
    "انطلق انطلقت انطلقتا تنطلق ينطلق اطلق اطلقت اطلقها اطلقتها اقلعت اقلع ينحدر تنحدر ينحدرون منحدر منحدره ينحدران اصله اصلها نازح نازحه نازحين نازحون مهجر مهجره مهجرين مهجرون نزحوا نزحت نزح قادمه قادم قادمين قادمون عايد عايده عايدين عايدون عايدا عادوا مصدره مصدرها مصدر".split()
)


def owned(t: Tokens, i: int) -> bool:
    """Tell a thing of his ("in his field") from a name that ends in "ة"; folded they are spelt alike."""
    return len(t.stems[i]) > 3 and t.stems[i][-1] == "ه" and _written(t, i)[-1:] == "ه"


def _written(t: Tokens, i: int) -> str:
    """Return a word as it is written, without marks at its end."""
    a, b = t.letters.original(t.starts[i], t.ends[i])
    return t.letters.source[a:b].rstrip("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


#: Without one of these no place is another than that of the harm by ``elsewhere``.
STATIONED: Final = _FIRES | _OF_A_HOSPITAL | _STATIONED | _PEOPLE_OF | _COMES | _WARDS | _BROUGHT | _PUT_OUT | _CONFERENCE | _CARED_FOR
