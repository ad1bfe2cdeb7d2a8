"""What matters: stars, minimums, chosen pairs and what is left out, chosen in one go."""
