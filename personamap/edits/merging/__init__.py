"""Joining what two people made of one project, item by item and field by field."""
