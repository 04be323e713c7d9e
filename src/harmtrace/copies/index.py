"""The index of a collection: texts go in one by one, relations and families come out."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from harmtrace.copies.alike import Heads
from harmtrace.copies.families import families
from harmtrace.copies.kinds import Text, prepare, relate
from harmtrace.copies.letters import Hashes, Letters
from harmtrace.copies.order import Card, days
from harmtrace.copies.postings import Postings
from harmtrace.copies.words import fold, found, pieces, read
from harmtrace.errors import DuplicateError
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, Family, Likeness, Relation, SourceKind

PAIRS_A_DOCUMENT = 2
"""Pairs compared word by word for each document, on average and beside the first 8,000."""

_CACHED = 1024
_BATCH = 1 << 17
_PROTOCOL = re.compile(r"[a-z]{1,20}://(?:www\.)?", re.IGNORECASE)
_ASKED = re.compile(r"[?#]")

Result = tuple[tuple[Relation, ...], tuple[Family, ...], tuple[Issue, ...]]


def find(documents: Iterable[Document]) -> Result:
    """Return the relations between documents, the families they form, and issues.

    The result does not depend on the order of the documents.

    Raises:
        DuplicateError: two documents have one id.
    """
    index = Index()
    texts: dict[str, str] = {}
    for document in documents:
        index.add(document)
        texts[document.id] = document.text
    return index.relate(texts.__getitem__)


class Index:
    """Word runs of many texts, without the texts: about 6 bytes a word, and a card each.

    Add every document once, then ask for the relations. Texts are asked for again only where two
    share enough to be compared word by word.
    """

    def __init__(self) -> None:
        self._letters = Letters()
        self._postings = Postings()
        self._heads = Heads(self._letters)
        self._cards: dict[str, Card] = {}
        self._numbers: dict[bytes, int] = {}
        self._alike: list[list[str]] = []
        self._waiting: list[tuple[str, list[str]]] = []
        self._size = 0

    def add(self, document: Document) -> None:
        """Take a document in.

        Raises:
            DuplicateError: a document of that id is in already.
        """
        if document.id in self._cards:
            raise DuplicateError(f"{document.id}: two documents have this id")
        card = _card(document)
        self._cards[card.id] = card
        self._waiting.append((card.id, [document.text[s:e] for s, e in card.kept]))
        self._size += len(document.text)
        if self._size >= _BATCH:
            self._take_in()

    def _take_in(self) -> None:
        """Index the texts that are waiting, all at once: so many small arrays would cost more than the work."""
        texts = [piece for _, parts in self._waiting for piece in parts]
        starts, _, hashes = self._letters.scan("\n".join(texts))
        borders = np.searchsorted(starts, np.cumsum([len(t) + 1 for t in texts])).tolist()
        counts, kept, heads, at, number = [], [], [], 0, 0
        for name, parts in self._waiting:
            ends = borders[number : number + len(parts)]
            number += len(parts)
            begin, stop = at, ends[-1] if ends else at
            at = stop
            inner = [e - s for s, e in pairwise([begin, *ends])]
            digest = blake2b(hashes[begin:stop].tobytes() + repr(inner).encode(), digest_size=16).digest()
            group = self._numbers.get(digest)
            if group is None:
                self._numbers[digest] = len(self._alike)
                self._alike.append([name])
                counts.append(inner)
                kept.append(hashes[begin:stop])
                heads.append("\n".join(parts))
            else:
                self._alike[group].append(name)
        if counts:
            self._postings.add(np.concatenate(kept), counts)
            self._heads.add(heads)
        self._waiting, self._size = [], 0

    def relate(self, text_of: Callable[[str], str]) -> Result:
        """Return the relations, the families and issues; ``text_of`` gives the text of an id."""
        self._take_in()
        groups = [sorted(ids, key=self._rank_key) for ids in self._alike]
        pairs, stock, issues = self._pairs(groups)
        shelf = _Shelf(self._cards, self._letters, text_of, stock)
        relations = list(_reposts(groups, shelf))
        for one, two in pairs:
            relation = relate(shelf.text(one), shelf.text(two))
            if relation is not None:
                relations.append(relation)
        relations.sort(key=lambda r: (r.a, r.b))
        return tuple(relations), families(relations, self._cards), issues

    def alike(self) -> tuple[Likeness, ...]:
        """Return which texts share words that few others have; texts of the same words stand for one another."""
        self._take_in()
        return self._heads.alike([min(ids) for ids in self._alike])

    def _rank_key(self, member: str) -> tuple[str, bool, str]:
        card = self._cards[member]
        return (days(card) or "9999", card.kind is not SourceKind.AGENCY, member)

    def _pairs(self, groups: list[list[str]]) -> tuple[list[tuple[str, str]], Hashes, tuple[Issue, ...]]:
        """Return the pairs of ids to compare, stock runs, and an issue where pairs had to be left out."""
        if not groups:
            return [], np.empty(0, dtype=np.uint64), ()
        order = sorted(range(len(groups)), key=lambda n: self._rank_key(groups[n][0]))
        rank = np.empty(len(groups), dtype=np.int64)
        rank[order] = np.arange(len(groups))
        found_pairs = self._postings.pairs(rank, budget=PAIRS_A_DOCUMENT * len(groups) + 8_000)
        pairs = [
            self._members(groups[left], groups[right])
            for left, right in zip(found_pairs.left.tolist(), found_pairs.right.tolist(), strict=True)
        ]
        issues: tuple[Issue, ...] = ()
        if found_pairs.dropped:
            message = (
                f"{found_pairs.dropped} pairs of texts that share runs of words were not compared: more than "
                f"{PAIRS_A_DOCUMENT} a document were found, so each text was compared with its nearest only"
            )
            issues = (Issue(code="copies-not-compared", message=message),)
        return sorted(pairs), found_pairs.stock, issues

    def _members(self, left: list[str], right: list[str]) -> tuple[str, str]:
        """Return one text of each group: of one outlet where there are such, else the first of each."""
        one, two = left[0], right[0]
        if len(left) + len(right) > 2:
            ours: dict[str, str] = {}
            for member in reversed(left):
                ours[self._cards[member].source] = member
            same = next((m for m in right if self._cards[m].source and self._cards[m].source in ours), None)
            if same is not None:
                one, two = ours[self._cards[same].source], same
        return (one, two) if one < two else (two, one)


class _Shelf:
    """Texts made ready for comparing; the latest are kept at hand."""

    def __init__(
        self, cards: Mapping[str, Card], letters: Letters, text_of: Callable[[str], str], stock: Hashes
    ) -> None:
        self._cards = cards
        self._letters = letters
        self._text_of = text_of
        self._stock = stock
        self._ready: OrderedDict[str, Text] = OrderedDict()

    def text(self, member: str) -> Text:
        """Return the text of an id, ready for comparing."""
        if member in self._ready:
            self._ready.move_to_end(member)
            return self._ready[member]
        card, text = self._cards[member], self._text_of(member)
        words = read(text, card.kept, seam=member, letters=self._letters)
        ready = prepare(card, text, words, self._stock)
        self._ready[member] = ready
        if len(self._ready) > _CACHED:
            self._ready.popitem(last=False)
        return ready


def _reposts(groups: Iterable[list[str]], shelf: _Shelf) -> Iterable[Relation]:
    """Return how each text of the same words is related to the first of them."""
    for first, *others in groups:
        for other in others:
            relation = relate(shelf.text(first), shelf.text(other))
            if relation is not None:
                yield relation


def _card(document: Document) -> Card:
    """Return what has to be known of a document beside its words."""
    address = _address(document.url or "")
    host = address.split("/")[0]
    name = " ".join((document.source or "").split())
    return Card(
        id=document.id,
        published=document.published,
        source=_folded(name) or host,
        name=name,
        kind=document.source_kind,
        address=address if address != host else "",
        title=_folded(document.title or ""),
        kept=pieces(len(document.text), document.zones),
    )


def _address(url: str) -> str:
    """Return an address without its protocol, what was asked of it, and slashes at its end.

    >>> _address("https://www.post.example/a/?page=2#top")
    'post.example/a'
    """
    url = url.strip()
    protocol = _PROTOCOL.match(url)
    return _ASKED.split(url if protocol is None else url[protocol.end() :], maxsplit=1)[0].rstrip("/").lower()


def _folded(text: str) -> str:
    """Return a text as its folded words."""
    return " ".join(fold(w) for w in found(text))
