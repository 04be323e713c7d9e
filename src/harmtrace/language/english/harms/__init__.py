"""Counts of harm in an English sentence: patterns over its class string, one module a kind of clause."""
