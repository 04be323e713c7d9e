"""Reading measured against gold claims, beside what one would otherwise use: ``make quality [GOLD=FOLDER]``."""
