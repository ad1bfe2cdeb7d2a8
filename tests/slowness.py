"""How fast this computer is right now, for the few tests that hold something against the clock."""

import time
from statistics import median

ORDINARY_SECONDS, SAMPLES = 0.0055, 5
"""What the plain piece of work takes on an ordinary computer, and how often it is done."""


def slowness():
    """Return how many times slower than an ordinary computer this one is right now."""
    taken = []
    for _sample in range(SAMPLES):
        start = time.thread_time()
        sum(number * number for number in range(100_000))
        taken.append(time.thread_time() - start)
    return median(taken) / ORDINARY_SECONDS
