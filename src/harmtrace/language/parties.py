"""Names of belligerents: many spellings to one canonical name, and which of them act as one."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

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
        "التحالف العربي|التحالف بقيادة السعودية|التحالف السعودي",
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
)

_ONE_SIDE = {"US military": "US-led coalition"}
_DROPPED = frozenset(("the", "a", "an"))
_COMMON = frozenset("coalition army military front government ministry militia regime alliance junta movement".split())
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
_WHOLE_ONLY = frozenset(("is", "us", "u s", "saf", "coalition", "america", "endf", "hts", "saa"))


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
    found = _within(words)
    if found is not None:
        return found
    rest = [word for word in words if word not in _PEOPLE]
    return _NAMES.get(" ".join(rest)) if rest else None


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
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(written.split()), flags=re.IGNORECASE)


def settle(written: str, named: Iterable[str]) -> str:
    """Return the canonical name of a party, read among the names that stand beside it.

    A common noun is the one party that is named by it in full; a spokesman is the body that others name.

    >>> settle("the coalition", ["the Saudi-led coalition", "residents"])
    'Saudi-led coalition'
    >>> settle("the army", ["the Lowland army", "the Highland army"])
    'army'
    """
    own = _own(written)
    common = len(own) == 1 and own[0] in _COMMON
    if not own or (party(written) is not None and not common):
        return canonical(written)
    full: dict[str, list[str]] = {}
    for other in named:
        words = _own(other)
        if words == own if not common else len(words) > 1 and words[-1:] == own:
            full.setdefault(party(other) or " ".join(words), []).append(canonical(other))
    if len(full) != 1:
        return canonical(written)
    return min(next(iter(full.values())), key=lambda name: (len(name), name))


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


def group(name: str) -> str:
    """Return the side that a canonical party acts with: one belligerent in a strike.

    >>> group("US military")
    'US-led coalition'
    """
    return _ONE_SIDE.get(name, name)
