"""How well found claims answer gold claims: detection with the right number, whole claims, linked claims.

A found claim answers a gold claim of its kind where their words overlap and, for casualties, outcome and number agree.
``f1`` counts answers; ``whole_f1`` those with outcome, who, scope and modality right; ``linked_f1`` those with
speaker, place and (where known) time right as well. A second reading of words already answered is not held against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.fields import Fields, same_words

_NEAR_OUTCOMES = (
    {"killed", "bodies_recovered"},
    {"killed", "killed_or_missing"},
    {"killed", "killed_or_injured"},
    {"injured", "killed_or_injured"},
    {"missing", "killed_or_missing"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Which found claims answer which gold claims of one document and kind."""

    pairs: tuple[tuple[Fields, Fields], ...]
    invented: tuple[Fields, ...]
    missed: tuple[Fields, ...]


def answers(found: Sequence[Fields], gold: Sequence[Fields]) -> Answers:
    """Pair found with gold claims, the closest first, each used once."""
    candidates = sorted(
        ((_closeness(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold) if _answers(f, g)),
        key=lambda candidate: (candidate[0], -candidate[1], -candidate[2]),
        reverse=True,
    )
    by_found: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in by_found and j not in by_found.values():
            by_found[i] = j
    pairs = tuple((found[i], gold[j]) for i, j in sorted(by_found.items()))
    answered = [g for _, g in pairs]
    invented = tuple(f for i, f in enumerate(found) if i not in by_found and not any(_repeats(f, g) for g in answered))
    missed = tuple(g for j, g in enumerate(gold) if j not in by_found.values())
    return Answers(pairs=pairs, invented=invented, missed=missed)


def figures(kind: str, all_answers: Iterable[Answers]) -> dict[str, float]:
    """Return precision, recall and F1 over documents; for casualties also whole and linked F1."""
    parts = list(all_answers)
    pairs = [pair for part in parts for pair in part.pairs]
    found = len(pairs) + sum(len(part.invented) for part in parts)
    gold = len(pairs) + sum(len(part.missed) for part in parts)
    measured = {
        f"{kind}_precision": _share(len(pairs), found),
        f"{kind}_recall": _share(len(pairs), gold),
        f"{kind}_f1": _share(2 * len(pairs), found + gold),
    }
    if kind == "casualty":
        measured["whole_f1"] = _share(2 * sum(is_whole(f, g) for f, g in pairs), found + gold)
        measured["linked_f1"] = _share(2 * sum(is_linked(f, g) for f, g in pairs), found + gold)
    return measured


def is_whole(found: Fields, gold: Fields) -> bool:
    """Tell whether the harm is right: outcome, who, scope, modality."""
    return all(found.get(name) == gold.get(name) for name in ("outcome", "who", "scope", "modality"))


def is_linked(found: Fields, gold: Fields) -> bool:
    """Tell whether a whole claim also has its speaker, its place and, where known, its time."""
    if not is_whole(found, gold) or (gold.get("when") is not None and found.get("when") != gold["when"]):
        return False
    return all(same_words(_text(found, name), _text(gold, name)) for name in ("speaker", "where"))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _text(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    return None if value is None else str(value)


def _answers(found: Fields, gold: Fields) -> bool:
    if _shared(found, gold) <= 0:
        return False
    return gold["kind"] != "casualty" or (_near_outcome(found, gold) and _same_number(found, gold))


def _repeats(found: Fields, gold: Fields) -> bool:
    return _shared(found, gold) > 0 and (gold["kind"] != "casualty" or _same_number(found, gold))


def _near_outcome(found: Fields, gold: Fields) -> bool:
    return found["outcome"] == gold["outcome"] or {found["outcome"], gold["outcome"]} in _NEAR_OUTCOMES


def _same_number(found: Fields, gold: Fields) -> bool:
    low, high = _number(found, "low"), _number(found, "high")
    gold_low, gold_high = _number(gold, "low"), _number(gold, "high")
    if gold.get("vague") is not None:
        return low == gold_low or (low is not None and gold_low is not None and low == gold_low // 2)
    if gold.get("approx"):
        said = gold_low if gold_high is None else gold_high
        return said in (low, high) or said in (_up(low), _up(high))
    if gold_low == gold_high:
        return (low, high) == (gold_low, gold_high)
    return _one_off(low, gold_low) and _one_off(high, gold_high)


def _up(number: int | None) -> int | None:
    return None if number is None else number + 1


def _one_off(a: int | None, b: int | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 1


def _number(fields: Fields, name: str) -> int | None:
    value = fields[name]
    return value if isinstance(value, int) else None


def _shared(a: Fields, b: Fields) -> int:
    return min(_place(a, "end"), _place(b, "end")) - max(_place(a, "start"), _place(b, "start"))


def _place(fields: Fields, name: str) -> int:
    value = fields[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} is no offset: {value!r}")
    return value


def _closeness(found: Fields, gold: Fields) -> tuple[bool, float]:
    longer = max(_place(f, "end") - _place(f, "start") for f in (found, gold))
    return found.get("outcome") == gold.get("outcome"), _shared(found, gold) / longer


#: The fields of a casualty claim that are told apart, in the order of the tables.
FIELDS = ("outcome", "who", "scope", "modality", "speaker", "where", "when")


def shares(pairs: Iterable[tuple[Fields, Fields]]) -> dict[str, tuple[int, int]]:
    """Return for each field of answered casualty claims how many are right, of how many; ``when`` where it is known."""
    found = dict.fromkeys(FIELDS, (0, 0))
    for mine, gold in pairs:
        for name in FIELDS:
            if name == "when" and gold.get("when") is None:
                continue
            right, all_ = found[name]
            found[name] = right + _right(name, mine, gold), all_ + 1
    return found


def _right(name: str, mine: Fields, gold: Fields) -> bool:
    if name in ("speaker", "where"):
        return same_words(_text(mine, name), _text(gold, name))
    return mine.get(name) == gold.get(name)
