"""Attributions in an English sentence: who says what, who carried it, how firmly."""
