"""What can be worked out from a project; nothing here is saved."""
