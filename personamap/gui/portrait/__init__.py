"""Portraits on screen, and the studio in which they are made."""
