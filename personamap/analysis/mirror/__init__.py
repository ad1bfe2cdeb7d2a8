"""The audience held against the cast: who of those who take the course meets somebody like them."""
