"""Keeping what is done against a crash, as it is done."""
