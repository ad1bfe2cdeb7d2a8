"""Scripts of a course: scenes, who speaks in them and how much, from the formats writers use."""
