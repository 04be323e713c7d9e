"""Spellings of a place name as texts write them, and where they occur."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import ahocorasick

from harmtrace.language.automata import automaton

_APOSTROPHES: Final = "'’‘ʼ`"
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa](?:d|r|s|sh|t|z|n))[- ](?=\w)")
_ALEF = str.maketrans("أإآٱ", "اااا")
_PROCLITICS: Final = "وفبلك"


def spellings(name: str) -> Iterator[str]:
    """Yield the ways in which running text may write a name; nothing for names too short to tell.

    >>> sorted(spellings("Ma'dan"))
    ["MA'DAN", 'MADAN', 'MA’DAN', "Ma'dan", 'Madan', 'Ma’dan']
    """
    plain = " ".join(name.split())
    if len(plain) < 3 or plain.casefold() == plain.upper():
        if len(plain) > 2 and _arabic(plain):
            yield from _arabic_spellings(plain)
        return
    bare = _ARTICLE.sub("", plain)
    bases = {plain, plain.replace("-", " "), plain.replace(" ", "_")}
    if bare != plain:
        article = plain[: len(plain) - len(bare) - 1].lower()
        joined = (
            f"{form}{gap}{bare}" for form in (article, article.capitalize(), "al", "Al", "el", "El") for gap in "- "
        )
        bases |= {bare, *joined}
    if not plain[:1].isupper():
        bases |= {plain[:1].upper() + plain[1:]}
    seen: set[str] = set()
    for base in bases:
        for form in _with_apostrophes(base):
            seen.update((form, form.upper()))
    yield from (form for form in seen if len(form) > 2 and not form.islower())


def _with_apostrophes(name: str) -> Iterator[str]:
    marks = [mark for mark in _APOSTROPHES if mark in name]
    if not marks:
        yield name
        return
    for mark in ("'", "’", ""):
        form = name
        for old in marks:
            form = form.replace(old, mark)
        yield form


def _arabic(name: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


def _arabic_spellings(name: str) -> Iterator[str]:
    folded = name.translate(_ALEF)
    for base in dict.fromkeys((name, folded, folded.replace("ة", "ه"), folded.replace("ى", "ي"))):
        yield base
        if " " in base:
            yield base.replace(" ", "_")
        if base.startswith("ال"):
            yield "ل" + base[1:]  # after the proclitic "to": its alef is dropped


def automaton_of(names: Iterable[str]) -> "ahocorasick.Automaton":
    """Return an automaton over the spellings of names; each answers its length, its proclitic's, and the name."""
    found = ((spelling, name) for name in names for spelling in spellings(name))
    return automaton(
        (spelling, (len(spelling), int(spelling.startswith("لل") and not name.startswith("لل")), name))
        for spelling, name in found
    )


def occurrences(words: "ahocorasick.Automaton", text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return where names of an automaton stand in ``text[start:end]`` as whole words, and which.

    The longest name wins, then the first; none overlap; in order.
    """
    end = min(end, len(text))
    hits = [
        (last + 1 - length + joined, last + 1, name)
        for last, (length, joined, name) in words.iter(text, start, end)
        if _whole(text, last + 1 - length, last + 1, start, end)
    ]
    if len(hits) < 2:
        return hits
    taken: list[tuple[int, int, str]] = []
    for a, b, name in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(b <= c or d <= a for c, d, _ in taken):
            taken.append((a, b, name))
    return sorted(taken)


def _whole(text: str, a: int, b: int, start: int, end: int) -> bool:
    if b < end and text[b].isalnum():
        return False
    if a == start or not text[a - 1].isalnum():
        return True
    at = a
    while at > start and at > a - 2 and text[at - 1] in _PROCLITICS:
        at -= 1
    return at < a and (at == start or not text[at - 1].isalnum())
