"""What the system knows: immutable typed records."""
