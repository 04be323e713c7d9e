"""One case holds several languages, and one document several scripts: each sentence is read in its own."""

import ast
import inspect

from harmtrace import intake
from harmtrace.claims import read
from harmtrace.incidents import group
from harmtrace.intake.given import Given
from harmtrace.language import grammar, languages
from harmtrace.records.claim import Casualty, Reading
from harmtrace.settings import LANGUAGES
from tests.incidents.making import heads
from tests.reading import gazetteer

BOTH = "A strike killed nine people in Tarrin on 3 May 2021.\nقُتل أربعة مدنيين في فلمورة يوم 3 أيار 2021."


def _read(text: str, name: str = "text.txt", tags: tuple[str, ...] = LANGUAGES) -> Reading:
    given = Given(language=None, published="2021-05-04", source=None)
    (document,), _ = intake.extract(text.encode(), name, given=given)
    return read(document, gazetteer=gazetteer(), tags=tags)


def _killed(reading: Reading) -> list[int | None]:
    return [claim.count.low for claim in reading.claims if isinstance(claim, Casualty)]


def test_one_document_of_two_scripts_loses_nothing() -> None:
    assert _killed(_read(BOTH)) == [9, 4]


def test_the_rules_of_a_claim_name_its_language() -> None:
    names = [claim.rules[0].split("/")[0] for claim in _read(BOTH).claims]
    assert names == ["english", "arabic"]


def test_a_language_that_the_settings_leave_out_makes_no_claims() -> None:
    assert _killed(_read(BOTH, tags=("en",))) == [9]
    assert _killed(_read(BOTH, tags=("ar",))) == [4]


def test_the_settings_offer_every_language_that_has_a_grammar() -> None:
    assert set(LANGUAGES) == set(languages.TAGS)


def test_an_arabic_name_in_an_english_sentence_does_not_change_its_language() -> None:
    assert _killed(_read("A strike killed nine people in Tarrin (تارين) on 3 May 2021.")) == [9]


def test_an_english_name_in_an_arabic_sentence_does_not_change_its_language() -> None:
    assert _killed(_read("قالت منظمة Lantern Network إن أربعة مدنيين قتلوا في تارين.")) == [4]


def test_an_arabic_and_an_english_document_of_one_event_are_one_incident() -> None:
    english = _read("An airstrike on Tarrin on 3 May 2021 killed nine people, the mayor said.", "en.txt")
    arabic = _read("قُتل تسعة أشخاص في غارة جوية على بلدة تارين يوم 3 أيار 2021، بحسب الدفاع المدني.", "ar.txt")
    found = group(heads(english.document, arabic.document), (english, arabic))
    assert [sorted(one.documents) for one in found.incidents] == [["ar.txt", "en.txt"]]


def test_an_arabic_document_of_another_day_stays_apart() -> None:
    english = _read("An airstrike on Tarrin on 3 May 2021 killed nine people, the mayor said.", "en.txt")
    arabic = _read("قُتل ستة أشخاص في غارة جوية على بلدة فلمورة يوم 19 أيار 2021.", "ar.txt")
    assert len(group(heads(english.document, arabic.document), (english, arabic)).incidents) == 2


def test_no_cue_is_declared_twice() -> None:
    (cues,) = [
        node
        for node in ast.parse(inspect.getsource(grammar)).body
        if isinstance(node, ast.ClassDef) and node.name == "Cues"
    ]
    names = [
        each.target.id for each in cues.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    ]
    assert len(names) == len(set(names))
