#!/usr/bin/env python3
"""Asks PyTorch, Keras, TensorFlow, JAX/optax, scikit-learn and others for the
losses of the same small inputs, and writes what they say to conventions.tsv.

    python3 -m venv /tmp/reference && /tmp/reference/bin/pip install \
        -r scripts/reference-values/conventions.txt
    /tmp/reference/bin/python scripts/reference-values/conventions.py

The inputs are those of the examples `conventions_*`, which assert that the
book's formulas, with the factor of each library, give these numbers; the
gradients are those of `numerical_stability_gradients`.
All is computed on the CPU, the losses in float64, the gradients in float32.
"""

import importlib.metadata
import os
import pathlib
import warnings

os.environ["KERAS_BACKEND"] = "jax"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
warnings.filterwarnings("ignore")

import jax

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")

import cvxpy
import jax.numpy as jnp
import keras
import numpy as np
import optax
import scipy.spatial.distance
import scipy.special
import scipy.stats
import sklearn.linear_model
import sklearn.metrics
import sklearn.svm
import tensorflow as tf
import torch
import torch.nn.functional as F
from pytorch_metric_learning import losses as metric_learning

keras.config.set_floatx("float64")
torch.set_default_dtype(torch.float64)

ROWS = []


def say(name, package, call, value):
    """One line of the table: `name` is what an example looks up."""
    value = np.asarray(value.detach() if hasattr(value, "detach") else value).item()
    ROWS.append((name, package, call, repr(float(value))))


def regression():
    y, p = [1.0, 8.0, 2.0, 7.0], [2.0, 5.0, 4.0, 9.0]
    ty, tp = torch.tensor(y), torch.tensor(p)
    jy, jp = jnp.array(y), jnp.array(p)
    say("mse.torch", "torch", "MSELoss()", torch.nn.MSELoss()(tp, ty))
    say("mse.torch_sum", "torch", "MSELoss(reduction='sum')",
        torch.nn.MSELoss(reduction="sum")(tp, ty))
    say("mse.keras", "keras", "MeanSquaredError()",
        keras.losses.MeanSquaredError()(jy, jp))
    say("mse.sklearn", "sklearn", "mean_squared_error",
        sklearn.metrics.mean_squared_error(y, p))
    say("mse.optax_squared", "optax", "squared_error, mean",
        optax.squared_error(jp, jy).mean())
    say("mse.optax_l2", "optax", "l2_loss, mean", optax.l2_loss(jp, jy).mean())
    say("mse.tf_l2", "tf", "nn.l2_loss(difference)",
        tf.nn.l2_loss(tf.constant(p, tf.float64) - tf.constant(y, tf.float64)))
    say("mse.gaussian", "torch", "GaussianNLLLoss(), var 1",
        torch.nn.GaussianNLLLoss()(tp, ty, torch.ones(4)))
    say("mse.gaussian_full", "torch", "GaussianNLLLoss(full=True)",
        torch.nn.GaussianNLLLoss(full=True)(tp, ty, torch.ones(4)))
    say("mae.torch", "torch", "L1Loss()", torch.nn.L1Loss()(tp, ty))
    say("mae.pinball", "sklearn", "mean_pinball_loss(alpha=0.5)",
        sklearn.metrics.mean_pinball_loss(y, p, alpha=0.5))

    # One residual of 3, threshold 2.
    three, zero = torch.tensor([3.0]), torch.tensor([0.0])
    say("huber.torch", "torch", "HuberLoss(delta=2)",
        torch.nn.HuberLoss(delta=2.0)(three, zero))
    say("huber.smooth", "torch", "SmoothL1Loss(beta=2)",
        torch.nn.SmoothL1Loss(beta=2.0)(three, zero))
    say("huber.keras", "keras", "Huber(delta=2)",
        keras.losses.Huber(delta=2.0)(jnp.array([0.0]), jnp.array([3.0])))
    say("huber.optax", "optax", "huber_loss(delta=2)",
        optax.huber_loss(jnp.array(3.0), jnp.array(0.0), delta=2.0))
    say("huber.scipy", "scipy", "special.huber(2, 3)", scipy.special.huber(2.0, 3.0))
    say("huber.cvxpy", "cvxpy", "huber(3, M=2)", cvxpy.huber(3.0, M=2).value)


def reduction():
    # Three examples with two outputs each.
    y = [[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
    p = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    ty, tp = torch.tensor(y), torch.tensor(p)
    jy, jp = jnp.array(y), jnp.array(p)
    say("sum.torch", "torch", "MSELoss(reduction='sum')",
        torch.nn.MSELoss(reduction="sum")(tp, ty))
    say("sum.keras", "keras", "MeanSquaredError(reduction='sum')",
        keras.losses.MeanSquaredError(reduction="sum")(jy, jp))
    say("rmse.sklearn", "sklearn", "root_mean_squared_error",
        sklearn.metrics.root_mean_squared_error(y, p))
    say("rmse.torch", "torch", "MSELoss().sqrt()", torch.nn.MSELoss()(tp, ty).sqrt())

    # Three examples, three classes, the weights of the classes 1, 2 and 5.
    z, labels, w = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.0], [1.0, 0.0, 3.0]], [0, 1, 0], [1.0, 2.0, 5.0]
    tz, tl, tw = torch.tensor(z), torch.tensor(labels), torch.tensor(w)
    say("weight.torch", "torch", "CrossEntropyLoss(weight)",
        torch.nn.CrossEntropyLoss(weight=tw)(tz, tl))
    say("weight.torch_soft", "torch", "the same, one-hot target",
        torch.nn.CrossEntropyLoss(weight=tw)(tz, F.one_hot(tl, 3).double()))
    weights = np.array(w)[labels]
    keras_ce = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    say("weight.keras", "keras", "Sparse…(…, sample_weight)",
        keras_ce(jnp.array(labels), jnp.array(z), sample_weight=jnp.array(weights)))
    keras_mean = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True, reduction="mean_with_sample_weight")
    say("weight.keras_mean", "keras", "'mean_with_sample_weight'",
        keras_mean(jnp.array(labels), jnp.array(z), sample_weight=jnp.array(weights)))
    say("weight.sklearn", "sklearn", "log_loss(sample_weight)",
        sklearn.metrics.log_loss(labels, torch.softmax(tz, 1).numpy(), labels=[0, 1, 2],
                                 sample_weight=weights))
    say("ignore.torch", "torch", "ignore_index, one of three",
        torch.nn.CrossEntropyLoss()(tz, torch.tensor([0, 1, -100])))
    # Two binary logits, labels 1 and 0; weight 3 on label 1.
    bz, by = torch.tensor([-1.0, 0.5]), torch.tensor([1.0, 0.0])
    say("pos_weight.torch", "torch", "BCEWithLogitsLoss(pos_weight=3)",
        torch.nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.0))(bz, by))
    say("pos_weight.tf", "tf", "weighted_cross_entropy…, mean",
        tf.reduce_mean(tf.nn.weighted_cross_entropy_with_logits(
            labels=tf.constant([1.0, 0.0], tf.float64),
            logits=tf.constant([-1.0, 0.5], tf.float64), pos_weight=3.0)))
    say("pos_weight.sklearn", "sklearn", "log_loss(sample_weight)",
        sklearn.metrics.log_loss([1, 0], torch.sigmoid(bz).numpy(), labels=[0, 1],
                                 sample_weight=[3.0, 1.0]))


def cross_entropy():
    # One logit of 2 with label 0.
    z, y = torch.tensor([2.0]), torch.tensor([0.0])
    p = torch.sigmoid(z)
    say("bce.torch", "torch", "BCEWithLogitsLoss()(z, y)",
        torch.nn.BCEWithLogitsLoss()(z, y))
    say("bce.torch_p", "torch", "BCELoss()(p, y)", torch.nn.BCELoss()(p, y))
    say("bce.tf", "tf", "sigmoid_cross_entropy…(y, z)",
        tf.nn.sigmoid_cross_entropy_with_logits(
            labels=tf.constant([0.0], tf.float64), logits=tf.constant([2.0], tf.float64))[0])
    say("bce.keras_p", "keras", "BinaryCrossentropy()(y, p)",
        keras.losses.BinaryCrossentropy()(jnp.array([0.0]), jnp.array(p.numpy())))
    say("bce.keras_z", "keras", "…(from_logits=True)(y, z)",
        keras.losses.BinaryCrossentropy(from_logits=True)(jnp.array([0.0]), jnp.array([2.0])))
    say("bce.optax", "optax", "sigmoid_binary_cross_entropy",
        optax.sigmoid_binary_cross_entropy(jnp.array(2.0), jnp.array(0.0)))
    say("bce.sklearn", "sklearn", "log_loss(y, p)",
        sklearn.metrics.log_loss([0], p.numpy(), labels=[0, 1]))
    say("bce.soft_margin", "torch", "SoftMarginLoss()(z, -1)",
        torch.nn.SoftMarginLoss()(z, torch.tensor([-1.0])))
    # Swapped: the label 0 as a logit, the logit 2 as a label.
    say("bce.swapped", "torch", "BCEWithLogitsLoss()(y, z)",
        torch.nn.BCEWithLogitsLoss()(y, z))
    # Certain and wrong: a probability of 1 for label 0.
    one = torch.tensor([1.0])
    say("clip.torch", "torch", "BCELoss()(1, 0)", torch.nn.BCELoss()(one, y))
    say("clip.keras", "keras", "BinaryCrossentropy()(0, 1)",
        keras.losses.BinaryCrossentropy()(jnp.array([0.0]), jnp.array([1.0])))
    say("clip.sklearn", "sklearn", "log_loss(0, 1)",
        sklearn.metrics.log_loss([0], np.array([1.0]), labels=[0, 1]))

    # Logits 2, 1, 0.1 and class 0.
    row = [2.0, 1.0, 0.1]
    tz, label = torch.tensor([row]), torch.tensor([0])
    jz, one_hot = jnp.array([row]), jnp.array([[1.0, 0.0, 0.0]])
    say("ce.torch", "torch", "CrossEntropyLoss()(z, 0)", torch.nn.CrossEntropyLoss()(tz, label))
    say("ce.nll", "torch", "NLLLoss()(ln p, 0)",
        torch.nn.NLLLoss()(torch.log_softmax(tz, 1), label))
    say("ce.nll_p", "torch", "NLLLoss()(p, 0)",
        torch.nn.NLLLoss()(torch.softmax(tz, 1), label))
    say("ce.torch_p", "torch", "CrossEntropyLoss()(p, 0)",
        torch.nn.CrossEntropyLoss()(torch.softmax(tz, 1), label))
    say("ce.keras_p", "keras", "CategoricalCrossentropy()(y, p)",
        keras.losses.CategoricalCrossentropy()(one_hot, jax.nn.softmax(jz)))
    say("ce.optax", "optax", "softmax_cross_entropy(z, y)",
        optax.softmax_cross_entropy(jz, one_hot)[0])
    say("ce.sklearn", "sklearn", "log_loss(y, p)",
        sklearn.metrics.log_loss([0], torch.softmax(tz, 1).numpy(), labels=[0, 1, 2]))
    say("smooth.torch", "torch", "CrossEntropyLoss(smoothing 0.1)",
        torch.nn.CrossEntropyLoss(label_smoothing=0.1)(tz, label))
    say("smooth.keras", "keras", "Categorical…(label_smoothing=0.1)",
        keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)(one_hot, jz))
    say("smooth.optax", "optax", "smooth_labels(y, 0.1)",
        optax.softmax_cross_entropy(jz, optax.smooth_labels(one_hot, 0.1))[0])
    say("smooth.binary", "keras", "Binary…(label_smoothing=0.1)",
        keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1)(
            jnp.array([0.0]), jnp.array([2.0])))


def hinge():
    # Scores 0.5 and 2; the labels are 1 and -1, or 1 and 0.
    scores = [0.5, 2.0]
    j = jnp.array(scores)
    say("hinge.sklearn", "sklearn", "hinge_loss, labels -1 and 1",
        sklearn.metrics.hinge_loss([1, -1], scores))
    say("hinge.sklearn_01", "sklearn", "hinge_loss, labels 0 and 1",
        sklearn.metrics.hinge_loss([1, 0], scores))
    say("hinge.keras", "keras", "Hinge(), labels -1 and 1",
        keras.losses.Hinge()(jnp.array([1.0, -1.0]), j))
    say("hinge.keras_01", "keras", "Hinge(), labels 0 and 1",
        keras.losses.Hinge()(jnp.array([1.0, 0.0]), j))
    say("hinge.optax", "optax", "hinge_loss, labels -1 and 1",
        optax.hinge_loss(j, jnp.array([1.0, -1.0])).mean())
    say("hinge.optax_01", "optax", "hinge_loss, labels 0 and 1",
        optax.hinge_loss(j, jnp.array([1.0, 0.0])).mean())
    y, s = torch.tensor([1.0, -1.0]), torch.tensor(scores)
    say("hinge.ranking", "torch", "MarginRankingLoss(margin=1)(f, 0, y)",
        torch.nn.MarginRankingLoss(margin=1.0)(s, torch.zeros(2), y))
    say("hinge.embedding", "torch", "HingeEmbeddingLoss()(f, y)",
        torch.nn.HingeEmbeddingLoss()(s, y))
    # Scores -1, -0.5, -3; the class is the first.
    row, label = [-1.0, -0.5, -3.0], 0
    one_hot = jnp.array([[1.0, 0.0, 0.0]])
    say("multi.sklearn", "sklearn", "hinge_loss(labels)",
        sklearn.metrics.hinge_loss([label], [row], labels=[0, 1, 2]))
    say("multi.optax", "optax", "multiclass_hinge_loss",
        optax.losses.multiclass_hinge_loss(jnp.array([row]), jnp.array([label]))[0])
    say("multi.torch", "torch", "MultiMarginLoss()",
        torch.nn.MultiMarginLoss()(torch.tensor([row]), torch.tensor([label])))
    say("multi.keras", "keras", "CategoricalHinge()",
        keras.losses.CategoricalHinge()(one_hot, jnp.array([row])))


def divergence():
    # Targets and predictions of two examples; the target of the second has a 0.
    p, q = [[0.7, 0.2, 0.1], [0.5, 0.5, 0.0]], [[0.6, 0.3, 0.1], [0.2, 0.6, 0.2]]
    tp, tq, jp, jq = torch.tensor(p), torch.tensor(q), jnp.array(p), jnp.array(q)
    say("kl.batchmean", "torch", "kl_div(ln q, p, 'batchmean')",
        F.kl_div(tq.log(), tp, reduction="batchmean"))
    say("kl.mean", "torch", "kl_div(ln q, p)", F.kl_div(tq.log(), tp))
    say("kl.forgotten", "torch", "kl_div(q, p, 'batchmean')",
        F.kl_div(tq, tp, reduction="batchmean"))
    say("kl.keras", "keras", "KLDivergence()(p, q)", keras.losses.KLDivergence()(jp, jq))
    say("kl.optax", "optax", "kl_divergence(ln q, p), mean",
        optax.losses.kl_divergence(jnp.log(jq), jp).mean())
    say("kl.scipy", "scipy", "stats.entropy(p, q), mean",
        scipy.stats.entropy(p, q, axis=1).mean())
    say("kl.bits", "scipy", "stats.entropy(p, q, base=2), mean",
        scipy.stats.entropy(p, q, base=2, axis=1).mean())
    say("kl.jensen", "scipy", "jensenshannon(p, q) of the first",
        scipy.spatial.distance.jensenshannon(p[0], q[0]))
    say("kl.information", "sklearn", "mutual_info_score, equal halves",
        sklearn.metrics.mutual_info_score([0, 0, 1, 1], [0, 0, 1, 1]))


def embeddings():
    a, p, n = [[1.0, 2.0]], [[1.5, 2.5]], [[2.0, 1.0]]
    ta, tp, tn = torch.tensor(a), torch.tensor(p), torch.tensor(n)
    ja, jp, jn = jnp.array(a), jnp.array(p), jnp.array(n)
    say("distance.torch", "torch", "pairwise_distance(a, p)", F.pairwise_distance(ta, tp))
    say("distance.zero", "torch", "pairwise_distance(a, a)", F.pairwise_distance(ta, ta))
    say("distance.cdist", "torch", "cdist(a, a)", torch.cdist(ta, ta)[0, 0])
    say("triplet.torch", "torch", "TripletMarginLoss()",
        torch.nn.TripletMarginLoss()(ta, tp, tn))
    say("triplet.optax", "optax", "triplet_margin_loss",
        optax.losses.triplet_margin_loss(ja, jp, jn)[0])
    say("triplet.collapsed", "torch", "TripletMarginLoss(), a = p = n",
        torch.nn.TripletMarginLoss()(ta, ta, ta))
    both = torch.cat([ta, tp, tn])
    say("triplet.pml", "pml", "TripletMarginLoss(margin=1)",
        metric_learning.TripletMarginLoss(margin=1.0)(both, torch.tensor([0, 0, 1])))
    say("cosine.similar", "torch", "CosineEmbeddingLoss()(a, p, 1)",
        torch.nn.CosineEmbeddingLoss()(ta, tp, torch.tensor([1.0])))
    say("cosine.dissimilar", "torch", "CosineEmbeddingLoss()(a, n, -1)",
        torch.nn.CosineEmbeddingLoss()(ta, tn, torch.tensor([-1.0])))
    say("pair.pml", "pml", "ContrastiveLoss(), a and n apart",
        metric_learning.ContrastiveLoss(pos_margin=0, neg_margin=1)(
            torch.cat([ta, tn]), torch.tensor([0, 1])))
    say("pair.torch", "torch", "HingeEmbeddingLoss()(0.5, -1)",
        torch.nn.HingeEmbeddingLoss()(torch.tensor([0.5]), torch.tensor([-1.0])))
    # Similarities of four pairs of unit vectors, temperature 0.5.
    s = torch.tensor([[0.9, 0.1, 0.0, -0.2], [0.2, 0.8, 0.1, 0.0],
                      [0.0, 0.3, 0.7, 0.1], [-0.1, 0.0, 0.2, 0.6]])
    say("nce.torch", "torch", "cross_entropy(S / 0.5, arange)",
        F.cross_entropy(s / 0.5, torch.arange(4)))
    # Two views of two unit vectors: four embeddings, each with one positive.
    views = torch.tensor([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]])
    labels = torch.tensor([0, 1, 0, 1])
    say("ntxent.pml", "pml", "NTXentLoss(temperature=0.5)",
        metric_learning.NTXentLoss(temperature=0.5)(views, labels))
    say("ntxent.optax", "optax", "ntxent(temperature=0.5)",
        optax.losses.ntxent(jnp.array(views.numpy()), jnp.array(labels.numpy()), 0.5))


def penalties():
    # One feature, no intercept.
    x, y = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([1.0, 3.0, 2.0, 5.0])
    linear = sklearn.linear_model
    say("penalty.ridge", "sklearn", "Ridge(alpha=2)",
        linear.Ridge(alpha=2.0, fit_intercept=False).fit(x, y).coef_[0])
    say("penalty.lasso", "sklearn", "Lasso(alpha=2)",
        linear.Lasso(alpha=2.0, fit_intercept=False, tol=1e-14).fit(x, y).coef_[0])
    label = np.array([0, 1, 0, 1])
    say("penalty.logistic", "sklearn", "LogisticRegression(C=0.5)",
        linear.LogisticRegression(C=0.5, fit_intercept=False, tol=1e-12, solver="newton-cholesky")
        .fit(x, label).coef_[0, 0])
    say("penalty.svc", "sklearn", "LinearSVC(C=0.5)",
        sklearn.svm.LinearSVC(C=0.5, fit_intercept=False, tol=1e-12, max_iter=1_000_000)
        .fit(x, label).coef_[0, 0])


def gradients():
    # In float32, where the exponential of 100 overflows.
    z = jnp.float32(100.0)
    say("gradient.where_jax", "jax", "where(z > 80, z, log1p(exp(z)))",
        jax.grad(lambda z: jnp.where(z > 80, z, jnp.log1p(jnp.exp(z))))(z))
    say("gradient.inner_jax", "jax", "… log1p(exp(where(z > 80, 0, z)))",
        jax.grad(lambda z: jnp.where(z > 80, z, jnp.log1p(jnp.exp(jnp.where(z > 80, 0.0, z)))))(z))
    t = torch.tensor(100.0, dtype=torch.float32, requires_grad=True)
    say("gradient.where_torch", "torch", "where(z > 80, z, log1p(exp(z)))",
        torch.autograd.grad(torch.where(t > 80, t, torch.log1p(torch.exp(t))), t)[0])
    say("gradient.softplus", "torch", "softplus(z)", torch.autograd.grad(F.softplus(t), t)[0])
    row = torch.tensor([0.0, -200.0], dtype=torch.float32, requires_grad=True)
    say("gradient.log_of_softmax", "torch", "log(softmax(0, -200)), second",
        torch.autograd.grad(torch.log(torch.softmax(row, 0))[1], row)[0][1])
    say("gradient.log_softmax", "torch", "log_softmax(0, -200), second",
        torch.autograd.grad(torch.log_softmax(row, 0)[1], row)[0][1])
    x = torch.zeros(2, dtype=torch.float32, requires_grad=True)
    say("gradient.root_torch", "torch", "sqrt(sum(x²)) at 0",
        torch.autograd.grad((x * x).sum().sqrt(), x)[0][0])
    say("gradient.norm_torch", "torch", "linalg.norm(x) at 0",
        torch.autograd.grad(torch.linalg.norm(x), x)[0][0])
    say("gradient.norm_jax", "jax", "linalg.norm(x) at 0",
        jax.grad(jnp.linalg.norm)(jnp.zeros(2, jnp.float32))[0])
    say("gradient.masked_jax", "jax", "logsumexp of a row of -inf",
        jax.grad(jax.nn.logsumexp)(jnp.full(2, -jnp.inf, jnp.float32))[0])
    masked = torch.full((2,), -torch.inf, dtype=torch.float32, requires_grad=True)
    say("gradient.masked_torch", "torch", "logsumexp of a row of -inf",
        torch.autograd.grad(torch.logsumexp(masked, 0), masked)[0][0])


def main():
    for part in [regression, reduction, cross_entropy, hinge, divergence, embeddings, penalties,
                 gradients]:
        part()
    names = {"sklearn": "scikit-learn", "tf": "tensorflow-cpu", "pml": "pytorch-metric-learning"}
    used = {names.get(package, package) for _, package, _, _ in ROWS}
    here = pathlib.Path(__file__).resolve()
    lines = ["# Generated by scripts/reference-values/conventions.py; not edited by hand."]
    for package in sorted(used | {"jax", "numpy"}):
        # `2.15.0+cu132` is 2.15.0 on PyPI.
        version = importlib.metadata.version(package)
        lines.append(f"# {package}\t{version.split('+')[0]}")
    lines += ["\t".join(row) for row in ROWS]
    here.with_suffix(".tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
