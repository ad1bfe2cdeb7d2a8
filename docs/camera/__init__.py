"""Takes pictures of every place of the window: `make pictures`.

What there is to take is data: a list of places, each with its name and the way there, the looks
they are taken in, and which of them the README shows. A place that cannot be reached is told and
fails the run, so that no picture is quietly missing or old.
"""
