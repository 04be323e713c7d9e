"""Whether a speaker or a place that was found is the gold's, for the tools that fit tables of them."""

from harmtrace.claims.alike import telling


def right(found: str | None, gold: str | None) -> bool:
    """Tell whether one holds at least half of the right one's words, or both are empty."""
    asked, words = telling(gold or ""), telling(found or "")
    return len(words & asked) * 2 >= len(asked) if asked else not words
