"""Whom a body finds killed and injured: numbers of civilians before the verb of harm, or after it."""

import re
from dataclasses import dataclass

from harmtrace.records.incident import Bounds
from harmtrace.statements.words import NUMBER, number, spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """A finding of one outcome: ``killed`` or ``injured``, how many, and the words."""

    outcome: str
    bounds: Bounds
    start: int
    end: int


_WHO = (
    r"(?:civilians?|individuals?|persons?|people|children|child|boys?|girls?|women|woman|man|men|non-?combatants?|"
    r"bystanders?|residents?|passengers?|drivers?|others?|adults?|infants?|family\s+members?)"
)
_ADJECTIVE = (
    r"(?:more|other|others|additional|unidentified|unknown|unarmed|local|innocent|adult|male|female|young|elderly|"
    r"non-?combatant(?=\s+[a-z])|civilian(?=\s+(?:men|women|man|woman|child|children|passengers?|drivers?|bystanders?|residents?|adults?|boys?|girls?))|Iraqi|Syrian|likely|possible|separate|further)"
)
_FIGHTERS = spaced(
    r"\b(?:fighters?|terrorists?|militants?|combatants?|members?|operatives?|soldiers?|insurgents?|leaders?|"
    r"(?:#?(?:ISIS|ISIL|Daesh|IS))\s+\w+)\b"
)
_KILLED = r"(?:killed|dead|died|perished|deceased)"
_INJURED = r"(?:injured|wounded|hurt)"
_ADVERB = r"(?:(?:unintentionally|inadvertently|regrettably|likely|tragically|mistakenly|possibly|probably|also|accidentally|unfortunately|fatally|seriously|may\s+have\s+been|believed\s+to\s+have\s+been)\s+){0,4}"
_BE = r"(?P<be>(?:was|were|is|are|had\s+been|have\s+been|has\s+been|may\s+have\s+been)\s+)?"
_QUANTITY = (
    rf"(?:(?:at\s+least|up\s+to|as\s+many\s+as|approximately|about|an\s+estimated|a\s+total\s+of)\s+)?"
    rf"(?:between\s+(?P<from>{NUMBER})\s+and\s+)?(?P<n>{NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<to>{NUMBER}))?"
)
_MAYBE = r"(?:,?\s+and\s+(?:possibly|perhaps|potentially)\s+(?P<maybe>an?|one|two|three|four|five|another)(?:\s+(?P<ord>second|third|fourth|fifth|sixth|more|others?))?,?)?"
_SUBJECT = rf"\b{_QUANTITY}(?:\s+{_ADJECTIVE}\b)*(?:\s+(?P<who>{_WHO})\b)?{_MAYBE}"
_MENTION = spaced(_SUBJECT, re.IGNORECASE)
_VERB = spaced(rf"\b{_BE}{_ADVERB}(?P<verb>{_KILLED}|{_INJURED})\b(?!\s+or\s+(?:injured|wounded|killed))", re.IGNORECASE)
_COUNTED = spaced(rf"\s+(?:at\s+least\s+|another\s+)?{NUMBER}\b", re.IGNORECASE)
_OTHERS = spaced(r"\b(?:more|others?|additional)\b", re.IGNORECASE)
_ACTIVE = spaced(
    rf"\b(?:(?P<k>killing|killed|kills?|(?:death|deaths|loss|fatalit\w+)\s+of|fatally\s+\w+)|(?P<i>injuring|injured|wounding|wounded|(?:injury|injuries|wounding)\s+(?:of|to)))\s+{_SUBJECT}",
    re.IGNORECASE,
)
_NOUN = spaced(
    rf"\b{_QUANTITY}\s+(?:civilian\s+|non-?combatant\s+)?(?:(?P<k>deaths?|fatalit(?:y|ies))|(?P<i>injur(?:y|ies)))\b", re.IGNORECASE
)
_BREAK = spaced(r"[.;:!?\n](?=\s|$|[”\"])")


def harms(text: str, start: int, end: int) -> tuple[Harm, ...]:
    """Return the first finding of each outcome in some words; fighters are left out.

    Numbers joined by "and" before one verb are added: "a man and two children were killed" is three.

    >>> [(one.outcome, one.bounds.low) for one in harms("two civilians were killed and one was injured.", 0, 46)]
    [('killed', 2), ('injured', 1)]
    """
    found: dict[str, Harm] = {}
    for one in sorted([*_passive(text, start, end), *_active(text, start, end)], key=lambda harm: harm.start):
        found.setdefault(one.outcome, one)
    return tuple(found.values())


def _passive(text: str, start: int, end: int) -> list[Harm]:
    harms = []
    floor = start
    for verb in _VERB.finditer(text, start, end):
        if verb["be"] is None and _COUNTED.match(text, verb.end(), end):
            continue  # "killed four civilians and injured one more": the number stands behind it
        clause = max([floor, *(stop.end() for stop in _BREAK.finditer(text, start, verb.start()))])
        subjects = _subjects(text, clause, verb.start())
        floor = verb.end()
        if subjects:
            low = sum(number(one["from"] or one["n"]) for one in subjects)
            high = low + sum(_extra(one) for one in subjects)
            outcome = "killed" if re.fullmatch(_KILLED, verb["verb"], re.IGNORECASE) else "injured"
            harms.append(Harm(outcome=outcome, bounds=Bounds(low=low, high=high), start=subjects[0].start(), end=verb.end()))
    return harms


def _subjects(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the numbers of people that a verb speaks of: the last one before it, and those joined to it."""
    every = [one for one in _MENTION.finditer(text, start, end) if _people(text, one, end)]
    chosen: list[re.Match[str]] = []
    for one in reversed(every):
        if not chosen or re.fullmatch(r"\s*(?:,|,?\s*and|&)\s+", text[one.end() : chosen[0].start()]):
            chosen.insert(0, one)
        else:
            break
    return chosen


def _people(text: str, one: re.Match[str], end: int) -> bool:
    """Tell whether a number counts people harmed, not vehicles, weapons or fighters."""
    behind = text[one.end() : end]
    if one["who"] is None:
        # "and one was injured", "five more were injured": the verb stands right behind.
        return not re.sub(r"^(?:\s+(?:more|others?|additional))+", "", behind).strip() and one["n"].casefold() not in ("a", "an")
    return _FIGHTERS.match(behind.lstrip()) is None


def _extra(one: re.Match[str]) -> int:
    """Return how many more it may have been: "two, and possibly a third"; "3 to 5"."""
    if one["from"]:
        return max(0, number(one["n"]) - number(one["from"]))
    if one["to"]:
        return max(0, number(one["to"]) - number(one["n"]))
    if one["maybe"] is None:
        return 0
    word = one["maybe"].casefold()
    return 1 if word in ("a", "an", "another", "one") else number(word)


def _active(text: str, start: int, end: int) -> list[Harm]:
    harms = []
    for pattern in (_ACTIVE, _NOUN):
        for one in pattern.finditer(text, start, end):
            counted = pattern is _NOUN or one["who"] is not None or _OTHERS.search(one[0])
            if not counted or _FIGHTERS.match(text[one.end() : end].lstrip()):
                continue
            low = number(one["from"] or one["n"])
            high = max(low, number(one["to"] or one["n"]), low + (_extra(one) if pattern is _ACTIVE else 0))
            outcome = "killed" if one["k"] else "injured"
            harms.append(Harm(outcome=outcome, bounds=Bounds(low=low, high=high), start=one.start(), end=one.end()))
    return harms
