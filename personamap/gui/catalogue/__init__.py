"""Several courses read together: the files, who sits where, what they lack as one."""
