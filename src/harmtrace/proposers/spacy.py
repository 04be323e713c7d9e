"""The engine ``spacy``: a pipeline on this disk whose entity labels name outcomes; loaded when first asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from harmtrace.errors import EngineError, SettingsError
from harmtrace.proposers.labels import Labelled, proposals
from harmtrace.records.proposal import Proposal
from harmtrace.records.text import Document


class _Span(Protocol):
    start_char: int
    end_char: int
    label_: str


class _Read(Protocol):
    ents: Sequence[_Span]
    spans: Mapping[str, Sequence[_Span]]


class Pipeline(Protocol):
    """What is used of a spaCy pipeline: called on a text, it gives entities and groups of spans."""

    @property
    def meta(self) -> Mapping[str, object]:
        """Return name and version of the pipeline, among others."""

    def __call__(self, text: str) -> _Read:
        """Return the text with its entities and spans."""


class Spacy:
    """A spaCy pipeline from a folder. Labels that are no outcome, speaker or place are passed over."""

    name = "spacy"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pipeline: Pipeline | None = None

    @classmethod
    def of(cls, options: Mapping[str, str]) -> "Spacy":
        """Return the engine that the settings ``[spacy]`` name.

        Raises:
            SettingsError: ``model`` is missing or no folder.
        """
        return cls(model_path(options, "spacy"))

    @property
    def version(self) -> str:
        """Return the pipeline's own name and version."""
        meta = self._loaded().meta
        return f"spacy:{meta.get('lang', '')}_{meta.get('name', 'unnamed')}/{meta.get('version', '0')}"

    def propose(self, document: Document) -> Sequence[Proposal]:
        """Return a proposal for every entity or span whose label is an outcome."""
        read = self._loaded()(document.text)
        groups = (read.ents, *(read.spans[name] for name in sorted(read.spans)))
        found = {(span.start_char, span.end_char, span.label_) for group in groups for span in group}
        return proposals(document.text, [Labelled(start=a, end=b, label=c) for a, b, c in sorted(found)])

    def _loaded(self) -> Pipeline:
        if self._pipeline is None:
            try:
                import spacy
            except ImportError as error:
                raise EngineError("spaCy is not installed: pip install 'harmtrace[engines]'") from error
            try:
                self._pipeline = cast(Pipeline, spacy.load(self._path))
            except (OSError, ValueError, KeyError) as error:
                kind = type(error).__name__
                raise EngineError(f"{self._path}: expected a spaCy pipeline, found none ({kind})") from error
        return self._pipeline


def model_path(options: Mapping[str, str], engine: str) -> Path:
    """Return the folder that an engine's settings name.

    Raises:
        SettingsError: ``model`` is missing or no folder.
    """
    given = options.get("model")
    if given is None:
        raise SettingsError(f"[{engine}]: expected 'model', the folder of a model on this disk")
    path = Path(given).expanduser()
    if not path.is_dir():
        raise SettingsError(f"[{engine}]: model: expected a folder, found none at {given}")
    return path
