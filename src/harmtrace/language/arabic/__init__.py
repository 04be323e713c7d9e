"""Arabic: words, numbers, dates, places, who speaks, and what a sentence holds."""
