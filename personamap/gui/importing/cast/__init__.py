"""From a table to people, with where each column and each cell goes."""
