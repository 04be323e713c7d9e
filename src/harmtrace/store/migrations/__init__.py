"""Numbered migrations of a case, run when it is opened."""
