"""Recorded footage: what its telemetry says, what its clock is worth, which ground it saw, where something flashed."""
