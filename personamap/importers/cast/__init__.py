"""Tables of people to personas: which column goes where, and what every cell became."""
