"""The library: everything the cast has lived, who has lived it, and what waits for somebody."""
