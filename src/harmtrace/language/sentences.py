"""Text to sentences with offsets: lines end sentences, abbreviations do not."""

import re

#: A line break, or marks with what closes behind them, then white space. Group 1: the mark surely ends a sentence, as
#: it stands behind a word of four small letters (no abbreviation but "approx" ends so) and before a capital.
_MARK = re.compile(
    r"[.!?…؟۔\n\r\u2028\u2029](?:(?<=[a-z]{4}\.)(?<!pprox\.)( +)(?=[A-Z0-9“\"(‘'\[])"
    r"|(?<![\n\r\u2028\u2029])[.!?…؟۔]{0,40}[\"”»'’)\]]{0,40}(?!\S)|(?<=[\n\r\u2028\u2029]))"
)
_BREAKS = "\n\r\u2028\u2029"
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof St Gen Brig Maj Col Lt Sgt Capt Cpl Cmdr Adm Gov Sen Rep Rev Pres Hon Supt Insp No Nos vs etc approx ca al Inc Ltd Co "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Sat Sun Mon Tue Wed Thu Fri".split()
)
#: Longest sentence, in characters; what is longer is read in pieces.
LONGEST = 2_000
_OPENERS = "(“\"'["


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as ``(start, end)``, white space at the edges left out.

    >>> split("Gen. Ali spoke. Forty died.")
    [(0, 15), (16, 27)]
    """
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    for match in _MARK.finditer(text, start, stop):
        first, after = match.span()
        if match.lastindex is not None and first - at < LONGEST:
            while text[at].isspace():
                at += 1
            out.append((at, first + 1))
            at = after
        elif text[first] in _BREAKS:
            if first > at:
                _keep(text, at, first, out)
            at = after
        elif _ends(text, at, first, after, stop):
            _keep(text, at, after, out)
            at = after
    _keep(text, at, stop, out)
    return out


def _ends(text: str, at: int, dot: int, cut: int, stop: int) -> bool:
    """Tell whether the mark at ``dot`` ends a sentence."""
    after = cut
    while after < stop and text[after] in " \t\xa0":
        after += 1
    following = text[after] if after < stop else "\n"
    if following.islower():
        return False
    if text[dot] != "." or cut - dot > 1:
        return True
    space = text.rfind(" ", at, dot) + 1
    word = text[max(space, at) : dot].lstrip(_OPENERS)
    if not word:
        return True
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit():
        return len(word) > 3 or not (space <= at or text[space - 1] in _BREAKS or not text[at:space].strip())
    if (
        len(word) < 8
        and "." in word
        and word.replace(".", "").isalpha()
        and all(len(piece) == 1 for piece in word.split(".") if piece)
    ):
        return word.lower() in ("a.m", "p.m") and following.isupper()
    return True


def _keep(text: str, a: int, b: int, out: list[tuple[int, int]]) -> None:
    """Append ``(a, b)`` without white space at its edges, if anything is left."""
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    while b - a > LONGEST:  # a table or a wall of words: pieces of it, cut between words
        cut = max(text.rfind(" ", a, a + LONGEST), text.rfind(",", a, a + LONGEST)) + 1
        if cut <= a + 1:
            cut = a + LONGEST
        out.append((a, cut))
        a = cut
        while a < b and text[a].isspace():
            a += 1
    if a < b:
        out.append((a, b))
