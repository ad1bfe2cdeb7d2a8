"""What the window does when a project is open elsewhere, or its file was changed elsewhere."""
