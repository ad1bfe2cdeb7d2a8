"""Closing several findings at once."""
