"""Parts of a count that need no verb of harm: "ten of the 34 dead", "six of them fighters", "all 14 were farmers"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.harms.survivors import find_unharmed
from harmtrace.language.english.words import CHILD_WORDS, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.records.claim import Outcome, Step, Who

#: "three of the wounded, one of them a boy, died".
_DIED_BEHIND = re.compile(r"(?:,[^;:]{1,8},)?a{0,3}(d)")
_VERBLESS = re.compile(r"[-x]?((?:[nv][,&]{1,2}){1,5}[nv])-?$")
_RECOVERED_MORE = re.compile(r"([mn])a*(r)")
_PART_WHERE = frozenset("in at near on during from".split())
_SAVED = frozenset("saved rescued released discharged freed found pulled alive".split())
_OF_THE = re.compile(r"o[-]?([mn])[^m;]{0,12}([mn])a")
_ALL_WERE = re.compile(r"([m])a")
_KIN = ("cousins", "brothers", "sons", "nephews", "uncles", "twins", "siblings", "friends")
_MORE_OF_THEM = re.compile(r"b[^bms;:]{0,8}&([m])(?![kidD])")
_TRADE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "smiths", "herds", "folk")
_DEADLY = frozenset("kdDeE")
_OF_THEM = re.compile(r"([m])a(?:[-x]{0,2})(v|p)")
_TOLD_OF = re.compile(r"a{1,2}[-x]{0,2}([pv])")
_WERE_AMONG = re.compile(r"([nv])[-x]{0,2}a(q)(?=[-,;.]|$)")


def _split(finder: Finder, at: int, noun: int | None = None) -> None:
    """Take "six of them fighters" as a claim of its own: a split into civilians and combatants."""
    noun = at + 1 if noun is None else noun
    head = finder.tokens.words[finder.chunks.spans[noun][1] - 1]
    if head not in WHO_COMBATANT and head not in ("civilian", "civilians"):
        return
    counted = finder.chunks.counts[at]
    finder.chunks.counts[at] = replace(counted, who=Who.COMBATANT if head in WHO_COMBATANT else Who.CIVILIAN, head=head)
    finder.breakdown.discard(at)
    finder.add(at, _outcome_before(finder, at), noun, "split/1", step=Step.PART)


def _share(finder: Finder, m: "re.Match[str]") -> None:
    """Take "nine were children", "another was a girl of six" after a count of the dead as a part of it."""
    at = m.start(1)
    counted = finder.chunks.counts.get(at)
    if counted is None or at in finder.found or counted.number.vague is not None:
        return
    if counted.part and finder.tokens.words[counted.end - 1] in ("whom", "which"):
        return
    before = finder.tags[at - 1] if at else ""
    if before and before not in ",;&qs" and not counted.part:
        return
    span = finder.chunks.spans[m.start(2)]
    head = finder.tokens.words[span[1] - 1] if m[2] == "p" else finder.chunks.counts[m.start(2)].head
    if not counted.part and head not in WHO_CIVILIAN and head not in WHO_COMBATANT and head not in ("women", "men", "police", "policemen", "officers", "nationals", "members", "relatives", *_KIN):
        return
    if m[2] == "p" and m.end(2) < len(finder.tags) and finder.tags[m.end(2)] == "s":
        return
    who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
    finder.chunks.counts[at] = replace(counted, who=who, head=head, child=head in CHILD_WORDS, woman=head in WOMAN_WORDS)
    finder.breakdown.discard(at)
    finder.breakdown.add(m.start(2))
    finder.found.pop(m.start(2), None)
    finder.add(at, _outcome_before(finder, at), m.start(2), "share/1", step=Step.PART)


def _outcome_before(finder: Finder, at: int) -> Outcome:
    """Return what befell those of whom a part is told: what the last count before it was of."""
    here = [h.outcome for k, h in sorted(finder.found.items()) if k < at and h.counted.number.low != 0]
    last = here[-1] if here else finder.last
    return last if last in (Outcome.INJURED, Outcome.MISSING, Outcome.KILLED_OR_INJURED) else Outcome.KILLED


def _were_among_them(finder: Finder) -> None:
    """Find "ten fighters were among them" after a count of harm."""
    for m in _WERE_AMONG.finditer(finder.tags):
        words = finder.text(m.start(2), m.start(2))
        if words[:1] == ["among"] and words[-1] in ("them", "those") and (finder.last is not None or finder.found) and m.start(1) not in finder.found:
            finder.breakdown.discard(m.start(1))
            finder.add(m.start(1), _outcome_before(finder, m.start(1)), m.start(2), "among-them/1", step=Step.PART)


def find_parts(finder: Finder, *, bodies_before: bool) -> None:
    """Find parts that need no verb of harm: "Four of those nine dead were ...", "two more were found"."""
    for at, counted in list(finder.chunks.counts.items()):
        if counted.part and counted.of in ("dead", "injured", "missing"):
            outcome = {"dead": Outcome.KILLED, "injured": Outcome.INJURED, "missing": Outcome.MISSING}[counted.of]
            if finder.tokens.words[counted.end - 1] == "victims" and "i" in finder.tags[at:] and not set(finder.tags[at:]) & set("kd"):
                outcome = Outcome.INJURED  # "three of the victims are in critical condition"
            told = _TOLD_OF.match(finder.tags, at + 1)
            head = finder.tokens.words[finder.chunks.spans[told.start(1)][1] - 1] if told is not None else ""
            if counted.who is Who.UNSPECIFIED and (head in WHO_CIVILIAN or head in WHO_COMBATANT):
                finder.chunks.counts[at] = replace(counted, who=Who.COMBATANT if head in WHO_COMBATANT else Who.CIVILIAN, child=head in CHILD_WORDS, woman=head in WOMAN_WORDS)
            died = _DIED_BEHIND.match(finder.tags, at + 1) if outcome is Outcome.INJURED else None
            if died is not None:
                finder.add(at, Outcome.KILLED, died.start(1), "wounded-died/1", step=Step.PART)
            finder.add(at, outcome, at, "part-of/1", step=Step.PART)
        elif counted.part and counted.of == "them" and finder.tags[at + 1 : at + 2] == "p":
            _split(finder, at)
        elif counted.part and counted.of == "them" and finder.tags[at + 1 : at + 3] == "-p" and finder.tokens.raw[finder.chunks.spans[at + 1][0]] != finder.tokens.words[finder.chunks.spans[at + 1][0]]:
            _split(finder, at, at + 2)  # "eight of them al-Sarab fighters"
        elif counted.kind in ("n", "v") and at not in finder.found and counted.number.end < counted.end - 1:
            between = set(finder.tokens.words[counted.number.end : counted.end - 1])
            if between & {"wounded", "injured"} and "civilians" not in between and finder.tags[at + 1 : at + 2] == "a":
                finder.add(at, Outcome.INJURED, at, "hurt-people/1")
            elif "dead" in between and finder.tokens.words[counted.end - 2] == "dead":
                finder.add(at, Outcome.KILLED, at, "dead-people/1")
    _elided_parts(finder)
    if "unharmed" in finder.tokens.words or "unhurt" in finder.tokens.words:
        find_unharmed(finder)
    if "q" in finder.tags:
        _were_among_them(finder)
    if finder.deaths_before or finder.last is not None or finder.found or not _DEADLY.isdisjoint(finder.tags):
        for m in _OF_THEM.finditer(finder.tags) if "m" in finder.tags else ():
            _share(finder, m)
    verbless = _VERBLESS.match(finder.tags) if finder.deaths_before and not finder.found else None
    for at in range(verbless.start(1), verbless.end(1)) if verbless is not None else ():
        finder.add(at, Outcome.KILLED, at, "verbless/1", step=Step.PART)
    if bodies_before:
        for m in _RECOVERED_MORE.finditer(finder.tags):
            found = finder.chunks.counts.get(m.start(1))
            if found is not None and found.more:
                finder.add(m.start(1), Outcome.BODIES_RECOVERED, m.start(2), "more-bodies/1", step=Step.INCREMENT)


def _elided_parts(finder: Finder) -> None:
    """Find parts whose verb stands before: "31 people were killed, nine of them on Thursday in a clinic"."""
    tags, words, counts = finder.tags, finder.tokens.words, finder.chunks.counts
    for at, counted in counts.items():
        if counted.part and counted.of == "them" and at not in finder.found and counted.end < len(words) and words[counted.end] in _PART_WHERE:
            whole = next((h for k, h in reversed(finder.found.items()) if k < at and h.outcome in (Outcome.KILLED, Outcome.INJURED) and h.counted.number.low != 0), None)
            if whole is not None:
                finder.breakdown.discard(at)
                finder.add(at, whole.outcome, at, "elided-part/1", step=Step.PART)
    if words[:1] == ["of"] and finder.deaths_before and (m := _OF_THE.match(tags)) is not None:
        span = finder.chunks.spans[m.start(2)]
        if counts[m.start(2)].number.plain and not _SAVED & set(words[span[1] : span[1] + 4]):
            young = {"under", "minors", "children", "minor"} & set(words[span[1] : span[1] + 3])
            if young:
                counts[m.start(2)] = replace(counts[m.start(2)], who=Who.CIVILIAN, child=True)
            finder.add(m.start(2), Outcome.INJURED if "i" in tags[: m.start(2)] else Outcome.KILLED, m.start(2), "of-the/1", step=Step.PART)
    for m in _ALL_WERE.finditer(tags) if "all" in words else ():
        _all_were(finder, m.start(1))
    if "b" in tags and "m" in tags:
        for m in _MORE_OF_THEM.finditer(tags):
            if counts[m.start(1)].more:
                finder.add(m.start(1), Outcome.BODIES_RECOVERED, m.start(1), "more-bodies/1", step=Step.INCREMENT)


def _all_were(finder: Finder, at: int) -> None:
    """Take "all 14 were farmers" as the same dead, told otherwise, where that number was counted before."""
    span = finder.chunks.spans[at]
    counted, words = finder.chunks.counts[at], finder.tokens.words
    if not span[0] or words[span[0] - 1] != "all" or at in finder.found:
        return
    same = any(h.outcome is Outcome.KILLED and h.counted.number.low == counted.number.low for h in finder.found.values())
    if not same and not finder.deaths_before:
        return
    noun = next((k for k in range(span[1] + 1, min(span[1] + 5, len(words))) if words[k] in WHO_CIVILIAN or words[k] in WHO_COMBATANT or words[k].endswith(_TRADE_ENDINGS)), None)
    if noun is None:
        return
    who = Who.COMBATANT if words[noun] in WHO_COMBATANT else Who.CIVILIAN
    finder.chunks.counts[at] = replace(counted, who=who, head=words[noun], end=noun + 1)
    finder.add(at, Outcome.KILLED, at, "all-were/1", step=Step.PART)
