"""Whose figure is whose: sources named by others, several named together, one name in two scripts."""

from harmtrace.records.claim import VoiceKind
from harmtrace.records.text import SourceKind
from tests.incidents.making import casualty, head
from tests.tallies.test_tally import killed, tally_of, why_out

GAZETTE = head("a", "2030-05-05", source="Lowland Gazette", kind=SourceKind.NEWS)
RADIO = head("b", "2030-05-06", source="Radio Mill Road", kind=SourceKind.LOCAL)
WEEKLY = head("c", "2030-05-20", source="The Weekly Pier", kind=SourceKind.NEWS)


def test_a_figure_credited_to_another_text_s_publisher_is_that_publisher_s() -> None:
    result = tally_of(
        casualty("a", 10, 31, 31),
        casualty("c", 10, 31, 31, speaker="the Lowland Gazette", voice=VoiceKind.PEOPLE),
        documents=(GAZETTE, WEEKLY),
    )
    assert [voice.name for voice in result.voices] == ["Lowland Gazette"]


def test_sources_named_together_add_no_voice_and_end_no_figure_of_theirs() -> None:
    both = casualty("c", 10, 31, 35, speaker="the Lowland Gazette and Radio Mill Road", voice=VoiceKind.MEDIA)
    result = tally_of(casualty("a", 10, 31, 31), casualty("b", 10, 35, 35), both, documents=(GAZETTE, RADIO, WEEKLY))
    assert killed(result) == (31, 35)
    assert sorted(voice.name for voice in result.voices) == ["Lowland Gazette", "Radio Mill Road"]
    assert why_out(result, "c:10") == "sums up several sources, whose own figures are here"


def test_sources_named_together_whose_texts_are_elsewhere_are_one_voice() -> None:
    both = casualty("c", 10, 31, 35, speaker="the Lowland Gazette and Radio Mill Road", voice=VoiceKind.MEDIA)
    result = tally_of(both, documents=(WEEKLY,))
    assert killed(result) == (31, 35)
    assert len(result.voices) == 1


def test_a_publisher_with_an_and_in_its_name_is_one() -> None:
    both = casualty("c", 10, 31, 31, speaker="Town and Harbour", voice=VoiceKind.MEDIA)
    town = head("a", "2030-05-05", source="Town and Harbour")
    result = tally_of(casualty("a", 10, 31, 31), both, documents=(town, WEEKLY))
    assert [voice.name for voice in result.voices] == ["Town and Harbour"]
