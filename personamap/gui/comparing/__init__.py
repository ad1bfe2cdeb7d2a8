"""Comparing with another file and bringing both together, item by item."""
