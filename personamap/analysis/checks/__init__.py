"""The coverage checks, one file for each."""
