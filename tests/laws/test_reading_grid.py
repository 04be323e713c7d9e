"""A sentence built from parts whose meaning is known is read as the parts mean, however they are put together."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from tests.reading import flat, read_text

PUBLISHED = "2021-06-09"  # a Wednesday


@dataclass(frozen=True, slots=True)
class Part:
    """Words, and the fields that they settle."""

    words: str
    fields: tuple[tuple[str, object], ...]


def part(words: str, **fields: object) -> Part:
    return Part(words, tuple(fields.items()))


COUNTS = (
    part("nine people", low=9, high=9, who="unspecified"),
    part("at least nine people", low=9, high=None),
    part("more than 40 people", low=41, high=None),
    part("up to 12 civilians", low=None, high=12, who="civilian"),
    part("about 30 villagers", low=30, high=30, who="civilian"),
    part("between 8 and 11 people", low=8, high=11),
    part("dozens of people", low=24, high=None),
    part("twenty-two people, including seven children,", low=22, high=22),
    part("a child", low=1, high=1, who="civilian"),
    part("three women and two children", low=(2, 3), high=(2, 3)),
    part("1,240 people", low=1240, high=1240),
    part("some 700 people", low=700, high=700),
    part("fifteen fighters", low=15, high=15, who="combatant"),
    part("nearly 200 people", low=None, high=200),
    part("no fewer than six farmers", low=6, high=None, who="civilian"),
)

DATES = (
    part("on 3 May 2021", when="2021-05-03"),
    part("on May 3", when="2021-05-03"),
    part("on Sunday", when="2021-06-06"),
    part("on Tuesday evening", when="2021-06-08"),
    part("yesterday", when="2021-06-08"),
    part("early on 4 June", when="2021-06-04"),
    part("on the night of 2 June", when=("2021-06-02", "2021-06-02/2021-06-03")),
    part("two days ago", when="2021-06-07"),
    part("on 17 March 2018", when="2018-03-17"),
)

#: {who} is the count, {place} and {day} stand where they may.
HARMS = (
    ("killed", "{who} were killed in a strike on {place} {day}"),
    ("killed", "{day} {who} were killed in a raid on {place}"),
    ("killed", "a strike on {place} {day} killed {who}"),
    ("killed", "shelling in {place} {day} killed {who}"),
    ("killed", "{who} died in an air strike in {place} {day}"),
    ("injured", "{who} were injured when a rocket hit {place} {day}"),
    ("injured", "an attack on {place} {day} wounded {who}"),
    ("killed", "{day}, {who} were killed in {place}"),
    ("killed", "{who} were killed in {place} {day}"),
    ("killed", "a missile hit a market in {place} {day}, killing {who}"),
    ("injured", "a missile hit a market in {place} {day}, injuring {who}"),
    ("killed", "{who} have been killed in {place} {day}"),
    ("missing", "{who} are missing after a strike on {place} {day}"),
    ("killed", "an air raid {day} on {place} left {who} dead"),
)

PLACES = ("Ostrel", "Tannery Gate", "Marl Bay", "Brae Velm", "Tarrin")

SPEAKERS = (
    (None, "{said}."),
    ("the mayor", "The mayor said that {said}."),  # "said on Sunday nine people died" would be open to both
    ("Una Fell", "Una Fell, a doctor, said that {said}."),
    ("residents", "{said}, residents said."),
    ("health ministry", "According to the health ministry, {said}."),
    ("Lantern Network", "{said}, the Lantern Network said in a statement."),
    ("police spokesman Idris Vane", "{said}, police spokesman Idris Vane told reporters."),
    ("witnesses", "Witnesses reported that {said}."),
    ("civil defence", "The civil defence announced that {said}."),
)


def _sentences(seed: int, many: int) -> list[tuple[str, dict[str, object]]]:
    draw = random.Random(seed)
    made = []
    for _ in range(many):
        count, date = draw.choice(COUNTS), draw.choice(DATES)
        outcome, harm = draw.choice(HARMS)
        place = draw.choice(PLACES)
        speaker, frame = draw.choice(SPEAKERS)
        who = count.words
        if harm.endswith("{who}"):
            who = who.removesuffix(",")
        single = dict(count.fields).get("high") == 1
        said = harm.format(who=who, place=place, day=date.words)
        if single:
            said = said.replace(" were ", " was ").replace(" are ", " is ").replace(" have been", " has been")
        if frame.startswith("{said}"):
            said = said[0].upper() + said[1:]
        wanted: dict[str, object] = {"outcome": outcome, "speaker": speaker, "where": place, "scope": "event"}
        wanted |= dict(count.fields) | dict(date.fields)
        made.append((frame.format(said=said), wanted))
    return made


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_is_read_as_its_parts_mean(seed: int) -> None:
    wrong = []
    for text, wanted in _sentences(seed, 150):
        found = [flat(claim) for claim in read_text(text, published=PUBLISHED).claims]
        casualties = [fields for fields in found if fields["kind"] == "casualty"]
        if not casualties or not all(_holds(fields, wanted) for fields in casualties):
            shown = [{name: fields.get(name) for name in wanted} for fields in casualties]
            wrong.append(f"{text}\n  wanted {wanted}\n  found  {shown}")
    assert not wrong, f"{len(wrong)} of 150 are read otherwise:\n" + "\n".join(wrong[:12])


def _holds(found: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    for name, value in wanted.items():
        held = found.get(name)
        if name == "speaker":
            if (held is None) != (value is None) or str(value).casefold() not in str(held).casefold():
                return False
        elif isinstance(value, tuple):
            if held not in value:
                return False
        elif held != value:
            return False
    return True
