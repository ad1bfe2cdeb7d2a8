"""Combinations that too few people show, although every smaller one is there.

The maximal uncovered patterns of Asudeh, Jin and Jagadish, "Assessing and
Remedying Coverage for a Given Dataset" (ICDE 2019): a pattern joins
conditions on different facets; it is uncovered when fewer than a threshold
of people meet all of them, and maximal when every more general pattern is
covered. So each is told once, in its shortest form.

Two searches give the same sets. `search` takes casts: few people, several
values each, details that roll up into groups, combinations held to be
implausible. `cube` takes tables of many rows with one value a column.
"""
