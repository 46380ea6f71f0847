"""Bounds of exp, ln and ln(1 + x) at many numbers, from mpmath at 400 digits.

Each row: the function, x, the largest float64 that is at most the true value,
and the smallest one that is at least the true value.
"""

import math
import random

import mpmath
from mpmath import mp, mpf

# Not 50: exp(1e-300) differs from 1 in the 301st digit.
mp.dps = 400

# A fixed seed, so that the file can be made again.
RANDOM = random.Random(1964)


def bounds(value):
    nearest = float(value)
    if math.isinf(nearest):
        # mpmath rounds to infinity where the largest number is a lower bound.
        return math.nextafter(math.inf, 0.0), math.inf
    if mpf(nearest) == value:
        return nearest, nearest
    if mpf(nearest) < value:
        return nearest, math.nextafter(nearest, math.inf)
    return math.nextafter(nearest, -math.inf), nearest


def magnitudes(n, low, high):
    return [10.0 ** RANDOM.uniform(low, high) for _ in range(n)]


def signed(numbers):
    return [number * RANDOM.choice([-1.0, 1.0]) for number in numbers]


LN_MAX, LN_MIN = 709.782712893384, -745.1332191019411
EXP = [0.0, 1.0, -1.0, LN_MAX, LN_MIN, -708.3964185322641, 5e-324, 1e-300, 0.5, -0.5, 700.0]
EXP += [math.log(2.0) * k / 2 for k in range(-20, 21)]
EXP += [RANDOM.uniform(-745.0, 709.0) for _ in range(60)]
EXP += signed(magnitudes(60, -20, 2))

LN = [1.0, 2.0, 0.5, math.e, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
LN += [math.sqrt(2.0), math.nextafter(math.sqrt(2.0), 0.0), math.sqrt(0.5)]
LN += [math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0)]
LN += magnitudes(60, -307, 307) + magnitudes(40, -2, 2)
LN += [1.0 + number for number in signed(magnitudes(40, -14, -1))]

LN_1P = [0.0, -0.0, 1.0, -0.5, 5e-324, -5e-324, 0.25, -0.25, -0.2500000001, 0.2500000001]
LN_1P += [math.nextafter(-1.0, 0.0), 1e300]
LN_1P += signed(magnitudes(60, -30, -0.01)) + magnitudes(40, -1, 20)

print(f"# Made by scripts/reference-values/elementary.py with mpmath {mpmath.__version__} at 400 digits.")
print("# function\tx\tlower bound\tupper bound")
for name, function, numbers in [
    ("exp", mpmath.exp, EXP),
    ("ln", mpmath.log, LN),
    ("ln_1p", lambda x: mpmath.log(1 + x), LN_1P),
]:
    for x in numbers:
        value = function(mpf(x))
        low, high = bounds(value)
        assert low <= value <= high, (name, x)
        print(name, repr(x), repr(low), repr(high), sep="\t")
