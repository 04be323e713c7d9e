"""Places in an Arabic sentence: names behind words for places, behind prepositions, in hashtags and list heads."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placewords import (
    ADJECTIVES,
    AT,
    DIRECTIONS,
    DROPPED,
    HIT,
    KEPT,
    NOT_NAMES,
    STARTERS,
    STRUCK,
    SURE_AT,
)
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.unnamed import STATIONED, common, elsewhere, indefinite, owned, says_more
from harmtrace.language.places import PlaceMention
from harmtrace.language.places.arabic import COUNTRY_NAMES
from harmtrace.records.measure import Tier

_PLACE_WORDS: Final = frozenset((*KEPT, *DROPPED, "في"))
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


def _wordlike(word: str) -> bool:
    return _LETTERS.fullmatch(word) is not None


_WORDLIKE: Final = Memo(_wordlike)


def places(t: Tokens, known: Sequence[PlaceMention], *, head: bool = False, line: bool = False) -> list[PlaceMention]:
    """Return the places named in a sentence, in order.

    ``head``: it is an entry of a list, which may open with its place; ``line``: it opens a line.
    """
    out: list[PlaceMention] = []
    after = 0
    for at in compress(range(t.size), map(_OPENS.__getitem__, t.raw)):
        if at < after or t.kinds[at] == DATE:
            continue
        found = _at(t, at)
        if found is not None:
            out.append(found[0])
            after = found[1]
    if (head or line) and (":" in t.kinds or "-" in t.kinds) and (leading := _head(t, weak=not head)) is not None and not any(p.start < leading.end and leading.start < p.end for p in out):
        out.insert(0, leading)
    for mention in known:
        if not any(p.start < mention.end and mention.start < p.end for p in out) and not _party(t, mention):
            out.append(mention)
    if out and not STATIONED.isdisjoint(t.stems):
        out = [replace(p, told=True) if not p.told and (k := t.at(p.start)) > 1 and elsewhere(t, k, _PLACE_WORDS) else p for p in out]
    out.sort(key=lambda p: p.start)
    return _chained(t, out) if len(out) > 1 else out


def _chained(t: Tokens, found: list[PlaceMention]) -> list[PlaceMention]:
    """Return the places, a doubtful one behind a sure one taken for the town that it lies in: "the quarter of X in Y"."""
    for k, each in enumerate(found[1:], 1):
        if not each.weak or found[k - 1].weak:
            continue
        between = t.letters.source[found[k - 1].end : each.start]
        if (between == " ب" or between.split() == ["في"]) and "\n" not in between and _idafa(t, t.at(each.start)):
            found[k] = replace(each, weak=False, tier=each.tier or Tier.TOWN)
    return found


def _party(t: Tokens, mention: PlaceMention) -> bool:
    """Tell whether a country is named for its forces or its backing ("Russia's jets", "led by the United States"): no place."""
    k = t.at(mention.start)
    if k == t.size:
        return False
    before = t.kind(k - 1)
    if (before in ("T", "E") and not t.prepositions[k]) or t.stem(k - 1) in _BACKERS:
        return True
    return mention.name in COUNTRY_NAMES and not (_located(t, k) or (k and t.conjunctions[k] and _located(t, k - 1)))


def _located(t: Tokens, k: int) -> bool:
    """Tell whether a country is where something is, and not who acts: "in", "north of", "the coasts of", at the head of a line, in a list of places."""
    before = t.stem(k - 1)
    if k == 0 or t.prepositions[k] == "ب" or t.kinds[k - 1] in ("-", "#", ",", ":", "/", "(", '"'):
        return True
    return before in DIRECTIONS or before in KEPT or before in DROPPED or before in _WITHIN


#: What stands before a country in which something happens.
_WITHIN: Final = frozenset("في داخل علي عبر عموم انحا ارجا كل كافه جميع عبر شماليي سما اجوا مياه ارض اراضي حرب احداث ثوره شهدا ضحايا قتلي استهدف استهدفت ضرب ضربت قصف قصفت شهدت تشهد خارج قباله الي اجتياح غزو".split())


#: What stands before a country that acts, and is not where something happened.
_BACKERS: Final = frozenset("قياده بقياده زعامه دعم مساعده رعايه بدعم بمساعده تمويل حكومه رييس رييسه سفير سفاره خارجيه حليفه حليف ضد اتهم اتهمت حمل حملت دعت دعا طالب طالبت قالت اعلنت نفت اكدت".split())


def _make(t: Tokens, first: int, last: int, tier: Tier | None, *, weak: bool = False) -> PlaceMention:
    start, end = t.span(first, last, core=True)
    while end > start and not t.letters.text[t.ends[last - 1] - 1].isalnum():
        break
    return PlaceMention(start=start, end=end, name=t.letters.text[t.starts[first] + t.cuts[first] : t.ends[last - 1]], tier=tier, weak=weak)


def _opens(form: str) -> bool:
    """Tell whether a form by itself can be the first token of what ``_at`` finds."""
    kind, stem, _, preposition, definite = info(form)
    if kind == "#" or stem in KEPT or (stem == "قطاع" and definite) or stem == "قباله" or (kind == "p" and stem in AT):
        return True
    if definite:
        return kind == "x" and preposition == "ب"
    return (
        stem in HIT
        or stem in _OF_PLACE
        or stem in DROPPED
        or (kind == "p" and stem in DIRECTIONS)
        or (kind == "E" and stem in STRUCK)
        or (kind == "x" and len(stem) > 3 and stem[0] in "بل")
    )


_OPENS: Final = Memo(_opens)


def _at(t: Tokens, i: int) -> tuple[PlaceMention, int] | None:
    """Return the place that a token opens, and the token after it."""
    stem, kind = t.stems[i], t.kinds[i]
    if kind == "#":
        return _hashtag(t, i)
    tier = DROPPED.get(stem)
    if stem == "احيا" and t.stem(i + 1) in DROPPED:
        return None  # "quarters of the city of X": X says where
    if tier is not None and not t.definite[i]:
        end = _name(t, i + 1, sure=True)
        if end is not None:
            return _make(t, i + 1, _joined(t, end), tier), end
        return None
    kept = KEPT.get(stem)
    if kept is not None and stem == "طريق" and t.stem(i - 1) == "عن":
        return None  # "by way of"
    if stem == "جبهه" and not ((t.stem(i - 1) == "في" or t.prepositions[i] == "ب") and t.stem(i + 1) not in _FRONTS):
        return None  # a group that calls itself a front
    if kept is not None and not t.definite[i]:
        j = i + 1
        while t.definite[j : j + 1] != (True,) and (t.stem(j) in DROPPED or (kept is Tier.TOWN and t.stem(j) in KEPT)):
            j += 1  # "around the camp of X"
        end = _name(t, j, sure=True)
        if end is not None and not (kept is Tier.LANDMARK and _generic(t, stem, j)):
            return _make(t, i, _joined(t, end), kept), _joined(t, end)
        return None
    if stem in DIRECTIONS and not t.definite[i] and kind == "p":
        j = i + 1
        while (t.stem(j) in DROPPED and not t.definite[j]) or (t.stem(j) in DIRECTIONS and not t.definite[j]):
            j += 1
        if t.stem(j) in KEPT:
            return None
        end = _name(t, j, sure=False)
        if stem == "وسط" and j < t.size and not t.definite[j] and common(t, j):
            return None  # "amid an exchange of"
        if end is not None and j > i:
            return _make(t, i, end, Tier.DISTRICT if stem != "وسط" else Tier.NEIGHBOURHOOD, weak=t.definite[j] and j == i + 1), end
        return None
    if kept is not None and stem == "اطراف" and t.stem(i + 1) in ("سفلي", "عليا", "سفليه", "علويه"):
        return None  # limbs
    if kept is not None and t.definite[i] and i + 1 < t.size and t.definite[i + 1] and (t.stems[i + 1] in ADJECTIVES or (stem in _QUARTERS and _nisba(t, i + 1))) and t.kinds[i + 1] in ("x", "p"):
        if kept is Tier.LANDMARK and t.stems[i + 1] in ("مركزيه", "مركزي", "كبيره") and stem in ("ساحه", "سوق", "ميدان", "محطه", "شارع"):
            return None  # "the central square": every town has one
        end = i + 2
        while t.kind(end) == "x" and t.definite[end] and t.stems[end] in ADJECTIVES:
            end += 1
        return _make(t, i, end, kept), end
    if stem == "قطاع" and t.definite[i] and t.kind(i - 1) == "p":
        return _make(t, i, i + 1, Tier.PROVINCE), i + 1
    if kind == "E" and stem in STRUCK and not t.definite[i] and t.kind(i + 1) == "x" and not t.definite[i + 1] and not t.prepositions[i + 1]:
        word = t.stems[i + 1]
        if word not in NOT_NAMES and not word.endswith(("ي", "ه", "ا")) and len(word) > 3 and (t.kind(i + 2) in (".", ",", DATE) or i + 2 >= t.size or t.conjunctions[i + 2]):
            return _make(t, i + 1, i + 2, None), i + 2
    if stem in _OF_PLACE and not t.definite[i] and i + 1 < t.size and t.definite[i + 1] and (t.kinds[i - 1] != "p" or kind != "S") and _idafa(t, i + 1):
        return _make(t, i + 1, i + 2, Tier.TOWN, weak=stem != "حصيله"), i + 2  # "the raid of X", "the dead of X"
    if kind == "x" and t.definite[i] and t.prepositions[i] == "ب" and _idafa(t, i) and not stem.endswith(("ي", "يه")):
        return _bound(t, i), i + 1
    if (kind == "p" and stem in AT) or stem in ("قباله",):
        if t.kind(i + 1) == "#" and _whole_tag(t, i + 2) > i + 3:
            return None  # the hashtag says where, with all of its words
        end = _name(t, i + 1, sure=False)
        if end is not None and t.stem(i + 1) not in KEPT and t.stem(i + 1) not in DROPPED:
            j = _joined(t, end)
            struck = stem == "علي" and not t.stems[i + 1].endswith(("ات", "ين", "ون", "ود")) and any(k in ("E", "W") for k in t.kinds[max(0, i - 7) : i])
            generic = (not t.definite[i + 1] and common(t, i + 1)) or (not struck and t.definite[i + 1] and not (stem in _NEAR and _proper(t, i + 1, end))) or (not struck and stem not in SURE_AT) or (end < t.size and t.definite[end] and t.kind(end) == "x") or (not t.definite[i + 1] and j == end == i + 2 and _goes_on(t, end))
            return _make(t, i + 1, j, None, weak=generic), j
        return None
    if stem in HIT:
        end = _name(t, i + 1, sure=False)
        if end == i + 2 and not t.definite[i + 1]:
            end = _more_name(t, end)  # "shells that hit X Y"
        if end is not None and t.stem(i + 1) not in KEPT and t.stem(i + 1) not in DROPPED and not _goes_on(t, end):
            return _make(t, i + 1, end, None, weak=t.definite[i + 1] or (end < t.size and t.definite[end]) or t.stems[i + 1].removesuffix("ا") in ORDINARY), end
        return None
    if kind == "x" and len(stem) > 3 and stem[0] in "بل" and not t.definite[i] and t.words[i] is None:
        word = t.raw[i]
        lead = 1
        if word[0] == "ب" and not indefinite(t, i):
            start, end_ = t.letters.original(t.starts[i] + lead, t.ends[i])
            return PlaceMention(start=start, end=end_, name=word[1:], weak=True), i + 1
    return None


def _bound(t: Tokens, i: int) -> PlaceMention:
    """Return "in the X" written as one word, without its preposition."""
    at = t.starts[i] + t.cuts[i]
    start, end = t.letters.original(at, t.ends[i])
    return PlaceMention(start=start, end=end, name=t.letters.text[at : t.ends[i]], tier=Tier.TOWN, weak=True)


def _idafa(t: Tokens, i: int) -> bool:
    """Tell whether a word with the article can be the name of a place: an unknown one, no adjective, nothing ordinary."""
    stem = t.stems[i]
    if t.kinds[i] != "x" or t.conjunctions[i] or len(stem) < 3 or stem in ORDINARY or stem in NOT_NAMES or t.raw[i] in NOT_NAMES or stem in ADJECTIVES or stem in _GENERIC:
        return False
    return not stem.endswith(("ين", "ون", "ات")) and _WORDLIKE[stem]


#: Behind these a word with the article may be the place: "the raid of X", "the dead of X", "the toll of X".
_OF_PLACE: Final = frozenset("حصيله شهدا قتلي جرحي ضحايا مصابي مجزره معركه معارك غاره غارات ضربه ضربات قصف انفجار تفجير هجوم احداث اشتباكات كمين حادثه".split())
_FRONTS: Final = frozenset("نصره تحرير فتح اسلاميه شعبيه ديمقراطيه وطنيه شاميه شمال داخليه".split())
_GENERIC: Final = frozenset("خضار خضر سمك حافلات وقود كهربا محروقات اغنام ماشيه حبوب ركاب مياه بنزين سيارات غاز قطار قطارات شعبي ميداني رييسي عام مركزي محلي تجاري اسماك هال خضروات لاجيين نازحين تابع تابعه خاصه حكوميه ابتداييه ثانويه اعداديه موقته مدينه بلده قريه حي مخيم ما صرف".split())
_ROADS: Final = frozenset("شارع طريق دوار معبر مطار ميناء مينا سجن جسر ميدان حاجز جبل نفق بوابه".split())


_QUARTERS: Final = frozenset("حي مخيم سوق ضاحيه".split())
_NO_NISBA: Final = frozenset("سكني شعبي محلي مجاور مذكور تجاري رييسي شعبيه عسكري امني مدني حدودي مستهدف مركزي سياحي راقي موازي واقعي كلي حالي ماضي تالي ثاني صحفي طبي حيوي اوروبي عالمي دولي عربي خليجي سوداا عشوايي مكتظ محاصر موقت صحي".split())


def _nisba(t: Tokens, i: int) -> bool:
    """Tell an adjective that can make a name of "the quarter": "the Islamic quarter"."""
    stem = t.stems[i]
    return t.kinds[i] == "x" and len(stem) > 3 and stem.endswith(("ي", "يه")) and stem.removesuffix("ه") not in _NO_NISBA and stem not in _NO_NISBA


def _generic(t: Tokens, stem: str, j: int) -> bool:
    """Tell a station, a market by what is sold there, from one with a name of its own."""
    if t.stem(j) in _GENERIC:
        return True
    if stem in _ROADS or t.definite[j] or t.stem(j) in STARTERS:
        return False
    return t.kind(j + 1) not in (".", ",", DATE, "p", "-", "(", ")", ":") and j + 1 < t.size and not t.prepositions[j + 1] and not t.conjunctions[j + 1]


_NEAR: Final = frozenset("قرب عند".split())


def _proper(t: Tokens, i: int, end: int) -> bool:
    """Tell whether a word with the article behind "near" can only be a name: no ordinary noun, nothing said of it."""
    stem = t.stems[i]
    if stem in ORDINARY or stem in KEPT or stem in DROPPED or stem in ADJECTIVES or stem in _GENERIC or stem.endswith(("ين", "ون", "ات")):
        return False
    return end >= t.size or not (t.definite[end] and t.kinds[end] in ("x", "P", "X"))


def _goes_on(t: Tokens, i: int) -> bool:
    """Tell whether an ordinary noun goes on behind its first word ("in a cellar next door"): a name of one word does not."""
    return i < t.size and (t.kinds[i] in ("x", "P", "X") or t.stems[i] in ("واحد", "واحده", "اخر", "اخري")) and not t.conjunctions[i] and not t.prepositions[i] and not t.definite[i] and _WORDLIKE[t.stems[i]] and t.stems[i] not in _STARTS_CLAUSE and t.stems[i][0] not in "يت"


_STARTS_CLAUSE: Final = frozenset("اليوم امس البارحه قبل بعد اثر جرا نتيجه عبر خلال مما ما حيث الذي التي الا ثم لدي دون كما فيما بينما وسط ضمن اسفر ادي ادت راح جراا ليلا صباحا مسا فجرا ظهرا عصرا اسفرت خلف خلفت الي".split())


def _joined(t: Tokens, end: int) -> int:
    """Return the end of "the road from A to B", "A and B" behind one word for a place."""
    if t.kind(end) == "-" and t.kind(end + 1) == "x" and _name(t, end + 1, sure=False) is not None:
        return _name(t, end + 1, sure=False) or end
    return end


def _name(t: Tokens, i: int, *, sure: bool) -> int | None:
    """Return the end of the place name that stands at a token, None where none does."""
    if i >= t.size or t.kinds[i] == DATE:
        return None
    stem = t.stems[i]
    whole = t.raw[i]
    starter = stem in STARTERS or whole in STARTERS
    if t.kind(i) == "#":
        i += 1
        stem, whole = t.stem(i), t.raw[i] if i < t.size else ""
    if not _WORDLIKE[whole] or whole == "ال" or whole in NOT_NAMES or (stem in NOT_NAMES and not sure):
        return None
    if stem == "صور" and not sure and t.kind(i + 1) not in (".", ","):
        return None  # "in pictures", not in Tyre
    if not sure and not t.definite[i] and not starter and (stem in ORDINARY or owned(t, i)):
        return None
    if whole[0] == "ل" and whole[1:] in ORDINARY:
        return None  # "a farm for raising"
    if len(stem) > 5 and stem.endswith(_THEIRS) and not t.definite[i]:
        return None  # "in their report"
    if sure and stem in _TITLES and t.definite[i] and not t.prepositions[i]:
        return _titled(t, i)
    if t.kind(i) not in {"x", "P", "X", "n"} and not starter:
        return None
    if t.kind(i) in ("P", "X", "n") and not starter and not (sure and t.definite[i]):
        return None
    if t.prepositions[i] or (t.conjunctions[i] and not sure) or (not t.definite[i] and (says_more(t, i) or indefinite(t, i))):
        return None
    end = i + 1
    within = end < t.size and t.prepositions[end] and (t.stems[end] in KEPT or t.stems[end] in DROPPED or t.stems[end] in DIRECTIONS)
    if starter and within:
        return end if t.definite[i] or sure else None  # "الباب بريف حلب": the second word says where the first lies
    if starter and end < t.size and (t.kinds[end] in {"x", "P", "X", "S", "n", "p"} or (stem in _HILLS and t.kinds[end] in {"V", "K", "I", "F", "E"})) and _WORDLIKE[t.stems[end]] and not t.conjunctions[end] and t.kinds[end] != "p" and t.raw[end] not in _STARTS_CLAUSE:
        end += 1
        if t.stems[end - 1] in _GOES_ON and t.kind(end) == "x" and not t.prepositions[end]:
            end += 1
    elif starter and not sure and stem not in ("دير", "خان"):
        return None
    elif sure and not t.definite[i] and not starter and _second(t, end):
        end += 1
    elif sure and not t.definite[i]:
        end = _more_name(t, end)
    while end < t.size and t.definite[end] and t.stems[end] in ADJECTIVES and t.kinds[end] in ("x", "p", "H"):
        end += 1
    return end


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


def _more_name(t: Tokens, i: int) -> int:
    """Return the end of a name of several unknown words behind "the village of", where what follows them is no more of it."""
    k = i
    while k < t.size and k - i < 3 and t.kinds[k] == "x" and not t.definite[k] and not t.conjunctions[k] and not t.prepositions[k] and _WORDLIKE[t.stems[k]]:
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


def _whole_tag(t: Tokens, first: int) -> int:
    """Return the end of the words of a hashtag that underscores join."""
    end = first + 1
    while end < t.size and t.letters.text[t.ends[end - 1] : t.starts[end]] == "_":
        end += 1
    return end


def _hashtag(t: Tokens, i: int) -> tuple[PlaceMention, int] | None:
    """Return the place in a hashtag, its underscores kept."""
    first = i + 1
    if t.kind(first) in (".", ",") or first >= t.size:
        return None
    end = _whole_tag(t, first)
    text = t.letters.text
    whole = t.raw[first]
    if whole in NOT_NAMES or t.stems[first] in NOT_NAMES or t.kinds[first] not in ("x", "P", "X") or not _WORDLIKE[whole]:
        return None
    start, stop = t.span(first, end)
    sure = (t.kind(end) == ":" and not any(s[:1].isalpha() for s in t.stems[:i])) or (i > 0 and (t.kinds[i - 1] == "p" or t.stems[i - 1] in DROPPED or t.stems[i - 1] in KEPT))
    return PlaceMention(start=start, end=stop, name=text[t.starts[first] : t.ends[end - 1]].replace("_", " "), weak=not sure), end


def _labelled(t: Tokens, k: int) -> bool:
    """Tell a line of a list: a place, what it was, and behind a dash the dead or wounded with their number."""
    return any(t.kinds[j] == "-" and t.kind(j + 1) == "S" and t.kind(j + 2) == ":" for j in range(k, t.size - 2))


def _head(t: Tokens, *, weak: bool) -> PlaceMention | None:
    """Return the place that opens an entry of a bulletin: "- Kafr X: an air raid ..."."""
    start = 0
    while start < t.size and not t.stems[start][:1].isalpha():
        if t.kinds[start] == ".":
            return None
        start += 1
    k = start
    while k < t.size and k - start < 4 and t.kinds[k] in ("x", "P", "X") and _WORDLIKE[t.stems[k]]:
        k += 1
    if t.kind(k) == "-" and k > start:
        j = k + 1
        while j < t.size and j - k < 5 and t.kinds[j] in ("x", "P", "X") and _WORDLIKE[t.stems[j]]:
            j += 1
        if t.kind(j) == ":" and j > k + 1:
            start, k = k + 1, j  # "- Province – district: ..."
    if t.kind(k) == "," and k > start and _labelled(t, k):
        return _make(t, start, k, None) if not any(t.stems[j] in NOT_NAMES for j in range(start, k)) else None
    if t.kind(k) not in (":", "-") or k == start or k + 1 >= t.size:
        return None
    if any(t.stems[j] in NOT_NAMES for j in range(start, k)) or t.stem(start) in KEPT or t.stem(start) in DROPPED:
        return None
    return _make(t, start, k, None, weak=weak)
