"""Bringing back unsaved work of earlier runs: what there is, and what to do with it."""
