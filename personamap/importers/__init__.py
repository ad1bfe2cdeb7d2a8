"""Other people's files to domain values, one file a format."""
