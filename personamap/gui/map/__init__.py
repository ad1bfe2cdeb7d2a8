"""The map workspace: people, what they lived and what they are, on a canvas."""
