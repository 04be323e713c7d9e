"""Reading words: pure grammar shared by the stages."""
