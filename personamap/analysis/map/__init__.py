"""The persona map worked out as numbers and words; how it is drawn is for others."""
