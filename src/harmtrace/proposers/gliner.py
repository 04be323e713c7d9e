"""The engine ``gliner``: a GLiNER model on this disk, asked for labels in plain words; loaded when first asked.

Written against the library's documented interface (``GLiNER.from_pretrained``, ``predict_entities``); no model
could be had where this was written, so that it has been run with an object of that interface only.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypedDict

from harmtrace.errors import EngineError
from harmtrace.language.sentences import split
from harmtrace.proposers.labels import Labelled, proposals
from harmtrace.proposers.spacy import model_path
from harmtrace.records.proposal import Proposal
from harmtrace.records.text import Document

ASKED = ("people killed", "people injured", "people missing", "bodies", "source of the number", "place of the attack")
THRESHOLD = 0.5
#: The model reads some 384 word pieces at once: sentences are given to it in pieces of at most so many characters.
_PIECE = 1_000


class Entity(TypedDict):
    """An entity as ``predict_entities`` gives it."""

    start: int
    end: int
    text: str
    label: str
    score: float


class Model(Protocol):
    """What is used of a GLiNER model."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float = THRESHOLD) -> list[Entity]:
        """Return the entities of a text under the labels asked for."""


class Gliner:
    """A GLiNER model from a folder. A model may be given loaded, in place of the folder."""

    name = "gliner"

    def __init__(self, path: Path, *, threshold: float = THRESHOLD, model: Model | None = None) -> None:
        self._path = path
        self._threshold = threshold
        self._model = model

    @classmethod
    def of(cls, options: Mapping[str, str]) -> "Gliner":
        """Return the engine that the settings ``[gliner]`` name.

        Raises:
            SettingsError: ``model`` is missing or no folder.
        """
        return cls(model_path(options, "gliner"), threshold=float(options.get("threshold", THRESHOLD)))

    @property
    def version(self) -> str:
        """Return the folder's name, the labels' version and the threshold: a model names no version of its own."""
        return f"gliner:{self._path.name}/labels-1/{self._threshold:g}"

    def propose(self, document: Document) -> Sequence[Proposal]:
        """Return a proposal for every entity whose label is an outcome."""
        found = [
            Labelled(start=start + one["start"], end=start + one["end"], label=one["label"])
            for start, piece in pieces(document.text)
            for one in self._loaded().predict_entities(piece, list(ASKED), threshold=self._threshold)
        ]
        return proposals(document.text, found)

    def _loaded(self) -> Model:
        if self._model is None:
            try:
                from gliner import GLiNER
            except ImportError as error:
                raise EngineError("GLiNER is not installed: pip install gliner") from error
            try:
                self._model = GLiNER.from_pretrained(str(self._path), local_files_only=True)
            except (OSError, ValueError, KeyError) as error:
                kind = type(error).__name__
                raise EngineError(f"{self._path}: expected a GLiNER model, found none ({kind})") from error
        return self._model


def pieces(text: str) -> list[tuple[int, str]]:
    """Return a text in whole sentences, at most some thousand characters at a time, each with where it starts."""
    cut: list[tuple[int, int]] = []
    for start, end in split(text):
        if cut and end - cut[-1][0] <= _PIECE:
            cut[-1] = (cut[-1][0], end)
        else:
            cut.append((start, end))
    return [(start, text[start:end]) for start, end in cut]
