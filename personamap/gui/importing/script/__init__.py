"""Bringing in a script: who speaks under its labels, and what its scenes become."""
