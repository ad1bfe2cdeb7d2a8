"""Completing a cast: who else it takes to show what a course aims for."""
