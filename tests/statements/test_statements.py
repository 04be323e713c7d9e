"""Published casualty statements, read field by field. Every line here is invented; only its turns of phrase are the field's."""

import pytest

from harmtrace import statements
from harmtrace.records.statement import FIELDS, Statement


def one(text: str) -> Statement:
    (found,) = statements.read(text, "line")
    return found


def stated(text: str) -> dict[str, object]:
    found = one(text)
    values: dict[str, object] = {}
    for name in FIELDS:
        value = getattr(found, name)
        if name in ("killed", "injured") and value is not None:
            value = (value.low, value.high)
        if value is not None:
            values[name] = value
    return values


HEAD = "Mar. 4, 2031, near Old Mill, Syria, via Northern Lens Monitor report. "


def test_a_listed_line_gives_day_place_country_channel_and_its_marks() -> None:
    line = (
        "Feb. 9, 2031, in Kafr Dalo, Syria, via Airwars report. After a review of all available records it was assessed "
        "that no Coalition actions were conducted in the geographical area that corresponds to the report of civilian "
        "casualties. 4102/CS2101 37SDA112233"
    )
    assert stated(line) == {
        "date": "2031-02-09",
        "place": "Kafr Dalo",
        "country": "Syria",
        "channel": "ngo",
        "channel_name": "Airwars",
        "verdict": "non_credible_unsubstantiated",
        "reason": "NO_STRIKE_CORRESPONDS",
        "mgrs": "37SDA112233",
        "report_number": "4102",
        "code": "CS2101",
    }


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("March 4, 2031, near Old Mill, Iraq, via self-report.", "2031-03-04"),
        ("Sept. 4, 2031, near Old Mill, Iraq, via self-report.", "2031-09-04"),
        ("March 4-6, 2031, near Old Mill, Iraq, via self-report.", "2031-03-04/2031-03-06"),
        ("Feb. 28 - March 1, 2031, near Old Mill, Iraq, via self-report.", "2031-02-28/2031-03-01"),
        ("On 4 March 2031, near Old Mill, Iraq, during a strike on a bridge", "2031-03-04"),
        ("7. March 04, 2031, near Old Mill, Iraq via self-report.", "2031-03-04"),
        ("March 2031, near Old Mill, Iraq, via self-report.", "2031-03"),
        (
            "In its July 2032 report the Coalition wrote: “March 4, 2031, near Old Mill, Iraq: no finding.”",
            "2031-03-04",
        ),
        ("A deliberate strike on 16 Oct 31 on the Barra Crude Oil Point.", "2031-10-16"),
        ("The spokesman stated on March 4, 2031 that the claims were unfounded.", None),
        ("16 Oct 2031: Review could not determine the origin of the video.", None),
        ("Feb. 31, 2031, near Old Mill, Iraq, via self-report.", None),
    ],
)
def test_the_day_is_that_of_the_incident(words: str, date: str | None) -> None:
    assert one(words).date == date


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("March 4, 2031, near Umm Sader, Syria, via self-report.", "Umm Sader", "Syria"),
        ("March 4, 2031, near Umm Sader village, north of Dorra, Syria, via self-report.", "Umm Sader village, north of Dorra", "Syria"),
        ("March 4, 2031, in the Halfa district of Dorra, Iraq: During a strike", "Halfa district of Dorra", "Iraq"),
        ("March 4, 2031, on the road between Dorra and Marsil, Iraq, via self-report.", "road between Dorra and Marsil", "Iraq"),
        ("March 4, 2031, Dorra, Iraq, via self-report.", "Dorra", "Iraq"),
        ("March 4, 2031, in Dorra. Iraq, via self-report.", "Dorra", "Iraq"),
        ("On March 4, 2031, in Tell Marsil, Syria, near Dorra, during a strike", "Tell Marsil", "Syria"),
        ("March 4, 2031, near Dorra, via self-report.", "Dorra", None),
        ("Open sources. No coalition strikes in Dorra City during the time.", "Dorra City", None),
        ("The only strike was about 70 km N of Dorra.", "70 km N of Dorra", None),
        ("A raid in #DorraZor, #Syria.", "DorraZor", "Syria"),
        ("There were no civilians in that location.", None, None),
    ],
)  # fmt: skip
def test_the_place_is_the_words_up_to_the_country(words: str, place: str | None, country: str | None) -> None:
    found = one(words)
    assert (found.place, found.country) == (place, country)


@pytest.mark.parametrize(
    ("words", "channel", "name"),
    [
        ("via social media report", "social_media", None),
        ("via Halfa Observatory for Human Rights report", "ngo", "Halfa Observatory for Human Rights"),
        ("via NGO report", "ngo", None),
        ("via media report", "media", None),
        ("via Harrow News Agency report", "media", "Harrow News Agency"),
        ("via self-report", "self_report", None),
        ("via partner force report", "partner", None),
        ("via Dorra Tribe", None, "Dorra Tribe"),
        ("via Airwars and social media reports", "ngo", "Airwars"),
    ],
)
def test_the_channel_is_what_the_line_came_by(words: str, channel: str | None, name: str | None) -> None:
    found = one(f"March 4, 2031, near Dorra, Iraq, {words}. No finding was made.")
    assert (found.channel, found.channel_name) == (channel, name)


@pytest.mark.parametrize(
    ("words", "verdict", "reason"),
    [
        ("No Coalition strikes were conducted on that day in the geographical area.", "non", "NO_STRIKE_AREA_DAY"),
        ("No strike or operation was identified +/-24 hours, in the vicinity.", "non", "NO_STRIKE_CORRESPONDS"),
        ("Unfounded, no air strikes in vicinity.", "non", "NO_STRIKE_CORRESPONDS"),
        ("The report contains insufficient information of the time, location or details.", "non", "INSUFF_INFO_TIME_PLACE"),
        ("The allegation provided insufficient detail to identify a specific date.", "non", "INSUFF_INFO_TIME_PLACE"),
        ("There is insufficient evidence to find that civilians were harmed.", "non", "INSUFF_EVIDENCE_HARM"),
        ("After a review of strike video it was assessed that no civilians were harmed.", "non", "NO_HARM_VIDEO"),
        ("It was assessed that no civilians were harmed in this strike.", "non", None),
        ("Assessed to be insufficient information to determine whether anyone was hurt.", "non", "INSUFF_EVIDENCE_CREDIBILITY"),
        ("More likely than not civilian casualties did not occur as a result of a strike.", "non", None),
        ("Only legitimate military targets were affected.", "non", None),
        ("It was not attributable to Coalition Forces.", "non", None),
        ("Not credible.", "non", None),
        ("The allegation was closed as a duplicate of 57 (Credible with one civilian wounded).", "dup", "DUPLICATE"),
        ("An investigation into this report has been opened.", "open", None),
        ("The Coalition is not aware of any civilian casualties.", "new", None),
        ("It was assessed that two civilians were killed.", "yes", None),
        ("The actual assessment was that on that day four civilians were killed.", "yes", "CORRECTION"),
        ("Another state officially denied it.", None, None),
    ],
)  # fmt: skip
def test_the_verdict_and_its_reason_follow_from_the_words(words: str, verdict: str | None, reason: str | None) -> None:
    names = {
        "non": "non_credible_unsubstantiated", "dup": "duplicate", "yes": "credible_substantiated",
        "open": "open_incident", "new": "not_yet_assessed", None: None,
    }  # fmt: skip
    found = one(HEAD + words)
    assert (found.verdict, found.reason) == (names[verdict], reason)


@pytest.mark.parametrize(
    ("words", "killed", "injured"),
    [
        ("It was assessed that three civilians were unintentionally killed and one was injured.", (3, 3), (1, 1)),
        ("Regrettably, two civilians, and possibly a third, in a truck were unintentionally killed.", (2, 3), None),
        ("It was assessed one civilian in a truck with a trailer was likely killed.", (1, 1), None),
        ("It was assessed that a man and two children were killed.", (3, 3), None),
        ("It was assessed that between two and five civilians were killed.", (2, 5), None),
        ("It was determined that the strike killed four civilians and injured one more.", (4, 4), (1, 1)),
        ("The evidence indicates the strike likely led to the deaths of two non-combatant children.", (2, 2), None),
        (
            "It was assessed that two civilians were killed. One rider was killed and one child was killed.",
            (2, 2),
            None,
        ),
        ("It was assessed that five civilians were killed and three individuals were injured.", (5, 5), (3, 3)),
        ("The strike killed two ISIS members, it was assessed.", None, None),
        ("A paper alleges that 20 civilians were killed. Not credible.", None, None),
        ("Duplicate of 57 (credible with one civilian unintentionally wounded).", None, None),
    ],
)
def test_only_what_the_body_itself_finds_is_counted(
    words: str, killed: tuple[int, int] | None, injured: tuple[int, int] | None
) -> None:
    found = stated(HEAD + words)
    assert (found.get("killed"), found.get("injured")) == (killed, injured)


def test_several_lines_of_one_release_are_several_statements() -> None:
    text = (
        "Credible:\n1. March 4, 2031, near Dorra, Iraq, via self-report: it was assessed that one civilian was killed.\n"
        "2. March 6, 2031, near Marsil, Iraq, via media report. No strikes were conducted on that day in the area.\n"
    )
    first, second = statements.read(text, "release")
    assert (first.place, first.reason) == ("Dorra", None)
    assert (second.place, second.reason) == ("Marsil", "NO_STRIKE_AREA_DAY")


def test_every_span_holds_the_words_of_its_field() -> None:
    line = HEAD + "It was assessed that three civilians were killed. 12/CS12 37SDA 112 233"
    found = one(line)
    words = {name: line[start:end] for name, start, end in found.spans}
    assert words["date"] == "Mar. 4, 2031"
    assert words["place"] == "Old Mill"
    assert words["channel"] == "via Northern Lens Monitor report"
    assert words["mgrs"] == "37SDA 112 233"
    assert set(words) == set(stated(line))
