"""The style sheet of all pages."""

from functools import cache
from importlib import resources


@cache
def style() -> str:
    """Return the report's style sheet."""
    return resources.files("harmtrace.reports").joinpath("report.css").read_text(encoding="utf-8")
