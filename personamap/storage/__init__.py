"""Bytes and files."""
