"""What may be kept of an audience's counts so that no small group of people can be worked out.

The rule is the threshold rule with complementary suppression of official
statistics (Federal Committee on Statistical Methodology, Working Paper 22,
2005; Hundepool et al., Statistical Disclosure Control, 2012, chapter 4):
no count below k is kept, and enough others are left out that none can be
derived. Whether that holds is told by the feasibility interval of each
hidden count (Fischetti and Salazar, Management Science 47, 2001): over all
tables of whole people that agree with everything kept, the largest value
it could have. It must be k or more, or nothing at all.

Three choices keep this exact and simple. A count of nobody is hidden like
a small one, so neither can be told from the other. A person who gives
several values on a facet is counted once, under all of them together, so
that counts add up to people. And crossings of two facets never form a
ring: along a tree, tables that each fit the counts of single facets always
fit together, so no hidden count is narrowed by a second table.
"""
