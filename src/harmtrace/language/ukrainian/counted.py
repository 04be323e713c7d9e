"""Ukrainian count phrases: a number in digits or words, its bounds, and the people it counts."""

import re
from dataclasses import dataclass
from typing import Final

from harmtrace.language.ukrainian.words import (
    BOUNDS,
    CHILD,
    FAMILY,
    MAN,
    NOUN,
    NUMBER_OF,
    SCALE_OF,
    VAGUE_OF,
    WOMAN,
    who_of,
)
from harmtrace.records.claim import Unit, Who

_WORD: Final = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_][\w'-]*")
_RANGE: Final = re.compile(r"\s?[-–—]\s?(?=\d)")
_UP_TO: Final = re.compile(r" до (?=\S)")
_NOT_PEOPLE: Final = re.compile(
    r"\s{0,20}(?:%|відсот\w+|км|кілометр\w*|метр\w*|м(?![\w'])|рок(?:ів|и|у)?|річн\w+|років|годин\w*|хвилин\w*|дн(?:ів|і)|діб|доби|ракет\w*|дрон\w*|безпілотник\w*|снаряд\w*|удар\w*|обстріл\w*|"
    r"будин(?:ок|к\w+)|квартир\w*|автомобіл\w*|авто(?![\w'])|гривень|доларів|поверх\w*|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|-\w)"
)
_ADJECTIVE: Final = re.compile(r"\s{1,20}(?!та(?![\w'])|і(?![\w'])|й(?![\w'])|у(?![\w'])|в(?![\w'])|на(?![\w'])|з(?![\w'])|із(?![\w'])|за(?![\w'])|до(?![\w'])|по(?![\w']))[^\W\d_][\w'-]{0,60}")
_SINGLE: Final = re.compile(
    r"(?<![\w'-])(?P<noun>жінк(?:а|у)|чоловік(?:а)?|дитин(?:а|у)|дівчинк(?:а|у)|дівчин(?:а|у)|хлопчик(?:а)?|хлопець|хлопця|підліток|підлітка|немовля|пенсіонерк(?:а|у)|пенсіонера?|медик|медсестр(?:а|у)|водій|водія|лікар|лікаря|"
    r"людин(?:а|у)|рятувальник(?:а)?|журналіст(?:а|к(?:а|у))?|волонтер(?:а|к(?:а|у))?|мешканець|мешканк(?:а|у)|військовий|військовослужбовець|поліцейськ(?:ий|ого)|священник(?:а)?)(?![\w'-])"
)


@dataclass(slots=True)
class Counted:
    """A count phrase in ``low[start:end]``; ``number_start`` to ``number_end`` are the number's own words."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: int | None
    high: int | None
    vague: str | None = None
    approx: bool = False
    maybe: bool = False
    who: Who = Who.UNSPECIFIED
    unit: Unit = Unit.PEOPLE
    noun: str = ""
    more: bool = False
    thing: bool = False

    @property
    def group(self) -> str | None:
        """Return the part of the population that the noun names, None for all others."""
        if CHILD.match(self.noun):
            return "children"
        return "women" if WOMAN.match(self.noun) else "men" if MAN.match(self.noun) else None


def counted(low: str, start: int, end: int) -> list[Counted]:
    """Return the count phrases of ``low[start:end]``, in order; numbers of things are marked.

    >>> [(c.low, c.high, c.noun) for c in counted("понад двадцять двоє людей, 8-11 дітей", 0, 37)]
    [(23, None, 'людей'), (8, 11, 'дітей')]
    """
    found: list[Counted] = []
    at = start
    while (match := _WORD.search(low, at, end)) is not None:
        value = _value(low, match, end)
        if value is None:
            at = match.end()
            continue
        number, stop, vague = value
        one = _bounded(low, start, match.start(), stop, number, vague, end)
        _headed(low, one, end)
        if not (number == 1 and vague is None and not low[match.start()].isdigit() and not one.noun):
            found.append(one)
        at = max(one.end, one.number_end)
    taken = [(c.start, c.end) for c in found]
    for match in _SINGLE.finditer(low, start, end):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            noun = NOUN.match(low, match.start())
            who = who_of(noun) if noun is not None else Who.UNSPECIFIED
            found.append(Counted(match.start(), match.end(), match.start(), match.end(), 1, 1, who=who, noun=match["noun"]))
    return sorted(found, key=lambda c: c.start)


def _value(low: str, match: "re.Match[str]", end: int) -> tuple[int | None, int, str | None] | None:
    """Return a number's value, where it ends, and the vague word that stands for it."""
    word = match[0]
    if word[0].isdigit():
        if any(mark in word for mark in ".,"):
            return None
        return _scaled(low, int(re.sub(r"\D", "", word)), match.end(), end)
    if word in VAGUE_OF and not (word in SCALE_OF and NOUN.match(low, match.end() + 1) is None and word != "тисячі"):
        return VAGUE_OF[word], match.end(), word
    if word == "десяток":
        return 10, match.end(), None
    if word not in NUMBER_OF:
        return (SCALE_OF[word], match.end(), None) if word in ("тисяча", "мільйон") else None
    value, stop = NUMBER_OF[word], match.end()
    while (following := _WORD.match(low, stop + 1, end)) is not None and following[0] in NUMBER_OF:
        small = NUMBER_OF[following[0]]
        if not (small and small < _place_of(value)):
            break
        value, stop = value + small, following.end()
    return _scaled(low, value, stop, end)


def _place_of(value: int) -> int:
    """Return below what a following number word adds to this one: 20 takes units, 100 takes tens."""
    return 100 if value % 100 == 0 and value else 10 if value % 10 == 0 and value % 100 >= 20 else 0


def _scaled(low: str, value: int, stop: int, end: int) -> tuple[int, int, None]:
    following = _WORD.match(low, stop + 1, end)
    if following is not None and following[0] in SCALE_OF:
        return value * SCALE_OF[following[0]], following.end() + (low[following.end() : following.end() + 1] == "."), None
    return value, stop, None


def _bounded(low: str, start: int, at: int, stop: int, value: int | None, vague: str | None, end: int) -> Counted:
    """Return a number with its bounds: a range, or what stands before it."""
    opened, kind, more = _before(low, start, at)
    link = _RANGE.match(low, stop, end)
    if link is not None and value is not None and (second := _WORD.match(low, link.end(), end)) is not None and second[0].isdigit() and int(re.sub(r"\D", "", second[0])) > value:
        return Counted(opened, second.end(), at, second.end(), value, int(re.sub(r"\D", "", second[0])), more=more)
    upper = _UP_TO.match(low, stop, end)
    if upper is not None and value is not None and low[max(start, at - 4) : at] == "від ":
        second = _WORD.match(low, upper.end(), end)
        top = _value(low, second, end) if second is not None else None
        if second is not None and top is not None and top[0] is not None and top[0] > value:
            return Counted(at - 4, top[1], at, top[1], value, top[0], more=more)
    lower: int | None = value
    higher: int | None = None if vague is not None else value
    match kind:
        case "low":
            higher = None
        case "over":
            lower, higher = (value + 1 if value is not None and vague is None else value), None
        case "high" | "near":
            lower, higher = None, value
        case _:
            pass
    return Counted(opened, stop, at, stop, lower, higher, vague=vague, approx=kind in ("approx", "near", "maybe"), maybe=kind == "maybe", more=more)


def _before(low: str, start: int, at: int) -> tuple[int, str, bool]:
    """Return where the words before a number begin, what they do to it, and whether it is "more"."""
    head = low[start:at].rstrip()
    for words, kind in BOUNDS:
        if head.endswith(words) and not (len(head) > len(words) and (head[-len(words) - 1].isalnum() or head[-len(words) - 1] == "'")):
            opened = start + len(head) - len(words)
            return opened, kind, low[start:opened].rstrip().endswith("ще")
    return at, "", head.endswith(("ще", " ще"))


def _headed(low: str, one: Counted, end: int) -> None:
    """Give a number the noun that it counts, adjectives between them; mark numbers of things."""
    if _NOT_PEOPLE.match(low, one.end, end):
        one.thing = True
        return
    at = one.end
    for _ in range(3):
        noun = NOUN.match(low, at + 1, end) if low[at : at + 1].isspace() else None
        if noun is not None:
            one.end, one.noun, one.who = noun.end(), noun[0], who_of(noun)
            one.unit = Unit.FAMILIES if FAMILY.match(noun[0]) else Unit.PEOPLE
            return
        step = _ADJECTIVE.match(low, at, end)
        if step is None:
            return
        at = step.end()
