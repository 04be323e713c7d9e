"""Counts in an English sentence: a number, the noun it counts, and who that is."""
