"""From a table, or published totals, to counts of who will take the course."""
