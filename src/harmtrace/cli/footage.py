"""Commands on recordings: footage add, list, coverage, anchor, withdraw, scan, queue, review and so on."""

import sys
from datetime import datetime
from pathlib import Path

import click

from harmtrace.cli import covering
from harmtrace.cli.common import (
    USAGE,
    Commands,
    by_option,
    case_argument,
    faulty,
    finish,
    json_line,
    json_object,
    json_option,
    paths_argument,
    progress_shown,
    say,
    say_issues,
    say_opened,
    show,
    why_option,
)
from harmtrace.cli.keys import actor_option
from harmtrace.errors import UsageError
from harmtrace.pipeline import desk, pictures, recordings, reviewing, scanned, scanning
from harmtrace.pipeline.footage import feeds as feeds_of
from harmtrace.pipeline.footage import listed
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Label
from harmtrace.reports import footage_shapes, review_exports
from harmtrace.reports.footage_words import basis, moment
from harmtrace.store import open_case
from harmtrace.store.case import DATABASE

_new = click.Path(path_type=Path)


@click.group(cls=Commands)
def footage() -> None:
    """Hold recorded footage against incidents: what it covers, what to look at, what people saw in it."""


@footage.command()
@case_argument
@paths_argument
@actor_option
def add(case: Path, paths: tuple[Path, ...], by: str | None) -> None:
    """Take recordings (files, and folders of them) into the case in DIR; what is in already is not taken twice.

    Bad files are named and the rest goes on.
    """
    with progress_shown() as progress:
        added = recordings.add(case, paths, by=by, progress=progress)
    show(footage_shapes.feed_lines(added.new) if added.new else ())
    passed = f"; {added.passed} files of other kinds passed over" if added.passed else ""
    say(f"recordings: {len(added.new)} taken in, {added.known} known already{passed}")
    show(added.changes)
    say_opened(added.opened)
    say_issues(added.issues)
    finish(finding=faulty(added.issues))


@footage.command(name="list")
@case_argument
@json_option
def list_(case: Path, as_json: bool) -> None:
    """Print the recordings of a case: their clocks and what they rest on, their markings, what is malformed."""
    every = listed(open_case(case))
    if as_json:
        click.echo(json_object(footage_shapes.feeds(every)))
        return
    show(footage_shapes.listed_lines(every))


@footage.command()
@case_argument
@click.argument("feed", metavar="FEED")
@click.option("--media", required=True, type=float, metavar="S", help="The moment, in seconds from the first frame.")
@click.option("--utc", metavar="T", help="When it was: ISO 8601 with its zone (2031-05-04T18:00:05Z).")
@click.option("--shown-in", metavar="FEED", help="Another recording that shows the same moment, in place of --utc.")
@click.option("--shown-at", type=float, metavar="S", help="The moment in that one, in seconds from its first frame.")
@click.option("--sigma", required=True, type=float, metavar="S", help="One standard deviation of that, in seconds.")
@click.option("--method", required=True, type=click.Choice(reviewing.METHODS), help="How it was found.")
@by_option
@why_option
def anchor(
    case: Path,
    feed: str,
    media: float,
    utc: str | None,
    shown_in: str | None,
    shown_at: float | None,
    sigma: float,
    method: str,
    by: str,
    why: str,
) -> None:
    """Date a moment of the recording FEED (its id or file name); its clock is fitted anew. It is kept for ever.

    The moment is dated by --utc, or by another recording that shows it (--shown-in, --shown-at): then --sigma is the
    error of saying that both are one moment, and that of the other's clock is added.
    """
    if (utc is None) == (shown_in is None) or (shown_in is None) != (shown_at is None):
        raise UsageError("expected --utc, or --shown-in with --shown-at, found neither or both")
    if utc is not None:
        try:
            reference = datetime.fromisoformat(utc)
        except ValueError as error:
            raise UsageError(f"--utc: expected a time with its zone (2031-05-04T18:00:05Z), found {utc!r}") from error
    else:
        assert shown_in is not None
        assert shown_at is not None
        reference, sigma, said = reviewing.dated_by(case, shown_in, feed, at_s=shown_at, sigma_s=sigma)
        why = f"{why.strip()} ({said})" if why.strip() else why
    with progress_shown() as progress:
        kept = reviewing.anchor(
            case,
            feed,
            media_s=media,
            reference=reference,
            sigma_s=sigma,
            method=method,
            by=by,
            why=why,
            progress=progress,
        )
    show(
        (
            f"recorded as anchor {kept.id}",
            f"before: {moment(kept.before, media)} ({basis(kept.before)})",
            f"now: {moment(kept.after, media)} ({basis(kept.after)}), drift {kept.after.drift:+.3g}",
            *(kept.changes or ("no figure changes",)),
        )
    )
    say_issues(kept.issues)


@footage.command()
@case_argument
@click.argument("number", metavar="ANCHOR", type=int)
@by_option
@why_option
def withdraw(case: Path, number: int, by: str, why: str) -> None:
    """Withdraw the anchor of that number (`footage list` shows them): the clock is fitted anew without it.

    The anchor stays on record, with who withdrew it and why. To set it again, give it anew.
    """
    with progress_shown() as progress:
        kept = reviewing.withdraw(case, number, by=by, why=why, progress=progress)
    show(
        (
            f"recorded: anchor {number} holds no longer",
            f"before: {moment(kept.before, 0)} ({basis(kept.before)})",
            f"now: {moment(kept.after, 0)} ({basis(kept.after)})",
            *(kept.changes or ("no figure changes",)),
        )
    )
    say_issues(kept.issues)


@footage.command()
@click.argument("paths", metavar="DIR|FILE...", nargs=-1, required=True, type=_new)
@click.option("--again", is_flag=True, help="Of a case: also recordings that this version has scanned.")
@click.option("--quick", is_flag=True, help="Key frames first, frame by frame only where they point.")
@click.option("--jsonl", is_flag=True, help="One JSON object a suggestion on standard output.")
def scan(paths: tuple[Path, ...], again: bool, quick: bool, jsonl: bool) -> None:
    """Suggest moments to look at in the recordings of the case in DIR, or in FILEs without a case.

    Suggestions are a machine's: moments for a person to look at, never a finding, and never a cause. In a case they
    are kept apart from reviews, and small pictures of the windows on its incidents are kept too.
    """
    issues: list[Issue] = []
    if len(paths) == 1 and (paths[0] / DATABASE).is_file():
        with progress_shown() as progress:
            found = scanned.scan_case(paths[0], again=again, quick=quick, progress=progress)
        scans, issues = found.scans, found.issues
        held = {feed.id: feed for feed in feeds_of(open_case(paths[0]))}
        say(f"recordings: {len(scans)} scanned, {found.known} scanned before")
        for line in found.changes:
            say(line)
    else:
        scans, held = [], {}
        for path in paths:
            recordings.refuse_address(path)
        with progress_shown() as progress:
            for one in scanning.scan_files(paths, quick=quick, progress=progress):
                if isinstance(one, Issue):
                    issues.append(one)
                else:
                    scans.append(one)
    if jsonl:
        for each in (candidate for one in scans for candidate in one.candidates):
            click.echo(json_line(footage_shapes.candidate(each, feed=held.get(each.feed))))
    else:
        show(footage_shapes.scan_lines(scans))
    say_issues(issues)
    if not scans and issues:
        sys.exit(USAGE)
    finish(finding=faulty(issues))


@footage.command()
@case_argument
@click.argument("code", metavar="[CODE]", required=False)
@json_option
def queue(case: Path, code: str | None, as_json: bool) -> None:
    """Print the windows to look at, best first, by incident or for CODE, with each term of the score."""
    found = desk.queue(case, code)
    if as_json:
        click.echo(json_object(footage_shapes.queues(found)))
        return
    show(footage_shapes.queue_lines(found))


@footage.command()
@case_argument
@click.argument("feed", metavar="FEED")
@click.option("--from", "start", type=float, metavar="S", help="Start of the stretch, seconds from the first frame.")
@click.option("--to", "end", type=float, metavar="S", help="End of the stretch.")
@click.option("--label", required=True, type=click.Choice([one.value for one in Label]), help="What it shows.")
@by_option
@click.option("--text", required=True, metavar="TEXT", help="What was seen, in words.")
@click.option("--second-of", metavar="ID", help="The review that this one is made beside, without sight of it.")
@click.option("--incident", metavar="CODE", help="The incident that it bears on.")
@click.option("--at-point", metavar="LAT,LON", help="The point on the ground.")
def review(
    case: Path,
    feed: str,
    start: float | None,
    end: float | None,
    label: str,
    by: str,
    text: str,
    second_of: str | None,
    incident: str | None,
    at_point: str | None,
) -> None:
    """Record what a stretch of the recording FEED shows. It is kept for ever, and followed by others, never changed.

    With --second-of a second person looks without being shown what the first saw; both stay, also where they differ.
    """
    seen = reviewing.Seen(
        label=Label(label),
        by=by,
        text=text,
        start_s=start,
        end_s=end,
        second_of=second_of,
        incident=incident,
        point=None if at_point is None else _point(at_point),
    )
    with progress_shown() as progress:
        kept = reviewing.review(case, feed, seen, progress=progress)
    beside = "" if kept.second is None else f", second to {kept.second}"
    click.echo(f"recorded as review {kept.id} of {kept.feed}{beside}")


def _point(text: str) -> tuple[float, float]:
    latitude, sign, longitude = text.partition(",")
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        point = None
    if point is None or not sign or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise UsageError(f"--at-point: expected LAT,LON in degrees, found {text!r}")
    return point


@footage.command()
@case_argument
@click.option("--waiting", is_flag=True, help="Only what nobody was second to: recordings and stretches, no labels.")
@click.option("--export", "form", type=click.Choice([*desk.FORMATS]), help="Write a file in this form.")
@click.argument("out", metavar="[OUT]", required=False, type=_new)
@actor_option
@json_option
def reviews(case: Path, waiting: bool, form: str | None, out: Path | None, by: str | None, as_json: bool) -> None:
    """Print what people saw, first and second side by side, or write it as WebVTT, CSV, GeoJSON or Web Annotations.

    Who is to be second looks at --waiting alone.
    """
    if (form is None) != (out is None):
        raise UsageError("--export FORM goes with a path OUT")
    if form is not None and out is not None:
        click.echo(f"{out}: {desk.export(case, form, out, by=by)} reviews")
        return
    found, held = reviewing.reviews(case)
    if waiting:
        show(
            f"{one.first.id}  {one.first.feed}  {one.first.media_from:g}–{one.first.media_to:g} s"
            for one in found
            if not one.seconds
        )
        return
    if as_json:
        click.echo(json_object(review_exports.reviews(found, held)))
        return
    show(review_exports.lines(found, held))


@footage.command()
@case_argument
@click.argument("code", metavar="CODE")
@click.argument("out", metavar="OUT", type=_new)
@click.option("--clear", is_flag=True, help="Clear pictures: they may show people who are hurt, or who can be known.")
@click.option("--marked", is_flag=True, help="Also recordings that their security marking keeps back.")
@actor_option
def sheet(case: Path, code: str, out: Path, clear: bool, marked: bool, by: str | None) -> None:
    """Write key frames of the windows that cover the incident CODE to OUT, as one static page, blurred in the file."""
    many = desk.sheet(case, code, out, clear=clear, marked=marked, by=by)
    click.echo(f"{out}: {many} pictures, {'clear' if clear else 'blurred'}")


@footage.command()
@case_argument
@json_option
def duplicates(case: Path, as_json: bool) -> None:
    """Print recordings of the case that show the same pictures: copies, cuts, other encodings, at which offset."""
    with progress_shown() as progress:
        found, held, issues = pictures.duplicates(case, progress=progress)
    if as_json:
        click.echo(json_object(footage_shapes.pairs(found, held)))
    else:
        show(footage_shapes.pair_lines(found, held))
    say_issues(issues)
    finish(finding=faulty(issues))


footage.add_command(covering.coverage)
