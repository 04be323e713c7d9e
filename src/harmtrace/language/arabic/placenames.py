"""What can be the name of a place in an Arabic sentence, and where it ends."""

import re
from typing import Final

from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placewords import (
    ADJECTIVES,
    CALLED_AFTER,
    DIRECTIONS,
    DROPPED,
    KEPT,
    NOT_NAMES,
    STARTERS,
)
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens
from harmtrace.language.arabic.unnamed import indefinite, owned, says_more

_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


def _wordlike(word: str) -> bool:
    return _LETTERS.fullmatch(word) is not None


WORDLIKE: Final = Memo(_wordlike)


def idafa(t: Tokens, i: int) -> bool:
    """Tell whether a word with the article can be the name of a place: an unknown one, no adjective, nothing ordinary."""
    stem = t.stems[i]
    if t.kinds[i] != "x" or t.conjunctions[i] or len(stem) < 3 or stem in ORDINARY or stem in NOT_NAMES or t.raw[i] in NOT_NAMES or stem in ADJECTIVES or stem in _GENERIC:
        return False
    return not stem.endswith(("ين", "ون", "ات")) and WORDLIKE[stem]


_GENERIC: Final = frozenset("خضار خضر سمك حافلات وقود كهربا محروقات اغنام ماشيه حبوب ركاب مياه بنزين سيارات غاز قطار قطارات شعبي ميداني رييسي عام مركزي محلي تجاري اسماك هال خضروات لاجيين نازحين تابع تابعه خاصه حكوميه ابتداييه ثانويه اعداديه موقته مدينه بلده قريه حي مخيم ما صرف غزل نسيج طوب اسمنت سجاد ادويه البان حلويات سكر زيت زيتون ورق بلاستيك جلود اثاث اسلحه ذخيره سيراميك رخام بلوك كرتون حديد".split())


#: What bears "Olives", "Wood" for a name, and sells none.
_BEAR_TREES: Final = frozenset("مدرسه مسجد جامع كنيسه مستشفي مشفي مخيم حي".split())
_ROADS: Final = frozenset("شارع طريق دوار معبر مطار ميناء مينا سجن جسر ميدان حاجز جبل نفق بوابه".split())


QUARTERS: Final = frozenset("حي مخيم سوق ضاحيه".split())


_NO_NISBA: Final = frozenset("سكني شعبي محلي مجاور مذكور تجاري رييسي شعبيه عسكري امني مدني حدودي مستهدف مركزي سياحي راقي موازي واقعي كلي حالي ماضي تالي ثاني صحفي طبي حيوي اوروبي عالمي دولي عربي خليجي سوداا عشوايي مكتظ محاصر موقت صحي اسبوعي يومي شهري سنوي ليلي صباحي".split())


def nisba(t: Tokens, i: int) -> bool:
    """Tell an adjective that can make a name of "the quarter": "the Islamic quarter"."""
    stem = t.stems[i]
    return t.kinds[i] == "x" and len(stem) > 3 and stem.endswith(("ي", "يه")) and stem.removesuffix("ه") not in _NO_NISBA and stem not in _NO_NISBA


def generic(t: Tokens, stem: str, j: int) -> bool:
    """Tell a station, a market by what is sold there, from one with a name of its own."""
    if t.stem(j) in _GENERIC and stem not in _BEAR_TREES:
        return True
    if t.stem(j) in _HELD_THERE or (j < t.size and not t.definite[j] and t.kinds[j] == "x" and (t.stems[j] in ORDINARY or _done_to(t, j))):
        return True  # "a checkpoint", "a deserted school", "the school of shelter"
    if stem in _ROADS or t.definite[j] or t.stem(j) in STARTERS:
        return False
    return t.kind(j + 1) in ("x", "P", "X", "S", "H") and not t.prepositions[j + 1] and not t.conjunctions[j + 1] and t.stem(j + 1) not in _STARTS_CLAUSE


#: What a school or a hall is used for in a war: no name of it.
_HELD_THERE: Final = frozenset("ايوا نزوح لجو اعاشه نازحين مهجرين".split())
_DONE_TO: Final = re.compile(r"م\w\w?و\w\w?ه")


def _done_to(t: Tokens, j: int) -> bool:
    """Tell what was done to it ("deserted", "destroyed") from a name, by the shape of such participles."""
    return _DONE_TO.fullmatch(t.stems[j]) is not None


NEAR: Final = frozenset("قرب عند يم جنب".split())


def proper(t: Tokens, i: int, end: int) -> bool:
    """Tell whether a word with the article behind "near" can only be a name: no ordinary noun, nothing said of it."""
    stem = t.stems[i]
    if stem in ORDINARY or stem in KEPT or stem in DROPPED or stem in ADJECTIVES or stem in _GENERIC or stem.endswith(("ين", "ون", "ات")):
        return False
    return end >= t.size or not (t.definite[end] and t.kinds[end] in ("x", "P", "X"))


def goes_on(t: Tokens, i: int) -> bool:
    """Tell whether an ordinary noun goes on behind its first word ("in a cellar next door"): a name of one word does not."""
    return i < t.size and (t.kinds[i] in ("x", "P", "X", "E", "T") or t.stems[i] in ("واحد", "واحده", "اخر", "اخري")) and not t.conjunctions[i] and not t.prepositions[i] and not t.definite[i] and WORDLIKE[t.stems[i]] and t.stems[i] not in _STARTS_CLAUSE and t.stems[i][0] not in "يت"


_STARTS_CLAUSE: Final = frozenset("اليوم امس البارحه قبل بعد اثر جرا نتيجه عبر خلال مما ما حيث الذي التي الا ثم لدي دون كما فيما بينما وسط ضمن اسفر ادي ادت راح جراا ليلا صباحا مسا فجرا ظهرا عصرا اسفرت خلف خلفت الي".split())


def name_at(t: Tokens, i: int, *, sure: bool) -> int | None:
    """Return the end of the place name that stands at a token, None where none does."""
    if i >= t.size or t.kinds[i] == DATE:
        return None
    stem = t.stems[i]
    whole = t.raw[i]
    starter = stem in STARTERS or whole in STARTERS
    if t.kind(i) == "#":
        i += 1
        stem, whole = t.stem(i), t.raw[i] if i < t.size else ""
    if whole == "ال" and sure and t.kind(i + 1) == "x" and not t.definite[i + 1] and "آ" in t.letters.source[slice(*t.span(i, i + 1))]:
        return i + 2  # "the market of the House of X"
    if not WORDLIKE[whole] or whole == "ال" or (whole in NOT_NAMES and not _field(t, i) and not (sure and t.definite[i] and t.stem(i - 1) in _BEAR_ANY) and not (sure and whole in CALLED_AFTER and t.stem(i - 1) in ("قريه", "بلده"))) or (stem in NOT_NAMES and not sure and not _field(t, i)):
        return None
    if stem == "صور" and not sure and t.kind(i + 1) not in (".", ",", DATE) and t.stem(i + 1) not in ("بعد", "بعدما", "اثر", "جرا", "قبل"):
        return None  # "in pictures", not in Tyre
    if not sure and not t.definite[i] and not starter and (stem in ORDINARY or owned(t, i)):
        return None
    if whole == "جديده" and t.stem(i - 1) in DROPPED and t.kind(i + 1) != "x":
        return None  # "a new village"
    if whole[0] == "ل" and whole[1:] in ORDINARY:
        return None  # "a farm for raising"
    if t.kind(i + 1) in ("n", "q") and not t.definite[i] and owned(t, i):
        return None  # "a tunnel whose length is 900 metres"
    if len(stem) > 5 and stem.endswith(_THEIRS) and not t.definite[i]:
        return None  # "in their report"
    if stem[-2:] in ("نا", "ها", "هم", "كم") and not t.definite[i] and stem[:-2] in ORDINARY:
        return None  # "in our news"
    if len(stem) > 4 and stem.endswith(("هم", "هما", "هن")) and not t.definite[i] and not sure:
        return None  # "from burying them"
    if sure and stem in _TITLES and t.definite[i] and not t.prepositions[i]:
        return _titled(t, i)
    if sure and t.kind(i) == "E" and t.stem(i - 1) in ("قريه", "بلده") and not t.definite[i] and t.stem(i + 1) in DIRECTIONS:
        return i + 1  # "the village of Udwan in the west of", spelt as "aggression"
    if t.kind(i) not in {"x", "P", "X", "n"} and not starter:
        return None
    if t.kind(i) in ("P", "X", "n") and not starter and not (sure and t.definite[i]) and stem != "صور":
        return None
    own = sure and t.prepositions[i] == "ك" and not t.definite[i] and t.stem(i - 1) in KEPT  # "the valley of Kaja": no "like"
    if (t.prepositions[i] and not own and not (whole in STARTERS and sure)) or (t.conjunctions[i] and not sure) or (not t.definite[i] and (says_more(t, i) or indefinite(t, i))):
        return None
    end = i + 1
    within = end < t.size and t.prepositions[end] and (t.stems[end] in KEPT or t.stems[end] in DROPPED or t.stems[end] in DIRECTIONS)
    if starter and within:
        return end if t.definite[i] or sure else None  # "الباب بريف حلب": the second word says where the first lies
    if starter and end < t.size and (t.kinds[end] in {"x", "P", "X", "S", "n", "p"} or (stem in _HILLS and t.kinds[end] in {"V", "K", "I", "F", "E"})) and WORDLIKE[t.stems[end]] and not t.conjunctions[end] and t.kinds[end] != "p" and t.raw[end] not in _STARTS_CLAUSE:
        end += 1
        if t.stems[end - 1] in _GOES_ON and t.kind(end) == "x" and not t.prepositions[end]:
            end += 1
    elif starter and not sure and stem not in ("دير", "خان"):
        return None
    elif sure and not t.definite[i] and not starter and _second(t, end):
        end += 1
    elif sure and not t.definite[i]:
        end = more_name(t, end)
    while end < t.size and t.definite[end] and t.stems[end] in ADJECTIVES and t.kinds[end] in ("x", "p", "H"):
        end += 1
    return end


def _field(t: Tokens, i: int) -> bool:
    """Tell a field of oil or gas with a name of its own from one of mines or olives."""
    return t.stems[i] == "حقل" and not t.prepositions[i] and i + 1 < t.size and t.definite[i + 1] and t.stems[i + 1] not in _GENERIC and t.stems[i + 1] != "الغام"


#: These bear any word as their name: "the quarter of the Square", "the street of the Hospital".
_BEAR_ANY: Final = frozenset("حي حاره شارع دوار سوق جامع مسجد ساحه".split())
#: Their second word may be any other word: "Tell Rifaat", spelt as "it raised".
_HILLS: Final = frozenset("تل تله كفر خربه دير عين معره خان بيت راس جبل".split())


_GOES_ON: Final = frozenset("بن ابن بني ابو ابي ابا ام عبد".split())


_TITLES: Final = frozenset("شهيد شهدا امام شيخ قايد ملك سيده نبي خليفه رييس دكتور عقيد امير".split())


def _titled(t: Tokens, i: int) -> int:
    """Return the end of the name behind a title in the name of a place: "the school of the martyr X"."""
    end = i + 1
    while end < t.size and end - i < 4 and t.kinds[end] in ("x", "P") and not t.definite[end] and not t.conjunctions[end] and not t.prepositions[end] and t.stems[end] not in ORDINARY and t.stems[end] not in _STARTS_CLAUSE:
        end += 1
    return end


#: What ends a thing of somebody's; names end so seldom.
_THEIRS: Final = ("ها", "ته", "هم", "هما", "هن", "نا", "كم")


def more_name(t: Tokens, i: int) -> int:
    """Return the end of a name of several unknown words behind "the village of", where what follows them is no more of it."""
    k = i
    while k < t.size and k - i < 3 and t.kinds[k] == "x" and not t.definite[k] and not t.conjunctions[k] and not t.prepositions[k] and WORDLIKE[t.stems[k]]:
        if t.stems[k] in _STARTS_CLAUSE or t.stems[k] in ORDINARY or t.stems[k] in NOT_NAMES or t.stems[k].startswith(("مست", "ي", "ت")) or t.stems[k][-1] == "ا":
            return i
        k += 1
    bounded = k >= t.size or t.kinds[k] in (".", ",", "(", ")", ":", "-", DATE, "p") or bool(t.prepositions[k]) or t.conjunctions[k]
    return k if bounded else i


def _second(t: Tokens, i: int) -> bool:
    """Tell the second half of a name from an adjective of it: a definite word, not known, not ending as adjectives do."""
    if i >= t.size or t.kinds[i] != "x" or not t.definite[i] or t.conjunctions[i] or t.prepositions[i]:
        return False
    stem = t.stems[i]
    if stem in ADJECTIVES or stem.endswith(("ي", "يه", "ين", "ون", "ات")):
        return False
    return stem[-1] != "ه" or (stem[0] != "م" and stem[1:2] != "ا")  # "besieged", "lying" are no part of it
