"""The count phrase that starts at a word, if one does."""

from dataclasses import replace

from harmtrace.language.english.counts.ages import AGE_BEFORE, ages_before, is_age, is_years
from harmtrace.language.english.counts.heads import headed
from harmtrace.language.english.counts.nobody import nobody_counted
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.singulars import one_body, single_person
from harmtrace.language.english.counts.words import BE, who_of
from harmtrace.language.english.numbers import ARTICLE_COUNTS, Number, parse
from harmtrace.language.english.words import (
    CHILD_WORDS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    LABEL_BEFORE,
    LEX,
    MONEY,
    NOUNS,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Who

#: "Those killed number 412": what stands before the verb "number".
_NUMBERED = frozenset("killed dead wounded injured missing deaths victims casualties may might could will would they".split())
_COUPLES = frozenset("elderly married young old aged retired newly-wed newlywed middle-aged displaced local".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_AFTER_ORDINAL = frozenset(". ; ! ) in at on near while before outside badly critically seriously slightly".split())
_SUSPECTED = frozenset("alleged suspected reported possible supposed presumed other".split())
#: What has a number of its own: "in flat 12", "from house 14".
_HAS_NUMBER = frozenset("flat apartment house room ward building block hut tent shelter lot pier gate hangar school bus tram train route".split())
_BESIDE = frozenset("in of from at to near outside inside by into behind opposite on off".split())
#: What is shortened before a number that is a name: "no. 117".
_NUMBER_OF = frozenset("no nos nr tel ext ref reg fig art vol pp para cert lic".split())
_NOT = frozenset("not n't never nor cannot".split())
_DENYING = frozenset("denied denies deny denying rejected rejects".split())
#: No count of people is larger: what is, is set aside with the reason.
_MOST_PEOPLE = 10_000_000_000
_LONGEST_DIGITS = 12


def _any_of_none(words: list[str], i: int) -> bool:
    """Tell "we do not assess that any civilian was hurt", "no evidence that anyone died": what is denied of any."""
    before = words[max(0, i - 6) : i]
    if "that" not in before and words[i] != "any":
        return False
    return (not _NOT.isdisjoint(before) or any(word.endswith("n't") for word in before)) and before[-1:] == ["that"]


def _or_others(words: list[str], counted: Counted | None) -> Counted | None:
    """Return "4 civilians or alleged militants" as one count, of whom nobody says which they were."""
    if counted is None or counted.kind != "n" or words[counted.end : counted.end + 1] != ["or"]:
        return counted
    end = counted.end + 1
    while end < len(words) and words[end] in COMBATANT_ADJECTIVES | CIVILIAN_ADJECTIVES | _SUSPECTED:
        end += 1
    if end >= len(words) or words[end] not in NOUNS or not words[end].endswith(("s", "men", "women", "children", "people")):
        return counted
    same = who_of(words[end]) is counted.who
    return replace(counted, end=end + 1, who=counted.who if same else Who.UNSPECIFIED)


def _bounded(words: list[str], i: int, single: Counted) -> Counted:
    """Return "one child" with what bounds its number: "at least one child" is no fewer than one."""
    number = parse(words, i)
    if number is None or number.start == i or number.low != 1 or number.high not in (1, None):
        return single
    return replace(single, start=number.start, number=replace(number, end=single.number.end))


def count_phrase(tokens: Tokens, i: int, masked: dict[int, int]) -> Counted | None:
    """Return the count phrase whose number starts at token ``i``, or None where there is none."""
    words = tokens.words
    n = len(words)
    word = words[i]
    if word in ("no", "not", "nobody", "none"):
        return nobody_counted(words, i)
    if word in ("twin", "twins"):
        end = i + 1 + (word == "twin")
        if word == "twin" and not (end <= n and words[i + 1] in NOUNS and words[i + 1].endswith("s")):
            return None
        head = words[end - 1]
        return Counted(i, end, Number(i, i + 1, i, 2, 2), head, "n", who_of(head), child=head in CHILD_WORDS)
    if word in ("any", "anyone", "anybody"):
        return nobody_counted([*words[:i], "nobody" if word != "any" else "no", *words[i + 1 :]], i) if not _DENYING.isdisjoint(words[max(0, i - 4) : i]) or (_any_of_none(words, i)) else None
    if word in ("a", "one") and words[i + 1 : i + 2] == ["single"] and not _DENYING.isdisjoint(words[max(0, i - 4) : i]):
        denied = nobody_counted([*words[:i], "no", *words[i + 1 :]], i)
        if denied is not None:
            return denied
    if word in ("a", "an", "another", "one") and i + 3 < n and words[i + 2] == "of" and words[i + 1] in ("family", "household", "group", "team", "crew", "party"):
        sized = parse(words, i + 3)
        if sized is not None and sized.end < i + 7:
            who = Who.CIVILIAN if words[i + 1] in ("family", "household") else Who.UNSPECIFIED
            following = words[sized.end] if sized.end < n else ""
            if following in NOUNS:
                return Counted(i, sized.end + 1, replace(sized, start=i), following, "n", who if who is Who.CIVILIAN else who_of(following))
            return Counted(i, sized.end, replace(sized, start=i), words[i + 1], "n", who)
    if word in ("a", "an", "another") and i + 3 < n and "couple" in words[i + 2 : i + 4] and words[i + 1] in _COUPLES:
        k = words.index("couple", i + 2)
        if words[k + 1 : k + 2] != ["of"]:
            return Counted(i, k + 1, Number(i, k + 1, k, 2, 2), "couple", "n", Who.UNSPECIFIED)
    if word == "a" and i + 2 < n and words[i + 1] in _ORDINALS and (words[i + 2] == "," or words[i + 2] in BE or LEX.get(words[i + 2], "") in ("k", "i", "d", "a", "g") or (words[i + 2] == "lost" and i + 3 < n and words[i + 3] in ("a", "an", "his", "her", "both")) or (i and LEX.get(words[i - 1], "") in ("k", "i", "K", "I") and words[i + 2] in _AFTER_ORDINAL)):
        return Counted(i, i + 2, Number(i, i + 2, i, 1, 1), "", "m", Who.UNSPECIFIED, more=True)
    if word == "another" and i + 1 < n and (words[i + 1] in BE or LEX.get(words[i + 1], "") in ("k", "i", "d")):
        return Counted(i, i + 1, Number(i, i + 1, i, 1, 1), "", "m", Who.UNSPECIFIED)
    if word == "a" and i + 2 < n and words[i + 1] in _ORDINALS and words[i + 2] in ("body", "corpse"):
        return Counted(i, i + 3, Number(i, i + 2, i, 1, 1), words[i + 2], "b", Who.UNSPECIFIED, more=True)
    if word in ("a", "an", "another") or (word == "one" and i + 1 < n):
        single = single_person(tokens, i) or one_body(words, i)
        if single is not None:
            return _bounded(words, i, single) if word == "one" else single
        if word == "another" or (word != "one" and (i + 1 >= n or words[i + 1] not in ARTICLE_COUNTS)):
            return None
    number = parse(words, i)
    if number is None:
        huge = len(word) > _LONGEST_DIGITS and word.isascii() and word.replace(",", "").isdigit()
        return Counted(i, i + 1, Number(i, i + 1, i, None, None), "##", "x", Who.UNSPECIFIED) if huge else None
    if max(number.low or 0, number.high or 0) > _MOST_PEOPLE:
        return Counted(i, number.end, number, "##", "x", Who.UNSPECIFIED)
    if i and words[i - 1] in LABEL_BEFORE and not (words[i - 1] == "number" and i > 1 and words[i - 2] in _NUMBERED) and number.plain and number.start == i and words[i][0].isdigit():
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if i > 1 and words[i - 1] in _HAS_NUMBER and words[i - 2] in _BESIDE and number.plain and number.start == i and word[0].isdigit():
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "the neighbour in flat 12"
    if i > 1 and words[i - 1] in (",", "and") and number.plain and ages_before(words, i):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if number.start == i and ((word[0] == "0" and len(word) > 1 and word.isdigit()) or (i > 1 and words[i - 1] == "." and words[i - 2] in _NUMBER_OF and word[0].isdigit())):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "membership no. 0117"
    if word == "one" and i and words[i - 1] in ("every", "each", "any"):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "every one of the dead"
    if i and words[i - 1] == "same" and (number.end >= n or not words[number.end][0].isalpha()):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "say the same three"
    if i > 1 and words[i - 1] == "of" and words[i - 2] == "age":
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "under the age of ten"
    if i and (words[i - 1] in AGE_BEFORE or words[number.start - 1 : number.start] == ["aged"] or words[i - 1] in MONEY or words[i - 1] == "#"):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if i > 1 and words[i - 1] == "of" and words[i - 2] in ("family", "household"):
        following = words[number.end] if number.end < n else ""
        return Counted(i - 2, number.end + (following in NOUNS), replace(number, start=i - 2), "family", "n", Who.CIVILIAN)
    if "-" in word and word[0].isdigit() and not word.endswith("+"):
        return None
    if is_age(tokens, i, number):
        end = number.end
        while end + 1 < n and words[end] in (",", "and") and is_years(words[end + 1]) and words[end + 2 : end + 3] in ([","], ["and"], ["."]):
            end += 2  # "two sisters, 8 and 11, were": the ages are one aside
        return Counted(i, end, number, "#", "x", Who.UNSPECIFIED)
    return _or_others(words, headed(tokens, number, masked))
