"""Tolls: "the toll rose to 31 from 24", "put it at 36 killed", "police said ten"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import PUTS, Finder
from harmtrace.records.claim import Outcome, Step, Who

_TOLL_CHANGE = re.compile(r"t[^nms;E]{0,14}?F[-\"]?([nmE])T?2([nmE])")
_TOLL_CHANGE_BACK = re.compile(r"t[^nms;E]{0,14}?[2R]\"?([nmE])[T,-]{0,4}F([nm])")
_BARE_CHANGE = re.compile(r"R[-T]{0,2}2\"?([nmE])[T-]?F([nm])|R[-T,]{0,3}F([nm])2([nmE])")
_TOLL = re.compile(r"(t)[^nmvs;E]{0,16}?[R2@:as,\"]{1,3}[-]?\"?([nmE])")
_TOLL_FAR = re.compile(r"(t)[^nmvs;E]{0,30}?R2?\"?([nmE])")
_UP_FROM = re.compile(r"F([nm])")
_TOLL_BARE = re.compile(r"(t)([m])")
_BRINGS_TO = re.compile(r"R2?\"?([m])-?(t)")
#: "bringing the dead to 18", "raising the wounded from 4 to 18".
_BRINGS_DEAD_TO = re.compile(r"R-?([Di])(?:F([nm]))?2([nm])(?![nmvxp])")
#: "corrected itself to 8", "revised it down to 8": what was counted before, told anew.
_TOLD_ANEW = re.compile(r"[sRrV-][-w\"]{0,4}2([m])(?=[-T,;.\"]|$)")
_ANEW = frozenset("corrected revised lowered reduced cut amended adjusted raised increased changed updated brought put".split())
_OLD_TOLL = re.compile(r"(t)o\"?([nmE])")
CHANGERS = frozenset("tR")
_DIED = frozenset("kdD")
#: Without these a count is not told anew.
ITSELF = frozenset("itself himself herself themselves that it this".split())
_INSERTED = re.compile(r"(?:,[^,;]{1,9},)?[-aR2T]{0,4}")
_PUT_AT = re.compile(r"s[-,]{1,5}@\"?([mn])([kDi]?)")
_AS_TOLL = re.compile(r"([mn])[@a]-?(t)")
_MEASURES = frozenset("percent per % dollars euros cost price damage houses homes displaced".split())
_COUNTED_BARE = re.compile(r"[sr](m)(?=-?$)")
_SAID_NUMBER = re.compile(r"s(?:[-To]{0,2})(m)(?=[.;,-]|$)")
_OLD = frozenset("previously initially earlier previous initial original first former".split())
_INJURED_WORDS = frozenset("injured wounded wounds injuries injury hurt".split())
_DEAD_WORDS = frozenset("dead killed death deaths fatalities died dying killing slain fatality bodies martyrs".split())


def find_tolls(finder: Finder, has: set[str]) -> None:
    """Find "the toll rose to 31 from 24", "put the number of dead at 60", "an earlier toll of 18"."""
    tags = finder.tags
    if has & CHANGERS:
        for m in _TOLL_CHANGE.finditer(tags):
            _toll(finder, m.start(0), m.start(2), Step.RUNNING)
            _toll(finder, m.start(0), m.start(1), Step.REPLACED)
        for m in _TOLL_CHANGE_BACK.finditer(tags):
            _toll(finder, m.start(0), m.start(1), Step.RUNNING)
            _toll(finder, m.start(0), m.start(2), Step.REPLACED)
        for m in _TOLL.finditer(tags):
            _toll(finder, m.start(1), m.start(2), Step.RUNNING if "R" in m[0] else Step.TOTAL)
        for m in _TOLL_BARE.finditer(tags):
            if finder.word(m.start(1)) in ("death", "toll"):
                _toll(finder, m.start(1), m.start(2), Step.RUNNING)
        for m in _BRINGS_TO.finditer(tags):
            words = set(finder.text(m.start(2), min(len(tags) - 1, m.start(2) + 6)))
            outcome = Outcome.INJURED if words & _INJURED_WORDS and not words & _DEAD_WORDS else Outcome.KILLED
            if words & (_DEAD_WORDS | _INJURED_WORDS):
                counted = finder.chunks.counts.get(m.start(1))
                if counted is not None and "civilians" in words:
                    finder.chunks.counts[m.start(1)] = replace(counted, who=Who.CIVILIAN)
                finder.add(m.start(1), outcome, m.start(2), "toll/1", step=Step.RUNNING)
        for m in _TOLL_FAR.finditer(tags):
            _toll(finder, m.start(1), m.start(2), Step.RUNNING)
        for m in _UP_FROM.finditer(tags):
            span = finder.chunks.spans[m.start()][0]
            new = next((h for h in finder.found.values() if h.step is Step.RUNNING), None)
            if new is not None and span and finder.tokens.words[span - 1] in ("up", "down"):
                finder.add(m.start(1), new.outcome, m.start(), "toll-change/1", step=Step.REPLACED)
        for m in _BARE_CHANGE.finditer(tags):
            now, before = (m.start(1), m.start(2)) if m[1] else (m.start(4), m.start(3))
            if finder.chunks.counts[now].kind == "E":
                finder.add(now, Outcome.KILLED, now, "change/1", step=Step.RUNNING)
                finder.add(before, Outcome.KILLED, now, "change/1", step=Step.REPLACED)
        for m in _BRINGS_DEAD_TO.finditer(tags):
            outcome = Outcome.INJURED if m[1] == "i" else Outcome.KILLED
            finder.add(m.start(3), outcome, m.start(1), "toll/1", step=Step.RUNNING)
            if m[2]:
                finder.add(m.start(2), outcome, m.start(1), "toll-change/1", step=Step.REPLACED)
        for m in _OLD_TOLL.finditer(tags):
            old = bool(_OLD & set(finder.text(max(0, m.start(1) - 3), m.start(1))))
            _toll(finder, m.start(1), m.start(2), Step.REPLACED if old else Step.TOTAL)


def _toll(finder: Finder, toll: int, at: int, step: Step) -> None:
    words = set(finder.text(toll, at))
    following = finder.chunks.spans[at][1]
    words |= set(finder.tokens.words[following : following + 2])
    words |= _INJURED_WORDS & set(finder.tokens.words[max(0, finder.chunks.spans[toll][0] - 1) : finder.chunks.spans[toll][0]])  # "the injury toll"
    lead = finder.word(toll)
    if step is Step.TOTAL and _OLD & set(finder.text(max(0, toll - 3), toll)):
        step = Step.REPLACED
    if words & _INJURED_WORDS and not words & _DEAD_WORDS:
        outcome = Outcome.INJURED
    elif "bodies" in words:
        outcome = Outcome.BODIES_RECOVERED
    elif words & _DEAD_WORDS or lead in ("death", "body") or (lead == "toll" and not words & {"road", "bridge", "fee"}) or (
        (finder.deaths_before or not _DIED.isdisjoint(finder.tags[:toll]))
        and (_INSERTED.fullmatch(finder.tags, toll + 1, at) is not None or PUTS & set(finder.text(max(0, toll - 2), toll)) or _OLD & set(finder.text(max(0, toll - 2), toll)) or set(finder.tags[toll + 1 : at]) <= {"a", "-", "R", "2", "T"})
        and not words & _MEASURES
    ):
        outcome = Outcome.KILLED
    else:
        return
    counted = finder.chunks.counts.get(at)
    if counted is not None and ("civilians" in words or "civilian" in words or "civilian" in finder.tokens.words[max(0, finder.chunks.spans[toll][0] - 1) : finder.chunks.spans[toll][0]]) and counted.who is Who.UNSPECIFIED:
        finder.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
    finder.add(at, outcome, toll, "toll/1", step=step)


def find_told_anew(finder: Finder) -> None:
    """Find "It later corrected itself to 8", "then lowered that to 8" behind a count of harm."""
    outcome = finder.last
    if finder.found:
        outcome = [h.outcome for _, h in sorted(finder.found.items())][-1]
    if outcome not in (Outcome.KILLED, Outcome.INJURED, Outcome.KILLED_OR_INJURED):
        return
    for m in _TOLD_ANEW.finditer(finder.tags):
        counted = finder.chunks.counts.get(m.start(1))
        words = finder.text(max(0, m.start() - 1), m.start(1))
        if counted is not None and counted.number.plain and not _ANEW.isdisjoint(words) and not ITSELF.isdisjoint(words):
            finder.add(m.start(1), outcome, m.start(), "told-anew/1", step=Step.RUNNING)


def find_elided(finder: Finder) -> None:
    """Find "police said ten" after "medics said 13 people were killed"."""
    if finder.deaths_before and not finder.found and (m := _COUNTED_BARE.search(finder.tags)) is not None:
        counted = finder.chunks.counts.get(m.start(1))
        if counted is not None and counted.head == "" and finder.word(m.start()) in ("counted", "counts") and m.start():
            finder.add(m.start(1), Outcome.KILLED, m.start(), "ellipsis/2")
    if ";" not in finder.tags and "," not in finder.tags:
        return
    whole = next((h for h in finder.found.values() if h.outcome in (Outcome.KILLED, Outcome.INJURED) and h.counted.number.low != 0), None)
    if whole is None:
        return
    for m in _SAID_NUMBER.finditer(finder.tags):
        at = m.start(1)
        counted = finder.chunks.counts.get(at)
        if counted is not None and at not in finder.found and counted.head == "" and at > whole.at:
            finder.add(at, whole.outcome, at, "ellipsis/1")


def find_put_at(finder: Finder) -> None:
    """Find "put it at 36 killed"."""
    tags = finder.tags
    for m in _PUT_AT.finditer(tags):
        if finder.word(m.start()) in PUTS and (m[2] or finder.deaths_before or "k" in tags[: m.start()] or "d" in tags[: m.start()]):
            finder.add(m.start(1), Outcome.INJURED if m[2] == "i" else Outcome.KILLED, m.start(2) if m[2] else m.start(1), "put-at/1")


def find_tolls_behind(finder: Finder) -> None:
    """Find "gave 60 as the number of people killed"."""
    for m in _AS_TOLL.finditer(finder.tags):
        _toll_behind(finder, m.start(1), m.start(2))


def _toll_behind(finder: Finder, at: int, toll: int) -> None:
    """Take "gave 60 as the number of people killed": the count before the words for the toll."""
    words = set(finder.text(toll, min(len(finder.tags) - 1, toll + 3)))
    if words & (_DEAD_WORDS | _INJURED_WORDS) or finder.deaths_before:
        hurt, dead = bool(words & _INJURED_WORDS), bool(words & _DEAD_WORDS)
        finder.add(at, Outcome.KILLED_OR_INJURED if hurt and dead else Outcome.INJURED if hurt else Outcome.KILLED, toll, "toll/1")
