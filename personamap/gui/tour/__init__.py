"""The tour: five steps through the example, each a note that points at the real window."""
