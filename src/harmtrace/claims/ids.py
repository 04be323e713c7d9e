"""Claim ids: from document, words, kind and number alone, the same in every command."""

from hashlib import sha256

from harmtrace.records.claim import ClaimId
from harmtrace.records.measure import Count


class Ids:
    """Gives every claim of one document its id; the same words twice get a number behind.

    >>> Ids("a.txt").give("casualty", "Ten died", Count(low=10, high=10)) == Ids("a.txt").give(
    ...     "casualty", "Ten died", Count(low=10, high=10))
    True
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._seen: dict[str, int] = {}

    def give(self, kind: str, quote: str, count: Count | None, mark: str = "") -> ClaimId:
        """Return the id of a claim; ``mark`` tells kinds of one sort apart (an outcome, a position)."""
        number = "" if count is None else f"{count.low}:{count.high}:{count.vague}"
        key = f"{self._document}\0{' '.join(quote.split())}\0{kind}\0{mark}\0{number}"
        digest = sha256(key.encode("utf-8", "surrogatepass")).digest()[:7].hex()
        times = self._seen.get(digest, 0) + 1
        self._seen[digest] = times
        return ClaimId(f"c{digest}" if times == 1 else f"c{digest}-{times}")
