"""The command palette: one line in which every action and everything in the project is found."""
