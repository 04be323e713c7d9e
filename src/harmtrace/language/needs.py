r"""What a text must hold for a pattern to match anywhere in it, derived from the pattern itself.

From the parsed pattern come sets of pieces: of each set one piece stands in whatever the pattern finds. So nobody writes gates
by hand, and none can hide what its pattern finds. The idea is that of RE2's prefilters (re2/prefilter.h); the parser is Python's own.

Pieces are those of a plain text (`plain`): small letters, and a blank for whatever is no letter, digit or underscore, so that
``\b`` is a blank too.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, NamedTuple

#: A set of pieces, of which one must stand in a text.
Need = frozenset[str]

_MOST: Final = 256  # strings that one stretch of a pattern may stand for before it is taken for any words
_WIDEST: Final = 1_000  # pieces of one need
_SHORTEST: Final = 3  # characters of a piece
_MARK: Final = "\x00"  # the edge of a word, while stretches are put together
_NEEDS: Final = 3  # of one pattern, the rarest
_OFTEN: Final = 0.5  # the weight from which a further need says too little
_WORTH: Final = 3  # how much oftener a longer need may be met than a part of it, and take its place
_ENDS: Final = (6, 3, 2, 1)  # characters that are kept of strings before many others, the most that stay few
_COMMON: Final = frozenset(
    "a an and any are as at be been but by can could did do does for from had has have he her his i if in is it its more no not of on or our said says she so some such "
    "than that the their them there these they this those to us was we were what when which who will with would you".split()
)


def _byte(code: int) -> str:
    letter = chr(code)
    if not (letter.isalnum() or letter == "_"):
        return " "
    low = letter.lower()
    return low if len(low) == 1 and ord(low) < 256 else letter


_PLAIN: Final = "".join(map(_byte, range(256))).encode("latin-1")


def plain(text: str) -> str:
    """Return a text of the same length in small letters, with blanks for all marks and for letters beyond Latin-1.

    >>> plain("The “army” HIT it.")
    'the  army  hit it '
    """
    return text.encode("latin-1", "replace").translate(_PLAIN).replace(b"?", b" ").decode("latin-1")


class _Stretch(NamedTuple):
    """A part of a pattern: the strings that it stands for, None where they are too many, and what it needs."""

    exact: frozenset[str] | None
    needs: tuple[Need, ...] = ()


_ANY: Final = _Stretch(None)
_EMPTY: Final = _Stretch(frozenset(("",)))


class _Reader:
    """Reads a parsed pattern from its leaves up."""

    def __init__(self, *, folds: bool) -> None:
        """Say whether pieces are looked for in a plain text (``folds``) or in the text as it is."""
        self.folds = folds

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _Stretch:
        """Return what a row of parts needs: neighbouring strings are put together as long as they are few."""
        current: frozenset[str] = frozenset(("",))
        whole = True
        needs: list[Need] = []

        def flush() -> None:
            nonlocal current
            need = self.need(current)
            if need:
                needs.append(need)
            current = frozenset(("",))

        for operation, argument in items:
            part = self.part(str(operation), argument)
            if part.exact is not None and len(part.exact) * len(current) <= _MOST:
                current = frozenset([a + b for a in current for b in part.exact])
                continue
            whole = False
            joined = _joined(current, part.exact) if part.exact is not None else frozenset(("",))
            both = self.need(joined)
            if both and max(map(len, current)) <= _ENDS[0] and 0 < weight(both) < _WORTH * weight(self.need(current)):
                current = frozenset(("",))  # it says with what stands behind it nearly as much, and more than once
            flush()
            needs += part.needs
            current = joined
        if whole:
            need = self.need(current)
            return _Stretch(current, (need,) if need else ())
        flush()
        return _Stretch(None, tuple(needs))

    def part(self, operation: str, argument: Any) -> _Stretch:
        """Return what one part of a pattern needs."""
        match operation:
            case "LITERAL":
                return _Stretch(frozenset((self.letter(argument),)))
            case "AT":
                return _Stretch(frozenset((_MARK,))) if self.folds and str(argument) == "AT_BOUNDARY" else _EMPTY
            case "ASSERT_NOT" | "GROUPREF_EXISTS":
                return _EMPTY
            case "ASSERT":
                return _EMPTY if argument[0] < 0 else _Stretch(None, self.sequence(argument[1]).needs)
            case "SUBPATTERN":
                return self.sequence(argument[3])
            case "ATOMIC_GROUP":
                return self.sequence(argument)
            case "BRANCH":
                return self.branches([self.sequence(branch) for branch in argument[1]])
            case "IN":
                return self.letters(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self.repeated(argument[0], argument[1], self.sequence(argument[2]))
        return _ANY

    def letter(self, code: int) -> str:
        """Return one character as it stands in the text that is looked through."""
        if not self.folds:
            return chr(code)
        return plain(chr(code))

    def letters(self, members: Iterable[tuple[Any, Any]]) -> _Stretch:
        """Return the characters of a class where they are few."""
        found: set[str] = set()
        for operation, argument in members:
            match str(operation):
                case "LITERAL":
                    found.add(self.letter(argument))
                case "RANGE" if argument[1] - argument[0] < 10:
                    found.update(self.letter(code) for code in range(argument[0], argument[1] + 1))
                case "CATEGORY" if self.folds and str(argument) == "CATEGORY_SPACE":
                    found.add(" ")
                case _:
                    return _ANY
        return _Stretch(frozenset(found)) if len(found) <= 10 else _ANY

    def repeated(self, least: int, most: int, part: _Stretch) -> _Stretch:
        """Return what a repeated part needs: itself once, where it must stand at all."""
        if least == 0:
            return (
                _Stretch(part.exact | {""})
                if most == 1 and part.exact is not None and len(part.exact) < _MOST
                else _ANY
            )
        if least == most == 1:
            return part
        return _Stretch(None, part.needs)

    def branches(self, parts: list[_Stretch]) -> _Stretch:
        """Return what one of several parts needs: one piece of the rarest need of each."""
        exact: frozenset[str] | None = frozenset()
        for part in parts:
            exact = (
                None
                if exact is None or part.exact is None or len(exact) + len(part.exact) > _MOST * 2
                else exact | part.exact
            )
        needs = [
            [need] if part.exact is not None and (need := self.need(part.exact)) else sorted(part.needs, key=weight)
            for part in parts
        ]
        if not all(needs):
            return _Stretch(exact)
        unions = [
            frozenset[str]().union(*[each[k] if k < len(each) else each[0] for each in needs])
            for k in range(min(_NEEDS, max(map(len, needs))))
        ]
        return _Stretch(exact, tuple(union for union in unions if len(union) <= _WIDEST))

    def need(self, strings: frozenset[str]) -> Need:
        """Return strings as pieces, none where one of them says too little."""
        pieces = {_piece(string) if self.folds else string for string in strings}
        if min(map(len, pieces), default=0) < _SHORTEST:
            return frozenset()
        return frozenset(
            [
                piece
                for piece in pieces
                if not any(piece[k:] in pieces or piece[:-k] in pieces for k in range(1, len(piece) - 2))
            ]
        )


def _joined(before: frozenset[str], after: frozenset[str]) -> frozenset[str]:
    """Return strings behind the ends of those before them, as much of the ends as keeps them few."""
    for length in _ENDS:
        ends = {string[-length:] for string in before}
        if len(ends) * len(after) <= _MOST * 2:
            return frozenset([a + b for a in ends for b in after])
    return after


def _piece(string: str) -> str:
    r"""Return a string with the edges of its words as blanks, where a letter stands beside them.

    >>> _piece("\x00own\x00"), _piece("own\x00 up")
    (' own ', 'own up')
    """
    first, last = string.startswith(_MARK), string.endswith(_MARK)
    body = string.replace(_MARK, "")
    if not body:
        return ""
    return (" " if first and body[0] != " " else "") + body + (" " if last and body[-1] != " " else "")


@lru_cache(maxsize=5_000)
def weight(need: Need) -> float:
    """Return about how often a need is met by ordinary words: large is often."""
    return sum(_weight(piece) for piece in need)


@lru_cache(maxsize=50_000)
def _weight(piece: str) -> float:
    rare = 1.0
    for word in piece.split():
        rare *= 0.2 if word in _COMMON else max(4.0 ** -len(word), 1e-4)
    return rare if not piece.startswith(" ") else rare * 0.5


@lru_cache(maxsize=2_000)
def needs(pattern: str, flags: int = 0, *, folds: bool = True, most: int = _NEEDS) -> tuple[Need, ...]:
    r"""Return what a text must hold for a pattern to be found in it, the rarest first; nothing where it cannot be told.

    >>> [sorted(need) for need in needs(r"\b(?:hit|struck) by (?:the )?\w+ mistake\b")]
    [[' mistake '], [' hit by ', ' struck by ']]
    """
    parsed = import_module("re._parser").parse(pattern, flags)
    found = sorted(dict.fromkeys(_Reader(folds=folds).sequence(parsed).needs), key=weight)
    kept: list[Need] = []
    for need in found:
        if not any(_implies(known, need) for known in kept) and (not kept or weight(need) < _OFTEN):
            kept.append(need)
    return tuple(map(_shortest, kept[:most]))


def _shortest(need: Need) -> Need:
    """Return a need without the pieces that hold another of it."""
    kept: list[str] = []
    for piece in sorted(need, key=len):
        if not any(shorter in piece for shorter in kept):
            kept.append(piece)
    return frozenset(kept)


def _implies(one: Need, other: Need) -> bool:
    """Tell whether a text that holds a piece of one need holds a piece of the other."""
    return all(any(piece in longer for piece in other) for longer in one)
