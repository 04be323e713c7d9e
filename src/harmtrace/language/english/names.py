"""People given by name as harmed, in one English sentence: "Killed were A B and C D", "A B, 71, and C D were killed"."""

from harmtrace.language.english.words import NOT_NAMES, SINGULARS

POSSESSIVES = frozenset("his her their its my our".split())
_NAME_CUES = (
    ("killed", "were"), ("killed", ":"), ("the", "dead", "were"), ("the", "dead", "are"), ("the", "dead", ":"), ("rip",), ("r.i.p.",), ("the", "victims", "were"), ("the", "victims", "are"),
    ("those", "killed", "were"), ("among", "the", "dead", "were"), ("among", "the", "dead", "are"), ("the", "killed", "were"),
)  # fmt: skip
_CUE_STARTS = frozenset(cue[0] for cue in _NAME_CUES)


def named_cue(words: list[str]) -> int | None:
    """Return the token after words that open a list of the dead by name."""
    if not words or words[0] not in _CUE_STARTS:
        return None
    for cue in _NAME_CUES:
        if tuple(words[: len(cue)]) == cue:
            return len(cue)
    return None


def is_name(word: str, raw: str) -> bool:
    """Tell whether a word may be part of a person's name."""
    return raw[:1].isupper() and not raw.isupper() and word.replace("-", "").replace("'", "").isalpha() and word not in NOT_NAMES


def name_list(words: list[str], raw: list[str], start: int) -> list[tuple[int, int]]:
    """Return the names of a list: "A B (24), his wife C and little D"."""
    out: list[tuple[int, int]] = []
    n = len(words)
    i = start
    while i < n:
        j = i
        while j < n and j < i + 4 and not raw[j][:1].isupper() and words[j].isalpha() and words[j] not in ("and", "who", "in", "at", "were", "was", "are"):
            j += 1
        k = j
        while k < n and k < j + 4 and (is_name(words[k], raw[k]) or words[k].startswith("al-")):
            k += 1
        if k == j:
            if out and k < n and words[k] in (";", ","):
                i = k + 1
                continue
            break
        out.append((i, k))
        if k < n and words[k] == "(":
            while k < n and words[k] != ")":
                k += 1
            k += 1
        elif k + 1 < n and words[k] == "," and words[k + 1].isdigit():
            k += 2
        moved = k
        while moved < n and words[moved] in (",", ";", "and", "&"):
            moved += 1
        if moved == k:
            break
        i = moved
    return out


def names_before(words: list[str], raw: list[str], end: int) -> list[tuple[int, int]]:
    """Return the people named right before a verb: "A B, 71, and his granddaughter C, 10, were killed"."""
    out: list[tuple[int, int]] = []
    k = end
    while k > 0:
        j = k
        aged = False
        if words[j - 1] == "," and j > 1:
            j -= 1
        if j > 1 and words[j - 1].isdigit() and words[j - 2] == ",":
            j, aged = j - 2, True
        elif j > 2 and words[j - 1] == ")" and words[j - 2].isdigit():
            j, aged = j - 3, True
        elif j != k:
            break
        first = j
        while first > 0 and j - first < 3 and is_name(words[first - 1], raw[first - 1]):
            first -= 1
        if first == j or not (aged or j - first >= 2 or (first > 0 and words[first - 1] in (";", ",", "and", "that"))):
            break
        before = words[first - 1] if first else ""
        if before in _BEFORE_PLACES or (first == 0 and not aged and j - first < 2):
            break
        if before in SINGULARS:
            first -= 1
            if first and words[first - 1] in POSSESSIVES:
                first -= 1
        out.append((first, j))
        k = first
        moved = k
        while moved > 0 and words[moved - 1] in ("and", ",", "&"):
            moved -= 1
        if moved == k or not aged:
            break
        k = moved
        if words[k - 1 : k] and not (words[k - 1].isdigit() or words[k - 1] == ")"):
            break
        k += 1 if words[k : k + 1] == [","] else 0
    return out


_BEFORE_PLACES = frozenset("in at near from to of on by the al outside around an a".split())
