"""The people of whom a verb of harm speaks, told one by one: "A B (24), a baker, and his son C were killed"."""

from dataclasses import dataclass

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.names import POSSESSIVES, is_name
from harmtrace.language.english.words import LEX, NUMBER_WORDS, SINGULARS

_NAME_PARTS = frozenset("bin ibn bint abu abd umm um ould".split())
_PARTICLES = _NAME_PARTS | frozenset("al el van von de del da di la".split())
_JOINED = ("al-", "el-", "as-", "ar-", "an-", "at-", "az-", "ash-", "abu-", "bin-")
_ARTICLES = frozenset("a an the".split())
_OPENS = frozenset(", ; : – — - ( \" “ that when while".split())
_DASHES = frozenset("– — -".split())
_QUOTES = {"“": "”", '"': '"', "‘": "’"}
_SPANS = frozenset("year years month months week weeks day days".split())
_ASIDES = frozenset("who whose whom which also aka known named called from aged age believed born a an the".split())
_WITH = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("alongside",), ("and",), ("&",), ("plus",))
_NO_PERSON = frozenset("family household couple crew team group party member members".split())
#: Classes of words that no one person's description holds: verbs of harm and of saying, what opens a clause.
_VERBS = frozenset("akdiDgswKI13V")
_PREPOSITIONS = frozenset("including among excluding like such namely than in at on by with of from to for near as after before into under over during since until about between against".split())
_HEDGES = frozenset("named unnamed suspected alleged reported".split())
_ENDS_NAME = frozenset(", ; : ( ) . and & as along together alongside who from of in at on near when after while by during was were had has".split()) | _DASHES | set(_QUOTES)
_NAMING = frozenset("named called identified known names naming".split())
_LONGEST = 30  # tokens of an aside
_MODIFIERS = 12  # tokens before a name
_NAME = 8  # tokens


@dataclass(slots=True)
class Person:
    """One of the people of a subject: tokens of the words that name it, and where all that is said of it ends."""

    first: int
    last: int
    end: int
    counted: int | None = None


class Subject:
    """Reads who stands before a verb of harm, from the words of one sentence."""

    def __init__(self, finder: Finder) -> None:
        """Take the sentence, with its counts and its words of time."""
        self._words, self._raw = finder.tokens.words, finder.tokens.raw
        spans = finder.chunks.spans
        self._counts = {c.start: (at, c) for at, c in finder.chunks.counts.items() if c.kind in "nv"}
        self._times = {spans[at][1] for at, tag in enumerate(finder.tags) if tag == "T"}

    def people(self, end: int, *, one: bool) -> list[Person]:
        """Return the people of the subject that ends before token ``end``, none where it is not made of people.

        ``one``: the verb is in the singular, so that what stands between commas behind the first is said of it.
        """
        for start in range(end):
            if start and self._words[start - 1] not in _OPENS and start not in self._times and not self._said(start - 1):
                continue
            found = self._counted(start, end, one=one) or (self._single(start, end) if one else self._list(start, end))
            if found:
                return found
        return []

    def _said(self, k: int) -> bool:
        """Tell whether somebody says what follows a word: "the agency reported A B was killed", not "a man named A B"."""
        return LEX.get(self._words[k], "") == "s" and self._words[k] not in _NAMING

    def opening(self, end: int) -> list[Person]:
        """Return the people with whom the sentence opens, all of them before token ``end``."""
        return self._counted(0, end, one=False) or self._list(0, end) or self._single(0, end)

    def companions(self, start: int) -> list[Person]:
        """Return the people told of from token ``start`` on: those who died "along with" somebody."""
        out: list[Person] = []
        k, words, end = start, self._words, len(self._words)
        while k < end and (person := self._person(k, end)) is not None:
            out.append(person)
            k = person.end = self._asides(person, end)
            moved = k + (words[k : k + 1] == [","])
            moved += words[moved : moved + 1] in (["and"], ["&"])
            if moved == k:
                break
            k = moved
        return out

    def _counted(self, start: int, end: int, *, one: bool) -> list[Person]:
        """Return the count whose people are told one by one behind it: "at least three people – A, his wife and B –"."""
        at, counted = self._counts.get(start, (None, None))
        if at is None or counted is None:
            return []
        k = counted.end
        if k < end and self._words[k] in ("of", "from"):
            k = self._until(k, end, (",", ":", "(", *_DASHES))  # "two members of the Tarn family, A B and C D,"
        if k + 1 >= end or self._words[k] not in (",", ":", "(", *_DASHES):
            return []
        inner = self._single(k + 1, end) or ([] if one else self._list(k + 1, end, fewest=1))
        if not inner or (counted.number.low or 0) < len(inner) or self._words[start] in (*_ARTICLES, "another"):
            return []
        return [Person(start, counted.end, end, at)]

    def _single(self, start: int, end: int) -> list[Person]:
        person = self._person(start, end)
        if person is None or (person.counted is not None and self._of(person).number.high != 1):
            return []
        k = self._asides(person, end)
        if k >= end or (self._words[k] == "," and self._words[end - 1] == "," and self._plain(k + 1, end - 1)):
            person.end = end
            return [person]
        return []

    def _plain(self, start: int, end: int) -> bool:
        """Tell whether what stands between two commas only says who somebody is: no clause with a verb of its own."""
        words = self._words
        for k in range(start, end):
            word = words[k]
            if word == ";" or (LEX.get(word, "") in _VERBS and not self._opens_aside(k)):
                return False
        return end - start < 2 * _LONGEST

    def _opens_aside(self, k: int) -> bool:
        """Tell whether a verb opens an aside, or stands in one that a pronoun opens: ", reported missing by some,"."""
        words = self._words
        while k > 0 and words[k - 1] != ",":
            k -= 1
            if words[k] in ("who", "whose", "whom", "which"):
                return True
        return LEX.get(words[k], "") != "a" and (words[k].endswith("ly") or LEX.get(words[k], "") in _VERBS)

    def _list(self, start: int, end: int, *, fewest: int = 2) -> list[Person]:
        out: list[Person] = []
        k, words, linked = start, self._words, False
        while k < end:
            person = self._person(k, end, bare=start == 0, fewest=fewest)
            if person is None:
                return []
            k = person.end = self._asides(person, end)
            out.append(person)
            if k >= end:
                break
            moved = k
            if words[moved] in (",", ";", *_DASHES):
                moved += 1
            joint = next((one for one in _WITH if tuple(words[moved : moved + len(one)]) == one), ())
            moved += len(joint)
            if moved == k:
                return []
            if moved >= end:
                break
            k, linked = moved, linked or bool(joint)
        named = all(person.counted is None for person in out)
        return out if len(out) > 1 and (linked or named) else []  # "Old Halvin, 641 people": no list

    def _of(self, person: Person) -> Counted:
        return next(c for at, c in self._counts.values() if at == person.counted)

    def _person(self, start: int, end: int, *, bare: bool = False, fewest: int = 2) -> Person | None:
        """Return the person whose words start at a token: a count, a name with what stands before it, kin, a trade."""
        held = self._counts.get(start)
        k, words = start, self._words
        owned = words[k] in POSSESSIVES
        if held is None and owned:
            held = self._counts.get(k + 1)
        if held is not None:
            at, counted = held
            name = self._name(self._named(counted.end), end, fewest=1) if counted.number.high == 1 else counted.end
            return Person(start, max(name, counted.end), max(name, counted.end), at)
        k += owned or words[k] in _ARTICLES
        aged = role = False
        for _ in range(_MODIFIERS):
            if k >= end:
                break
            name = self._name(k, end, fewest=1 if role or aged or owned else fewest)
            if name > k and self._ends_name(name, end):
                return Person(start, name, name)
            years = self._years(k)
            if years > k:
                k, aged = years, True
                continue
            word = words[k]
            if role and self._named(k) > k:
                k, aged = self._named(k), True
                continue
            if role and self._ends_name(k, end):
                break
            if word in _NO_PERSON or word in _PREPOSITIONS or (LEX.get(word, "") in _VERBS and not (word in _HEDGES and (k == start or words[start] in _ARTICLES))) or not word.replace("-", "").isalpha():
                break
            role = word in SINGULARS
            k += 1
        if not role or not (owned or bare or start == 0 or words[start] in _ARTICLES):
            return None
        return Person(start, k, k)

    def _named(self, k: int) -> int:
        """Return the token after "named", "identified as", ``k`` where no such word stands there."""
        words = self._words
        if words[k : k + 1] and words[k] in _NAMING:
            return k + 1 + (words[k + 1 : k + 2] == ["as"])
        return k

    def _ends_name(self, k: int, end: int) -> bool:
        return k >= end or self._words[k] in _ENDS_NAME

    def _name(self, k: int, end: int, *, fewest: int) -> int:
        """Return the token after a name of at least so many words, ``k`` where none stands there."""
        words, raw = self._words, self._raw
        j = k
        while j < end and j < k + _NAME:
            capital = raw[j][:1].isupper() and words[j].replace("-", "").replace("'", "").isalpha() and not (raw[j].isupper() and len(raw[j]) > 1)
            joined = words[j] in _PARTICLES or words[j].startswith(_JOINED)
            if not (joined or (is_name(words[j], raw[j]) and words[j] not in _PREPOSITIONS if j == k else capital)):
                break
            j += 1
        return j if sum(word not in _PARTICLES or word in _NAME_PARTS for word in words[k:j]) >= fewest else k

    def _years(self, k: int) -> int:
        """Return the token after an age: "16 year old", "44-year-old", "three-month-old", "one month old"."""
        words = self._words
        word = words[k]
        if ("-old" in word or word.endswith(("-year", "-month"))) and (word[0].isdigit() or "-" in word):
            return k + 1 + (words[k + 1 : k + 2] == ["old"])
        number = (word[0].isdigit() and len(word) < 4) or word in NUMBER_WORDS
        if number and words[k + 1 : k + 2] and words[k + 1].removesuffix("-old") in _SPANS:
            return k + 2 + (words[k + 2 : k + 3] == ["old"])
        return k

    def _asides(self, person: Person, end: int) -> int:
        """Return the token after all that is said of a person in brackets, between commas or dashes."""
        k, words = person.end, self._words
        while k < end:
            after = self._bracketed(k, end)
            if after == k and words[k] == ",":
                after = self._aside(k, end, named=any(raw[:1].isupper() for raw in self._raw[person.first + 1 : person.last]) or self._raw[person.last - 1][:1].isupper())
            elif after == k and words[k] in ("from", "of", "who"):
                after = self._until(k, end, (",", "and", *_DASHES))
            if after == k:
                break
            k = after
        return k

    def _bracketed(self, k: int, end: int) -> int:
        words = self._words
        closing = ")" if words[k] == "(" else _QUOTES.get(words[k], "")
        if closing:
            return self._until(k, end, (closing,), over=True)
        return self._until(k, end, tuple(_DASHES), over=True) if words[k] in _DASHES else k

    def _aside(self, k: int, end: int, *, named: bool) -> int:
        """Return the token after what stands between two commas and is said of the one before, ``k`` where none does."""
        words = self._words
        if k + 1 >= end:
            return k
        years = self._years(k + 1)
        if years == k + 1 and words[k + 1].isdecimal() and len(words[k + 1]) < 3 and (k + 2 == end or words[k + 2] in (",", "and", "of", "from")):
            years = k + 2
        if years > k + 1:
            name = self._name(years, end, fewest=1)
            if name > years and named:
                return k  # "A B, 16 year old C D": the next of the list
            return name
        if not named and (name := self._name(self._named(k + 1), end, fewest=1)) > k + 1 and self._ends_name(name, end):
            return name  # "his mother-in-law, C D"
        if words[k + 1] in ("who", "whose") or (words[k + 1] in _ASIDES and named):
            return self._until(k, end, (",",))
        return k

    def _until(self, k: int, end: int, stops: tuple[str, ...], *, over: bool = False) -> int:
        """Return the first of some tokens behind ``k``, or the one after it, ``k`` where none is near."""
        for j in range(k + 1, min(end, k + _LONGEST)):
            if self._words[j] in stops:
                return j + over
        return end if not over and end - k < _LONGEST else k
