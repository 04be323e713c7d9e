"""Recordings of a case from the command line: taken in, dated, queued, reviewed, shown, handed out, erased."""

import csv
import json
import os
import re
import shutil
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from harmtrace.reports.pages import style
from tests.cli.conftest import Call
from tests.intake.recorded import BRACKETS

pytest.importorskip("av", reason="PyAV is not installed: recordings are not opened")
pytest.importorskip("PIL", reason="Pillow is not installed: no pictures")

START = datetime(2031, 5, 4, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with three short invented feeds over Tarmouk, made once."""
    from tools.synthetic_footage import making

    folder = tmp_path_factory.mktemp("feeds")
    making.demo(folder, latitude=-31.5, longitude=-110.2, start=START)
    return folder


@pytest.fixture
def watched(case: Path, made: Path, call: Call) -> Path:
    """Return a case with an incident in Tarmouk and the three feeds."""
    answer = call("footage", "add", case, made)
    assert answer.code == 0, answer.err
    return case


def _feeds(call: Call, case: Path) -> dict[str, dict[str, object]]:
    return {str(one["file"]): one for one in call("footage", "list", case, "--json").json()["feeds"]}


def _code(call: Call, case: Path) -> str:
    codes = [str(one["code"]) for one in call("incidents", case, "--json").json()["incidents"]]
    (code,) = [one for one in codes if "0504" in one]
    return code


def test_recordings_are_taken_in_once_with_their_names_and_clocks(watched: Path, made: Path, call: Call) -> None:
    feeds = _feeds(call, watched)
    assert sorted(feeds) == ["halvin-uav-1.ts", "halvin-uav-2.ts", "halvin-uav-3.ts"]
    first = feeds["halvin-uav-1.ts"]
    assert (first["start"], first["basis"]) == ("2031-05-04T18:00:00+00:00", "misp_or_posix_unknown")
    again = call("footage", "add", watched, made / "halvin-uav-1.ts", made)
    assert again.code == 0
    assert "0 taken in, 4 known already" in again.err
    assert len(_feeds(call, watched)) == 3
    assert call("verify", watched).code == 0


def test_a_bad_file_is_named_and_the_rest_goes_on(case: Path, made: Path, call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.ts").write_bytes(b"")
    (folder / "text.mp4").write_text("no recording at all, only words " * 40, encoding="utf-8")
    (folder / "notes.txt").write_text("words", encoding="utf-8")
    shutil.copy(made / "halvin-uav-1.ts", folder / "good.ts")
    answer = call("footage", "add", case, folder)
    assert answer.code == 1
    assert "empty.ts" in answer.err
    assert "text.mp4" in answer.err
    assert "1 files of other kinds passed over" in answer.err
    assert "good.ts" in _feeds(call, case)
    assert call("verify", case).code == 0


def test_a_second_name_of_the_same_bytes_is_told_and_kept(
    watched: Path, made: Path, call: Call, tmp_path: Path
) -> None:
    shutil.copy(made / "halvin-uav-1.ts", tmp_path / "VID_20310504_180000.ts")
    answer = call("footage", "add", watched, tmp_path / "VID_20310504_180000.ts")
    assert answer.code == 0, answer.err
    assert "VID_20310504_180000.ts: its bytes are those of halvin-uav-1.ts" in answer.err
    assert "recording-known 1" in answer.err


def test_a_pipe_is_named_and_not_waited_on(case: Path, made: Path, call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "live.ts")
    (tmp_path / "gone.ts").symlink_to(tmp_path / "nowhere.ts")
    for given in ((tmp_path / "live.ts", tmp_path / "gone.ts"), (tmp_path,)):
        answer = call("footage", "add", case, *given, made / "halvin-uav-1.ts")
        assert answer.code == 1
        assert "live.ts: expected a plain file, found a named pipe" in answer.err
        assert "gone.ts: expected a readable file, found: a link to nothing" in answer.err
    assert "halvin-uav-1.ts" in _feeds(call, case)
    assert "live.ts" in call("footage", "scan", tmp_path / "live.ts").err


def test_names_cannot_turn_the_terminal_round(case: Path, made: Path, call: Call, tmp_path: Path) -> None:
    shutil.copy(made / "halvin-uav-1.ts", tmp_path / "uav\u202e4pm.ts")
    assert call("footage", "add", case, tmp_path).code == 0
    shown = call("footage", "list", case).out
    assert "\u202e" not in shown
    assert "uav[U+202E]4pm.ts" in shown


def test_moments_beyond_a_recording_are_refused(watched: Path, call: Call) -> None:
    anchor = ("footage", "anchor", watched, "halvin-uav-1.ts", "--utc", "2031-05-04T18:00:05Z", "--sigma", "0.2")
    rest = ("--method", "document", "--by", "M. Rowe", "--why", "w")
    for media in ("1e300", "nan", "-1", "1e6"):
        answer = call(*anchor, "--media", media, *rest)
        assert answer.code == 2
        assert "--media: expected a moment within halvin-uav-1.ts" in answer.err
    review = ("footage", "review", watched, "halvin-uav-1.ts", "--label", "smoke", "--by", "M. Rowe", "--text", "t")
    answer = call(*review, "--from", "1", "--to", "4000")
    assert answer.code == 2
    assert "--to: expected a moment within the recording's" in answer.err
    assert "no review ''" in call(*review, "--second-of", "").err
    assert _feeds(call, watched)["halvin-uav-1.ts"]["anchors"] == []


def test_nothing_is_written_through_a_link(watched: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert call("footage", "reviews", watched, "--export", "csv", tmp_path / "out.csv").code == 2
    assert call("footage", "sheet", watched, _code(call, watched), tmp_path / "out.csv").code == 2
    assert not (tmp_path / "elsewhere.csv").exists()
    answer = call("footage", "reviews", watched, "--export", "csv", tmp_path / "no" / "out.csv")
    assert answer.code == 2
    assert "expected a path that can be written" in answer.err


def test_nothing_to_take_in_is_refused(case: Path, call: Call, tmp_path: Path) -> None:
    assert call("footage", "add", case, tmp_path / "none.ts").code == 2
    (tmp_path / "bare").mkdir()
    assert call("footage", "add", case, tmp_path / "bare").code == 2
    assert call("footage", "queue", case).code == 2


def test_an_anchor_moves_the_clock_and_stays(watched: Path, call: Call) -> None:
    words = ("footage", "anchor", watched, "halvin-uav-1.ts", "--media", "2", "--sigma", "0.2")
    rest = ("--method", "burned_in", "--by", "M. Rowe", "--why", "the clock in the picture")
    answer = call(*words, "--utc", "2031-05-04T18:00:05Z", *rest)
    assert answer.code == 0, answer.err
    assert "now: 2031-05-04 18:00:05.0 UTC ± 0.2 s" in answer.out
    feed = _feeds(call, watched)["halvin-uav-1.ts"]
    assert feed["start"] == "2031-05-04T18:00:03+00:00"
    assert [one["by"] for one in feed["anchors"]] == ["M. Rowe"]  # type: ignore[attr-defined]
    assert call(*words, "--utc", "2031-05-04T18:00:05", *rest).code == 2
    assert call(*words, "--utc", "noon", *rest).code == 2
    assert call("verify", watched).code == 0


def test_anchors_that_contradict_one_another_are_shown_until_one_is_withdrawn(watched: Path, call: Call) -> None:
    words = (
        "footage",
        "anchor",
        watched,
        "halvin-uav-1.ts",
        "--media",
        "2",
        "--method",
        "burned_in",
        "--by",
        "M. Rowe",
    )
    before = _feeds(call, watched)["halvin-uav-1.ts"]
    for utc, sigma in (("2031-05-04T18:00:02Z", "0.5"), ("2031-05-04T19:00:02Z", "60")):
        assert call(*words, "--utc", utc, "--sigma", sigma, "--why", "the clock in the picture").code in (0, 1)
    feed = _feeds(call, watched)["halvin-uav-1.ts"]
    assert feed["disputed"]
    assert float(str(feed["sigma_s"])) >= 3599
    assert any("1 h 0 min" in str(one) for one in feed["disagrees"])  # type: ignore[attr-defined]
    shown = call("footage", "list", watched).out
    assert "2 anchors by people, which contradict one another" in shown
    assert "anchor 2: 2 s was 2031-05-04 19:00:02.0 UTC ± 60 s (burned_in, M. Rowe on " in shown
    queued = call("footage", "queue", watched, "--json").json()["queue"]
    assert feed["id"] in [one["feed"] for one in queued]
    wrong = ("footage", "withdraw", watched, "2", "--by", "A. Sel", "--why", "the other time zone was read")
    answer = call(*wrong)
    assert answer.code in (0, 1), answer.err
    assert "anchor 2 holds no longer" in answer.out
    feed = _feeds(call, watched)["halvin-uav-1.ts"]
    assert not feed["disputed"]
    assert feed["sigma_s"] == 0.5
    assert [one["withdrawn"] and one["withdrawn"]["by"] for one in feed["anchors"]] == [None, "A. Sel"]  # type: ignore[attr-defined]
    assert "withdrawn by A. Sel on" in call("footage", "list", watched).out
    assert "withdrawn already" in call(*wrong).err
    assert call("footage", "withdraw", watched, "7", "--by", "A. Sel", "--why", "x").code == 2
    assert call("verify", watched).code == 0
    assert call("footage", "withdraw", watched, "1", "--by", "A. Sel", "--why", "guessed").code in (0, 1)
    assert _feeds(call, watched)["halvin-uav-1.ts"]["start"] == before["start"]


def test_a_moment_that_another_recording_shows_dates_it(watched: Path, call: Call) -> None:
    words = ("footage", "anchor", watched, "halvin-uav-1.ts", "--media", "2", "--sigma", "0.02")
    rest = ("--method", "common_flash", "--by", "M. Rowe", "--why", "the flash over the roof")
    other = _feeds(call, watched)["halvin-uav-2.ts"]
    answer = call(*words, "--shown-in", "halvin-uav-2.ts", "--shown-at", "3", *rest)
    assert answer.code in (0, 1), answer.err
    feed = _feeds(call, watched)["halvin-uav-1.ts"]
    start = datetime.fromisoformat(str(other["start"])) + timedelta(seconds=1)
    assert abs((datetime.fromisoformat(str(feed["start"])) - start).total_seconds()) < 0.01
    assert feed["sigma_s"] == pytest.approx(other["sigma_s"], abs=0.1)
    assert "shown in halvin-uav-2.ts" in str(feed["anchors"])
    for wrong in (
        ("--shown-in", "halvin-uav-1.ts", "--shown-at", "3"),
        ("--shown-in", "halvin-uav-2.ts"),
        ("--shown-in", "halvin-uav-2.ts", "--shown-at", "1e9"),
        ("--shown-in", "halvin-uav-2.ts", "--shown-at", "3", "--utc", "2031-05-04T18:00:05Z"),
        (),
    ):
        assert call(*words, *wrong, *rest).code == 2


def test_the_queue_shows_every_term_of_each_score(watched: Path, call: Call) -> None:
    code = _code(call, watched)
    found = call("footage", "queue", watched, code, "--json").json()["queue"]
    assert sorted(str(one["file"]) for one in found) == [f"halvin-uav-{at}.ts" for at in (1, 2, 3)]
    assert [one["place"] for one in found] == [1, 2, 3]
    for one in found:
        terms: dict[str, dict[str, float]] = one["terms"]  # type: ignore[assignment]
        assert one["score"] == pytest.approx(sum(term["adds"] for term in terms.values()), abs=0.002)
        assert list(terms) == ["time", "place", "detail", "continuity", "view", "candidates", "trust"]
    assert call("footage", "queue", watched, "XXX-19990101-009").code == 2
    assert "no recording could see the place" in call("footage", "queue", watched).out


def test_a_second_reviewer_is_blind_and_another_person(watched: Path, call: Call) -> None:
    first = call(
        *("footage", "review", watched, "halvin-uav-1.ts", "--from", "4", "--to", "6.5", "--label", "smoke"),
        *("--by", "M. Rowe", "--text", "A column of smoke.", "--at-point", "-31.5,-110.2"),
    )
    assert (first.code, first.out.split(" of ")[0]) == (0, "recorded as review r1")
    waiting = call("footage", "reviews", watched, "--waiting")
    assert waiting.out.startswith("r1  f")
    assert "smoke" not in waiting.out
    second = ("footage", "review", watched, "halvin-uav-1.ts", "--second-of", "r1", "--label", "cannot tell")
    same = call(*second, "--by", "m. rowe", "--text", "x")
    other = call(*second, "--by", "A. Sel", "--text", "Haze over all of it.")
    for answer, code in ((same, 2), (other, 0)):
        assert answer.code == code
        assert "smoke" not in answer.out + answer.err
    (one,) = call("footage", "reviews", watched, "--json").json()["reviews"]
    assert (one["label"], one["agrees"], one["pts_from"] is not None, one["frame_from"]) == ("smoke", False, True, 60)
    assert one["utc_from"] == "2031-05-04T18:00:04+00:00"
    assert "they disagree; both stand" in call("footage", "reviews", watched).out
    page = (watched / "report" / "incident" / f"{_code(call, watched)}.html").read_text(encoding="utf-8")
    assert "they disagree; both stand" in page
    assert "A column of smoke." in page


def test_a_file_without_pictures_is_not_reviewed_and_the_message_says_which_is(
    watched: Path, call: Call, tmp_path: Path
) -> None:
    path = tmp_path / "HALVIN_0001.SRT"
    path.write_text(BRACKETS, encoding="utf-8")
    assert call("footage", "add", watched, path).code == 0
    words = ("--from", "0", "--to", "0.05", "--label", "smoke", "--by", "M. Rowe", "--text", "smoke")
    answer = call("footage", "review", watched, "HALVIN_0001.SRT", *words)
    assert answer.code == 2
    assert "expected a recording with pictures or sound to review, found a subtitle file of positions" in answer.err
    assert call("footage", "reviews", watched).out == "no reviews\n"


def test_reviews_are_written_in_four_forms_and_the_ledger_says_so(watched: Path, call: Call, tmp_path: Path) -> None:
    words = ("--from", "4", "--to", "6.5", "--label", "smoke", "--by", "M. Rowe", "--text", "=1+1")
    assert call("footage", "review", watched, "halvin-uav-1.ts", *words).code == 0
    for form in ("vtt", "csv", "geojson", "annotations"):
        answer = call("footage", "reviews", watched, "--export", form, tmp_path / form)
        assert answer.out == f"{tmp_path / form}: 1 reviews\n"
    assert (tmp_path / "vtt").read_text().startswith("WEBVTT\n\n")
    assert next(csv.DictReader(StringIO((tmp_path / "csv").read_text())))["text"] == "'=1+1"
    assert len(json.loads((tmp_path / "geojson").read_text())["features"]) == 1
    target = json.loads((tmp_path / "annotations").read_text())["items"][0]["target"]
    assert target["selector"]["value"] == "t=4,6.5"
    assert call("footage", "reviews", watched, "--export", "vtt", tmp_path / "vtt").code == 2
    assert call("footage", "reviews", watched, "--export", "vtt").code == 2
    assert call("verify", watched).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "4", "--to", "3"),
        ("--from", "400", "--to", "500"),
        ("--to", "3"),
        ("--from", "1", "--to", "2", "--incident", "XXX-19990101-009"),
        ("--from", "1", "--to", "2", "--at-point", "here"),
        ("--from", "1", "--to", "2", "--second-of", "r9"),
    ],
)
def test_a_review_that_cannot_be_is_refused_and_leaves_nothing(
    watched: Path, call: Call, words: tuple[str, ...]
) -> None:
    fixed = ("--label", "smoke", "--by", "M. Rowe", "--text", "Smoke.")
    assert call("footage", "review", watched, "halvin-uav-1.ts", *words, *fixed).code == 2
    assert call("footage", "reviews", watched).out == "no reviews\n"


def test_a_contact_sheet_is_blurred_in_the_file_until_the_clear_one_is_asked_for(
    watched: Path, call: Call, tmp_path: Path
) -> None:
    code = _code(call, watched)
    answer = call("footage", "sheet", watched, code, tmp_path / "a.html")
    assert answer.code == 0, answer.err
    assert call("footage", "sheet", watched, code, tmp_path / "b.html", "--clear").code == 0
    blurred, clear = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.html", "b.html"))
    pictures = [re.findall(r"base64,([^\"]+)", page) for page in (blurred, clear)]
    assert len(pictures[0]) == len(pictures[1]) > 0
    assert not set(pictures[0]) & set(pictures[1])
    for page in (blurred, clear):
        assert "<script" not in page
        assert "default-src 'none'" in page
        assert "± 29" in page
        assert style() in page
    assert call("footage", "sheet", watched, code, tmp_path / "a.html").code == 2
    assert call("verify", watched).code == 0
    assert call("doctor", watched).code in (0, 1)


def test_copies_of_a_recording_are_found(watched: Path, made: Path, call: Call, tmp_path: Path) -> None:
    whole = (made / "halvin-uav-1.ts").read_bytes()
    (tmp_path / "part.ts").write_bytes(whole[: len(whole) * 2 // 3 // 188 * 188])
    call("footage", "add", watched, tmp_path / "part.ts")
    found = call("footage", "duplicates", watched, "--json").json()["duplicates"]
    names = {frozenset((str(one["a_file"]), str(one["b_file"]))): one for one in found}
    assert names[frozenset(("halvin-uav-1.ts", "part.ts"))]["offset_s"] == pytest.approx(0, abs=0.2)
    assert call("footage", "duplicates", watched, "--json").json()["duplicates"] == found
    assert call("verify", watched).code == 0


def test_the_report_shows_coverage_beside_every_rival_claim_and_no_script(watched: Path, call: Call) -> None:
    page = (watched / "report" / "incident" / f"{_code(call, watched)}.html").read_text(encoding="utf-8")
    assert "What recordings could see" in page
    assert "halvin-uav-1.ts" in page
    assert "<script" not in page


def test_a_bundle_holds_the_recordings_that_bear_on_the_incident(watched: Path, call: Call, tmp_path: Path) -> None:
    out = tmp_path / "bundle"
    answer = call("bundle", watched, _code(call, watched), out)
    assert answer.code == 0, answer.err
    assert call("verify", out).code == 0
    assert len(list((out / "data" / "rows" / "feeds").iterdir())) == 3
    held = {str(one["sha256"]) for one in _feeds(call, watched).values()}
    assert held <= {path.name for path in (out / "data" / "originals").iterdir()}


def test_a_backup_comes_back_with_its_recordings(watched: Path, call: Call, tmp_path: Path) -> None:
    assert call("backup", watched, tmp_path / "backup").code == 0
    assert call("restore", tmp_path / "backup", tmp_path / "again").code == 0
    assert sorted(_feeds(call, tmp_path / "again")) == sorted(_feeds(call, watched))


def test_an_erased_recording_is_gone_and_does_not_come_back(watched: Path, made: Path, call: Call) -> None:
    feed = _feeds(call, watched)["halvin-uav-1.ts"]
    answer = call("redact", watched, feed["id"], "--by", "M. Rowe", "--why", "asked for")
    assert answer.code == 0, answer.err
    assert "halvin-uav-1.ts" not in _feeds(call, watched)
    assert call("verify", watched).code == 0
    assert b"halvin-uav-1.ts" not in (watched / "case.sqlite").read_bytes()
    again = call("footage", "add", watched, made / "halvin-uav-1.ts")
    assert again.code == 1
    assert "was erased from this case" in again.err


def test_the_results_come_out_the_same_when_they_are_computed_again(watched: Path, call: Call) -> None:
    answer = call("verify", watched, "--recompute")
    assert answer.code == 0, answer.err


def test_recordings_among_documents_are_taken_in_by_run_and_by_add(
    documents: Path, gazetteer: Path, made: Path, call: Call, tmp_path: Path
) -> None:
    shutil.copy(made / "halvin-uav-1.ts", documents / "east.ts")
    answer = call("run", documents, "--case", tmp_path / "case", "--gazetteer", gazetteer)
    assert answer.code == 0, answer.err
    assert "recordings: 1 among them, 1 taken in" in answer.err
    page = (tmp_path / "case" / "report" / "incident" / f"{_code(call, tmp_path / 'case')}.html").read_text("utf-8")
    assert "What recordings could see" in page
    shutil.copy(made / "halvin-uav-2.ts", documents / "west.ts")
    assert "recordings: 2 among them, 1 taken in" in call("add", tmp_path / "case", documents).out
    assert sorted(_feeds(call, tmp_path / "case")) == ["east.ts", "west.ts"]
    assert call("verify", tmp_path / "case").code == 0


def test_a_recording_is_no_document(made: Path, call: Call) -> None:
    answer = call("claims", made / "halvin-uav-1.ts", "--jsonl")
    assert answer.code == 2
    assert "found .ts; not taken" in answer.err


def test_a_scan_stands_beside_every_rival_claim_and_names_no_cause(call: Call, tmp_path: Path) -> None:
    from tools.synthetic_footage import making

    halvin, root = Path(__file__).parents[2] / "examples" / "halvin", tmp_path / "case"
    made = making.demo(tmp_path / "feeds")
    assert call("run", halvin / "documents", "--case", root, "--gazetteer", halvin / "gazetteer.csv").code in (0, 1)
    assert call("footage", "add", root, *made).code == 0
    answer = call("footage", "scan", root)
    assert answer.code == 0, answer.err
    assert "second luminous event 1.7 s after the first, 12 m away" in answer.out
    assert call("footage", "scan", root).err.startswith("recordings: 0 scanned, 3 scanned before")
    page = (root / "report" / "incident" / "XXX-20210511-001.html").read_text(encoding="utf-8")
    section = page[page.index('id="footage"') :]
    section = section[: section.index("</section>")]
    assert "second luminous event 1.7 s after the first, 12 m away" in section
    assert "No flash was seen in 13.9 s of clear picture, of 14.0 s" in section
    assert "Contact sheet, blurred" in section
    (blamed,) = re.findall(r"decides between none: (.*)</p>", section)
    told = page[page.index('id="blame"') :].split("</section>")[0]
    rivals = set(re.findall(r'<tr role="row" id="(c-[^"]+)"', told)) or set(re.findall(r'id="(c-[^"]+)"', told))
    assert len(rivals) == 8
    assert {one for one in rivals if f"#{one}" in blamed} == rivals
    assert not re.search("bomb|lorry|airstrike|explosive", section)
    assert call("footage", "reviews", root).out == "no reviews\n"
    assert call("verify", root).code == 0
    (best, *_) = call("footage", "queue", root, "XXX-20210511-001", "--json").json()["queue"]
    assert best["file"] == "halvin-uav-1.ts"
    assert best["terms"]["candidates"]["adds"] == 1.5  # type: ignore[index]


def test_files_are_scanned_without_a_case_as_lines_of_json(made: Path, call: Call, tmp_path: Path) -> None:
    answer = call("footage", "scan", made / "halvin-uav-1.ts", "--jsonl")
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert [(one["feed"], one["kind"]) for one in found] == [
        ("halvin-uav-1.ts", "flash"),
        ("halvin-uav-1.ts", "later_flash"),
    ]
    assert {"feed", "t", "pts", "kind", "x", "y", "after_s", "moved_px", "moved_m", "score"} <= set(found[0])
    (tmp_path / "empty.ts").write_bytes(b"")
    mixed = call("footage", "scan", made / "halvin-uav-2.ts", tmp_path / "empty.ts")
    assert mixed.code == 1
    assert "empty.ts" in mixed.err
    assert call("footage", "scan", tmp_path / "empty.ts").code == 2


@pytest.mark.parametrize("address", ["rtsp://127.0.0.1/live", "http://127.0.0.1:9/a.ts", "udp://239.0.0.1:5000"])
def test_an_address_is_refused_since_no_live_input_is_taken(address: str, case: Path, call: Call) -> None:
    for answer in (call("footage", "add", case, address), call("footage", "scan", address)):
        assert answer.code == 2
        assert f"{address.partition(':')[0]}: expected a recorded file, found an address; no live input" in answer.err
