"""Counts in an Arabic sentence: a number with its bounds, the noun it counts, and who that is."""
