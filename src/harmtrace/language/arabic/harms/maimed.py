"""People who lost a limb or an eye, in an Arabic sentence: counts of one that no number word tells."""

from typing import Final

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import BREAK, FALL, OTHER, PERSON, SAY, STATE, THAT
from harmtrace.records.claim import Outcome, Who

_PARTS: Final = frozenset("ساق قدم يد ذراع كف رجل اصبع اصابع عين ساقا ساقي قدما قدمي يدا يدي ذراعا ذراعي عينا عيني طرف اطراف".split())
_OWN: Final = frozenset(part + suffix for part in "ساق قدم يد ذراع كف عين بصر رجل ساقي قدمي يدي عيني ذراعي طرف اطراف سمع".split() for suffix in ("ه", "ها", "ي", "هم"))
_CUT: Final = frozenset("بتر بترت يبتر تبتر بتروا قطع قطعت اقتلع اقتلعت مزق مزقت هشم هشمت".split())
_LOST: Final = frozenset("فقد فقدت خسر خسرت فقدان راح راحت طارت ذهبت بترت بتر قطعت".split())
_ENDS: Final = frozenset((".", ",", ":", '"', THAT, SAY, FALL, BREAK))


def maimed(t: Tokens, found: list[Harm]) -> list[Harm]:
    """Return who lost a limb or an eye: "it cut off a third one's leg", "my brother lost his leg", "his eye is gone"."""
    out: list[Harm] = []
    for i, stem in enumerate(t.stems):
        if stem not in _CUT and stem not in _LOST:
            continue
        span = None
        if stem in _LOST and t.stem(i + 1) in _OWN:
            span = _loser(t, i)
        elif stem in _CUT and t.stem(i + 1) in _PARTS:
            span = _owner(t, i)
        if span is None or any(h.start < span[1] and span[0] < h.end for h in (*found, *out) if h.counted.low != 0):
            continue
        first, last, head = span
        word = t.words[head]
        who = word.who if word is not None and word.kind == PERSON else Who.UNSPECIFIED
        group = word.group if word is not None and word.kind == PERSON else ""
        more = t.kinds[head] == OTHER
        c = Counted(first, last, head, head + 1, 1, 1, "P", who=who, group=group, head=head, single=True, more=more)
        harm = Harm(counted=c, start=first, end=last, outcome=Outcome.INJURED, rule="maimed/1", who=who)
        if group:
            harm.groups[group] = (1, 1)
        out.append(harm)
    return out


def _owner(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """Return the words and the owner of "cut off the leg of his sister"."""
    k = i + 2
    if t.kind(k) == PERSON or (t.kind(k) == OTHER and not t.conjunctions[k]):
        end = k + 1
        if t.kind(end) == PERSON and not t.conjunctions[end] and not t.prepositions[end]:
            end, k = end + 1, end
        return i, end, k
    return None


def _loser(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """Return the words and the person of "my brother lost his leg", the person before the verb or right behind."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if t.kinds[k] in _ENDS or t.kinds[k] == STATE:
            break
        if t.kinds[k] == PERSON and not t.prepositions[k]:
            first = k - 1 if t.kind(k - 1) == PERSON and not t.conjunctions[k] and k > 0 else k
            return first, i + 2, first
    if t.stem(0) == "اما" and t.kind(1) == PERSON and t.conjunctions[i] and i < 14:
        return 1, i + 2, 1  # "as for her daughter, nine years old, her leg was cut off"
    return None
