"""The cast as a spreadsheet: a row for everybody, a column for what they answer."""
