"""A trace as lines for a person and as JSON: figure, claims, words, originals."""

from harmtrace.pipeline.standing import Standing
from harmtrace.pipeline.tracing import Step, Trace, Words
from harmtrace.records.claim import Claim
from harmtrace.reports import shapes, summary, tables
from harmtrace.reports.shapes import Json, Shape

# The words that make a claim, within their sentence.
OPEN, CLOSE = "⟦", "⟧"


def lines(one: Trace) -> tuple[str, ...]:
    """Return a trace step by step, from the figure down to the original's hash."""
    incident = one.incident
    place = incident.grouped.hypotheses[0].place.name if incident.grouped.hypotheses else "place unknown"
    out = [f"{incident.code}  {incident.grouped.when or 'time unknown'}  {place}"]
    if one.asked != incident.code:
        out.append(f"  {one.asked} was merged into {incident.code}")
    out.append(f"rule {one.rule.rule}, version {one.rule.version}: {_figure(one)}")
    if not one.steps:
        out.append("  no claim sets it")
    for number, step in enumerate(one.steps, start=1):
        out += ["", *_step(number, step)]
    if one.left_out:
        out += ["", f"claims that do not count under {one.rule.rule}:"]
        out += [f"  {left.claim}: {left.why}" for left in one.left_out]
    return tuple(out)


def _figure(one: Trace) -> str:
    rule = one.rule
    if rule.rule == "ged_best":
        best = "–" if rule.best is None else str(rule.best)
        return f"killed best {best}, range {tables.bounds(summary.killed(rule))}"
    return f"killed {tables.bounds(summary.killed(rule))}, injured {tables.bounds(summary.injured(rule))}"


def _step(number: int, step: Step) -> list[str]:
    document, original, words = step.document, step.original, step.words
    line = step.line
    out = [f"{number}. claim {tables.said(step.claim.now)}"]
    out += [f"   {text}" for text in _people(step.claim)]
    if line is not None:
        state = (
            "current" if line.current else f"superseded by {line.superseded_by}" if line.superseded_by else "left out"
        )
        out.append(f"   voice: {line.voice}; said {line.said or 'on an unknown day'}; {state}: {line.why}")
    out.append(f"   read by: {step.claim.machine.engine}, rules {', '.join(step.claim.machine.rules) or 'unnamed'}")
    about = [document.source or "publisher unknown", f"published {document.published or 'on an unknown day'}"]
    out.append(f"   document: {document.id} ({', '.join(about)})")
    out += [f"   also: {one.a} {one.kind.replace('_', ' ')} {one.b}" for one in step.relations]
    agree = "the same as the claim's quote" if words.agree else "NOT the claim's quote"
    out.append(f"   characters {words.start} to {words.end}: {agree}")
    out.append(f"   sentence: {_sentence(words)}")
    out.append(f"   original: SHA-256 {original.sha256}")
    found = "MISSING" if original.bytes is None else "NOT WHAT WAS TAKEN IN: its hash is another"
    state = f"{original.bytes} bytes, hash checked: the same" if original.intact else found
    out.append(f"   file: {original.path} ({state})")
    return out


def _people(standing: Standing) -> list[str]:
    out = []
    for one in standing.judgements:
        given = "".join(f" {field}={value}" for field, value in one.values)
        out.append(f"judgement {one.id}: {one.decision}{given}, by {one.by} at {one.at}: {one.why}")
    if standing.now != standing.machine:
        out.append(f"as the rules read it: {tables.said(standing.machine)}")
    return out


def _sentence(words: Words) -> str:
    return " ".join(f"{words.before}{OPEN}{words.marked}{CLOSE}{words.after}".split())


def shape(one: Trace) -> Shape:
    """Return a trace as ``trace --json`` prints it."""
    return {
        "asked": one.asked,
        "incident": one.incident.code,
        "rule": one.rule.rule,
        "range": shapes.range_(one.rule),
        "intact": one.intact,
        "steps": [_step_shape(step) for step in one.steps],
        "left_out": [{"claim": left.claim, "why": left.why} for left in one.left_out],
    }


def _step_shape(step: Step) -> Shape:
    line, words, original = step.line, step.words, step.original
    return {
        "claim": _claim(step.claim.now),
        "machine": _claim(step.claim.machine),
        "judgements": [shapes.judgement(one) for one in step.claim.judgements],
        "voice": None if line is None else line.voice,
        "said": None if line is None else line.said,
        "current": None if line is None else line.current,
        "why": None if line is None else line.why,
        "document": step.document.id,
        "source": step.document.source,
        "published": step.document.published,
        "relations": [{"a": one.a, "b": one.b, "relation": one.kind} for one in step.relations],
        "start": words.start,
        "end": words.end,
        "sentence": f"{words.before}{words.marked}{words.after}",
        "marked": words.marked,
        "quote_agrees": words.agree,
        "sha256": original.sha256,
        "path": str(original.path),
        "intact": original.intact,
    }


def _claim(one: Claim) -> Json:
    return shapes.claim(one)
