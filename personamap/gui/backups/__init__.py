"""Older copies: keeping them in the background, looking at them, going back to one."""
