"""Places in an Arabic sentence: names behind words for places, behind prepositions, in hashtags and list heads."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placenames import (
    NEAR,
    QUARTERS,
    WORDLIKE,
    generic,
    goes_on,
    idafa,
    more_name,
    name_at,
    nisba,
    proper,
)
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
from harmtrace.language.arabic.sources import NO_LABEL
from harmtrace.language.arabic.speakers import SPEAKERS
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.unnamed import STATIONED, common, elsewhere, indefinite
from harmtrace.language.arabic.words import DEATH, INJURY, NOT, NUMBER, PERSON, SAY, STATE, THAT
from harmtrace.language.arabic.written import glued, quoted
from harmtrace.language.places import PlaceMention
from harmtrace.language.places.arabic import COUNTRY_NAMES
from harmtrace.records.measure import Tier

_PLACE_WORDS: Final = frozenset((*KEPT, *DROPPED, "في"))


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
    if (underwent := _underwent(t)) is not None and not any(p.start < underwent.end and underwent.start < p.end for p in out):
        out.append(underwent)
    if (of := _of_people(t) or _topic(t)) is not None and not any(p.start < of.end and of.start < p.end for p in out):
        out.append(of)
    if line and "-" in t.kinds and not out and (titled := _behind_title(t)) is not None:
        out.append(titled)
    if "/" in t.kinds and (finer := _behind_stroke(t)) is not None and not any(p.start < finer.end and finer.start < p.end for p in out):
        out.append(finer)
    if (head or line) and (":" in t.kinds or "-" in t.kinds) and (leading := _head(t, weak=not head)) is not None and not any(p.start < leading.end and leading.start < p.end and not p.weak for p in out):
        out = [replace(leading, tier=Tier.SUBDISTRICT, wide=True) if leading.tier is None and any(not p.weak and p.tier in _FINE and p.start > leading.end for p in out) else leading, *(p for p in out if p.start >= leading.end or leading.start >= p.end)]
    for mention in known:
        if not any(p.start < mention.end and mention.start < p.end for p in out) and not _party(t, mention):
            out.append(mention)
    out = [replace(p, told=True) if not p.told and _said_there(t, t.at(p.start), t.at(max(p.end - 1, p.start))) else p for p in out]
    if out and not STATIONED.isdisjoint(t.stems):
        out = [replace(p, told=True) if not p.told and (k := t.at(p.start)) > 1 and elsewhere(t, k, _PLACE_WORDS, sure=not p.weak) else p for p in out]
    out.sort(key=lambda p: p.start)
    for k in range(1, len(out)):
        if out[k].name.startswith("وسط ") and out[k].start - out[k - 1].end == 1 and not out[k - 1].weak:
            out[k] = replace(out[k], tier=Tier.CITY)  # "the quarter of X in the middle of Y": says where X lies
    return _chained(t, out) if len(out) > 1 else out


#: A place so fine within the place that an entry opens with lies in it: "Ostrel | … in the village of X".
_FINE: Final = frozenset((Tier.VILLAGE, Tier.NEIGHBOURHOOD))
#: What a place does when something befalls it.
_UNDERWENT: Final = frozenset("شهدت تشهد شهد عاشت ودعت افاقت استيقظت".split())


def _underwent(t: Tokens) -> PlaceMention | None:
    """Return the place that something befell, named right before its verb: "Ostrel saw in September fighting that left"."""
    for k in range(1, t.size - 1):
        if t.stems[k] in _UNDERWENT and t.kinds[k - 1] == "x" and (t.definite[k - 1] is False or idafa(t, k - 1)) and not t.prepositions[k - 1] and len(t.stems[k - 1]) > 2:
            first = k - 1
            opens = first == 0 or t.kinds[first - 1] in (".", ",", "-", THAT) or t.stems[first - 1] in ("كانت", "كان", "وكانت", "اما", "قد")
            if opens and t.stems[first] not in ORDINARY and t.stems[first] not in NOT_NAMES and WORDLIKE[t.stems[first]]:
                return _make(t, first, k, None)
    return None


_BURY: Final = frozenset("شيع شيعت يشيع تشيع ودع ودعت دفن تشييع".split())
_FOLK: Final = frozenset("اهالي اهل سكان ابنا".split())
_THERE: Final = frozenset("فيها فيه هناك داخلها داخله".split())


def _of_people(t: Tokens) -> PlaceMention | None:
    """Return the town whose people bury their dead, for want of a better one: "the people of Ostrel buried four teachers"."""
    for k in range(1, t.size - 1):
        if t.stems[k] in _FOLK and not t.definite[k] and (t.stems[k - 1] in _BURY or t.stem(k + 2) in _BURY) and t.kinds[k + 1] == "x" and not t.prepositions[k + 1]:
            end = name_at(t, k + 1, sure=False)
            if end is not None and (not t.definite[k + 1] or idafa(t, k + 1)):
                return _make(t, k + 1, end, None, weak=True)
    return None


def _topic(t: Tokens) -> PlaceMention | None:
    """Return the place that "as for" sets first and that "in it" goes back to: "as for Ostrel, 68 people died in it"."""
    k = next((j for j in range(t.size - 3) if t.stems[j] == "اما"), None)
    if k is None or t.kind(k + 1) != "x" or t.kind(k + 2) not in (",", "x") or t.prepositions[k + 1] or not _THERE.intersection(t.stems[k + 2 :]):
        return None
    named = (idafa(t, k + 1) if t.definite[k + 1] else t.stems[k + 1] not in ORDINARY and WORDLIKE[t.stems[k + 1]]) and not ((body := SPEAKERS.match(t.stems[k + 1])) is not None and body.end() >= len(t.stems[k + 1]) - 1)
    return _make(t, k + 1, k + 2, None) if named and t.kind(k + 2) == "," else None


def _behind_stroke(t: Tokens) -> PlaceMention | None:
    """Return the district behind a province and a stroke, before the colon of an entry: "1- Province X / Ostrel: a mine"."""
    k = t.kinds.index("/")
    end = k + 1
    while end < t.size and end - k < 4 and t.kinds[end] in ("x", "P", "X") and WORDLIKE[t.stems[end]]:
        end += 1
    if end == k + 1 or t.kind(end) not in (":", "-") or ":" in t.kinds[:k] or any(t.stems[j] in NOT_NAMES for j in range(k + 1, end)) or not any(t.stems[j] in DROPPED for j in range(k)):
        return None
    return _make(t, k + 1, end, Tier.TOWN)


#: What a line is that names behind a dash what place it tells of: "Third update - Ostrel".
_TITLES: Final = frozenset("تحديث بيان تغطيه موجز نشره حصيله تقرير مباشر عاجل خبر توضيح تصحيح ملخص حصاد مستجدات اخبار متابعه احداث يوميات نعي تصريح".split())


def _behind_title(t: Tokens) -> PlaceMention | None:
    """Return the place behind the dash of a line that says what kind of text it opens."""
    k = t.kinds.index("-")
    if not 0 < k <= 4 or _TITLES.isdisjoint(t.stems[:k]):
        return None
    end = k + 1
    while end < t.size and end - k < 4 and t.kinds[end] == "x" and WORDLIKE[t.stems[end]]:
        end += 1
    named = end > k + 1 and (end == t.size or t.kinds[end] == ".")
    return _make(t, k + 1, end, None, weak=True) if named and not any(t.stems[j] in NOT_NAMES or t.stems[j] in ORDINARY for j in range(k + 1, end)) else None


def _said_there(t: Tokens, k: int, last: int) -> bool:
    """Tell the seat of who speaks, set before the verb: "In the capital, the ministry said that"."""
    if k == 0 or k > 3 or t.stem(k - 1) not in ("في", "من") or t.kind(last + 1) != ",":
        return False
    j = last + 2
    if t.stem(j) in ("كانت", "كان"):
        j = next((n for n in range(j + 1, min(t.size, j + 8)) if t.kinds[n] == SAY), j)
    return t.kind(j) == SAY and not any(kind in (DEATH, INJURY, "E") for kind in t.kinds[last + 2 : j])


def _chained(t: Tokens, found: list[PlaceMention]) -> list[PlaceMention]:
    """Return the places, a doubtful one behind a sure one taken for the town that it lies in: "the quarter of X in Y"."""
    for k, each in enumerate(found[1:], 1):
        if not each.weak or found[k - 1].weak:
            continue
        between = t.letters.source[found[k - 1].end : each.start]
        if (between == " ب" or between.split() == ["في"]) and "\n" not in between and idafa(t, t.at(each.start)):
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
    if t.kinds[first] == "#" and last > first + 1:
        first += 1
    start, end = t.span(first, last, core=True)
    while end > start and not t.letters.text[t.ends[last - 1] - 1].isalnum():
        break
    return PlaceMention(start=start, end=end, name=t.letters.text[t.starts[first] + t.cuts[first] : t.ends[last - 1]], tier=tier, weak=weak, wide=t.stems[first] == "قضا")


def _opens(form: str) -> bool:
    """Tell whether a form by itself can be the first token of what ``_at`` finds."""
    kind, stem, _, preposition, definite = info(form)
    if kind == "#" or stem in KEPT or (stem in _REGIONS and definite) or stem == "قباله" or (kind == "p" and stem in AT):
        return True
    if definite:
        return kind == "x" and preposition == "ب"
    return (
        stem in HIT
        or stem in _OWN_PLACES
        or stem in _OF_PLACE
        or stem in _STRUCK_SITES
        or stem in _NUMBERED
        or stem in DROPPED
        or (kind == "p" and stem in DIRECTIONS)
        or (kind == "E" and stem in STRUCK)
        or (kind == "x" and len(stem) > 3 and stem[0] in "بل")
        or form == "ب"
        or (form[0] == "ب" and form[1:] in STARTERS)
    )


_OPENS: Final = Memo(_opens)


def _at(t: Tokens, i: int) -> tuple[PlaceMention, int] | None:
    """Return the place that a token opens, and the token after it."""
    stem, kind = t.stems[i], t.kinds[i]
    if kind == "#":
        return _hashtag(t, i)
    written = (_in_marks(t, i) if t.kind(i + 1) == '"' else None) or _glued(t, i)
    if written is not None:
        return written
    tier = DROPPED.get(stem)
    if stem == "احيا" and t.stem(i + 1) in DROPPED:
        return None  # "quarters of the city of X": X says where
    if tier is not None and not t.definite[i] and not (i + 1 < t.size and t.definite[i + 1] and t.stems[i + 1] in _BARE):
        end = name_at(t, i + 1, sure=True)
        if end is not None:
            return _make(t, i + 1, _joined(t, end), tier), end
        return None
    if stem in _OWN_PLACES:
        k = i + 1 + (t.kind(i + 1) == ",")
        end = name_at(t, k, sure=True) if not (k < t.size and (t.definite[k] or t.prepositions[k] or t.conjunctions[k])) else None
        named = end is not None and (t.stems[k] in STARTERS or not (t.stems[k] in ORDINARY or t.stems[k][:1] in "يت"))
        return (_make(t, k, end, Tier.VILLAGE), end) if named and end is not None else None
    kept = KEPT.get(stem)
    if stem in _NUMBERED and (not t.definite[i] or stem == "حاره") and i + 1 < t.size and t.stems[i + 1].isdigit() and not t.prepositions[i + 1] and not t.conjunctions[i + 1] and t.kind(i + 2) != PERSON and t.stem(i + 2) not in _OF_MANY:
        end = i + 2
        while t.kind(end) == DATE and t.kinds[i + 1] == DATE and not t.stems[end].isdigit() and end < i + 3:
            end += 1  # "the quarter of 7 July"
        return _make(t, i, end, Tier.NEIGHBOURHOOD), end
    if kept is None and stem in _STRUCK_SITES and not t.definite[i] and not _in_town(t, i + 1) and _aimed_at(t, i) and i + 1 < t.size and (t.definite[i + 1] or t.stems[i + 1] in STARTERS or t.stems[i + 1][0] != "م"):
        kept = Tier.LANDMARK
    if kept is not None and stem == "طريق" and t.stem(i - 1) == "عن":
        return None  # "by way of"
    if stem == "جبهه" and not ((t.stem(i - 1) == "في" or t.prepositions[i] == "ب") and t.stem(i + 1) not in _FRONTS):
        return None  # a group that calls itself a front
    if kept is not None and not t.definite[i]:
        j = i + 1
        while t.definite[j : j + 1] != (True,) and (t.stem(j) in DROPPED or (kept is Tier.TOWN and t.stem(j) in KEPT)):
            j += 1  # "around the camp of X"
        if t.stem(j) in _PRESSES:
            return None  # a paper that calls itself a harbour
        if kept is Tier.LANDMARK and (town := _site_in(t, j)) is not None:
            return town, j + 1
        end = name_at(t, j, sure=True)
        while end is not None and stem in _STRUCK_SITES and end < t.size and t.definite[end] and t.definite[end - 1] and nisba(t, end) and not t.prepositions[end] and not t.conjunctions[end]:
            end += 1  # "the hospital of X for specialists"
        if end is not None and stem in _STRUCK_SITES and (t.stem(end) == "في" or (end < t.size and t.prepositions[end] == "ب")):
            return None  # "the hospital of X in Y": Y says where
        if end is not None and not (kept is Tier.LANDMARK and generic(t, stem, j)):
            return _make(t, i, _joined(t, end), kept), _joined(t, end)
        return None
    if stem in DIRECTIONS and not t.definite[i] and kind == "p":
        j = i + 1
        while (t.stem(j) in DROPPED and not t.definite[j]) or (t.stem(j) in DIRECTIONS and not t.definite[j]):
            j += 1
        if t.stem(j) in KEPT:
            return None
        end = name_at(t, j, sure=False)
        if stem == "وسط" and j < t.size and not t.definite[j] and (common(t, j) or _amid(t, j)):
            return None  # "amid an exchange of"
        if end is not None and j > i:
            wide = stem == "وسط" and t.letters.text[t.starts[j] : t.ends[end - 1]] in _LANDS
            doubtful = (t.definite[j] and j == i + 1) or (stem == "وسط" and t.kind(i - 1) not in ("p", ",", "(") and goes_on(t, end))
            return _make(t, i, end, Tier.PROVINCE if wide else Tier.DISTRICT if stem != "وسط" else Tier.NEIGHBOURHOOD, weak=doubtful), end
        return None
    if kept is not None and stem == "اطراف" and t.stem(i + 1) in ("سفلي", "عليا", "سفليه", "علويه"):
        return None  # limbs
    if kept is not None and t.definite[i] and i + 1 < t.size and t.definite[i + 1] and (t.stems[i + 1] in ADJECTIVES or (stem in QUARTERS and nisba(t, i + 1))) and t.kinds[i + 1] in ("x", "p"):
        if kept is Tier.LANDMARK and t.stems[i + 1] in ("مركزيه", "مركزي", "كبيره") and stem in ("ساحه", "سوق", "ميدان", "محطه", "شارع", "سجن"):
            return None  # "the central square": every town has one
        end = i + 2
        while t.kind(end) == "x" and t.definite[end] and t.stems[end] in ADJECTIVES:
            end += 1
        return _make(t, i, end, kept), end
    if stem in _REGIONS and t.definite[i] and t.kind(i - 1) == "p":
        return _make(t, i, i + 1, _REGIONS[stem]), i + 1
    if kind == "E" and stem in STRUCK and not t.definite[i] and t.kind(i + 1) == "x" and not t.definite[i + 1] and not t.prepositions[i + 1]:
        word = t.stems[i + 1]
        if word not in NOT_NAMES and not word.endswith(("ي", "ه", "ا")) and len(word) > 3 and (t.kind(i + 2) in (".", ",", DATE) or i + 2 >= t.size or t.conjunctions[i + 2]):
            return _make(t, i + 1, i + 2, None), i + 2
    if stem in _OF_PLACE and not t.definite[i] and t.kind(i + 1) == "x" and not t.definite[i + 1] and not t.prepositions[i + 1] and not t.conjunctions[i + 1] and len(t.stems[i + 1]) > 2 and _named_elsewhere(t, i + 1):
        return _make(t, i + 1, i + 2, None), i + 2  # "the raid of Nahla", where the text says "in Nahla" too
    if stem in _OF_PLACE and not t.definite[i] and i + 1 < t.size and t.definite[i + 1] and (t.kinds[i - 1] != "p" or kind != "S") and idafa(t, i + 1):
        return _make(t, i + 1, i + 2, Tier.TOWN, weak=stem != "حصيله"), i + 2  # "the raid of X", "the dead of X"
    if stem in _OF_PLACE and not t.definite[i] and t.stem(i + 1) in STARTERS and not t.definite[i + 1] and not t.prepositions[i + 1] and t.stem(i + 1) not in KEPT and t.stem(i + 1) not in ("ابو", "ام", "ابن", "بنت", "عبد", "دار", "سيف", "صلاح"):
        end = name_at(t, i + 1, sure=False)
        if end is not None and end > i + 2:
            return _make(t, i + 1, end, None), end  # "the massacre of Tell X"
    if kind == "x" and t.definite[i] and t.prepositions[i] == "ب" and idafa(t, i) and not stem.endswith(("ي", "يه")):
        return _bound(t, i), i + 1
    if stem == "علي" and t.stem(i + 1) in ("بن", "ابن"):
        return None  # the name Ali
    if (kind == "p" and stem in AT) or stem in ("قباله",):
        if t.kind(i + 1) == "#" and _whole_tag(t, i + 2) > i + 3:
            return None  # the hashtag says where, with all of its words
        end = name_at(t, i + 1, sure=False)
        if end == i + 2 and stem in SURE_AT and not t.definite[i + 1] and t.kinds[i + 1] == "x" and (more := more_name(t, end)) > end and t.kind(more) in (".", ",") and _harmed_there(t, more):
            return _make(t, i + 1, more, None), more  # "wounded in Nahal X, as"
        if end is not None and t.stem(i + 1) not in KEPT and t.stem(i + 1) not in DROPPED:
            j = _joined(t, end)
            struck = stem == "علي" and not (t.stems[i + 1].endswith(("ات", "ود")) or (t.stems[i + 1].endswith(("ين", "ون")) and (t.definite[i + 1] or t.stems[i + 1][0] == "م"))) and any(k in ("E", "W") for k in t.kinds[max(0, i - 7) : i])
            doubtful = (not t.definite[i + 1] and common(t, i + 1)) or (not struck and t.definite[i + 1] and not ((stem in NEAR or (stem in SURE_AT and not common(t, i + 1) and _harmed_there(t, end))) and proper(t, i + 1, end))) or (not struck and stem not in SURE_AT) or (end < t.size and t.definite[end] and t.kind(end) == "x") or (not t.definite[i + 1] and j == end == i + 2 and (goes_on(t, end) or (t.stem(end) == "من" and t.stem(end + 1) not in ("قبل", "جهه"))))
            return _make(t, i + 1, j, None, weak=doubtful), j
        return None
    if stem in HIT and t.stem(i + 1) in ("علينا", "عليهم"):
        i += 1
    if stem in HIT:
        end = name_at(t, i + 1, sure=False)
        if end == i + 2 and not t.definite[i + 1]:
            end = more_name(t, end)  # "shells that hit X Y"
        if end is not None and t.stem(i + 1) not in KEPT and t.stem(i + 1) not in DROPPED and not goes_on(t, end):
            return _make(t, i + 1, end, None, weak=t.definite[i + 1] or (end < t.size and t.definite[end]) or t.stems[i + 1].removesuffix("ا") in ORDINARY), end
        return None
    if kind == "x" and len(stem) > 3 and stem[0] in "بل" and not t.definite[i] and t.words[i] is None:
        word = t.raw[i]
        lead = 1
        if word[0] == "ب" and not indefinite(t, i) and word not in _OWN_B and word[1:] not in NOT_NAMES and word[1:] not in ORDINARY and word[1:] not in ADJECTIVES and not word.endswith(_THEIRS):
            start, end_ = t.letters.original(t.starts[i] + lead, t.ends[i])
            return PlaceMention(start=start, end=end_, name=word[1:], weak=True), i + 1
    return None


#: Quarters and streets that are called by a number.
_OF_MANY: Final = frozenset("الف الاف مليون ملايين ميه نسمه".split())
_NUMBERED: Final = frozenset("حي حاره شارع بلوك مربع".split())
#: What is a place by its name where it was struck, and elsewhere is where the hurt are brought or who speaks.
_STRUCK_SITES: Final = frozenset("مستشفي مشفي مستوصف فرن مخبز مركز معهد كليه فندق مصنع روضه صومعه".split())


def _aimed_at(t: Tokens, i: int) -> bool:
    """Tell a hospital or a bakery that fire fell on: "a shell fell on the bakery of X"."""
    before = t.stem(i - 1)
    return t.kind(i - 1) == "E" or before in HIT or (before in ("علي", "محيط") and any(k in ("E", "F", "W") for k in t.kinds[max(0, i - 7) : i]))


def _in_town(t: Tokens, j: int) -> bool:
    """Tell "a hotel in Saada", with "in" written to a name: the town says where."""
    return j < t.size and not t.definite[j] and t.kinds[j] == "x" and t.raw[j][0] == "ب" and len(t.raw[j]) > 4 and t.raw[j] not in STARTERS


def _site_in(t: Tokens, j: int) -> PlaceMention | None:
    """Return the town of a site that is said with "in" written to its name: "a market in Saada", a town that the text names by itself too."""
    if j >= t.size or t.kinds[j] != "x" or t.definite[j] or t.prepositions[j] or t.conjunctions[j]:
        return None
    word = t.raw[j]
    if word[0] != "ب" or len(word) < 4:
        return None
    text, town = t.letters.text, word[1:]
    at = text.find(f" {town}")
    while at != -1 and text[at + len(town) + 1 : at + len(town) + 2].isalpha():
        at = text.find(f" {town}", at + 1)
    if at == -1:
        return None
    start, end = t.letters.original(t.starts[j] + 1, t.ends[j])
    return PlaceMention(start=start, end=end, name=town, tier=Tier.TOWN)


def _named_elsewhere(t: Tokens, k: int) -> bool:
    """Tell whether the text names as a place elsewhere what stands here without a word for a place."""
    word = t.raw[k]
    if word in NOT_NAMES or word in ORDINARY or word in ADJECTIVES or indefinite(t, k) or common(t, k):
        return False
    text, here = t.letters.text, t.starts[k]
    for lead in (" في ", "بلده ", "قريه "):
        at = text.find(lead + word)
        if at != -1 and at + len(lead) != here and not text[at + len(lead) + len(word) : at + len(lead) + len(word) + 1].isalpha():
            return True
    return False


#: Words whose first letter is no "in".
_OWN_B: Final = frozenset(
    """
    بعثه بعثات بنايه بنايات بلديه بلديات بندوره بطاطا بطانيه بطانيات بليغه بليغ بالغه بالغ برنامج برامج بيدر بنادق بندقيه بنين بنات بطاريه بطاريات بيان بيانات بيوت بقايا بقيه بساتين بستان بضعه بضايع بضاعه بريطانيا بروكسل برلين باريس بغداد بيروت بكين بنغازي بعلبك بورتسودان بنغلادش باكستان بلجيكا بلغاريا بولندا بوركينا بانوراما باشرت باشر باشروا باحثون باحثونا باحثه بادر بادرت باتجاه بواسطه
    باص باصات بوصله بوابه بوابات بدوره بدورها بدات بدا بداوا برز برزت بثت بقيت بقي بقوا بكي بكت باعت باعوا باركت بارك باغت باغتت بغته برهن برفقه بيطري بروفيسور برلمان برلماني برقيه برقيات بريد بصمه بصمات بلاغان بلاغين بلاغات بطوله بلاستيك بنزين بيتزا بقاله بسطه بسطات بؤره بوره بور بحيره
    """.split()
)
_THEIRS: Final = ("ها", "هم", "هما", "هن", "نا", "كم", "ته", "تي")
#: "the directorate of the district" names no place.
_BARE: Final = frozenset("ناحيه قضا محافظه مديريه بلده قريه منطقه ولايه محليه".split())


def _amid(t: Tokens, j: int) -> bool:
    """Tell "amid heavy destruction" from "in the middle of X": an indefinite noun takes an indefinite adjective, which no name does."""
    k = j + 1
    if indefinite(t, j) or (k < t.size and indefinite(t, k)):
        return True
    return t.kind(k) == "x" and not t.definite[k] and not t.prepositions[k] and t.stems[k] in ADJECTIVES


def _in_marks(t: Tokens, i: int) -> tuple[PlaceMention, int] | None:
    """Return a place whose name stands between quotation marks: "the town of «X»"; behind a bare "in" only a known one."""
    stem, noun = t.stems[i], DROPPED.get(t.stems[i]) or KEPT.get(t.stems[i])
    bare = noun is None and (stem in SURE_AT or stem in ("علي", "ب") or stem in DIRECTIONS)
    found = None if t.definite[i] or (noun is None and not bare) else quoted(t, i + 1)
    if found is None:
        return None
    first, last, after = found
    named = _make(t, first, last, noun, weak=bare)
    if stem not in KEPT:
        return named, after
    start = t.span(i, i + 1, core=True)[0]
    return replace(named, start=start, end=t.span(after - 1, after)[1], name=f"{t.letters.text[t.starts[i] + t.cuts[i] : t.ends[i]]} {named.name}"), after


def _glued(t: Tokens, i: int) -> tuple[PlaceMention, int] | None:
    """Return "in Deir X" whose preposition is written with the first of its two words."""
    if t.stems[i] in KEPT or t.stems[i] in DROPPED or (found := glued(t, i)) is None:
        return None
    end, doubtful = found
    at = t.starts[i] + 1
    start, stop = t.letters.original(at, t.ends[end - 1])
    return PlaceMention(start=start, end=stop, name=t.letters.text[at : t.ends[end - 1]], weak=doubtful), end


def _harmed_there(t: Tokens, end: int) -> bool:
    """Tell whether harm or a strike is told before a word behind "in" that ends its clause: there it happened."""
    if not (end >= t.size or t.kinds[end] in (".", ",", DATE, "p", ")", "(", "K", "I", "F", "E", "B", "-") or t.conjunctions[end] or t.prepositions[end] or t.stems[end] == "اثنا"):
        return False
    return any(k in ("E", DEATH, INJURY, STATE, "W") for k in t.kinds[max(0, end - 12) : end])


_LANDS: Final = frozenset(COUNTRY_NAMES)


def _bound(t: Tokens, i: int) -> PlaceMention:
    """Return "in the X" written as one word, without its preposition."""
    at = t.starts[i] + t.cuts[i]
    start, end = t.letters.original(at, t.ends[i])
    return PlaceMention(start=start, end=end, name=t.letters.text[at : t.ends[i]], tier=Tier.TOWN, weak=True)


#: "her village, Tell X".
_OWN_PLACES: Final = frozenset("قريته قريتها قريتهم قريتي قريتنا بلدته بلدتها بلدتهم بلدتي بلدتنا مدينته مدينتها مدينتهم مدينتي مدينتنا".split())
#: Regions that bear a common word for their name.
_REGIONS: Final = {"قطاع": Tier.PROVINCE, "باديه": Tier.SUBDISTRICT, "غوطه": Tier.SUBDISTRICT}
#: Behind these a word with the article may be the place: "the raid of X", "the dead of X", "the toll of X".
_OF_PLACE: Final = frozenset("حصيله شهدا قتلي جرحي ضحايا مصابي مجزره معركه معارك غاره غارات ضربه ضربات قصف انفجار تفجير هجوم احداث اشتباكات كمين حادثه".split())
_PRESSES: Final = frozenset("برس نيوز تايمز بوست".split())
_FRONTS: Final = frozenset("نصره تحرير فتح اسلاميه شعبيه ديمقراطيه وطنيه شاميه شمال داخليه".split())


def _joined(t: Tokens, end: int) -> int:
    """Return the end of "the road from A to B", "A and B" behind one word for a place."""
    if t.kind(end) == "-" and t.kind(end + 1) == "x" and name_at(t, end + 1, sure=False) is not None:
        return name_at(t, end + 1, sure=False) or end
    return end


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
    if whole == "صور" and end == first + 1 and not (i and (t.kinds[i - 1] == "p" or t.stems[i - 1] in DROPPED or t.stems[i - 1] in HIT)):
        return None  # "photographs", spelt as Tyre
    if whole in NOT_NAMES or t.stems[first] in NOT_NAMES or t.kinds[first] not in ("x", "P", "X") or not WORDLIKE[whole]:
        return None
    start, stop = t.span(first, end)
    sure = (t.kind(end) == ":" and not any(s[:1].isalpha() for s in t.stems[:i])) or (i > 0 and (t.kinds[i - 1] == "p" or t.stems[i - 1] in DROPPED or t.stems[i - 1] in KEPT))
    return PlaceMention(start=start, end=stop, name=text[t.starts[first] : t.ends[end - 1]].replace("_", " "), weak=not sure), end


#: What a line counts behind the place that it opens with.
_COUNTED: Final = frozenset((NUMBER, STATE, DEATH, INJURY, NOT))


def _labelled(t: Tokens, k: int) -> bool:
    """Tell a line of a list: a place, what it was, and behind a dash the dead or wounded with their number."""
    return any(t.kinds[j] == "-" and t.kind(j + 1) == "S" and t.kind(j + 2) == ":" for j in range(k, t.size - 2))


#: Who sends what follows, behind the town that it comes from.
_DESKS: Final = frozenset("خاص متابعات وكالات مراسلون مراسلنا خبر تقرير".split())


def _head(t: Tokens, *, weak: bool) -> PlaceMention | None:
    """Return the place that opens an entry of a bulletin: "- Kafr X: an air raid ..."."""
    start = 0
    while start < t.size and not t.stems[start][:1].isalpha():
        if t.kinds[start] == ".":
            return None
        start += 1
    if t.kind(start) == DATE:  # "- 4 February, Ostrel: a mine ..."
        while t.kind(start) == DATE:
            start += 1
        if t.kind(start) not in (",", "-", "|"):
            return None
        start += 1
    if t.stem(start) == "في" and t.kind(start + 2) == ":":
        start += 1  # "In X: four dead"
    if start < t.size and t.conjunctions[start]:
        return None  # "And his wife Umm X breaks in:"
    k = start
    while k < t.size and k - start < 4 and t.kinds[k] in ("x", "P", "X") and WORDLIKE[t.stems[k]] and not indefinite(t, k):
        k += 1
    if t.kind(k) == "-" and k > start:
        j = k + 1
        while j < t.size and j - k < 5 and t.kinds[j] in ("x", "P", "X") and WORDLIKE[t.stems[j]]:
            j += 1
        if t.kind(j) == ":" and j > k + 1:
            if not _DESKS.isdisjoint(t.stems[k + 1 : j]):
                return _make(t, start, k, None) if not any(t.stems[n] in NOT_NAMES for n in range(start, k)) else None  # "Ostrel – special: ..."
            start, k = k + 1, j  # "- Province – district: ..."
    closed = next((j for j in range(k + 2, min(t.size, k + 7)) if t.kinds[j] == ")"), None) if t.kind(k) == "(" and k > start else None
    if closed is not None and t.kind(closed + 1) in (":", "-") and closed + 2 < t.size:  # "- Ostrel (X district): 6 dead"
        return _make(t, start, k, None) if not any(t.stems[j] in NOT_NAMES for j in range(start, k)) and t.stem(start) not in DROPPED else None
    if t.kind(k) == "," and k > start and _labelled(t, k):
        return _make(t, start, k, None) if not any(t.stems[j] in NOT_NAMES for j in range(start, k)) else None
    if t.kind(k) not in (":", "-") or k == start or k + 1 >= t.size:
        return None
    if any(t.stems[j] in NOT_NAMES for j in range(start, k)) or t.stem(start) in KEPT or t.stem(start) in DROPPED:
        return None
    if weak and k - start < 4 and (t.kind(k + 1) in _COUNTED or t.stem(k + 1) == "لا") and not any(t.stems[j] in ORDINARY or NO_LABEL.search(t.stems[j]) is not None or SPEAKERS.search(t.stems[j]) is not None for j in range(start, k)):
        weak = t.kinds[start] != "x"  # "Ostrel: 4 dead"
    return _make(t, start, k, None, weak=weak)
