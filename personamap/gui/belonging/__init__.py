"""The Belonging workspace: where people stand at the start and the end, and what turned it."""
