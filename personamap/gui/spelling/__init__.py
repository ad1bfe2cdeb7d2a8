"""Spelling in the fields people write in: marks, suggestions and the words of the course."""
