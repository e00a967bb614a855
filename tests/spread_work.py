"""Work for the tests of the seam, in a module that another process imports quickly."""

import os

DEADLY = 3


def double(shared, task):
    return shared[0] + 2 * task


def double_or_die(shared, task):
    if task == DEADLY:
        os._exit(7)
    return double(shared, task)


def fail(_, task):
    raise ValueError(task)
