"""Writes the very numbers that peer_numpy.py works on, so that our benchmarks do the same work: python3 hand_over.py panel|montecarlo|geks FOLDER

Doubles, little-endian, without a header.
panel.bin        200 indicators x (340 areas x 240 months), one indicator after another, NaN = missing
panel-tree.bin   per level: number of children, number of parents, parent of every child, weight of every child
montecarlo.bin   49 indicators x 51 areas, directions applied; montecarlo-tree.bin as above
montecarlo-draws.bin  numpy's 1,000 draws: number of the normalisation (0 min-max, 1 z-score), of the mean (0 arithmetic, 1 geometric),
                      weight of every child, level by level
geks.bin         120 months x 20,000 products: prices, then quantities
"""
import os
import sys

import numpy as np

import peer_numpy as peer


def write(folder, name, *arrays):
    with open(os.path.join(folder, name), "wb") as out:
        for array in arrays:
            np.ascontiguousarray(array, dtype="<f8").tofile(out)


def tree(matrices):
    for m in matrices:
        yield np.array(m.shape)
        yield m.argmax(1)
        yield m.max(1)


def draws(matrices, count=1000):
    """The random numbers of peer.montecarlo, in its order."""
    rng = np.random.default_rng(0)
    minmax, geometric = rng.random(count) < .5, rng.random(count) < .5
    weights = [(m[None] * rng.uniform(.75, 1.25, (count,) + m.shape)).max(2) for m in matrices]
    return np.concatenate([(~minmax)[:, None], geometric[:, None]] + weights, axis=1, dtype=float)


if __name__ == "__main__":
    what, folder = sys.argv[1], sys.argv[2]
    if what == "panel":
        X = peer.panel_data()
        write(folder, "panel.bin", X.T)
        write(folder, "panel-tree.bin", *tree(peer.levels(X.shape[1])))
    elif what == "montecarlo":
        X, M = peer.asem()
        write(folder, "montecarlo.bin", X.T)
        write(folder, "montecarlo-tree.bin", *tree(M))
        write(folder, "montecarlo-draws.bin", draws(M))
    elif what == "geks":
        rng = np.random.default_rng(0)
        write(folder, "geks.bin", np.exp(rng.normal(0, .05, (120, 20000)).cumsum(0)), rng.gamma(1, 1, (120, 20000)) + .01)
