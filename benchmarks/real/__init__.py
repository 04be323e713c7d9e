"""Reading measured on data that others made: its folder is an argument, nothing of it is kept here."""
