"""What happens when something went wrong that nobody foresaw.

The work on screen is kept. A report names the place in the program and
nothing else: neither the message of an error nor a local value is written
down, since either may hold a piece of somebody's project.
"""
