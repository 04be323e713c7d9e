"""Whose claim is whose: independent voices (VOCABULARY, Origins), and which document's version a claim repeats."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from harmtrace.errors import PeriodError
from harmtrace.language.organisations import arabic, one_name
from harmtrace.language.parties import canonical, fold, party
from harmtrace.records.claim import Casualty, Claim, Modality, Step, VoiceKind, Who
from harmtrace.records.head import DocumentHead
from harmtrace.records.measure import Period
from harmtrace.records.text import Family, Relation, RelationKind, SourceKind

_COPIED = (RelationKind.COPY_OF, RelationKind.EXCERPT_OF, RelationKind.IDENTICAL)
_OFFICIAL_KINDS = (VoiceKind.MILITARY, VoiceKind.GOVERNMENT, VoiceKind.HEALTH, VoiceKind.CIVIL_DEFENCE)
_OFFICIAL_SOURCES = (SourceKind.OFFICIAL_MILITARY, SourceKind.OFFICIAL_GOVERNMENT, SourceKind.HEALTH)
_OFFICIAL_WORDS = frozenset(
    (
        "official",
        "officials",
        "authorities",
        "ministry",
        "police",
        "governor",
        "mayor",
        "army",
        "military",
        "government",
    )
)
_BODY_WORDS_TEXT = (
    "ministry department directorate office authority administration command forces army coalition defence defense "
    "observatory committee network agency bureau council centre center commission organisation organization mission "
    "brigade hospital spokesman spokesperson spokeswoman statement government pentagon court union league institute"
)
_BODY_WORDS = frozenset(_BODY_WORDS_TEXT.split())
_SMALL_WORDS_TEXT = (
    "the a an of for in on at by from and to its his her their s spokesman spokeswoman spokesperson statement said "
    "head chief director officer press news agency website report local regional"
)
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())

#: Between the names of several sources.
_AND = re.compile(r",? and (?:the )?|, (?:the )?| و(?=ال|شبك|وكال|مرصد|مركز|صحيف)")


class Voices:
    """Gives each claim of one incident its voice, and says which document version a claim repeats."""

    def __init__(
        self,
        claims: Sequence[Claim],
        heads: Mapping[str, DocumentHead],
        *,
        relations: Iterable[Relation],
        families: Iterable[Family],
    ) -> None:
        """Take the claims of the incident, and what is known of all their documents."""
        self.heads = heads
        documents = {claim.document for claim in claims}
        self._first = {member: family.first for family in families for member in family.members}
        self._copied: dict[str, set[str]] = defaultdict(set)
        self._newer: dict[str, set[str]] = defaultdict(set)
        relations = tuple(relations)
        for relation in relations:
            if relation.kind in _COPIED and relation.a in documents:
                self._copied[relation.a].add(relation.b)
            elif relation.kind is RelationKind.REVISION_OF and not relation.by_id_alone:
                self._newer[relation.a].add(relation.b)
        self._names: dict[str, str] = {}
        self._publishers: dict[str, str] = {}
        self._known = {_significant(head.source) for head in heads.values() if head.source is not None} - {""}
        self._longer = self._aliases(claims)
        self._of = {claim.id: self._key(claim) for claim in claims}
        self._adopt_restatements(claims)
        self._adopt_quotations(claims, relations)

    def key(self, claim: Claim) -> str:
        """Return the key of the voice that a claim belongs to."""
        return self._of[claim.id]

    def several(self, claim: Claim) -> tuple[str, ...]:
        """Return the keys of the voices that a claim names together ("the Gazette and the Wire said"), none for one."""
        if claim.speaker is None:
            return ()
        names = () if _significant(claim.speaker) in self._known else _named_together(claim.speaker)
        known = all(_significant(name) in self._known or _is_body(name, claim.voice) for name in names)
        return tuple(self._source(name) for name in names) if known else ()

    def name(self, key: str) -> str:
        """Return a voice's name for people."""
        return self._names.get(key, key.partition(":")[2])

    def own(self, claim: Claim) -> bool:
        """Tell whether a claim's document is of the voice itself: it gathered the claim, or published its own count."""
        return self.document_key(claim.document) == self._of[claim.id]

    def published_by(self, document: str, kind: SourceKind) -> bool:
        """Tell whether a document's publisher is of a kind."""
        head = self.heads.get(document)
        return head is not None and head.source_kind is kind

    def document_key(self, document: str) -> str:
        """Return the voice of a document's publisher, as far as it gathers: that of its family's first text."""
        if document not in self._publishers:
            self._publishers[document] = self._publisher(document)
        return self._publishers[document]

    def _publisher(self, document: str) -> str:
        first = self._first.get(document, document)
        head = self.heads.get(first)
        if head is None or head.source is None:
            key = f"text:{first}"
            others = sorted(m for m, f in self._first.items() if f == first and m != first)
            self._names[key] = first if not others else f"{first} with its versions and copies"
            return key
        if head.source_kind in (SourceKind.OFFICIAL_MILITARY, SourceKind.OFFICIAL_GOVERNMENT):
            known = party(head.source)
            if known is not None:
                self._names[f"party:{known}"] = known
                return f"party:{known}"
        return self._source(head.source)

    def _source(self, name: str) -> str:
        words = _significant(name)
        key = "source:" + self._longer.get(words, words)
        if key == "source:" + words:
            known = self._names.get(key, "")
            self._names[key] = min((n for n in (known, _bare(name)) if n), key=lambda n: (-len(n), n))
        else:
            self._names.setdefault(key, self._longer[words])
        return key

    def _aliases(self, claims: Sequence[Claim]) -> dict[str, str]:
        """Map short names of organisations ("the Committee") to the one longer name that holds all their words.

        A name in Arabic letters is mapped to the one in Latin letters that says or sounds the same.
        """
        names = {_significant(head.source) for c in claims if (head := self.heads.get(c.document)) and head.source}
        names |= {_significant(head.source) for d in {self._first.get(c.document, c.document) for c in claims}
                  if (head := self.heads.get(d)) and head.source}  # fmt: skip
        for claim in claims:
            for name in (claim.speaker if self._speaks_as_body(claim) else None, claim.via):
                if name is not None and not any(_significant(each) in self._known for each in _named_together(name)):
                    names.add(_significant(name))
        names.discard("")
        words = {name: frozenset(name.split()) for name in names}
        result = {}
        for name, mine in words.items():
            longer = [other for other, theirs in words.items() if mine < theirs]
            if longer:
                result[name] = min(longer, key=lambda o: (-len(o), o))
        written = {name for name in names if not arabic(name)}
        for name in names - written:
            same = {result.get(other, other) for other in written if one_name(name, other)}
            if len(same) == 1:
                result[name] = same.pop()
        return result

    def _speaks_as_body(self, claim: Claim) -> bool:
        """Tell whether the speaker is an organisation itself, not a person or unnamed officials it asked.

        The publisher of a text of the incident is one, whatever its name sounds like ("according to the Gazette").
        """
        if claim.speaker is None or _only_allegation(claim):
            return False
        return _is_body(claim.speaker, claim.voice) or _significant(claim.speaker) in self._known

    def _key(self, claim: Claim) -> str:
        if self._speaks_as_body(claim) and claim.speaker is not None:
            if claim.voice is VoiceKind.CIVIL_DEFENCE:
                self._names["body:civil defence"] = "civil defence"
                return "body:civil defence"
            if claim.voice in (VoiceKind.MILITARY, VoiceKind.GOVERNMENT):
                known = party(claim.speaker)
                if known is not None and not _ministry_of_health(claim.speaker):
                    self._names[f"party:{known}"] = known
                    return f"party:{known}"
            if _ministry_of_health(claim.speaker):
                self._names["body:health ministry"] = "health ministry"
                return "body:health ministry"
            if not _significant(claim.speaker):
                return self.document_key(claim.document)
            return self._source(claim.speaker)
        if claim.via is not None and _significant(claim.via):
            return self._source(claim.via)
        return self.document_key(claim.document)

    def _adopt_restatements(self, claims: Sequence[Claim]) -> None:
        """Give an outlet's bare restatement of a figure that it carries from a body to that body's voice."""
        carried: dict[tuple[str, bool, str, int | None, int | None], set[str]] = defaultdict(set)
        for claim in claims:
            if isinstance(claim, Casualty) and not self.own(claim):
                carried[_figure(claim)].add(self._of[claim.id])
        for claim in claims:
            if not isinstance(claim, Casualty) or not self.own(claim) or claim.via is not None:
                continue
            if claim.voice in (VoiceKind.OUTLET, VoiceKind.HEARSAY) and len(carried.get(_figure(claim), ())) == 1:
                (self._of[claim.id],) = carried[_figure(claim)]

    def _adopt_quotations(self, claims: Sequence[Claim], relations: Iterable[Relation]) -> None:
        """Give a figure that stands in a quotation of another body's own text to that body's voice."""
        figures: dict[str, list[Casualty]] = defaultdict(list)
        for claim in claims:
            if isinstance(claim, Casualty):
                figures[claim.document].append(claim)
        for relation in relations:
            if relation.kind is not RelationKind.SAME_STATEMENT or not (
                figures.get(relation.a) and figures.get(relation.b)
            ):
                continue
            for passage in relation.passages:
                if not passage.quoted:
                    continue
                stated = {
                    _bounds(c): self._of[c.id] for c in figures[relation.b]
                    if self.own(c) and passage.b_start <= c.number_start < passage.b_end
                }  # fmt: skip
                for claim in figures[relation.a]:
                    if passage.a_start <= claim.number_start < passage.a_end and _bounds(claim) in stated:
                        self._of[claim.id] = stated[_bounds(claim)]

    def version(self, claim: Claim, same_voice: Iterable[Casualty]) -> str:
        """Return the document whose words a claim repeats: the copied text, the earliest relay, or its own document."""
        document = claim.document
        if not isinstance(claim, Casualty):
            return document
        copied, own = self._copied.get(document, ()), self.own(claim)
        if own and not copied:
            return document
        outcome, low, high = claim.outcome, claim.count.low, claim.count.high
        alike = {
            o.document for o in same_voice
            if o.outcome is outcome and o.count.low == low and o.count.high == high
            and o.id != claim.id and o.step is not Step.REPLACED and o.document != document
        }  # fmt: skip
        if found := self._earliest(o for o in alike if o in copied and not self.later(o, document)):
            return found
        if not own:
            return self._earliest(o for o in alike if self.later(document, o)) or document
        return self._earliest(o for o in copied if o != document and not self.later(o, document)) or document

    def _earliest(self, documents: Iterable[str]) -> str | None:
        return min(documents, key=lambda d: (self._order(d), d), default=None)

    def _order(self, document: str) -> int:
        day = self.day(document)
        return day[0] if day is not None else 10_000_000

    def day(self, document: str) -> tuple[int, int] | None:
        """Return the first and last day (ordinals) on which a document was published, None where unknown."""
        head = self.heads.get(document)
        return days(head.published) if head is not None else None

    def later(self, a: str, b: str) -> bool:
        """Tell whether document ``a`` is known to be later than ``b``: a later version of it, or published after."""
        if a == b:
            return False
        if self._newer and self._reaches(a, b):
            return True
        if self._newer and self._reaches(b, a):
            return False
        x, y = self.day(a), self.day(b)
        return x is not None and y is not None and x[0] > y[1]

    def _reaches(self, a: str, b: str) -> bool:
        seen, ahead = {a}, [a]
        while ahead:
            for older in self._newer.get(ahead.pop(), ()):
                if older == b:
                    return True
                if older not in seen:
                    seen.add(older)
                    ahead.append(older)
        return False

    def official(self, claim: Claim) -> str | None:
        """Return the official body that a claim's figure comes from, None where it comes from none."""
        if claim.speaker is not None:
            return None if _only_allegation(claim) else _official(claim.speaker, claim.voice)
        head = self.heads.get(claim.document)
        if head is None or head.source is None or claim.via is not None or head.source_kind not in _OFFICIAL_SOURCES:
            return None
        return canonical(head.source)


@lru_cache(maxsize=16_384)
def _official(speaker: str, voice: VoiceKind) -> str | None:
    if voice not in _OFFICIAL_KINDS and not set(fold(speaker).split()) & _OFFICIAL_WORDS:
        return None
    known = party(speaker) if voice is VoiceKind.MILITARY else None
    return known if known is not None else _bare(speaker)


def _only_allegation(claim: Claim) -> bool:
    """Tell whether a military body merely speaks of what others allege, and so vouches for no count."""
    if claim.voice is not VoiceKind.MILITARY or not isinstance(claim, Casualty):
        return False
    return claim.modality in (Modality.ALLEGED, Modality.UNCONFIRMED)


@lru_cache(maxsize=16_384)
def _is_body(speaker: str, voice: VoiceKind) -> bool:
    words = set(fold(speaker).split())
    match voice:
        case VoiceKind.CIVIL_DEFENCE | VoiceKind.MEDIA:
            return True
        case VoiceKind.MONITOR:
            return not words <= {"activists", "local", "monitors", "the", "a", "an", "activist", "monitor", "some"}
        case VoiceKind.HEALTH | VoiceKind.GOVERNMENT | VoiceKind.MILITARY:
            return bool(words & _BODY_WORDS) or _is_party(speaker)
        case VoiceKind.OUTLET | VoiceKind.PEOPLE | VoiceKind.HEARSAY:
            return False


@lru_cache(maxsize=16_384)
def _is_party(speaker: str) -> bool:
    return party(speaker) is not None and not set(fold(speaker).split()) & {"officials", "official", "commander"}


@lru_cache(maxsize=16_384)
def _ministry_of_health(speaker: str) -> bool:
    words = set(fold(speaker).split())
    return "health" in words and bool(words & {"ministry", "minister", "department", "directorate", "authorities"})


@lru_cache(maxsize=16_384)
def _significant(name: str) -> str:
    kept = [word for word in fold(name).split() if word not in _SMALL_WORDS]
    return " ".join(kept)


@lru_cache(maxsize=16_384)
def _named_together(name: str) -> tuple[str, ...]:
    """Return the names of which one is made ("the Gazette and the Wire"); none where it is one alone."""
    names = tuple(each for each in _AND.split(name) if _significant(each))
    return names if len(names) > 1 else ()


@lru_cache(maxsize=16_384)
def _bare(name: str) -> str:
    words = " ".join(name.split())
    head, _, rest = words.partition(" ")
    return rest if rest and head.casefold() in ("the", "a", "an") else words


def _figure(claim: Casualty) -> tuple[str, bool, str, int | None, int | None]:
    # Four men are not the same figure as "all four were fighters".
    return (claim.document, claim.who is Who.COMBATANT, *_bounds(claim))


def _bounds(claim: Casualty) -> tuple[str, int | None, int | None]:
    return (str.__str__(claim.outcome), claim.count.low, claim.count.high)


@lru_cache(maxsize=16_384)
def days(edtf: str | None) -> tuple[int, int] | None:
    """Return first and last day of an EDTF text as ordinals, None where it is unknown or open.

    >>> first, last = days("2017-02")
    >>> last - first
    27
    """
    if not edtf:
        return None
    try:
        period = Period.of(edtf)
    except PeriodError:
        return None
    first: date | None = period.first
    last: date | None = period.last
    return (first.toordinal(), last.toordinal()) if first is not None and last is not None else None
