"""Arabic words round a count -> whom it counts where its own noun does not say, or to whom it points back."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.language.arabic.words import PERSON, Word, read
from harmtrace.language.grammar import Pointing, PointsBack
from harmtrace.records.claim import Who

_ALL: Final = frozenset("كلهم وكلهم جميعهم وجميعهم كلهن وكلهن جميعهن وجميعهن".split())
_THEM: Final = frozenset("منهم منهن منهما بينهم فيهم".split())
_OTHERS: Final = frozenset("غيرهم غيرهن".split())
_POINT: Final = _ALL | _THEM | _OTHERS
_STOPS: Final = frozenset(".؛!؟?")
_BEHIND: Final = 12  # words behind a count in which something is said of all of them
_FAR: Final = 30  # words looked back for those pointed to
_PLURAL: Final = 3


def pointed(asked: Pointing) -> PointsBack | None:
    """Return whom the words round a count say that it counts, or to whom they point; None where they say nothing."""
    words = asked.words
    if asked.named or _POINT.isdisjoint(words):
        return None
    for k in range(asked.after, min(len(words), asked.end + _BEHIND)):
        if words[k] in _STOPS:
            break
        if words[k] in _ALL:
            said = next((who for word in words[k + 1 : k + 4] if (who := _class(word)) is not Who.UNSPECIFIED), None)
            return None if said is None else PointsBack(who=said)
    near = words[asked.number : asked.after + 2]
    if not _OTHERS.isdisjoint(near):
        return PointsBack(others=True)
    if any(a in _THEM for a in near) and not any(_class(word) is not Who.UNSPECIFIED for word in near):
        return PointsBack(who=_group([*asked.before(), *words[: asked.number]]))
    return None


def _class(written: str) -> Who:
    """Return what a written word says that people are."""
    word = _person(written)
    return Who.UNSPECIFIED if word is None else word.who


def _person(written: str) -> Word | None:
    """Return what is known of a written word that names people, None where it names none."""
    folded = fold(written)
    word = read(folded).word if folded else None
    return word if word is not None and word.kind == PERSON else None


def _group(words: Sequence[str]) -> Who | None:
    """Return who the people named last before a count were, by a plural."""
    for written in reversed(words[-_FAR:]):
        word = _person(written)
        if word is not None and word.value == _PLURAL:
            return word.who if word.who is not Who.UNSPECIFIED else None
    return None
