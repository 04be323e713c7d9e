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


_DEAD_WORDS = frozenset("dead killed victims fallen deceased slain martyrs murdered lost".split())
_NAMING = frozenset("named identified listed names naming identifies lists".split())
_BEHIND_DEAD = frozenset("of in from at by on : as after so".split())
_OPENS = frozenset("killed dead murdered slain".split())
_DASHES = frozenset("— – - : |".split())
_ARE = frozenset("were was are is".split())
_FARTHEST = 40  # tokens from the opening word of a list to its first name


def list_of_victims(words: list[str], raw: list[str]) -> tuple[int, int] | None:
    """Return where a list of the harmed by name stands, tokens ``start`` to ``end``, None where there is none.

    "Killed on Friday by the shell were …", "The council has named the dead of the raid: …", "named the driver, X, and Y as the dead".
    """
    n = len(words)
    opens = next((k for k, word in enumerate(words[:12]) if word in _OPENS and (k == 0 or words[k - 1] in _DASHES)), None)
    if opens is not None:
        for k in range(opens + 1, min(n - 1, opens + _FARTHEST)):
            if words[k] in _ARE and (is_name(words[k + 1], raw[k + 1]) or words[k + 1] in POSSESSIVES or words[k + 1] == "the"):
                return k + 1, n
    for k, word in enumerate(words):
        if word not in _NAMING:
            continue
        ahead = words[k + 1 : k + _FARTHEST]
        dead = next((j for j, one in enumerate(ahead[:4]) if one in _DEAD_WORDS), None)
        if dead is not None and ahead[dead + 1 : dead + 2] and ahead[dead + 1] in _BEHIND_DEAD and ":" in ahead:
            return k + 2 + ahead.index(":"), n
        if "as" in ahead and ahead[ahead.index("as") + 1 : ahead.index("as") + 2] in (["the"], ["those"]) and _DEAD_WORDS & set(ahead[ahead.index("as") + 2 : ahead.index("as") + 4]):
            return k + 1, k + 1 + ahead.index("as")
        if dead is not None and ahead[dead + 1 : dead + 2] == ["as"] and k + dead + 3 < n and (is_name(words[k + dead + 3], raw[k + dead + 3]) or words[k + dead + 3] in POSSESSIVES):
            return k + dead + 3, n
        if ahead[:1] == ["as"] and _DEAD_WORDS & set(words[max(0, k - 8) : k]):
            return k + 2, n
    return None


def victims(words: list[str], raw: list[str], start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the people of a list: first token, token after the name, token after all that is said of each."""
    out: list[tuple[int, int, int]] = []
    k = start
    many = ";" in words[start:end]
    while k < end:
        while k < end and words[k] in ("and", ",", ";", "&"):
            k += 1
        first = k
        while k < end and k < first + 4 and (words[k] in POSSESSIVES or words[k] in ("the", "a", "an", "little", "baby", "young") or (raw[k][:1].islower() and words[k].isalpha() and words[k] not in ("and", "who", "in", "at"))):
            k += 1
        noun = k > first and words[k - 1] in SINGULARS
        named = k
        while k < end and k < named + 5 and (is_name(words[k], raw[k]) or words[k] in ("al", "bin", "abu", "de", "van") or words[k].startswith(("al-", "el-")) or raw[k][-2:] in ("'s", "’s")):
            k += 1
        if k == first or not (noun or k > named) or words[k : k + 1] in (["said"], ["says"]):
            if many and ";" in words[first:end] and words[k : k + 1] not in (["said"], ["says"]):
                k = words.index(";", first)
                continue  # an entry of several, or of no person
            return out
        last = k
        while k < end and words[k] != ";" and not (not many and words[k] == "," and words[k - 1] == ")") and not (not many and words[k] in ("and", ",") and k + 1 < end and (is_name(words[k + 1], raw[k + 1]) or words[k + 1] in POSSESSIVES or words[k + 1] in ("and", "little", "baby") or (words[k + 1] in ("a", "an") and last == named))):
            if many and words[k] == "and" and k + 1 < end and (words[k + 1] in POSSESSIVES or (words[k - 1] == ")" and is_name(words[k + 1], raw[k + 1]))):
                break
            if not many and k == last and words[k] == "," and k + 1 < end and is_name(words[k + 1], raw[k + 1]) and noun and last == named:
                break
            if words[k] == ".":
                break
            k += 1
        if noun and last == named and k < end and words[k] == "," and k + 1 < end and is_name(words[k + 1], raw[k + 1]):
            k += 1  # "the driver, Shan Hesel": one person, and the name behind
            while k < end and is_name(words[k], raw[k]):
                k += 1
        out.append((first, last, k))
    return out


MOURNS = frozenset("mourn mourns mourned mourning remember remembers remembering".split())
_MEMORIAL = frozenset("lost killed died dead fallen fell victims bomb bombing taken perished murdered martyrs shell shelling rocket missile strike raid massacre buried".split())
_TITLES = frozenset("mr mrs ms miss dr sister brother father mother fr rev prof ma'am sir imam sheikh pastor".split())
_FEWEST = 2


def mourned(words: list[str], raw: list[str]) -> list[tuple[int, int, int]]:
    """Return the people of a list that mourns them, as ``victims`` does: "Lost in the raid: A B (52), clerk; C D (60)", "The club mourns A and B"."""
    n = len(words)
    colon = words.index(":") if ":" in words else n
    opens = next((k + 1 for k, word in enumerate(words[:12]) if word in MOURNS), None)
    back = ("back" in words or "home" in words) and not {"not", "never"}.isdisjoint(words)
    if colon < n and ";" in words[colon:] and (back or not _MEMORIAL.isdisjoint(words[:colon]) or opens is not None):
        opens = colon + 1
    elif opens is None or _MEMORIAL.isdisjoint(words):
        return []
    people = victims(words, raw, opens, n)
    marked = [one for one in people if _marks_a_person(words, *one)]
    return people if len(people) >= _FEWEST and len(marked) * 3 >= len(people) * 2 else []


def _marks_a_person(words: list[str], first: int, last: int, end: int) -> bool:
    """Tell whether an entry is of a person: an age, a trade, kin or a title stands in it."""
    item = words[first:end]
    aged = any(word.isdecimal() and int(word) < _OLDEST for word in item)
    return "(" in item or aged or not SINGULARS.isdisjoint(item) or not _TITLES.isdisjoint(item[: last - first])


_OLDEST = 110
