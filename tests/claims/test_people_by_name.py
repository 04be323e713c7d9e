"""People told one by one as those of whom a verb of harm speaks, with what is said of each set apart."""

import pytest

from harmtrace.records.claim import Casualty
from tests.claims.test_found_by_class import found
from tests.reading import flat, read_text

_WHERE = " in Marl Bay on 4 May 2021."


@pytest.mark.parametrize(
    "text",
    [
        "44-year-old Tamir Hosel Salvan (Abu Marn) was reportedly killed",
        "A 43 year old man, Velmar Tosan Hessin, was reportedly killed",
        "Nerudin Kasel (24 years old), a member of the Marl Chess Club and son to Ehab Kasel, was killed",
        "The Wire reported Odel al-Obar (also known as Abu Odel) was killed",
        "An ambulance driver, Mardod Hessin, reported missing by some at first, was killed",
        "A young man named Tamir Hosel was killed",
        "Haji Moslan Qedan (78) was injured in his home, and later died of his wounds",
    ],
)  # fmt: skip
def test_one_person_told_by_name_is_one_of_the_dead(text: str) -> None:
    (only,) = found(text + _WHERE)
    assert only.startswith("killed")
    assert only.endswith("1-1")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("16 year old Omel Mosan, 33 year old Nezam Abdul Qorin, and his one month old nephew Ebran were killed", 3),
        ("Saleb Qorid Tarman and his 14-year-old son were reported killed", 2),
        ("65-year-old Jamel Dohar and his granddaughter Sila Dohar – who was less than a year old – were killed", 2),
        ("Velmar Tosan (71) and his wife Hana (60) were killed alongside their son Ahmel and daughter Kora Tosan", 4),
        ("Ilvar Tamsen was killed with her infant daughter, Mura Jevad,", 2),
        ("Tamir Hosel, his mother-in-law, 54 year old Bora Tosan, and their driver, named Selo, were killed", 3),
        ("Three men were wounded at the mill and later died", 3),
    ],
)  # fmt: skip
def test_each_of_several_people_told_by_name_is_one(text: str, people: int) -> None:
    claims = found(text + _WHERE)
    assert sum(int(claim.rsplit("-", 1)[1]) for claim in claims) == people
    assert all(claim.startswith("killed") for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least three people – 37 year old Abdel Hob, his mother and her niece, two year old Omel – were killed",
            ["killed unspecified 3-None"],
        ),
        ("Three brothers, Tamir, Selo and Marn Hosel, were killed", ["killed unspecified 3-3"]),
        ("At least one civilian, a young man Marud Omsel (31 years old), was killed", ["killed civilian 1-None"]),
        ("Four people, including a woman and Tamir Hosel, were killed", ["killed unspecified 4-4"]),
    ],
)  # fmt: skip
def test_a_count_whose_people_are_told_behind_it_stays_one_claim(text: str, expected: list[str]) -> None:
    assert found(text + _WHERE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebel commander killed along with 4-6 others", ["killed combatant 1-1", "killed combatant 4-6"]),
        ("Woman and child killed by drone", ["killed civilian 1-1", "killed civilian 1-1"]),
        ("Bomb expert Abu Mosel and 2 others killed in raid", ["killed unspecified 1-1", "killed unspecified 2-2"]),
        ("4 civilians or alleged militants killed in car", ["killed unspecified 4-4"]),
        ("At least one child was killed", ["killed civilian 1-None"]),
    ],
)  # fmt: skip
def test_a_headline_names_one_and_counts_the_others(text: str, expected: list[str]) -> None:
    rows = [flat(claim) for claim in read_text(text + _WHERE, published=None).claims]
    assert [f"{row['outcome']} {row['who']} {row['low']}-{row['high']}" for row in rows] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tamir Hosel, the head of the council, said that nobody was there when the bridge, built in 1970, fell",
        "Tamir Hosel, who was born in Marl Bay, was praised by his colleagues after the raid",
    ],
)
def test_who_only_speaks_or_is_spoken_of_is_not_harmed(text: str) -> None:
    assert found(text + ".") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least seven people from three generations of the Tarn family were killed", ["killed unspecified 7-None"]),
        ("Two members of the Tarn family, Ilo Tarn and 22-year-old Omar Tarn, were killed", ["killed civilian 2-2"]),
        ("A clinic put the injury toll at more than 110", ["injured unspecified 111-None"]),
        (
            "A baker and his niece, who was less than a year old, were killed",
            ["killed civilian 1-1", "killed civilian 1-1"],
        ),
    ],
)
def test_what_stands_beside_a_count_is_no_count_of_its_own(text: str, expected: list[str]) -> None:
    assert found(text + _WHERE) == expected


def test_a_toll_that_rose_to_no_more_outdates_nothing() -> None:
    text = "At least nine people were killed in Marl Bay on 4 May 2021. The toll was later updated to nine."
    claims = read_text(text, published=None).claims
    assert [claim.step.value for claim in claims if isinstance(claim, Casualty)] == ["total", "running"]
