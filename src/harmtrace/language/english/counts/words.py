"""Words that end a count phrase, nouns of harm that are counted themselves (deaths, injuries), and who a noun names."""

from harmtrace.language.english.words import WHO_CIVILIAN, WHO_COMBATANT
from harmtrace.records.claim import Who

BE = frozenset("is are was were be been being feared".split())
DEATH_HEADS = frozenset("death deaths fatality fatalities killings".split())
INJURY_HEADS = frozenset("injury injuries wounds".split())
CASUALTY_HEADS = frozenset("casualty casualties victims victim".split())
STOP_HEAD = frozenset(
    "in at on by from with for to into near after before when while who which that as during since until under over against between if but because than where "
    "is are was were be been being has have had do did will would could may might can and or nor".split()
)


def who_of(head: str) -> Who:
    """Return what a noun says of those it names."""
    if head in WHO_CIVILIAN:
        return Who.CIVILIAN
    if head in WHO_COMBATANT:
        return Who.COMBATANT
    return Who.UNSPECIFIED
