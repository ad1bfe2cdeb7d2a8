"""Choosing what to hand over, for whom and in which format."""
