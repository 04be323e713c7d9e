"""Names of belligerents: many spellings to one canonical name, and which of them act as one."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from harmtrace.language.nations import force

_TABLE: tuple[tuple[str, str], ...] = (
    (
        "US-led coalition",
        "us led coalition|u s led coalition|american led coalition|international coalition|global coalition|"
        "anti isis coalition|anti isil coalition|anti is coalition|anti islamic state coalition|"
        "counter islamic state coalition|coalition against islamic state|coalition against isis|coalition against isil|"
        "coalition against daesh|coalition forces|coalition military forces|coalition aircraft|coalition warplanes|"
        "coalition jets|combined joint task force|cjtf|cjtf oir|operation inherent resolve|inherent resolve|"
        "task force leading the coalition|us backed coalition|us coalition|allied coalition|the coalition|coalition|"
        "التحالف الدولي|طيران التحالف|قوات التحالف|طائرات التحالف|التحالف|تحالف",
    ),
    (
        "US military",
        "us military|u s military|american military|american|americans|us forces|u s forces|american forces|"
        "us army|u s army|us air force|"
        "u s air force|us central command|u s central command|central command|centcom|pentagon|the pentagon|"
        "us department of defense|u s department of defense|department of defense|defense department|africom|"
        "us africa command|u s africa command|navy seal|navy seals|us navy|u s navy|united states|american aircraft|"
        "us aircraft|u s aircraft|us warplanes|u s warplanes|us drone|u s drone|american drone|us drones|u s drones|"
        "u s|us|america|الجيش الأمريكي|الولايات المتحدة|الجيش الأميركي|القيادة المركزية الأمريكية|البنتاغون|القوات الأمريكية|أمريكية|"
        "أمريكا|أميركا|وزارة الدفاع الأمريكية",
    ),
    (
        "Islamic State",
        "islamic state|isis|isil|daesh|daish|is|islamic state fighters|islamic state group|islamic state militants|"
        "isis fighters|isil fighters|islamic state of iraq and the levant|islamic state of iraq and syria|"
        "islamic state in iraq and the levant|so called islamic state|"
        "iskp|isis k|islamic state west africa province|iswap|"
        "داعش|تنظيم داعش|تنظيم الدولة|الدولة الإسلامية",
    ),
    (
        "Syrian Democratic Forces",
        "syrian democratic forces|sdf|kurdish led forces|ypg|people s protection units|قوات سوريا الديمقراطية|قوات سوريا الديموقراطية|قسد",
    ),
    (
        "Syrian government",
        "syrian government|syrian army|syrian arab army|syrian regime|assad regime|assad government|regime forces|"
        "syrian government forces|syrian forces|syrian military|syrian air force|government warplanes|"
        "assad s forces|saa|"
        "syrian regime forces|النظام السوري|قوات النظام|الجيش السوري|طيران النظام|النظام|قوات الأسد|نظام الأسد|طيران الأسد|قوات النظام السوري|"
        "الطيران السوري|طائرات النظام|مدفعية النظام|قوات الحكومة السورية",
    ),
    (
        "Russia",
        "russia|russian|russian aircraft|russian warplanes|russian jets|russian forces|russian military|russian army|"
        "russian air force|russian ministry of defence|russian ministry of defense|russian defence ministry|"
        "russian defense ministry|russian troops|moscow|روسيا|الطيران الروسي|القوات الروسية|"
        "روسية|روسي|طائرات روسية|طائرة روسية|الطائرات الروسية|المقاتلات الروسية|الاحتلال الروسي|العدوان الروسي|"
        "قاعدة حميميم",
    ),
    (
        "Ukraine",
        "ukraine|ukrainian|ukrainian forces|ukrainian army|ukrainian military|armed forces of ukraine|kyiv|"
        "ukrainian troops|أوكرانيا",
    ),
    (
        "Israel",
        "israel|israeli|israeli military|israeli army|israeli forces|israel defense forces|israel defence forces|idf|"
        "israeli air force|israeli aircraft|israeli warplanes|israeli troops|إسرائيل|اسرائيلية|إسرائيلي|الطيران الإسرائيلي|القوات الإسرائيلية|الطائرات الإسرائيلية|الجيش الإسرائيلي|قوات الاحتلال|"
        "الاحتلال الإسرائيلي|جيش الاحتلال",
    ),
    ("Hamas", "hamas|qassam brigades|al qassam brigades|حماس|كتائب القسام"),
    ("Palestinian Islamic Jihad", "palestinian islamic jihad|islamic jihad|saraya al quds|الجهاد الإسلامي"),
    ("Hezbollah", "hezbollah|hizbullah|hizballah|hizbollah|حزب الله"),
    (
        "Iraqi forces",
        "iraqi forces|iraqi security forces|iraqi army|iraqi military|iraqi government|"
        "iraqi air force|iraqi federal police|"
        "iraqi military s joint command|iraqi joint operations command|joint operations command|iraqi command|"
        "iraqi government forces|popular mobilization forces|popular mobilisation forces|iraqi troops|"
        "القوات العراقية|الجيش العراقي|الحشد الشعبي",
    ),
    (
        "Saudi-led coalition",
        "saudi led coalition|saudi coalition|saudi arabia|saudi aircraft|saudi warplanes|arab coalition|"
        "saudi emirati led coalition|saudi and emirati led coalition|"
        "التحالف العربي|التحالف بقيادة السعودية|التحالف السعودي|السعودية|سعودية|الطيران السعودي|طائرات سعودية|الرياض",
    ),
    (
        "Houthis",
        "houthis|houthi|houthi forces|houthi rebels|houthi movement|ansar allah|ansarullah|"
        "الحوثيون|الحوثيين|أنصار الله|الحوثي|ميليشيا الحوثي|ميليشيات الحوثي|مليشيا الحوثي|جماعة الحوثي",
    ),
    (
        "Rapid Support Forces",
        "rapid support forces|rsf|rsf fighters|paramilitary rapid support forces|الدعم السريع|قوات الدعم السريع",
    ),
    (
        "Sudanese army",
        "sudanese army|sudanese armed forces|sudan s army|sudan s military|saf|sudanese military|sudanese air force|"
        "الجيش السوداني|القوات المسلحة السودانية",
    ),
    (
        "Turkey",
        "turkey|turkish|turkish forces|turkish army|turkish military|turkish aircraft|turkiye|تركيا|الجيش التركي|"
        "القوات التركية|الطيران التركي|المدفعية التركية|تركية",
    ),
    ("Taliban", "taliban|taleban|the taliban|طالبان"),
    (
        "Afghan government",
        "afghan forces|afghan national army|afghan government|afghan military|afghan air force|afghan security forces",
    ),
    ("Al-Shabaab", "al shabaab|al shabab|shabaab|harakat al shabaab|حركة الشباب"),
    ("Boko Haram", "boko haram|بوكو حرام"),
    ("NATO", "nato|isaf|nato led forces|resolute support|الناتو|حلف شمال الأطلسي"),
    ("Iran", "iran|iranian|iranian forces|irgc|islamic revolutionary guard corps|revolutionary guards|إيران"),
    ("Hayat Tahrir al-Sham", "hayat tahrir al sham|hts|jabhat al nusra|al nusra front|nusra front|هيئة تحرير الشام"),
    ("Al-Qaeda", "al qaeda|al qaida|aqap|al qaeda in the arabian peninsula|القاعدة"),
    ("Myanmar military", "myanmar military|myanmar army|tatmadaw|myanmar junta|the junta|burmese army"),
    (
        "Ethiopian government",
        "ethiopian army|ethiopian military|ethiopian forces|ethiopian air force|ethiopian national defence force|endf",
    ),
    ("Nigerian military", "nigerian military|nigerian army|nigerian air force"),
    ("Pakistan", "pakistan|pakistani military|pakistani army|pakistan army|pakistan air force"),
    ("India", "india|indian army|indian military|indian forces"),
    (
        "Libyan National Army",
        "libyan national army|lna|libyan arab armed forces|laaf|haftar|khalifa haftar|haftar s forces|haftar forces|"
        "haftar s militias|الجيش الوطني الليبي|حفتر|قوات حفتر|طيران حفتر|ميليشيات حفتر|مليشيات حفتر",
    ),
    (
        "Government of National Accord",
        "government of national accord|gna|gna forces|tripoli government|حكومة الوفاق|حكومة الوفاق الوطني|قوات الوفاق|الوفاق|بركان الغضب",
    ),
    (
        "Internationally recognised government of Yemen",
        "internationally recognised government of yemen|yemeni government|yemeni army|yemeni forces|"
        "internationally recognised government|"
        "الحكومة اليمنية|الجيش اليمني|الحكومة المعترف بها دوليا|قوات الشرعية",
    ),
    (
        "Southern Transitional Council",
        "southern transitional council|stc|security belt forces|المجلس الانتقالي الجنوبي|المجلس الانتقالي|الحزام الأمني",
    ),
    ("Syrian National Army", "syrian national army|turkish backed factions|الجيش الوطني السوري"),
    ("PKK", "pkk|kurdistan workers party|حزب العمال الكردستاني"),
    ("Lebanese army", "lebanese army|lebanese armed forces|الجيش اللبناني"),
    ("Malian army", "malian army|malian armed forces|fama|malian forces|malian military|malian air force"),
    ("Wagner Group", "wagner group|wagner|wagner mercenaries|africa corps|فاغنر|مجموعة فاغنر"),
    ("Burkina Faso army", "burkinabe army|burkina faso army|burkinabe military|burkinabe forces|burkinabe air force"),
    ("Niger army", "niger army|nigerien army|nigerien military|nigerien air force"),
    ("JNIM", "jnim|jama at nusrat al islam wal muslimin"),
    ("Somali government", "somali government|somali national army|somali army|somali forces|الجيش الصومالي"),
    ("M23", "m23|march 23 movement|m23 rebels"),
    ("Congolese army", "congolese army|fardc|armed forces of the democratic republic of the congo|congolese military"),
    ("Allied Democratic Forces", "allied democratic forces|adf"),
    ("Arakan Army", "arakan army"),
    ("Azerbaijan", "azerbaijan|azerbaijani forces|azerbaijani army|azerbaijani military"),
    ("Armenia", "armenia|armenian forces|armenian army|armenian military"),
    ("FARC dissidents", "farc dissidents|farc|estado mayor central"),
    ("ELN", "eln"),
    ("Tigray People's Liberation Front", "tigray people s liberation front|tplf|tigrayan forces|tigray forces"),
    ("Eritrea", "eritrea|eritrean forces|eritrean troops|eritrean army"),
    ("South Sudan army", "south sudan people s defence forces|sspdf|south sudanese army|spla"),
)

_ONE_SIDE = {"US military": "US-led coalition"}
_DROPPED = frozenset(("the", "a", "an"))
_COMMON = frozenset(
    "coalition army military front government ministry militia regime alliance junta movement navy".split()
)
_ARABIC = re.compile(r"[\u0621-\u064a]")
#: Arms of one nation: where only one of them is named in full, a bare one is that nation's too.
_ARMS = frozenset("army military force navy".split())
#: Arabic common nouns of armed forces | the English ones ("the Air Force" without the words for arms of any party is "force").
_COMMON_ARABIC = {
    "الجيش": "army", "التحالف": "coalition", "تحالف": "coalition", "الحكومة": "government", "قوات الحكومة": "government", "القوات الحكومية": "government", "الطيران": "force", "الطيران الحربي": "force",
    "طيران التحالف": "coalition", "قوات التحالف": "coalition", "سلاح الجو": "force", "القوات الجوية": "force", "القوات المسلحة": "military",
}  # fmt: skip
#: One Arabic word, several English ones.
_LIKE = {"coalition": ("coalition", "alliance")}
#: A unit of a party, named by its owner: "the government's 4th Brigade".
_UNIT = re.compile(
    r"(?:the )?(?P<owner>\w[\w .-]{1,40})['’]s? (?:[\w-]{1,20} ){0,3}?"
    r"(?:(?:air )?command|brigades?|divisions?|battalions?|regiments?|corps|units?|forces|troops|artillery|air ?force|army|navy|aircraft|drones?)",
    re.IGNORECASE,
)
_PEOPLE_WORDS = (
    "spokesman spokeswoman spokesperson official officials commander commanders general colonel brigadier statement "
    "said leader leaders chief head officer officers press desk office media centre center command airstrike "
    "airstrikes strike strikes air raid raids bombing bombardment shelling fighters militants extremists gang group "
    "forces jets warplanes aircraft planes drones drone s of in for from by at led backed improvised explosive devices"
)
_PEOPLE = frozenset(_PEOPLE_WORDS.split())


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name in lower case without marks, hyphens or doubled spaces, to compare names by.

    >>> fold("The U.S.-led  Coalition")
    'the u s led coalition'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch) and ch != "\u0640")
    return " ".join(re.sub(r"[^\w]+|_", " ", bare.casefold()).split())


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _DROPPED]


_NAMES = {" ".join(_words(spelling)): name for name, spellings in _TABLE for spelling in spellings.split("|")}
_LONGEST = max(len(name.split()) for name in _NAMES)
_WHOLE_ONLY = frozenset(
    ("is", "us", "u s", "saf", "coalition", "america", "endf", "hts", "saa", "adf", "stc", "eln", "wagner", "الوفاق")
)


@lru_cache(maxsize=65_536)
def party(written: str) -> str | None:
    """Return the canonical name of a belligerent as written, None where none is known.

    The whole name is tried first, then the longest known name in it, so that a spokesman stands for his side.

    >>> party("the U.S.-led coalition")
    'US-led coalition'
    >>> party("Daesh")
    'Islamic State'
    >>> party("a spokesman for the Pentagon")
    'US military'
    >>> party("two residents") is None
    True
    """
    words = _words(written)
    whole = " ".join(words)
    if whole in _NAMES:
        return _NAMES[whole]
    found = _within(words) or _of_nation(written)
    if found is not None:
        return found
    rest = [word for word in words if word not in _PEOPLE]
    return _NAMES.get(" ".join(rest)) if rest else None


def _of_nation(written: str) -> str | None:
    """Return the party that an armed force named in Arabic belongs to, by what English calls it."""
    said = force(written)
    if said is None:
        return None
    people = said.partition(" ")[0].casefold()
    return next(
        (
            _NAMES[name]
            for name in (said.casefold(), *(f"{people} {arm}" for arm in ("army", "military", "forces")))
            if name in _NAMES
        ),
        None,
    )


def _within(words: list[str]) -> str | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            candidate = " ".join(words[start : start + length])
            if candidate not in _WHOLE_ONLY and candidate in _NAMES:
                return _NAMES[candidate]
    return None


def canonical(written: str) -> str:
    """Return the canonical name of a party, or the name as written without its article where it is unknown.

    >>> canonical("the Silver Lake militia")
    'Silver Lake militia'
    """
    known = party(written)
    if known is not None:
        return known
    said = force(written)
    if said is not None:
        return said
    bare = re.sub(r"^(?:the|a|an)\s+", "", " ".join(written.split()), flags=re.IGNORECASE)
    return re.sub(r"(?<=\w) \((?:[A-Z][A-Za-z.-]{1,8})\)$", "", bare)


def settle(written: str, named: Iterable[str]) -> str:
    """Return the canonical name of a party, read among the names that stand beside it.

    A common noun is the one party that is named by it in full; a spokesman is the body that others name; letters
    stand for the name whose words they begin, and a name for itself with more said of it.

    >>> settle("the coalition", ["the Saudi-led coalition", "residents"])
    'Saudi-led coalition'
    >>> settle("the HLA", ["the Highland Liberation Army (HLA)", "the Highland Liberation Army of Orlo Vint"])
    'Highland Liberation Army'
    >>> settle("the army", ["the Lowland army", "the Highland army"])
    'army'
    >>> settle("the Air Force", ["the Highland army", "residents"])
    'Highland army'
    >>> settle("التحالف", ["the Alliance", "residents"]), settle("قوات الحكومة", ["the government's 4th Brigade"])
    ('Alliance', 'government')
    """
    arabic = _COMMON_ARABIC.get(fold(written))
    own = _own(arabic or written)
    common = len(own) == 1 and (own[0] in _COMMON or own[0] in _ARMS)
    if not own or (party(written) is not None and not common):
        return canonical(written)
    if not common:
        return _fullest(written, [*named, written])
    return _behind_noun(written, own[0], like=_LIKE.get(own[0], own) if arabic is not None else own, named=named)


def _behind_noun(written: str, noun: str, *, like: tuple[str, ...], named: Iterable[str]) -> str:
    """Return the one party that a common noun stands for beside others: named in full by it, or else as bare as it is.

    ``like``: the words that the noun may be in their language.
    """
    bare: list[str] = []
    full: dict[str, list[str]] = {}
    arms: dict[str, list[str]] = {}
    for other in named:
        if fold(other) in _COMMON_ARABIC:
            continue
        words = _own(force(other) or (party(other) if _ARABIC.search(other) else None) or other)
        alone = _own(owner(other))
        if len(alone) == 1 and alone[0] in like and not _ARABIC.search(other) and _ARABIC.search(written):
            bare += [canonical(word) for word in re.findall(rf"\b{alone[0]}\b", other, re.IGNORECASE)]
        of_arms = noun in _ARMS and words[-1:] and words[-1] in _ARMS
        kin = full if words and words[-1] in like else arms if of_arms else None
        if len(words) > 1 and kin is not None:
            kin.setdefault(party(other) or " ".join(words), []).append(canonical(other))
    full = full or arms
    if not full and bare:
        return min(bare, key=lambda name: (len(name), name))
    if len(full) != 1:
        return canonical(written)
    return min(next(iter(full.values())), key=lambda name: (len(name), name))


def _fullest(written: str, named: Iterable[str]) -> str:
    """Return the one name that stands beside a party for it: written in full, without what else is said of it.

    Where its words stand in two names that are not one ("the National Army" beside those of two lands), it stays itself.
    """
    kin = [(canonical(other), set(_initialled(other))) for other in named if _one_party(written, other)]
    known = {found for name, _ in kin if (found := party(name)) is not None}
    if len(known) == 1:
        return known.pop()
    full = [(name, words) for name, words in kin if len(words) > 1] or kin
    nested = all(x <= y or y <= x for _, x in full for _, y in full)
    if known or not nested or not full:
        return canonical(written)
    # "the Ministry" is short for "the Ministry of Defence"; "the Army of Orlo Vint" says more than the army's name.
    return min(
        (name for name, _ in full), key=lambda name: (fold(name).rpartition(" ")[2] in _OFFICES, len(name), name)
    )


_OFFICES = frozenset("ministry government council department office command committee board authority".split())


def _one_party(a: str, b: str) -> bool:
    """Tell whether two names of parties are one: the same words, one with more of them, or its letters alone."""
    x, y = _initialled(a), _initialled(b)
    if not x or not y:
        return False
    if set(x) == set(y):
        return True
    few, many = sorted((x, y), key=len)
    if len(few) == 1:
        return (
            len(few[0]) > 2
            and _letters(b if few is x else a) == few[0]
            and (a if few is x else b).strip("the ").isupper()
        )
    return set(few) < set(many)


@lru_cache(maxsize=65_536)
def _initialled(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others, without its letters in brackets."""
    return tuple(word for word in _words(re.sub(r"\s*\([^)]*\)", "", name)) if word not in _PEOPLE)


@lru_cache(maxsize=65_536)
def _letters(name: str) -> str:
    """Return the letters that a name is shortened to: those in brackets behind it, else those its capitalised words begin with."""
    own = re.search(r"\(([A-Z][A-Za-z.-]{1,8})\)", name)
    if own is not None:
        return fold(own[1]).replace(" ", "")
    return "".join(word[0] for word in re.findall(r"[\w’'-]+", name) if word[:1].isupper()).casefold()


@lru_cache(maxsize=128)
def settle_in(written: str, text: str) -> str:
    """Return the canonical name of a party, read among the full names that its own document gives.

    A common noun that the document never names in full stays that noun: another war has another coalition.

    >>> settle_in("the coalition", "Jets of the Silver Lake Coalition flew; the coalition said so.")
    'Silver Lake Coalition'
    >>> settle_in("The coalition", "They saw a coalition jet.")
    'coalition'
    """
    own = _own(written)
    if len(own) != 1 or own[0] not in _COMMON:
        return canonical(written)
    full = re.findall(rf"(?:\b(?:(?:[A-Z]\.){{2,3}}(?:-led)?|[A-Z][\w’'-]{{0,30}}) ){{1,4}}(?i:{own[0]})\b", text)
    named = [name for name in (_FIRST_ARTICLE.sub("", each) for each in full) if " " in name]
    settled = settle(written, named)
    return settled if party(settled) is None or any(party(name) == settled for name in named) else own[0]


_FIRST_ARTICLE = re.compile(r"(?:The|A|An|In|On|At|By|But|And|If|When) ")


@lru_cache(maxsize=65_536)
def _own(name: str) -> tuple[str, ...]:
    """Return the words of a name without articles, and without those for people and arms of any party."""
    return tuple(word for word in _words(name) if word not in _PEOPLE)


def owner(name: str) -> str:
    """Return the party whose unit a name is, the name itself where it is no such unit.

    >>> owner("the government's 4th Brigade")
    'government'
    """
    unit = _UNIT.fullmatch(name)
    return name if unit is None else unit["owner"]


def group(name: str) -> str:
    """Return the side that a canonical party acts with: one belligerent in a strike.

    >>> group("US military"), group("government's 4th Brigade"), group("government forces")
    ('US-led coalition', 'government', 'government')
    """
    side = canonical(owner(name)) if "’s" in name or "'s" in name else name
    bare = _own(side)
    return bare[0] if len(bare) == 1 and bare[0] in _COMMON and party(side) is None else _ONE_SIDE.get(side, side)
