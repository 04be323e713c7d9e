"""Luma of frames, and sound, to candidates: moments that a person should look at; never a finding, never a cause."""

from harmtrace.footage.scanning.scanner import Scanner
from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.sparse import Sparse
from harmtrace.footage.scanning.suggesting import Suggestion, measured, suggested
from harmtrace.footage.scanning.tape import Frame

__all__ = ["VERSION", "Frame", "Scanner", "Sparse", "Suggestion", "Thresholds", "measured", "suggested"]

VERSION = "6"
"""Of the rules and thresholds; kept with every scan."""
