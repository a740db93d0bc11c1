"""Makes sobol.json: Saltelli samples and their Sobol' indices by SALib 1.6 (pip install SALib).

    python make.py > sobol.json

Each case has the points a and b on the unit cube, the inputs as groups of coordinates, and SALib's first-order and total indices of
the function at the points; src/decide/sensitivity/indices_tests.rs computes the same from the points alone.
"""
import json

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample


def ishigami(u):
    x = np.pi * (2 * u - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def g(u):
    a = np.array([0, 1, 4.5, 9, 99])
    return np.prod((np.abs(4 * u - 2) + a) / (1 + a), axis=1)


def case(f, dimensions, groups, rows):
    names = [f"x{i}" for i in range(dimensions)]
    problem = {"num_vars": dimensions, "names": names, "bounds": [[0, 1]] * dimensions}
    if groups:
        problem["groups"] = [f"g{k}" for k in groups]
    points = sample.sample(problem, rows, calc_second_order=False, seed=20)
    found = analyze.analyze(problem, f(points), calc_second_order=False, seed=1)
    inputs = [[d] for d in range(dimensions)]
    if groups:
        inputs = [[d for d in range(dimensions) if groups[d] == k] for k in dict.fromkeys(groups)]
    step = len(inputs) + 2
    return {
        "a": points[::step].tolist(),
        "b": points[step - 1 :: step].tolist(),
        "inputs": inputs,
        "first": list(map(float, found["S1"])),
        "total": list(map(float, found["ST"])),
    }


print(json.dumps({"ishigami": case(ishigami, 3, None, 64), "g": case(g, 5, [0, 1, 0, 2, 2], 32)}))
