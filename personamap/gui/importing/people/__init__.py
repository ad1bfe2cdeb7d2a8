"""Bringing people over from another project file."""
