"""Files made by strangers, read in a process of its own that can do nothing but read."""
