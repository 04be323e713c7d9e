"""Trace every number about civilian harm back to the words that claim it."""

__version__ = "0.1.0"
