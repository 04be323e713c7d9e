"""English answers to an allegation: the words of a sentence by class, and the rules that read positions from their order."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from harmtrace.language.english.answer_rules import RULES
from harmtrace.language.english.answer_words import CLASS_OF, CLASSES, JOINED, LETTER, MARK, NAME, NUMBER, OTHER
from harmtrace.language.english.blame_rules import RULES as BLAME_RULES
from harmtrace.language.late import late
from harmtrace.language.needs import Need, plain
from harmtrace.records.claim import Stated

_COMMA: Final = ","
_TOKEN: Final = late(r"[\w’'-]+|[^\w\s]")
_QUOTES: Final = frozenset('"“”«»')
_STOPS: Final = frozenset(".;:!?|—–")
_ENDS: Final = ("'s", "’s")
_SHORT: Final = ("n't", "n’t")
_TAIL: Final = 6  # words after what a rule asks for that are kept with it


_JOINT: Final = {"other": f"{OTHER}{NAME}{NUMBER}", "name": NAME, "quoted": '"', "aux": LETTER["aux"] + LETTER["did"]}


def _classes(names: str) -> str:
    """Return the letters of ``a|b|c``."""
    return "".join(_JOINT.get(name) or LETTER[name] for name in names.split("|"))


_AWAY: Final = "".join(LETTER[name] for name in ("and", "says", "at", "into", "aux", "did", "be", "that", "to", "by", "pron", "not", "no", "as"))
#: Who or what is blamed: up to seven words of one noun phrase; with "in", "at" and marks between in what stands in quotation marks.
_PARTY: Final = {"{np}": f"(?P<p>[^{MARK}{_COMMA}{_AWAY}]{{1,7}})", "{any}": f"(?P<p>[^{MARK}{_COMMA}]{{1,11}}?)"}


def _compiled(rule: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the letters of which one must stand, and the pattern over letters, of one rule."""
    inner = f"[^{MARK}{_COMMA}{LETTER['and']}]"
    needed = ""
    out: list[str] = []
    for item in rule.split():
        if item.startswith("~"):
            out.append(f"[^{MARK}]{{0,{item[2:]}}}?" if item.startswith("~~") else f"{inner}{{0,{item[1:]}}}?")
            continue
        if item.startswith("{"):
            out.append(_PARTY[item])
            continue
        if item == "end":
            out.append(f"(?=[{MARK}{_COMMA}{LETTER['and']}{LETTER['says']}]|$)")
            continue
        name, times = item.removeprefix("^"), ""
        if item.startswith("^"):
            out.append(rf"(?:^|(?<=[{MARK}{_COMMA}\"]))")
        if ":" in name:
            name, most = name.split(":")
            times = f"{{0,{most}}}"
        if name.endswith("?"):
            name, times = name[:-1], "?"
        if name.endswith("!"):
            name = name[:-1]
            needed = _classes(name)
        ended = "end" in name.split("|")
        one = f"[{_classes('|'.join(n for n in name.split('|') if n != 'end'))}]"
        out.append((f"(?:{one}|(?=[{MARK}{_COMMA}{LETTER['and']}{LETTER['says']}]|$))" if ended else one) + times)
    return frozenset(needed), late("".join(out))


@lru_cache(maxsize=4)  # positions and blame ask for the same sentence
def line(text: str, start: int, end: int) -> tuple[str, list[int], list[int]]:
    """Return the letters of the words of ``text[start:end]``, one each, and where the words begin and end."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before, quoted = "", False
    for m in _TOKEN.finditer(text, start, end):
        raw = m[0]
        if raw in _QUOTES:
            quoted = True
            continue
        letter, low = _word(raw)
        if letters and low in _SECONDS and (joined := JOINED.get((before, low))) is not None and ends[-1] == m.start() - 1:
            letters[-1], ends[-1], before = CLASS_OF[joined], m.end(), joined
            continue
        if quoted and before == "as" and letters and raw[0].isalnum():
            letters[-1] = '"'
        quoted = False
        letters.append(letter)
        starts.append(m.start())
        ends.append(m.end())
        before = low
    return "".join(letters), starts, ends


#: Words that may be the second of two that count as one.
_SECONDS: Final = frozenset(second for _, second in JOINED)


@lru_cache(maxsize=1 << 15)
def _word(raw: str) -> tuple[str, str]:
    """Return the letter of a word or mark, and how the next one asks for it."""
    if not raw[0].isalnum():
        return (MARK if raw in _STOPS else _COMMA), raw
    low = raw.lower()
    return _letter(raw, low), low


def _letter(raw: str, low: str) -> str:
    """Return the letter of a word."""
    found = CLASS_OF.get(low)
    if found is not None:
        return found
    if low.endswith(_ENDS):
        return LETTER["pron"] if low[:-2] in ("it", "he", "she", "that") else LETTER["poss"]
    if low.endswith(_SHORT):
        return LETTER["not"]
    for mark in "'’":
        if mark in low:
            return CLASS_OF.get(low.partition(mark)[0], OTHER)
    if raw.isdigit():
        return NUMBER
    if raw[0].isupper():
        return LETTER["side"] if len(raw) > 1 and raw.isupper() else NAME
    return OTHER


_RULES: Final = tuple((stated, name, *_compiled(rule)) for stated, name, rule in RULES)
#: Classes of which words stand in nearly every sentence, or whose words are told by their shape.
_ANYWHERE: Final = frozenset("pron poss side that det to of by as at from into up aux be and left says other name quoted end lived only".split())


def _needs(rule: str) -> tuple[Need, ...]:
    """Return what must stand in a sentence for a rule to hold: words of each class that it asks for, the class with "!" first."""
    out: list[Need] = []
    for item in sorted(rule.split(), key=lambda item: "!" not in item):
        names = item.removeprefix("^").removesuffix("!").split("|")
        if item[0] in "~{" or item[-1] == "?" or ":" in item or not _ANYWHERE.isdisjoint(names):
            continue
        pieces = [f" {word} " for name in names for word in CLASSES[name].split()] + (["n't "] if "not" in names else [])
        pieces += [f" {second} " for (_, second), joined in JOINED.items() if f" {joined} " in pieces]
        out.append(frozenset(map(plain, pieces)))
    return tuple(out)


#: What each rule needs, in the order of the rules.
NEEDS: Final = tuple(_needs(rule) for _, _, rule in RULES)


def _letters(*names: str) -> frozenset[str]:
    return frozenset(LETTER[name] for name in names)


_BREAKS: Final = frozenset((MARK, _COMMA)) | _letters("and", "says")
#: What "the report of …", "the claims that …" must go on with, and what a body may know nothing of.
_OF_HARM: Final = _letters(
    "act", "acted", "acting", "event", "harm", "own", "side", "launch", "poss", "behind", "moved", "lived", "died", "razed"
)
_OBJECTS: Final = (_OF_HARM | _letters("harm", "told", "such", "that")) - _letters("poss", "own")
_GOES_ON: Final = _letters("of", "that")
_TOLD, _NOT, _THAT, _HARM = LETTER["told"], LETTER["not"], LETTER["that"], LETTER["harm"]
_OWN_PRONOUN: Final = frozenset(("own-did-not", "own-was-not", "own-never-there", "own-did-none"))
_THIRD: Final = frozenset(("they", "he", "she", "it"))
_AT_ONCE: Final = LETTER["told"] + LETTER["be"]
_OF_TOLD: Final = frozenset(
    ("rejects-told", "denies-thing", "rejects-as", "rejects-as-such", "told-untrue", "is-looking", "will-look")
)
#: Rules of what a body knows nothing of: of the strike, the harm or the reports, not of anything else.
KNOWING: Final = frozenset(
    ("heard-nothing", "no-record", "no-reports", "not-told", "not-heard", "unaware", "nothing-shows", "none-came")
)
#: What only a quotation says outright: "That is not true".
_SPOKEN: Final = frozenset(("is-untrue", "all-lies", "we-did", "we-are", "not-true"))
#: What "not" before it turns round.
_ONCE: Final = frozenset(("denies-it", "denies-thing", "denies-own", "rejects-told"))
#: What a group owns to: an attack of its own, no strike of a body that answers for its aircraft.
_CRIME: Final = late(
    r"\b(?:bombings?|attacks?|ambush|assault|killings?|massacre|abductions?|executions?|kidnapping|murders?|shooting|killed)\b",
    re.IGNORECASE,
)
_OWN_CRIMES: Final = (
    r"\b(?:planted|stormed|ambushed|executed|detonated|carried out (?:the|both|this|that|an?) (?:\w{1,20} )?(?:bombings?|attacks?|ambush|assault|killings?|massacre))\b"
)
#: What the words of a rule must hold where its classes hold too much.
_OWN_DEAD: Final = frozenset(("no-own-did", "not-one-own", "own-was-not", "denies-own", "denies-that-own", "denies-any-own"))
_LOST: Final = late(r"\b(?:men|soldiers|troops|fighters|members|officers|guards|commandos|marines|sailors|pilots?|policemen|personnel|crew)\W{1,3}(?:had |have |has )?(?:was|were|been) (?:killed|harmed|hurt|shot|taken|abducted|executed|ambushed|attacked|captured)\b", re.IGNORECASE)
_WORDS: Final = {
    name: late(pattern, re.IGNORECASE)
    for name, pattern in (
        ("own-crime", _OWN_CRIMES),
        ("own-crime-told", _OWN_CRIMES),
        ("upholds", r"^(?:upheld|substantiated|justified)\b"),
        ("but-did-not", r"^but\b"),
        ("denies-that-did", r"\b(?:fired|struck|shelled|bombed|killed|shot|hit|attacked|raided|burn(?:ed|t)|executed|massacred|planted|used|dropped|launched|targeted|tortured|carried out|ambushed|mined|stormed|flown|flew|harmed|destroyed|detained)\b"),
        ("promises-review", r"^(?:order(?:s|ed)|promise[sd]|announce[sd]|pledged|vowed)\b"),
        ("never-held", r"\bnever (?:had )?held\b"),
        ("no-order", r"\border"),
        ("gave-the-order", r"^(?:gave|given) the orders?\b"),
        ("own-had-no-event", r"\b(?:sort(?:y|ies)|flights?|operations?|(?:air ?)?strikes?|raids?|missions?|action)\b"),
        ("our-bomb", r"\b(?:our|my|its own|their own) (?:own )?(?:\w+ )?(?:bombs?|shells?|missiles?|rockets?|rounds?|fire|drones?|aircraft|planes?|jets?|strikes?|mortars?|artillery|guns?|soldiers?|men|fighters|troops|pilots?|mines?|munitions?|weapons?|bullets?|error)\b"),
        ("opens-assessing", r"\bassess"),
        ("promises-look", r"\b(?:promise[ds]?|order(?:s|ed)?|announce[ds]?|pledged|vowed|beg[au]n|started|open(?:s|ed)|launch(?:es|ed)) .{0,40}(?:check|study)"),
        ("promises-to-look", r"^(?:promise[ds]?|pledge[ds]?|pledged|vowed|beg[iau]ns?|started)\b"),
        ("is-checking", r"\b(?:checking|verifying|clarifying|examining|looking)$"),
        ("denies-moving", r"\b(?:flying|entering|operating|deployed)\b"),
        ("is-being-probed", r"\bbeing investigated\b"),
        ("inquiry-began", r"\b(?:beg[au]n|started|open|opened)\b"),
        ("board-began", r"\b(?:beg[au]n|started|open|opened|work|convened|appointed|set|formed|ordered|named)\b"),
        ("rejects-as-telling", r"\b(?:lies?|fabricat\w+|tales?|fictions?|fable|nonsense|fantas\w+|inventions?|propaganda|false|fake|hoax|smear|rumours?|rumors?|untrue|slander|myth|absurd\w*|baseless|unfounded|farce|theatre|rubbish)\b"),
    )
}
#: What a strike was on: no party that is suspected.
_STRUCK: Final = late(r"\b(?:on|at|against|of|into|near|hit|struck|targeted|targeting|destroyed|bombed) (?:an?|the|two|three|several)?\s?$", re.IGNORECASE)
_PASSIVE: Final = frozenset(("is-denied", "claimed-by", "inquiry-opened", "denial"))
_AGENT: Final = late(
    f"[^{MARK}{_COMMA}]{{0,2}}?[{LETTER['by']}{LETTER['from']}]{LETTER['det']}?([^{MARK}{_COMMA}{LETTER['at']}{LETTER['and']}]{{1,6}})"
)


def answers(text: str, opened: Sequence[int]) -> Iterator[tuple[Stated, str, int, int, tuple[int, int] | None]]:
    """Yield the positions that a sentence states by the rules ``opened``.

    Each is what it states, by which rule, from where to where, and whose it is, where a passive says it.
    """
    if not opened:
        return
    letters, starts, ends = line(text, 0, len(text))
    held = frozenset(letters)
    for number in opened:
        stated, name, needed, pattern = _RULES[number]
        if held.isdisjoint(needed):
            continue
        for m in pattern.finditer(letters):
            first, last = m.start(), _last(letters, m.end())
            quoted = text[starts[first] - 1 : starts[first]] in _QUOTES
            if (name in _SPOKEN and not quoted) or not _holds(name, letters, m, last):
                continue
            if name in _OWN_PRONOUN and quoted and text[starts[first] : ends[first]].lower() in _THIRD:
                continue  # "They did not fire": who says so speaks of others
            words = text[starts[first] : ends[last - 1]]
            if (asked := _WORDS.get(name)) is not None and asked.search(words) is None:
                continue  # "Credible reports" is a heading, "upheld the complaint" a finding
            if name in _OWN_DEAD and _LOST.search(words) is not None:
                continue  # "None of our soldiers was killed" answers nobody
            if name.startswith("denies-") and letters[first - 1 : first] == _NOT:
                if text[starts[first - 1] : ends[first - 1]].lower() != "nor":
                    yield Stated.STRIKE_ACKNOWLEDGED, "does-not-deny", starts[first - 1], ends[last - 1], None
                continue
            owned = name.startswith("confirms-") and _CRIME.search(words) is not None
            yield (
                Stated.RESPONSIBILITY_ACCEPTED if owned else stated,
                name,
                starts[first],
                ends[last - 1],
                _agent(name, letters, m.end(), starts, ends),
            )


_BLAMES: Final = tuple((name, *_compiled(rule)) for name, rule in BLAME_RULES)
BLAME_NEEDS: Final = tuple(_needs(rule) for _, rule in BLAME_RULES)


def laid(text: str, opened: Sequence[int]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Yield the blame that a sentence lays by the rules ``opened``: by which rule, from where to where, and where the blamed stands."""
    if not opened:
        return
    letters, starts, ends = line(text, 0, len(text))
    held = frozenset(letters)
    for number in opened:
        name, needed, pattern = _BLAMES[number]
        if held.isdisjoint(needed):
            continue
        for m in pattern.finditer(letters):
            a, b = m.span("p")
            if name == "label" and text[: starts[m.start()]].rstrip()[-1:] != ":":
                continue
            if name == "suspects-side" and _STRUCK.search(text, max(0, starts[m.start()] - 20), starts[m.start()]):
                continue  # "a strike on a suspected enemy vehicle"
            yield name, (starts[m.start()], ends[m.end() - 1]), (starts[a], ends[b - 1])


def _last(letters: str, at: int) -> int:
    """Return where the clause ends that goes on behind what a rule asked for."""
    stop = at
    while stop < len(letters) and stop < at + _TAIL and letters[stop] not in _BREAKS:
        stop += 1
    return stop


def _holds(name: str, letters: str, m: re.Match[str], last: int) -> bool:
    """Tell whether the words round it let a rule hold: of harm and war, and not turned round by a "not"."""
    start = m.start()
    if name in _ONCE and letters[start - 1 : start] == _NOT:
        return False
    if name == "denies-thing" and (_THAT in m[0] or m[0][-1] == _HARM):
        return False  # "denied any harm to civilians" counts nobody and is no word on who did it
    if name == "told-right" and letters[start - 1 : start] == LETTER["of"] and _AT_ONCE not in m[0]:
        return False  # "two of the allegations it closed had been found credible": a share
    if name in KNOWING:
        return not _OBJECTS.isdisjoint(letters[start : last + _TAIL])
    at = letters.find(_TOLD, start, last) if name in _OF_TOLD else -1
    if at == -1 or letters[at + 1 : at + 2] not in _GOES_ON:
        return True
    return not _OF_HARM.isdisjoint(letters[at + 2 : at + 2 + 2 * _TAIL])


def _agent(name: str, letters: str, at: int, starts: list[int], ends: list[int]) -> tuple[int, int] | None:
    """Return who did what a passive says: "was denied by the air force"."""
    m = _AGENT.match(letters, at - 1) if name in _PASSIVE else None
    return None if m is None else (starts[m.start(1)], ends[m.end(1) - 1])
