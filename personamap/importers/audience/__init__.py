"""Tables about who will take the course, turned into counts while they are read."""
