"""Strike logs: what each row says, and every fault of a file at once. All rows are invented."""

import pytest

from harmtrace.errors import StrikeLogError
from harmtrace.intake import strike_logs
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Place, Tier
from harmtrace.records.strike import Strike
from harmtrace.strikes import Context

HEAD = "strike_id,belligerent,start,end,latitude,longitude,mgrs,radius_m,place,weapon,target\n"
CONTEXT = Context(log="log.csv", zone="Asia/Baghdad")


def look(name: str, country: str | None) -> Place | None:
    if name != "Ostrel":
        return None
    return Place(name="Ostrel", latitude=36.2, longitude=43.0, radius_m=8_000, tier=Tier.CITY)


def read(
    text: str, *, name: str = "log.csv", context: Context = CONTEXT, columns: dict[str, str] | None = None
) -> tuple[tuple[Strike, ...], tuple[Issue, ...]]:
    return strike_logs.read(text.encode(), name, context=context, columns=columns)


def one(row: str, *, context: Context = CONTEXT) -> tuple[Strike, list[str]]:
    (strike,), issues = read(HEAD + row + "\n", context=context)
    return strike, [issue.code for issue in issues]


def test_a_whole_row_is_read_with_its_times_in_utc() -> None:
    strike, codes = one("S1,North,2031-07-11T21:37:00+03:00,2031-07-11T18:43:00Z,36.1,43.2,,100,near Ostrel,bomb,depot")
    assert codes == []
    assert strike.start is not None
    assert strike.end is not None
    assert (strike.start.isoformat(), strike.end.isoformat()) == (
        "2031-07-11T18:37:00+00:00",
        "2031-07-11T18:43:00+00:00",
    )
    assert (strike.latitude, strike.longitude, strike.radius_m, strike.located) == (36.1, 43.2, 100, "coordinates")
    assert (strike.weapon, strike.target, strike.clock, strike.unread) == ("bomb", "depot", "stated", ())


@pytest.mark.parametrize(
    ("cells", "point"),
    [
        ("36°06'00\"N,43°12'00\"E,", (36.1, 43.2)),
        ("36.1,43.2,", (36.1, 43.2)),
        (",,38SLF3312045678", (36.542, 43.135)),
        (",,38S LF 33120 45678", (36.542, 43.135)),
    ],
)
def test_a_point_is_read_from_degrees_minutes_or_a_grid(cells: str, point: tuple[float, float]) -> None:
    quoted = ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells.split(","))
    strike, codes = one(f"S1,North,2031-07-11T18:37:00Z,,{quoted},,,,")
    assert codes == []
    assert strike.latitude == pytest.approx(point[0], abs=0.01)
    assert strike.longitude == pytest.approx(point[1], abs=0.01)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("S1,North,2031-07-11T18:37:00,,36.1,43.2,,,,,", "strike-zone"),
        ("S1,North,2031-07-11T18:37:00Z,2031-07-11T18:00:00Z,36.1,43.2,,,,,", "strike-order"),
        ("S1,North,2031-07-12,2031-07-11,36.1,43.2,,,,,", "strike-order"),
        ("S1,North,sometime,,36.1,43.2,,,,,", "strike-time"),
        ("S1,North,2031-02-30T10:00:00Z,,36.1,43.2,,,,,", "strike-time"),
        ("S1,North,,,36.1,43.2,,,,,", "strike-time"),
        ("S1,North,2031-07-11T18:37:00Z,,143.2,36.1,,,,,", "strike-swapped"),
        ("S1,North,2031-07-11T18:37:00Z,,500,36.1,,,,,", "strike-coordinates"),
        ("S1,North,2031-07-11T18:37:00Z,,north,36.1,,,,,", "strike-coordinates"),
        ("S1,North,2031-07-11T18:37:00Z,,,,38ZZZ12345678,,,,", "strike-mgrs"),
        ("S1,North,2031-07-11T18:37:00Z,,,,38SLF123,,,,", "strike-mgrs"),
        ("S1,North,2031-07-11T18:37:00Z,,,,,,Nowhere,,", "strike-place"),
        ("S1,North,2031-07-11T18:37:00Z,,36.1,43.2,,wide,,,", "strike-radius"),
        ("S1,,2031-07-11T18:37:00Z,,36.1,43.2,,,,,", "strike-belligerent"),
        ("S1,North,2031-07-11T18:37:00Z,,36.1,43.2", "strike-row"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_row_kept(row: str, code: str) -> None:
    strike, codes = one(row)
    assert codes == [code]
    assert strike.id == "S1"


def test_a_time_without_a_zone_is_read_in_that_of_the_case_else_of_the_place() -> None:
    row = "S1,North,2031-07-11T18:37:00,,36.1,43.2,,,,,"
    by_case, _ = one(row)
    by_place, _ = one(row, context=Context(log="log.csv", zone_of=lambda _a, _b: "Asia/Tehran"))
    by_nothing, _ = one(row, context=Context(log="log.csv"))
    assert by_case.start is not None
    assert by_place.start is not None
    assert (by_case.start.hour, by_case.clock) == (15, "case")
    assert (by_place.start.hour, by_place.start.minute, by_place.clock) == (15, 7, "place")
    assert (by_nothing.start, by_nothing.days, by_nothing.clock) == (None, "2031-07-11", "none")


def test_a_place_without_coordinates_is_looked_up() -> None:
    strike, codes = one("S1,North,2031-07-11,,,,,,Ostrel,,", context=Context(log="log.csv", lookup=look))
    assert codes == []
    assert (strike.latitude, strike.radius_m, strike.located, strike.days) == (36.2, 8_000, "gazetteer", "2031-07-11")


def test_forty_bad_rows_are_all_reported_at_once_and_the_good_rows_kept() -> None:
    good = [f"G{at},North,2031-07-11T18:37:00Z,,36.{at % 10}1,43.2,,,,,\n" for at in range(30)]
    bad = [f"B{at},North,never,,36.1,43.2,,,,,\n" for at in range(40)]
    strikes, issues = read(HEAD + "".join(a + b for a, b in zip(bad, [*good, *[""] * 10], strict=True)))
    assert len(strikes) == 70
    assert [issue.code for issue in issues] == ["strike-time"] * 40
    assert all(issue.message.startswith(f"log.csv, row {issue.start}: expected a day") for issue in issues)
    assert sum(strike.unread == () for strike in strikes) == 30


def test_a_second_row_of_one_id_gets_an_id_of_its_own() -> None:
    row = "S1,North,2031-07-11T18:37:00Z,,36.1,43.2,,,,,\n"
    strikes, issues = read(HEAD + row + row)
    assert [strike.id for strike in strikes] == ["S1", "S1#2"]
    assert [issue.code for issue in issues] == ["strike-duplicate"]


def test_a_point_that_lies_with_the_others_only_when_exchanged_is_taken_out() -> None:
    rows = [f"S{at},North,2031-07-11T18:37:00Z,,36.{at},43.{at},,,,,\n" for at in range(5)]
    strikes, issues = read(HEAD + "".join(rows) + "S9,North,2031-07-11T18:37:00Z,,43.2,36.2,,,,,\n")
    assert [issue.code for issue in issues] == ["strike-swapped"]
    assert strikes[-1].latitude is None
    assert strikes[-1].unread == ("swapped",)


def test_other_names_of_columns_come_by_a_mapping() -> None:
    text = "No;When;Y;X;Who\nA;2031-07-11T18:37:00Z;36,1;43,2;North\n"
    columns = {"strike_id": "No", "start": "When", "latitude": "Y", "longitude": "X", "belligerent": "Who"}
    (strike,), issues = read(text, columns=columns)
    assert issues == ()
    assert (strike.id, strike.latitude, strike.belligerent) == ("A", 36.1, "North")


def test_a_mapping_may_give_the_same_words_to_every_row() -> None:
    text = "date,location,number\n10/17/2031,Ostrel,4\n10/18/2031,Ostrel,1\n"
    context = Context(log="log.csv", lookup=look)
    strikes, issues = read(text, context=context, columns={"belligerent": "=Northern Alliance"})
    assert issues == ()
    assert {one.belligerent for one in strikes} == {"Northern Alliance"}
    _, issues = read(text, context=context)
    assert [(issue.code, issue.start) for issue in issues] == [("strike-belligerent", 1)]


def test_a_daily_release_gives_place_count_and_targets() -> None:
    text = (
        "date,country,location,number,description,line\n"
        '10/17/2031,Iraq,Ostrel,4,"strikes engaged two tactical units; and destroyed a bridge.",'
        '"- Near Ostrel, four strikes engaged two tactical units; and destroyed a bridge."\n'
    )
    (strike,), issues = read(text, context=Context(log="log.csv", belligerent="North", lookup=look))
    assert issues == ()
    assert (strike.place, strike.count, strike.days) == ("Ostrel, Iraq", 4, "2031-10-17")
    assert (strike.target, strike.result) == ("two tactical units", "destroyed a bridge")


def test_a_release_in_prose_gives_a_strike_for_each_line() -> None:
    text = (
        "On 17 October 2031:\n- Near Ostrel, four strikes engaged two tactical units.\n"
        "- Near Dorra, an airstrike destroyed a bridge.\n"
    )
    strikes, issues = read(
        text, name="release.txt", context=Context(log="release.txt", belligerent="North", lookup=look)
    )
    assert [(one.place, one.count, one.days) for one in strikes] == [
        ("Ostrel", 4, "2031-10-17"),
        ("Dorra", 1, "2031-10-17"),
    ]
    assert [issue.code for issue in issues] == ["strike-place"]


def test_free_form_records_give_places_counts_and_days() -> None:
    text = (
        '{"id": "R1", "by": "North", "text": "For Aug 5th-6th 2031 the North reported: '
        '“Near Ostrel, 23 strikes engaged a depot.”"}\n'
        '{"id": "R2", "by": "North", "text": "Nothing was reported for June 1st – 31st 2031."}\n'
        "not json\n"
    )
    strikes, issues = read(text, name="r.jsonl", context=Context(log="r.jsonl", lookup=look))
    assert [(one.id, one.place, one.count, one.days) for one in strikes] == [
        ("R1", "Ostrel", 23, "2031-08-05/2031-08-06"),
        ("R2", None, 1, "2031-06-01/2031-06-30"),
    ]
    assert [issue.code for issue in issues] == ["strike-place", "strike-row"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "just words\n"])
def test_a_file_that_holds_no_log_is_refused(text: str) -> None:
    with pytest.raises(StrikeLogError, match=r"log\.csv"):
        read(text)


def test_prose_without_a_strike_is_refused() -> None:
    with pytest.raises(StrikeLogError, match="expected lines"):
        read("Nothing of note.\n", name="note.txt")
