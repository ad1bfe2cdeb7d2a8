"""File, Import cast: from a table to people, with every step shown before anything happens."""
