"""The story: scenes in their order, who is in them, who speaks and who meets whom."""
