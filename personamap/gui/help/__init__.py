"""Help inside the window: one page for each workspace, each check, and what lies across them."""
