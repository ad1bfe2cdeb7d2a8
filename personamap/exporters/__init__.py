"""Reports in some format."""
