"""Arabic casualty counts: which counts of a sentence are of people harmed, and how."""
