"""English words and their meanings for the shared grammar."""
