"""Claims of one document -> the same, parts given to their wholes and early figures replaced."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from harmtrace.claims.drafts import Draft
from harmtrace.records.claim import (
    Casualty,
    Claim,
    ClaimId,
    Modality,
    Outcome,
    Scope,
    Step,
    VoiceKind,
    Who,
    one_kind,
)
from harmtrace.records.entry import Issue


def among_the_total(claims: list[Claim], drafts: list[Draft]) -> list[Claim]:
    """Return the claims, some of the dead made a part of the larger count of the same event.

    Some: relatives of a victim ("his four children"), and bodies that a picture shows.
    """
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if (draft.kin or draft.pictured) and isinstance(claim, Casualty) and claim.step is Step.TOTAL and claim.scope is Scope.EVENT:
            wholes = [
                c
                for c, d in zip(claims, drafts, strict=True)
                if isinstance(c, Casualty) and not (d.kin or d.pictured) and one_kind(c, claim) and c.event == claim.event and c.step in (Step.TOTAL, Step.RUNNING) and _outgrows(c, claim)
            ]
            if wholes:
                out.append(replace(claim, step=Step.PART, part_of=max(wholes, key=lambda c: c.count.low or 0).id))
                continue
        out.append(claim)
    return out


def itemised(claims: list[Claim], drafts: list[Draft], text: str, leads: re.Pattern[str]) -> list[Claim]:
    """Return the claims, the items that follow a total in its sentence made its parts.

    They are its own where a colon or a word like "namely" (``leads``) stands before them ("19 died: 17 civilians and two
    guards"), or where there are several that add up to it exactly ("five men were killed, a driver and four diggers").
    """
    out = list(claims)
    first = 0
    while first < len(claims):
        whole, last = claims[first], first + 1
        past = 0
        if _passed_over(whole, claims, last, drafts, first) and leads.search(text, claims[last].end, max(claims[last + 1].start, claims[last].end)) is not None:
            past, last = 1, last + 1  # "Eight were killed and four hurt: a grandmother, her sons …"
        begin = last
        while last < len(claims) and _beside(whole, claims[last]) and drafts[last].cluster == drafts[first].cluster:
            last += 1
        items = _items([whole, *claims[begin:last]], text, leads)
        for number in range(begin, begin + items):
            item = claims[number]
            if isinstance(item, Casualty) and item.step is Step.TOTAL:
                out[number] = replace(item, step=Step.PART, part_of=whole.id)
        first += items + 1 + (past if items else 0)
    return out


def _passed_over(whole: Claim, claims: Sequence[Claim], at: int, drafts: Sequence[Draft], first: int) -> bool:
    """Tell whether a count of another harm stands between a total and what may be its items, all in one sentence."""
    if at != first + 1 or at + 1 >= len(claims) or any(drafts[k].cluster != drafts[first].cluster for k in (at, at + 1)):
        return False
    between = claims[at]
    return isinstance(whole, Casualty) and isinstance(between, Casualty) and between.outcome is not whole.outcome and between.event == whole.event and _beside(whole, claims[at + 1])


def _items(run: Sequence[Claim], text: str, leads: re.Pattern[str]) -> int:
    """Return how many of the counts behind the first are its items."""
    sizes = [c.count.low if c.count.low == c.count.high and c.count.vague is None else None for c in run if isinstance(c, Casualty)]
    if len(sizes) < 2 or (total := sizes[0]) is None or total < 2:
        return 0
    added = list(accumulate(total + 1 if size is None else size for size in sizes[1:]))
    whole, item = run[0], run[1]
    if isinstance(whole, Casualty) and isinstance(item, Casualty) and leads.search(text, whole.number_end, max(item.number_start, whole.number_end)) is not None:
        return 0 if sizes[1] == total else sum(size <= total for size in added)
    return added.index(total) + 1 if total in added[1:] and total != added[0] else 0


def _beside(whole: Claim, item: Claim) -> bool:
    """Tell whether a count behind a total may be one of its items."""
    return (
        isinstance(whole, Casualty) and isinstance(item, Casualty) and one_kind(whole, item) and whole.event == item.event and whole.scope is item.scope
        and whole.unit is item.unit and whole.step is Step.TOTAL and item.step in (Step.TOTAL, Step.PART) and item.part_of is None and item.start > whole.start
    )  # fmt: skip


def replaced(claims: list[Claim], drafts: list[Draft]) -> list[Claim]:
    """Return the claims, a figure that the text itself calls early replaced by a larger one of the same event.

    The larger one may stand before it: many texts give the last figure first, and how it grew below.
    """
    if not any(draft.early for draft in drafts):
        return claims
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if draft.early and isinstance(claim, Casualty) and claim.step in (Step.TOTAL, Step.RUNNING) and claim.scope is Scope.EVENT:
            others = (c for c, d in zip(claims, drafts, strict=True) if isinstance(c, Casualty) and not d.early)
            if any(one_kind(c, claim) and c.event == claim.event and c.step in (Step.TOTAL, Step.RUNNING) and _outgrows(c, claim) and _may_replace(c, claim) for c in others):
                out.append(replace(claim, step=Step.REPLACED))
                continue
        out.append(claim)
    return out


def _may_replace(later: Casualty, early: Casualty) -> bool:
    """Tell whether a figure may stand for an early one: the speaker's own, the outlet's, or one behind hearsay."""
    return later.speaker is None or later.speaker == early.speaker or early.speaker is None or early.voice is VoiceKind.HEARSAY


def _outgrows(later: Casualty, earlier: Casualty) -> bool:
    a, b = later.count.low, earlier.count.low if earlier.count.low is not None else earlier.count.high
    return a is not None and b is not None and a > b


def restated(claims: list[Claim], drafts: list[Draft]) -> list[Claim]:
    """Return the claims, a number without a day of its own that repeats a period total made one too."""
    totals = {
        (c.count.low, c.count.high, c.outcome): c
        for c in claims
        if isinstance(c, Casualty) and c.scope is Scope.PERIOD and (c.count.low or c.count.high or 0) > 20
    }
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if isinstance(claim, Casualty) and claim.scope is Scope.EVENT and draft.own_when is None:
            total = totals.get((claim.count.low, claim.count.high, claim.outcome))
            if total is not None:
                out.append(replace(claim, scope=Scope.PERIOD, event=None, when=total.when, when_why="the same total elsewhere in the text"))
                continue
        out.append(claim)
    return out


#: Between a new total and what made it: "rose to 18 after two more died".
_MADE_BY = re.compile(r"\b(?:because|since|after|following|as|when|with)\b|(?<!\w)(?:بعد|عقب|إثر|اثر|مع)(?!\w)")


def in_the_new_total(claims: list[Claim], drafts: list[Draft], text: str) -> list[Claim]:
    """Return the claims, "two more" made a part of the total that their own sentence brings up to date with them."""
    beside: dict[int, list[Casualty]] = defaultdict(list)
    totals: dict[tuple[int | None, int | None], list[Casualty]] = defaultdict(list)
    for claim, draft in zip(claims, drafts, strict=True):
        if isinstance(claim, Casualty):
            beside[draft.cluster].append(claim)
            if claim.step is Step.TOTAL and claim.count.low == claim.count.high:
                totals[claim.event, claim.count.low].append(claim)
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if isinstance(claim, Casualty):
            among = beside[draft.cluster]
            whole = None
            if claim.step is Step.INCREMENT or (claim.step is Step.TOTAL and claim.count.low == claim.count.high and _grew_by(among, claim, text)):
                whole = next((new for new in among if _holds(new, claim) and (new.start > claim.start or _MADE_BY.search(text, new.end, claim.start) is not None)), None)
            if whole is None and claim.step is Step.INCREMENT:
                whole = _adds_up_to(among, totals, claim)
            if whole is not None:
                claim = replace(claim, step=Step.PART, part_of=whole.id)
        out.append(claim)
    return out


def _adds_up_to(among: list[Casualty], totals: Mapping[tuple[int | None, int | None], list[Casualty]], claim: Casualty) -> Casualty | None:
    """Return the total told before that "two more" make up with an early count of their sentence: "Four were killed. … A first report spoke of two dead; two more died"."""
    early = [c for c in among if c.end <= claim.start and c.event == claim.event and one_kind(c, claim)]
    sums = {(each.count.low or 0) + (claim.count.low or 0) for each in early}
    found = [next((c for c in totals.get((claim.event, size), ()) if c.end <= claim.start and one_kind(c, claim) and c not in early), None) for size in sums]
    return min((c for c in found if c is not None), key=lambda c: c.start, default=None)


#: Right between a new total and one who died for it to grow: "raised its count to 22, because a boy had died of his wounds".
_BECAUSE = re.compile(r"[\s,،]{0,3}(?:because|since|as|after|when|following|with the death of|بعد|عقب|إثر|اثر|لأن|بسبب|مع)(?!\w)[^.;:؛]{0,24}")
_GREW = re.compile(r"\b(?:rais|ris|rose|grew|grow|climb|increas|reach|went up|revis|updat|upped|put up)|(?<!\w)(?:ال)?(?:ارتفع|رفع|ترتفع|يرتفع|زاد|ليرتفع|لترتفع|ارتفاع|عدّل|عدل|تعديل|حدّث|تحديث)", re.IGNORECASE)
_BEFORE_TOTAL = 60  # characters before a total in which it is said to have grown


def _grew_by(among: list[Casualty], claim: Casualty, text: str) -> bool:
    """Tell whether one or a few who died are why the total right before them grew."""
    for new in among:
        if new.end <= claim.start and _holds(new, claim) and (claim.count.low or 0) * 2 <= (new.count.low or 0):
            return _BECAUSE.fullmatch(text, new.end, claim.number_start or claim.start) is not None and _GREW.search(text, max(0, new.number_start - _BEFORE_TOTAL), new.number_start) is not None
    return False


def _holds(new: Casualty, more: Casualty) -> bool:
    toll = new.step is Step.RUNNING or any("/toll" in rule for rule in new.rules)
    return toll and new.step is not Step.REPLACED and new.event == more.event and one_kind(new, more) and _outgrows(new, more)


#: How a text calls a share of a whole, in the quote of a count: "of them", "of whom".
_SHARE = ("/share/", "/of-the/", "/among-them/", "/elided-part/")


def that_fit(claims: list[Claim]) -> tuple[list[Claim], list[Issue]]:
    """Return the claims without breakdowns that exceed their total, and what was found: "10 people, including 14 children"."""
    out: list[Claim] = []
    issues: list[Issue] = []
    sizes = {c.id: c.count for c in claims if isinstance(c, Casualty)}
    for claim in claims:
        if isinstance(claim, Casualty):
            most = claim.count.high
            parts = [g for g in claim.groups if g.low is not None]
            if most is not None and claim.count.vague is None and parts and sum(g.low or 0 for g in parts) > most:
                said = ", ".join(f"{g.low} {g.name}" for g in parts)
                issues.append(_too_many(claim, f"a total of {most} is broken down into {said}"))
                claim = replace(claim, groups=())
            whole = sizes.get(claim.part_of) if claim.part_of is not None else None
            if whole is not None and whole.high is not None and claim.count.low is not None and claim.count.low > whole.high:
                issues.append(_too_many(claim, f"{claim.count.low} are named as a part of {whole.high}"))
                claim = replace(claim, part_of=None, step=Step.TOTAL)
        out.append(claim)
    return out, issues


def _too_many(claim: Casualty, finding: str) -> Issue:
    return Issue(code="parts-exceed-total", message=f"{finding}: they are not taken for parts of it", document=claim.document, start=claim.start, end=claim.end)


def with_parts(claims: list[Claim]) -> list[Claim]:
    """Give every part the id of the claim it is a part of: the last whole count of the same event and outcome."""
    out: list[Claim] = []
    last: dict[tuple[int | None, Outcome], ClaimId] = {}
    civilians: set[ClaimId] = set()
    sizes: dict[ClaimId, tuple[int | None, int | None]] = {}
    for k, claim in enumerate(claims):
        before = claims[k - 1] if k else None
        if isinstance(claim, Casualty):
            family = Outcome.KILLED if claim.outcome is Outcome.BODIES_RECOVERED else claim.outcome
            key = (claim.event, family)
            if claim.step is Step.PART and claim.part_of is None:
                share = any(part in rule for rule in claim.rules for part in _SHARE)
                whole = last.get(key) or last.get((claim.event, Outcome.KILLED_OR_INJURED))
                if whole is not None and not share and claim.count.low is not None and (sizes[whole][1] or claim.count.low) < claim.count.low:
                    # "Two daughters … All three were civilians": what is more than the whole is the whole, and sums it up.
                    out = [replace(c, step=Step.PART, part_of=claim.id) if c.id == whole and isinstance(c, Casualty) else c for c in out]
                    claim = replace(claim, step=Step.TOTAL)
                    last[key], sizes[claim.id] = claim.id, (claim.count.low, claim.count.high)
                    out.append(claim)
                    continue
                if whole is not None and sizes[whole] == (claim.count.low, claim.count.high):
                    out.append(replace(claim, step=Step.TOTAL))  # "all four were fighters": the same dead, told otherwise
                    continue
                hurt = before if claim.outcome is Outcome.KILLED and isinstance(before, Casualty) and before.outcome is Outcome.INJURED and before.event == claim.event else None
                civilian = claim.who is Who.UNSPECIFIED and ((whole is not None and whole in civilians and hurt is None) or (hurt is not None and hurt.who is Who.CIVILIAN))
                out.append(replace(claim, part_of=whole, who=Who.CIVILIAN if civilian else claim.who))
                continue
            if claim.step is Step.PART or (claim.step is Step.INCREMENT and key in last):
                out.append(claim)  # "rose to 18 after two more died. Of the 18, five …": a part is one of the 18
                continue
            if claim.step is not Step.REPLACED and claim.modality is not Modality.DENIED:
                last[key] = claim.id
                sizes[claim.id] = claim.count.low, claim.count.high
                if claim.who is Who.CIVILIAN:
                    civilians.add(claim.id)
        out.append(claim)
    return out
