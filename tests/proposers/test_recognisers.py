"""Entity recognisers as engines: a real spaCy pipeline saved to disk, and an object of GLiNER's interface."""

from pathlib import Path

import pytest

from harmtrace.claims import ground, read
from harmtrace.errors import EngineError, SettingsError
from harmtrace.proposers import Gliner, Spacy
from harmtrace.proposers.gliner import ASKED, Entity, pieces
from harmtrace.records.claim import Outcome
from harmtrace.records.proposal import Proposed
from harmtrace.records.text import Document, Sha256
from tests.reading import gazetteer

TEXT = "Rescuers said that 137 people were killed in Ostrel. A nurse counted at least 40 wounded. It rained for 3 days."


def document(text: str = TEXT) -> Document:
    return Document(id="a.txt", text=text, sha256=Sha256("0"))


def grounded(engine: Spacy | Gliner) -> Proposed:
    one = document()
    return ground(
        one, engine.propose(one), engine=engine.name, version=engine.version,
        reading=read(one, gazetteer=gazetteer()), gazetteer=gazetteer(),
    )  # fmt: skip


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """Save a blank pipeline that knows a few patterns, as a user's trained one would lie on disk."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: make setup installs the extra 'engines'")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "KILLED", "pattern": [{"LIKE_NUM": True}, *({"LOWER": w} for w in ("people", "were", "killed"))]},
            {"label": "INJURED", "pattern": [{"LIKE_NUM": True}, {"LOWER": "wounded"}]},
            {"label": "SPEAKER", "pattern": "Rescuers"},
            {"label": "PLACE", "pattern": "Ostrel"},
            {"label": "CARDINAL", "pattern": "3"},
        ]
    )  # fmt: skip
    folder = tmp_path / "model"
    made.to_disk(folder)
    return folder


def test_a_spacy_pipeline_proposes_what_its_labels_name(pipeline: Path) -> None:
    engine = Spacy.of({"model": str(pipeline)})
    found = grounded(engine)
    said = [(one.claim.outcome, one.claim.count.low, one.claim.speaker, one.claim.where) for one in found.suggestions]
    # "40 wounded" alone: "at least" before it belongs to the number all the same.
    assert said == [(Outcome.KILLED, 137, "Rescuers", "Ostrel"), (Outcome.INJURED, 40, None, "Ostrel")]
    assert found.suggestions[1].claim.count.high is None
    assert engine.version.startswith("spacy:en_pipeline/")


def test_a_folder_that_holds_no_pipeline_is_named(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed: make setup installs the extra 'engines'")
    with pytest.raises(EngineError, match="expected a spaCy pipeline"):
        Spacy.of({"model": str(tmp_path)}).propose(document())


@pytest.mark.parametrize("options", [{}, {"model": "/no/such/folder"}])
def test_a_model_is_a_folder_on_this_disk(options: dict[str, str]) -> None:
    for engine in (Spacy, Gliner):
        with pytest.raises(SettingsError, match="model"):
            engine.of(options)


class Known:
    """Has the interface of ``gliner.GLiNER`` and finds the words that it was told."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        self.asked: list[list[str]] = []

    def predict_entities(self, text: str, labels: list[str], *, threshold: float = 0.5) -> list[Entity]:
        self.asked.append(labels)
        return [
            Entity(
                start=text.index(words), end=text.index(words) + len(words), text=words, label=label, score=threshold
            )
            for words, label in self.words.items()
            if words in text
        ]


def test_a_gliner_model_is_asked_for_labels_in_plain_words(tmp_path: Path) -> None:
    model = Known({"137 people": "people killed", "Rescuers": "source of the number", "3 days": "people missing"})
    found = grounded(Gliner(tmp_path, model=model))
    assert model.asked == [list(ASKED)]
    (one,) = found.suggestions
    assert (one.claim.quote, one.claim.outcome, one.claim.speaker) == ("137 people", Outcome.KILLED, "Rescuers")
    assert [one.quote for one in found.refusals] == ["3 days"]


def test_a_long_text_is_given_to_gliner_in_whole_sentences() -> None:
    text = "It rained in Ostrel. " * 120
    cut = pieces(text)
    assert len(cut) > 2
    assert all(text[start : start + len(piece)] == piece and len(piece) <= 1_000 for start, piece in cut)


def test_gliner_without_the_library_says_how_to_get_it(tmp_path: Path) -> None:
    try:
        import gliner  # noqa: F401
    except ImportError:
        with pytest.raises(EngineError, match="pip install gliner"):
            Gliner(tmp_path).propose(document())
    else:
        with pytest.raises(EngineError, match="expected a GLiNER model"):
            Gliner(tmp_path).propose(document())
