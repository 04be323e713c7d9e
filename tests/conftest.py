"""What holds for all tests: laws are tried on the same examples everywhere, however slow the machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
