"""Losses and gradients at ordinary, extreme and special inputs, three ways.

The true value comes from mpmath at 50 digits (more where the arguments are far
apart), the others from optax on JAX and from PyTorch, both in float64 on the
CPU. Each row: the loss, the kind of input, the arguments in groups, the value,
the condition number of the value, the gradient, the condition numbers of its
components, and value and gradient of optax and of PyTorch.

The condition number is the sum of |x ∂f/∂x| over the real arguments x, divided
by |f|: by how much more than the arguments the result changes, relatively.
"""

import itertools
import math
import random

import jax
import jax.numpy as jnp
import mpmath
import optax
import torch
from mpmath import mp, mpf

jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)
# The sum of 1e300 and 5e-324 has 624 digits. 50 are printed.
mp.dps = 700

RANDOM = random.Random(1964)
INF, NAN = math.inf, math.nan


def weighted(weight, value):
    """0 · ∞ = 0: what never happens costs nothing."""
    return weight * 0 if weight == 0 and not mpmath.isnan(value) else weight * value


def softplus(z):
    if mpmath.isnan(z) or z == mpmath.inf:
        return z
    return mpmath.log(1 + mpmath.exp(z))


def sigmoid(z):
    return 1 / (1 + mpmath.exp(-z))


def distance(a, b):
    return mpmath.sqrt(sum((x - y) ** 2 for x, y in zip(a, b)))


def clip(x, bound):
    return x if mpmath.isnan(x) else max(-bound, min(x, bound))


def positive(x):
    return x if mpmath.isnan(x) or x > 0 else mpf(0)


# Value and gradient of each loss, from the definitions. ---------------------


def squared_error(prediction, target):
    residual = prediction[0] - target[0]
    return residual**2, [2 * residual]


def absolute_error(prediction, target):
    residual = prediction[0] - target[0]
    return abs(residual), [mpmath.sign(residual)]


def huber(prediction, target, delta):
    residual, delta = prediction[0] - target[0], delta[0]
    if abs(residual) <= delta:
        return residual**2 / 2, [residual]
    return delta * (abs(residual) - delta / 2), [clip(residual, delta)]


def binary_cross_entropy(logit, label):
    z, y = logit[0], label[0]
    value = weighted(y, softplus(-z)) + weighted(1 - y, softplus(z))
    return value, [sigmoid(z) - y]


def categorical_cross_entropy(logits, label):
    label = int(label[0])
    top = max(logits)
    total = sum(mpmath.exp(z - top) for z in logits)
    p = [mpmath.exp(z - top) / total for z in logits]
    others = sum(q for j, q in enumerate(p) if j != label)
    value = (top - logits[label]) + mpmath.log(total)
    return value, [-others if j == label else q for j, q in enumerate(p)]


def hinge(score, label):
    f, y = score[0], label[0]
    if mpmath.isnan(f):
        return f, [f]
    return positive(1 - y * f), [-y if y * f < 1 else mpf(0)]


def kl_divergence(p, q):
    def log_ratio(a, b):
        return mpmath.log(a) - mpmath.log(b)

    terms = [mpf(0) if a == 0 else a * log_ratio(a, b) for a, b in zip(p, q)]
    by_p = [log_ratio(a, b) + 1 for a, b in zip(p, q)]
    by_q = [mpf(0) if a == 0 else (-a / b if b else -mpmath.inf) for a, b in zip(p, q)]
    return sum(terms), by_p + by_q


def contrastive(first, second, dissimilar, margin):
    difference = [a - b for a, b in zip(first, second)]
    d = distance(first, second)
    if dissimilar[0] == 0:
        return d**2 / 2, difference
    slack = positive(margin[0] - d)
    if d == 0 or slack == 0:
        return slack**2 / 2, [mpf(0) for _ in difference]
    return slack**2 / 2, [-slack * it / d for it in difference]


def triplet(anchor, positive_one, negative, margin):
    d_p, d_n = distance(anchor, positive_one), distance(anchor, negative)
    value = positive(d_p - d_n + margin[0])
    if value == 0:
        return value, [mpf(0)] * (3 * len(anchor))

    def unit(a, b, d):
        return [mpf(0) if d == 0 else (x - y) / d for x, y in zip(a, b)]

    to_p, to_n = unit(anchor, positive_one, d_p), unit(anchor, negative, d_n)
    by_anchor = [a - b for a, b in zip(to_p, to_n)]
    return value, by_anchor + [-a for a in to_p] + to_n


# The same from the libraries. ------------------------------------------------


def optax_losses():
    o = optax.losses

    def contrastive(a, b, dissimilar, margin):
        d = jnp.sqrt(jnp.sum((a - b) ** 2))
        return jnp.where(dissimilar[0] == 0, d**2 / 2, jnp.maximum(margin[0] - d, 0) ** 2 / 2)

    return {
        # optax's squared_error has no factor, l2_loss has one half.
        "squared_error": lambda p, t: o.squared_error(p, t)[0],
        "absolute_error": lambda p, t: jnp.abs(p - t)[0],
        "huber": lambda p, t, delta: o.huber_loss(p, t, delta=delta[0])[0],
        "binary_cross_entropy": lambda z, y: o.sigmoid_binary_cross_entropy(z, y)[0],
        "categorical_cross_entropy": lambda z, y: o.softmax_cross_entropy_with_integer_labels(
            z, y[0].astype(int)
        ),
        "hinge": lambda f, y: o.hinge_loss(f, y)[0],
        "kl_divergence": lambda p, q: o.kl_divergence(jnp.log(q), p),
        "contrastive": contrastive,
        "triplet": lambda a, p, n, m: jnp.maximum(
            jnp.linalg.norm(a - p) - jnp.linalg.norm(a - n) + m[0], 0
        ),
    }


def torch_losses():
    f = torch.nn.functional

    def contrastive(a, b, dissimilar, margin):
        d = torch.linalg.vector_norm(a - b)
        return d**2 / 2 if dissimilar[0] == 0 else torch.clamp(margin[0] - d, min=0) ** 2 / 2

    return {
        "squared_error": lambda p, t: f.mse_loss(p, t, reduction="sum"),
        "absolute_error": lambda p, t: f.l1_loss(p, t, reduction="sum"),
        "huber": lambda p, t, delta: f.huber_loss(p, t, reduction="sum", delta=float(delta[0])),
        "binary_cross_entropy": lambda z, y: f.binary_cross_entropy_with_logits(
            z, y, reduction="sum"
        ),
        "categorical_cross_entropy": lambda z, y: f.cross_entropy(z, y[0].long()),
        "hinge": lambda s, y: torch.clamp(1 - y * s, min=0)[0],
        "kl_divergence": lambda p, q: f.kl_div(q.log(), p, reduction="sum"),
        "contrastive": contrastive,
        "triplet": lambda a, p, n, m: f.triplet_margin_loss(
            a[None], p[None], n[None], margin=float(m[0]), eps=0.0
        ),
    }


# With respect to which groups the gradient is taken.
BY = {"kl_divergence": [0, 1], "triplet": [0, 1, 2]}


def by_jax(name, groups, function):
    arrays = [jnp.array(group) for group in groups]
    wanted = tuple(BY.get(name, [0]))
    value, slopes = jax.value_and_grad(function, argnums=wanted)(*arrays)
    return float(value), [float(it) for slope in slopes for it in slope]


def by_torch(name, groups, function):
    wanted = BY.get(name, [0])
    arrays = [torch.tensor(group, requires_grad=i in wanted) for i, group in enumerate(groups)]
    value = function(*arrays)
    value.backward()
    return value.item(), [float(it) for i in wanted for it in arrays[i].grad]


# The inputs. -----------------------------------------------------------------


def normal(scale=1.0):
    return RANDOM.gauss(0.0, scale)


def simplex(n, sharpness=1.0):
    weights = [math.exp(normal(sharpness)) for _ in range(n)]
    return [weight / sum(weights) for weight in weights]


def cases():
    for name in ["squared_error", "absolute_error", "huber"]:
        more = [[1.0]] if name == "huber" else []
        for _ in range(20):
            delta = [[abs(normal(3.0)) + 0.1]] if name == "huber" else []
            yield name, "ordinary", [[normal(3.0)], [normal(3.0)]] + delta
        for p, t in itertools.product([1e300, -1e300, 1e-300, 5e-324, 0.0, -0.0, 3.0], repeat=2):
            yield name, "extreme", [[p], [t]] + more
        for p, t in [(1e150, -3e149), (1.5e154, 0.0), (1.0, 1.0 + 2.0**-52), (1e16, 1.0)]:
            yield name, "extreme", [[p], [t]] + more
        for p, t in [(INF, 0.0), (-INF, 0.0), (INF, INF), (0.0, -INF), (NAN, 0.0), (0.0, NAN)]:
            yield name, "special", [[p], [t]] + more

    name = "binary_cross_entropy"
    for _ in range(20):
        yield name, "ordinary", [[normal(4.0)], [RANDOM.choice([0.0, 1.0, RANDOM.random()])]]
    for z, y in itertools.product(
        [0.0, -0.0, 5e-324, 1e-300, 1e-9, 20.0, 37.0, 40.0, 700.0, 745.0, 1000.0, 1e300],
        [0.0, 1.0, 0.25, 1e-9, 1 - 2.0**-40],
    ):
        yield name, "extreme", [[z], [y]]
        yield name, "extreme", [[-z], [y]]
    for z, y in itertools.product([INF, -INF, NAN], [0.0, 1.0, 0.5]):
        yield name, "special", [[z], [y]]

    name = "categorical_cross_entropy"
    for _ in range(20):
        n = RANDOM.choice([2, 3, 5])
        yield name, "ordinary", [[normal(3.0) for _ in range(n)], [float(RANDOM.randrange(n))]]
    for logits in [
        [1000.0, -1000.0], [1000.0, 1000.0], [40.0, 0.0], [740.0, 0.0, 1.0], [0.0, 0.0, 0.0],
        [1e300, 0.0], [1e-300, 0.0], [5e-324, 0.0], [0.0, -0.0], [-1000.0, -1001.0, -999.5],
        [1e-9, 0.0, 37.0],
    ]:
        for label in range(len(logits)):
            yield name, "extreme", [logits, [float(label)]]
    for logits in [[-INF, 0.0], [-INF, 0.0, 1.0], [NAN, 0.0]]:
        yield name, "special", [logits, [1.0]]

    name = "hinge"
    for _ in range(20):
        yield name, "ordinary", [[normal(2.0)], [RANDOM.choice([-1.0, 1.0])]]
    for f, y in itertools.product(
        [1e300, 1e-300, 5e-324, 0.0, 1.0, 1 + 2.0**-52, 1 - 2.0**-53], [-1.0, 1.0]
    ):
        yield name, "extreme", [[f], [y]]
        yield name, "extreme", [[-f], [y]]
    for f, y in itertools.product([INF, -INF, NAN], [-1.0, 1.0]):
        yield name, "special", [[f], [y]]

    name = "kl_divergence"
    for _ in range(20):
        n = RANDOM.choice([2, 3, 4])
        yield name, "ordinary", [simplex(n), simplex(n)]
    near = [0.3, 0.7]
    for p, q in [
        ([1e-300, 1.0], [3e-300, 1.0]), ([5e-324, 1.0], [0.5, 0.5]), ([0.5, 0.5], [5e-324, 1.0]),
        ([1e-12, 1 - 1e-12], [1e-9, 1 - 1e-9]), (near, near), (near, [0.3 + 2**-30, 0.7 - 2**-30]),
        ([1.0, 0.0], [0.5, 0.5]), ([1.0, 0.0], [1.0, 0.0]), ([0.0, 1.0], [1e-300, 1.0]),
    ]:
        yield name, "extreme", [p, q]
    for p, q in [([0.5, 0.5], [1.0, 0.0]), ([1.0, 0.0], [0.0, 1.0])]:
        yield name, "special", [p, q]

    name = "contrastive"
    for dissimilar in [0.0, 1.0]:
        for _ in range(20):
            yield name, "ordinary", [[normal(), normal()], [normal(), normal()], [dissimilar], [2.0]]
        for a, b in [
            ([1.0, 2.0], [1.0, 2.0]), ([0.0, 0.0], [3.0, 4.0]), ([1e-300, 0.0], [0.0, 1e-300]),
            ([1e150, 1e150], [0.0, -1e150]), ([1e-9, 0.0], [0.0, 0.0]), ([5e-324, 0.0], [0.0, 0.0]),
            ([0.0, 0.0], [2.0, 0.0]), ([1.5e154, 0.0], [0.0, 0.0]),
        ]:
            yield name, "extreme", [a, b, [dissimilar], [2.0]]
    yield name, "special", [[NAN, 0.0], [0.0, 0.0], [0.0], [2.0]]
    yield name, "special", [[NAN, 0.0], [0.0, 0.0], [1.0], [2.0]]
    yield name, "special", [[INF, 0.0], [0.0, 0.0], [0.0], [2.0]]

    name = "triplet"
    for _ in range(30):
        yield name, "ordinary", [[normal(), normal()] for _ in range(3)] + [[1.0]]
    same, far = [1.0, 2.0], [1e300, -1e300]
    for a, p, n in [
        (same, same, same), (same, [0.0, 0.0], same), (same, same, [0.0, 0.0]),
        (far, [0.0, 0.0], same), ([0.0, 0.0], [1e-300, 0.0], [0.0, 1e-300]),
        ([5e-324, 0.0], [0.0, 0.0], [0.0, 0.0]), ([0.0, 0.0], [0.5, 0.0], [0.0, 1.5]),
    ]:
        yield name, "extreme", [a, p, n, [1.0]]
    yield name, "special", [[NAN, 0.0], [0.0, 0.0], [1.0, 0.0], [1.0]]


# What is not a real argument has no condition: labels and the like.
EXACT = {"categorical_cross_entropy": [1], "hinge": [1], "contrastive": [2]}


def conditions(name, groups, outputs):
    """The condition number of each output, from differences at 700 digits."""
    n_outputs = len(outputs)
    totals = [mpf(0)] * n_outputs
    for i, group in enumerate(groups):
        if i in EXACT.get(name, []):
            continue
        for j, x in enumerate(group):
            step = abs(x) * mpf(10) ** -300
            if step == 0:
                continue
            moved = [list(it) for it in groups]
            moved[i][j] = x + step
            after = flat(LOSSES[name](*moved))
            totals = [
                total + abs(x * (b - a) / step) for total, a, b in zip(totals, outputs, after)
            ]
    if name == "triplet":
        totals = [max(it) for it in zip(totals, triplet_terms(*groups))]
    return [INF if out == 0 else total / abs(out) for total, out in zip(totals, outputs)]


def triplet_terms(anchor, positive_one, negative, margin):
    """The sizes of what is added and subtracted last.

    The loss is defined as a difference of two distances, and its gradient in
    the anchor as one of two unit vectors. Each is rounded, so that the
    condition number of the difference bounds what can be asked.
    """
    d_p, d_n = distance(anchor, positive_one), distance(anchor, negative)
    unit = [
        [abs(x - y) / d if d else mpf(0) for x, y in zip(anchor, other)]
        for other, d in [(positive_one, d_p), (negative, d_n)]
    ]
    by_anchor = [a + b for a, b in zip(*unit)]
    return [d_p + d_n + margin[0], *by_anchor, *[mpf(0)] * (2 * len(anchor))]


LOSSES = {
    function.__name__: function
    for function in [
        squared_error, absolute_error, huber, binary_cross_entropy, categorical_cross_entropy,
        hinge, kl_divergence, contrastive, triplet,
    ]
}


def flat(result):
    value, gradient = result
    return [value, *gradient]


def write(numbers, digits):
    def one(it):
        if mpmath.isnan(it):
            return "NaN"
        if mpmath.isinf(it):
            return "inf" if it > 0 else "-inf"
        return mpmath.nstr(it, digits, strip_zeros=True)

    return " ".join(one(mpf(it)) for it in numbers)


def floats(numbers):
    return " ".join(repr(it).replace("nan", "NaN") for it in numbers)


def main():
    print(
        f"# Made by scripts/reference-values/losses.py with mpmath {mpmath.__version__}, "
        f"JAX {jax.__version__}, optax {optax.__version__}, PyTorch {torch.__version__}."
    )
    print("# loss\tkind\targuments\tmpmath\tcondition numbers\toptax\tPyTorch")
    print("# The last four columns have the value first, then the gradient.")
    by = [(by_jax, optax_losses()), (by_torch, torch_losses())]
    for name, kind, groups in cases():
        exact = [[mpf(it) for it in group] for group in groups]
        outputs = flat(LOSSES[name](*exact))
        condition = [0] * len(outputs) if kind == "special" else conditions(name, exact, outputs)
        print(
            name,
            kind,
            " | ".join(floats(group) for group in groups),
            write(outputs, 50),
            write(condition, 3),
            *(floats(flat(library(name, groups, losses[name]))) for library, losses in by),
            sep="\t",
        )


main()
