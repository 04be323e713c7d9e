"""What an English sentence tells of the event: another one, one of long ago, a time; the means, what was hit, the parties."""

import re

from harmtrace.language.english.modality import DOUBT_WORDS
from harmtrace.language.late import late

# These run over lower-cased sentences and start with a literal, so that the engine can skip ahead; ``hit`` sees to
# the word boundary before them.
_SEPARATE = late(
    r"(?:in a separate|in another|in a different|a separate|another separate|a different|a second|another|one separate|yet another|an unrelated|a further|elsewhere|in other news|across the line)"
    r"(?:(?<=elsewhere)\b|(?<=other news)|(?<=across the line)| (?:\w+ ){0,2}?(?:strike|attack|raid|incident|blast|bombing|explosion|shelling|air ?strike|loss|assault|event|case|village|town|district)\b)"
    r"|(?:the|a) (?:second|third|fourth|other)(?:,| (?:hit|struck|killed|left|was)\b)"
)
_BACKGROUND = late(
    r"(?:since (?:(?:a|an|last|march|january|february|april|may|june|july|august|september|october|november|december) (?:\w+ ){0,4}?|the (?:[\w-]+ )?)(?:strike|attack|raid|bombing|massacre|when|in which)\b"
    r"|deadliest|worst (?:\w+ ){0,3}since|remember(?:s|ed)? (?:19|20)\d\d|last year|the previous year|earlier case|second such|third such|months? ago|years? ago|bloodiest|last yr)"
)
_RETURNS = late(
    r"(?:latest (?:attack|strike|blast|raid|bombing|incident)|the (?:march|january|february|april|may|june|july|august|september|october|november|december) \d+ (?:strike|incident|attack|casualties))"
)
_SPACE = r" (?:the )?(?:past|last|first|space of|previous) (?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|years?|half)(?!['’]s)\b"
_PERIOD = late(
    r"so far (?:this|in)|to date|this (?:month|year|week)(?: alone)?\b|since (?:the )?(?:start|beginning|launch|outbreak|war|coup|early|mid|late|january|february|march|april|may|june|july|august|september|october|november|december|its|\d)"
    rf"|in{_SPACE}|over{_SPACE}|during{_SPACE}|within{_SPACE}|for{_SPACE}|overall|in (?:\w+|\d+) (?:months|years|weeks|days)\b"
    r"|within (?:\w+|\d+) (?:days|weeks|months|years)|in (?:the |both |all )?(?:two|three|four|five|both|several) (?:attacks|strikes|raids|incidents|bombings|shellings)\b|in (?:both|all) (?:the )?(?:attacks|strikes|raids|incidents)\b"
    r"|across (?:the )?(?:country|governorate|province|region)|in all of|in a week of|week of strikes|during (?:the|that) (?:week|fortnight|month|quarter|year)\b|reporting period|throughout|iraq and syria|every (?:day|week|month)|in the (?:fortnight|month|year|quarter)|over the (?:fortnight|month|year|quarter)"
    r"|cumulative|monthly tally|per (?:day|week|month)|of the war\b|under torture|in past (?:week|month|year)"
    r"|^(?:the )?(?:last |past )?(?:two|three|four|five|six|seven|ten|\d{1,2}) (?:straight |consecutive )?(?:days|nights|weeks|months) of [^.;,]{0,40}\b(?:kill|leave|left|claim)"
)
#: "The first strike in 20 days" tells of one strike, not of twenty days.
_NTH_GATE = late(r"first |second |third |fourth |fifth |sixth |seventh |eighth |ninth |tenth |deadliest |worst |another |s(?<=\ds)t |n(?<=\dn)d |r(?<=\dr)d |t(?<=\dt)h ")
_NTH = late(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|deadliest|worst|another) (?:[\w-]+ ){0,4}?(?:in|for|within) (?:the (?:last|past) )?(?:[\w-]+ ){0,2}?(?:days?|weeks?|months?|years?|hours?)\b"
)
_ACROSS_NAME = late(r"across(?<!from across) (?:the )?[A-Z]")
_SEPARATE_WORDS = frozenset("separate different second third fourth further unrelated another elsewhere other across".split())
_BACKGROUND_WORDS = frozenset("since deadliest worst remember remembers remembered year earlier second third ago bloodiest yr".split())
_RETURN_WORDS = frozenset("latest strike incident attack casualties".split())
_PERIOD_WORDS = frozenset(
    "so date month year week since past last first space previous overall hours days weeks months years across all during reporting throughout iraq every fortnight quarter both attacks strikes raids incidents within cumulative monthly per war torture month's".split()
)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


_TARGETS = _by_word(
    {
        "house": "house home houses homes residential apartment apartments building buildings flats dwelling family four-storey three-storey residence",
        "mosque": "mosque mosques", "market": "market markets bazaar souk shop shops stall stalls", "school": "school schools college university classroom classrooms",
        "hospital": "hospital hospitals clinic clinics medical", "vehicle": "car cars bus buses minibus truck trucks taxi convoy vehicle vehicles tractor van vans taxi taxis pickup pickups pick-up pick-ups motorcycle motorbike lorry lorries ambulance ambulances rickshaw", "boat": "boat boats ferry skiff",
        "camp": "camp camps", "wedding": "wedding funeral", "bakery": "bakery", "church": "church", "checkpoint": "checkpoint", "farm": "farm field fields orchard tent livestock farmland",
    }
)  # fmt: skip
MEANS = _by_word(
    {
        "airstrike": "airstrike airstrikes air-strike air-strikes air warplane warplanes jet jets aircraft bombing strike strikes plane planes bombed",
        "shelling": "shell shells shelled shelling artillery mortar mortars", "rocket": "rocket rockets missile missiles", "drone": "drone drones", "car bomb": "car-bomb truck-bomb vbied",
        "explosion": "blast explosion explosions exploded explosives bomb bombs", "mine": "mine mines landmine landmines",
        "attack": "attack attacks attacked engagement ambush clash clashes assault massacre killing killings incident operation fighting happened took occurred stood came fell went tragedy shootout",
        "gunfire": "shot gunmen gunfire opened shooting sniper", "raid": "raid raids",
    }
)  # fmt: skip
_TARGET_WORDS = frozenset(_TARGETS)
_MEANS_WORDS = frozenset(MEANS)
_PARTY_WORDS = frozenset(
    "coalition islamic isis isil daesh russia russian russia's israel israeli syrian sdf turkish houthi houthis taliban al-shabaab rapid rsf ukrainian government army junta insurgents militants us-led u.s.-led saudi-led".split()
)
#: All words that tell something of the whole sentence: most of its words are none of them.
TELLING = _SEPARATE_WORDS | _BACKGROUND_WORDS | _RETURN_WORDS | _PERIOD_WORDS | _TARGET_WORDS | _MEANS_WORDS | DOUBT_WORDS | _PARTY_WORDS
_COALITION = r"(?:-| )?(?:led )?(?:counter-Islamic State )?coalition"
#: Every alternative starts with a letter that no other pattern hides, so that the engine can leap from one to the next.
_PARTY = late(
    rf"U\.?S\.?{_COALITION}|American{_COALITION}|international{_COALITION}|Saudi{_COALITION}|Arab{_COALITION}|counter-Islamic State coalition|C(?<!\w\w)oalition\b|c(?<!\w\w)oalition\b|Islamic State|ISIS|ISIL|Daesh|Russian?(?=\s+(?:aircraft|jets?|forces|warplanes|missiles?|strikes?|planes|military|army))|Israeli?(?=\s+(?:strike|air|forces|army|military|jets?|shelling|drone|fire))|"
    r"Syrian (?:government|army|regime)|SDF|Syrian Democratic Forces|Turkish (?:forces|army|drones?)|Houthis?|Taliban|al-Shabaab|Al-Shabaab|Rapid Support Forces|R(?<!\w\w)SF\b|Ukrainian (?:forces|army|gun|drones?)|government forces|the army|the junta|insurgents|militants"
)
_NONE: frozenset[str] = frozenset()


def another(telling: frozenset[str], low: str) -> int | None:
    """Return where the words for another event stand in a sentence in lower case, None where there are none."""
    return _hit(_SEPARATE, low) if not telling.isdisjoint(_SEPARATE_WORDS) else None


def in_background(telling: frozenset[str], low: str) -> bool:
    """Tell whether a sentence speaks of an event of long ago."""
    return not telling.isdisjoint(_BACKGROUND_WORDS) and _hit(_BACKGROUND, low) is not None


def returns(telling: frozenset[str], low: str) -> bool:
    """Tell whether a sentence comes back to the event that the text began with."""
    return not telling.isdisjoint(_RETURN_WORDS) and _hit(_RETURNS, low) is not None


def over_period(telling: frozenset[str], low: str, text: str, start: int, end: int) -> bool:
    """Tell whether a sentence, ``text[start:end]``, counts over a time and not one event."""
    if telling.isdisjoint(_PERIOD_WORDS):
        return False
    if _hit(_PERIOD, _NTH.sub(" ", low) if _NTH_GATE.search(low) is not None else low) is not None:
        return True
    return "across" in telling and _ACROSS_NAME.search(text, start, end) is not None


def targets(telling: frozenset[str]) -> frozenset[str]:
    """Return what a sentence says was hit: "house", "market"."""
    return frozenset([_TARGETS[w] for w in telling if w in _TARGETS]) if not telling.isdisjoint(_TARGET_WORDS) else _NONE


def means(telling: frozenset[str]) -> frozenset[str]:
    """Return what a sentence says it was hit with: "airstrike", "shelling"."""
    return frozenset([MEANS[w] for w in telling if w in MEANS]) if not telling.isdisjoint(_MEANS_WORDS) else _NONE


def parties(telling: frozenset[str], text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Return the belligerents that a sentence names, with where."""
    return () if telling.isdisjoint(_PARTY_WORDS) else tuple([(m.start(), m.end(), m[0]) for m in _PARTY.finditer(text, start, end)])


def _hit(pattern: re.Pattern[str], low: str) -> int | None:
    """Return where a pattern stands at the start of a word, None where it does not."""
    for m in pattern.finditer(low):
        at = m.start()
        if at == 0 or not low[at - 1].isalnum():
            return at
    return None
