"""Harm told in other ways: as a state, as one more in a row, as names on a list, as what became of a person's kin."""

import re
from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import who_of
from harmtrace.language.english.harms.finder import Finder, definite_person, is_kin
from harmtrace.language.english.names import POSSESSIVES
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import NUMBER_WORDS, WHO_COMBATANT
from harmtrace.records.claim import Outcome, Step, Who

#: "67 people were on our floors with burns", "thirteen remain in its wards", "the clerk lies in hospital".
_STATE = re.compile(r"([nmvp])(?:,-{1,4},)?(?:[-,]{0,5}a[-x@oFTVi]{1,8}|-{0,3},?-?[Vr-][-x@T]{0,4})(i)")
_WITH = frozenset("with in on".split())
_LYING = frozenset("remain remains remained stay stays stayed lie lies lay lying".split())
#: "1 is very bad", "two are critical": of those hurt.
_ILL = re.compile(r"([nm])a(-{1,2}?)(?=[,;&)\"]|-?$)")
_ILL_WORDS = frozenset("critical serious bad grave unstable unconscious stable".split())
#: "ran into the forest and have not been found".
_AND_NOT_FOUND = re.compile(r"(?<![^,;:&\"(Tw-])([nvf])[-xTV@o2F]{1,12}&(?:a{0,2})(g)")
#: "my neighbour and her two sons gone".
_GONE = re.compile(r"([nvp])-(?=[-,;.!]|$)")
#: "The toll of names": "21 more names of fallen soldiers", "18 names, seven of them women".
_NAMES = re.compile(r"([m])[-pD]{0,2}s")
_FALLEN = frozenset("fallen dead killed victims martyrs deceased slain died perished lost".split())
_ON_LISTS = frozenset("list lists register book ledger wall plaque stone board memorial roll".split())
_PUBLISHES = frozenset("gave gives listed lists published publishes released issued posted".split())
_PASSENGERS = frozenset("manifest passengers passenger suspects wanted missing arrested detained detainees prisoners candidates".split())
_GIVES = frozenset("gave gives has have had lists listed holds held published publishes published released issued contains bears carries read reads posted".split())
#: Nobody: "no fighter among them", "no civilian had been touched".
_NOBODY_AMONG = re.compile(r"(z)[-]?(?:-|q|D|W|c)")
_EITHER = frozenset("them either whom both those".split())
_TOUCHED = re.compile(r"(z)a{1,3}-")
_TOUCH_WORDS = frozenset("touched affected scathed".split())
_AMONG_THE = re.compile(r"-?(m)[-aV,r]{0,4}((?:[nv][,&]{0,2})+)")
_ONE_OF_THEM = re.compile(r"(p)[-]{0,3}a-?(m)")
_MORE_THAN_THAT = (
    ("if", "not", "more"), ("or", "more"), ("a", "minimum"), ("at", "a", "minimum"), ("at", "minimum"), ("a", "minimum", "figure"),
    ("the", "very", "least"), ("and", "rising"), ("and", "climbing"), ("maybe", "more"), ("perhaps", "more"), ("possibly", "more"), ("probably", "more"),
)  # fmt: skip
_MORE_WORDS = frozenset("more minimum least rising climbing".split())
_MORE_REACH = 14
_TELLS_OF = frozenset("speak speaks spoke spoken talk talks talked tell tells told".split())
_ALIVE = frozenset("burned burnt burn buried burning burying".split())
_GONE_BEHIND = frozenset(". , ; ! ? ) … 💔 😭 🕊 rip r.i.p".split())

#: Without one of these most of the rules have nothing to try.
_WORDS = frozenset(("gone", "names", "among", "them", "one", "alive")) | _TELLS_OF | _ILL_WORDS


def find_otherwise(finder: Finder, before: str) -> None:
    """Find harm told as a state, in names on a list, of nobody, or as the end of someone's kin."""
    tags, words = finder.tags, finder.tokens.words
    if "i" in tags:
        _states(finder)
    if "g" in tags and "&" in tags:
        for m in _AND_NOT_FOUND.finditer(tags):
            if finder.word(m.start(2)) in ("have", "has", "had", "still", "never", "not") or finder.tags[m.start(2) - 1] == "a":
                finder.add(m.start(1), Outcome.MISSING, m.start(2), "far/2")
    if "z" in tags:
        _nobody(finder)
    if not _WORDS.isdisjoint(words):
        _by_words(finder)
    if len(words) < _FEW and finder.last is Outcome.KILLED and "?" in before:
        _asked(finder, before)



def _by_words(finder: Finder) -> None:
    """Try the rules that one of a few words opens."""
    tags, words = finder.tags, finder.tokens.words
    if "gone" in words:
        _gone(finder)
    if "names" in words:
        _names(finder)
    if words[:2] == ["among", "the"] and (finder.last is Outcome.KILLED or finder.deaths_before):
        _among_the(finder)
    if "p" in tags and ("them" in words or ("one" in words and "m" in tags)):
        _was_one_of_them(finder)
    if not _TELLS_OF.isdisjoint(words):
        _told_of(finder)
    if not _ILL_WORDS.isdisjoint(words):
        _ill(finder)
    if "alive" in words:
        _burned_alive(finder)


def find_before_and(finder: Finder) -> None:
    """Find who stands before "and" in front of a count that shares the verb: "our neighbour Sifa and her girls are dead"."""
    for at, harm in sorted(finder.found.items()):
        if harm.rule not in _SHARED or at < 2 or harm.counted.kind not in "nvmp":
            continue
        listed = harm.rule == "list-subject/1"
        while (before := _before_and(finder, at, listed=listed)) is not None:
            if finder.tags[before] == "-":
                start = finder.chunks.spans[before][0]
                finder.chunks.counts[before] = Counted(start, start + 1, Number(start, start + 1, start, 1, 1), "", "v", Who.CIVILIAN, woman=True, article=True)
            finder.add(before, harm.outcome, harm.trigger, "before-and/1")
            if before not in finder.found:
                break
            finder.found[before].end = finder.found[before].counted.end
            harm.start = min(harm.start, finder.found[before].start)
            at, listed = before, True


def _before_and(finder: Finder, at: int, *, listed: bool) -> int | None:
    """Return the person before "and", or before a comma of a list, in front of the count at ``at``."""
    tags, raw = finder.tags, finder.tokens.raw
    k = at - 1
    if tags[k] == "," and k > 1 and tags[k - 1] == "p" and not listed:
        k -= 2  # "their lodger, a student, were killed": the lodger is the student
    while k > 0 and tags[k] == "-" and finder.word(k) not in _GOVERNS:
        k -= 1
    if k < 1 or tags[k] not in ("&," if listed else "&"):
        return None
    k -= 1
    while k > 0 and tags[k] == "-" and raw[finder.chunks.spans[k][0]][:1].isupper() and finder.word(k) != "she":
        k -= 1
    if k in finder.found or k in finder.breakdown or not _opens(finder, k, listed=listed):
        return None
    if tags[k] == "-" and finder.word(k) == "she":
        return k
    return k if tags[k] == "p" and (is_kin(finder, k) or definite_person(finder, k)) else None


_GOVERNS = frozenset("in on at by with of from to for".split())


def open_upwards(finder: Finder) -> None:
    """Take "two hundred dead, if not more", "20 killed, and this is a minimum" as no fewer than so many."""
    words = finder.tokens.words
    if _MORE_WORDS.isdisjoint(words):
        return
    for harm in finder.found.values():
        number = harm.counted.number
        if not number.plain or number.low is None or number.low < 2:
            continue
        behind = [w for w in words[harm.end : harm.end + _MORE_REACH] if w not in '",“”']
        stop = next((k for k, w in enumerate(behind) if w in (".", ";", "while", "killed", "injured", "wounded") or w[0].isdigit()), len(behind))
        if any(tuple(behind[k : k + len(end)]) == end and k + len(end) >= stop for end in _MORE_THAN_THAT for k in range(stop)):
            harm.counted = replace(harm.counted, number=replace(number, high=None))


_SHARED = frozenset(("passive/1", "adjective/1", "one-subject/1", "gone/1", "far/1", "list-subject/1"))


def _opens(finder: Finder, at: int, *, listed: bool) -> bool:
    """Tell whether a clause may open with the person at ``at``: nothing that governs it stands before."""
    k = at - 1
    if k < 0 or finder.tags[k] in ',;:"sw&(T':
        return True
    word = finder.word(k)
    return finder.tags[k] == "-" and (not word.isalnum() or word in ("but", "that", "where", "because"))


def _states(finder: Finder) -> None:
    for m in _STATE.finditer(finder.tags):
        at, trigger = m.start(1), m.start(2)
        span = finder.chunks.spans[trigger]
        first = finder.tokens.words[span[0]]
        if span[1] - span[0] < 2 or first not in _WITH or any(at < h.at <= trigger or h.trigger == trigger for h in finder.found.values()):
            continue
        between = finder.text(at + 1, trigger - 1) if trigger > at + 1 else []
        if first != "with" and _LYING.isdisjoint(between):
            continue
        if first == "with" and _LYING.isdisjoint(between) and "a" not in finder.tags[at + 1 : trigger]:
            continue
        if finder.tags[at] == "p" and not (is_kin(finder, at) or definite_person(finder, at)):
            continue
        finder.add(at, Outcome.INJURED, trigger, "state/1")


def _ill(finder: Finder) -> None:
    """Find "1 is very bad", "two are critical" of those just told of as hurt."""
    if finder.last is not Outcome.INJURED and not any(h.outcome is Outcome.INJURED for h in finder.found.values()):
        return
    for m in _ILL.finditer(finder.tags):
        if finder.word(m.end(2) - 1) in _ILL_WORDS and m.start(1) not in finder.found:
            finder.add(m.start(1), Outcome.INJURED, m.end(2) - 1, "ill/1", step=Step.PART)


def _gone(finder: Finder) -> None:
    """Find "my neighbour and his two sons gone": a post's word for the dead, where kin are named and the clause ends."""
    words = finder.tokens.words
    for m in _GONE.finditer(finder.tags):
        at, trigger = m.start(1), m.end() - 1
        span = finder.chunks.spans[trigger]
        if words[span[0]] != "gone":
            continue
        behind = words[span[1]] if span[1] < len(words) else "."
        if behind not in _GONE_BEHIND and behind.isalnum():
            continue
        if finder.tags[at] == "p" and not is_kin(finder, at) and not definite_person(finder, at):
            continue
        counted = finder.chunks.counts[at]
        owned = words[counted.start] in POSSESSIVES or words[max(0, counted.start - 1)] in POSSESSIVES or words[max(0, counted.number.start - 1)] in POSSESSIVES
        if owned or (at and finder.tags[at - 1] == "&"):
            finder.add(at, Outcome.KILLED, trigger, "gone/1")


def _names(finder: Finder) -> None:
    """Find "21 more names of fallen soldiers", "the list of the dead has 310 names", "gave 18 names, seven of them women"."""
    words = finder.tokens.words
    fallen = not _FALLEN.isdisjoint(words)
    for m in _NAMES.finditer(finder.tags):
        at = m.start(1)
        counted = finder.chunks.counts[at]
        if finder.word(m.end() - 1) != "names" or counted.head or counted.part:
            continue
        before = words[max(0, counted.start - 3) : counted.start]
        if any(h.counted.article for k, h in finder.found.items() if m.end() <= k <= m.end() + 3):
            continue  # "164 names, each of a person killed": told one by one
        told = not _PUBLISHES.isdisjoint(before) and (finder.deaths_before or finder.last is Outcome.KILLED) and _PASSENGERS.isdisjoint(words)
        if not (told or (fallen and (not _GIVES.isdisjoint(words[: counted.start]) or not _ON_LISTS.isdisjoint(words)))):
            continue
        end = finder.chunks.spans[m.end() - 1][1]
        who = Who.UNSPECIFIED
        if words[end : end + 1] == ["of"] or not _FALLEN.isdisjoint(words[: counted.start]):
            who = next((one for word in words[: end + 5] if (one := who_of(word)) is not Who.UNSPECIFIED and (word in WHO_COMBATANT or word in ("civilian", "civilians"))), who)
        finder.chunks.counts[at] = replace(counted, who=who, end=end)
        finder.add(at, Outcome.KILLED, m.end() - 1, "names-of/2", step=Step.INCREMENT if counted.more else Step.TOTAL)


def _nobody(finder: Finder) -> None:
    """Find "with no fighter among either", "no civilian had been touched"."""
    words = finder.tokens.words
    for m in _NOBODY_AMONG.finditer(finder.tags):
        span = finder.chunks.spans[m.end() - 1]
        if words[span[0]] == "among" and (words[span[1] - 1] in _EITHER or (words[span[1] : span[1] + 1] and words[span[1]] in _EITHER)) and (finder.found or finder.last is not None):
            both = words[span[1] : span[1] + 1] == ["either"] or len({h.outcome for h in finder.found.values()}) > 1
            last = finder.last if not finder.found else next(iter(finder.found.values())).outcome
            finder.add(m.start(1), Outcome.KILLED_OR_INJURED if both or last is None else last, m.end() - 1, "nobody-among/1")
    if not _TOUCH_WORDS.isdisjoint(words):
        for m in _TOUCHED.finditer(finder.tags):
            if finder.word(m.end() - 1) in _TOUCH_WORDS:
                finder.add(m.start(1), Outcome.KILLED_OR_INJURED, m.end() - 1, "passive/1")


def _among_the(finder: Finder) -> None:
    """Find "Among the 614 we find 41 women and 29 children": parts of the dead in a clause of their own."""
    m = _AMONG_THE.match(finder.tags, 1)
    if m is None or finder.found:
        return
    for at in range(m.start(2), m.end(2)):
        if finder.tags[at] in "nv":
            finder.breakdown.discard(at)
            finder.add(at, Outcome.KILLED, at, "among-the/1", step=Step.PART)


def _was_one_of_them(finder: Finder) -> None:
    """Find "Zahra's father was one of them" behind a count of harm."""
    if finder.last not in (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING):
        return
    for m in _ONE_OF_THEM.finditer(finder.tags):
        part = finder.chunks.counts.get(m.start(2))
        if part is None or not (part.of == "them" or _of_the_counted(finder, m.start(2))) or part.number.low != 1 or part.number.high != 1 or m.start(1) in finder.found:
            continue
        if is_kin(finder, m.start(1)) or definite_person(finder, m.start(1)):
            finder.found.pop(m.start(2), None)
            finder.breakdown.add(m.start(2))
            finder.add(m.start(1), finder.last, m.start(2), "one-of-them/1", step=Step.PART)


def _of_the_counted(finder: Finder, at: int) -> bool:
    """Tell "one of the five", "one of the dead"."""
    words = finder.tokens.words
    end = finder.chunks.spans[at][1]
    return words[end : end + 2] == ["of", "the"] and words[end + 2 : end + 3] != [] and (words[end + 2] in NUMBER_WORDS or words[end + 2].isdigit() or words[end + 2] in ("dead", "fallen", "victims", "killed", "martyrs")) and end + 4 >= len(words)


_SPOKE_OF = re.compile(r"s[-T,]{0,3}o\"?(n)(?=[\",;.)]|-?$)")


def _told_of(finder: Finder) -> None:
    """Find "survivors speak of 60 herders" beside another count of the dead."""
    dead = (finder.last is Outcome.KILLED and not finder.found) or any(h.outcome is Outcome.KILLED for h in finder.found.values())
    if not dead:
        return
    for m in _SPOKE_OF.finditer(finder.tags):
        counted = finder.chunks.counts[m.start(1)]
        if finder.word(m.start()) in _TELLS_OF and counted.who is Who.CIVILIAN and counted.number.low != 0:
            finder.add(m.start(1), Outcome.KILLED, m.start(), "told-of/1")


def _asked(finder: Finder, before: str) -> None:
    """Find "Civilians? Not one." behind a count of the dead."""
    words = [word for word in finder.tokens.words if word.isalpha()]
    asked = before.rstrip().removesuffix("?")
    head = asked.rsplit(" ", 1)[-1].strip("\"“(").lower()
    who = who_of(head)
    if words not in _NONE_AT_ALL or who is Who.UNSPECIFIED or not before.rstrip().endswith("?"):
        return
    told = [a for a, span in enumerate(finder.chunks.spans) if finder.tokens.words[span[0]].isalpha()]
    if not told:
        return
    at, start, end = told[-1], finder.chunks.spans[told[0]][0], finder.chunks.spans[told[-1]][1]
    finder.chunks.counts[at] = Counted(start, end, Number(start, end, start, 0, 0), head, "z", who)
    finder.found.clear()
    finder.add(at, Outcome.KILLED, at, "asked/1")


_FEW = 8  # tokens
_NONE_AT_ALL = (["not", "one"], ["none"], ["no", "one"], ["nobody"], ["not", "a", "single", "one"], ["zero"], ["not", "a", "soul"], ["no"])


def _burned_alive(finder: Finder) -> None:
    """Take "burned four old people alive" as killed."""
    words = finder.tokens.words
    for at, harm in list(finder.found.items()):
        if harm.outcome is Outcome.INJURED and words[harm.end : harm.end + 1] == ["alive"] and finder.word(harm.trigger) in _ALIVE:
            finder.found[at] = replace(harm, outcome=Outcome.KILLED, end=harm.end + 1)

