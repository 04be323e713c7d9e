"""What the sentence of a count is like that its speaker may stand outside of: by what it opens, its tense, who speaks."""

import re

_PAST = re.compile(r"\b(?:had|would|were to|was to)\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:I|[Mm]y|me|myself|I'm|I've)\b")
_OURS = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:he|she|they|it) (?:said|says|say|sez|added|adds|wrote|writes|told|tells|claimed|claims|recalled|recalls|thinks|thought|believes|believed|estimates|estimated|went on)\b", re.IGNORECASE)
_HEAD = re.compile(r"\s{0,4}[\d(\[.:/)\-•*–—]{1,24}\s{0,4}")
_WORD = re.compile(r"\w+")
_BEFORE, _BEHIND = 30, 12  # characters round a count in which its tense stands
_OPENS = {
    word: kind
    for kind, words in (
        ("pronoun", "he she they it his her their its"),
        ("the", "the these those this that"),
        ("a", "a an some another one"),
        ("I", "i my we our"),
        ("scene", "in at on near from by during earlier later last since after before when as inside outside further elsewhere across around behind between beyond over through towards under until within"),
        ("count", "among of two three four five six seven eight nine ten eleven twelve both all none no several dozens many"),
        ("and", "but and also then so not yet still"),
        ("there", "there"),
        ("according", "according"),
    )
    for word in words.split()
}


def like(text: str, start: int, end: int, a: int, b: int) -> list[str]:
    """Return what a sentence is like that holds a count, ``text[a:b]``: the ends of rows of the table of ``claims/vouching``."""
    out = [f"opens: {_opening(text, start, end)}"]
    first, last = max(start, a - _BEFORE), min(end, b + _BEHIND)
    if _PAST.search(text, first, last) is not None:
        out.append("had")
    elif _PERFECT.search(text, first, last) is not None:
        out.append("has")
    if _MINE.search(text, start, end) is not None:
        out.append("I")
    elif _OURS.search(text, start, end) is not None:
        out.append("we")
    if _ADDED.search(text, b, end) is not None:
        out.append("they say behind")
    return out


def _opening(text: str, start: int, end: int) -> str:
    head = _HEAD.match(text, start, end)
    word = _WORD.match(text, start if head is None else head.end(), end)
    if word is None:
        return "none"
    kind = "count" if word[0][0].isdigit() else _OPENS.get(word[0].lower())
    if kind is not None:
        return kind
    return "Name" if word[0][0].isupper() and text[word.end() : word.end() + 2].strip()[:1].isupper() else "other"
