"""Proposing people who would complete a cast."""
