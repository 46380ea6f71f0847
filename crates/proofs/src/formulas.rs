//! The nine losses, each written once for every kind of number.
//!
//! They are the definitions of the chapters, in the form that has no branch
//! where the loss has no kink: so their derivatives over intervals are narrow.
//! The crate `losses` has the forms that round well instead; a test compares
//! the two.

use crate::Real;
use crate::dual::Formula;

/// Squared error of a prediction and a target.
pub struct SquaredError;

impl Formula<2> for SquaredError {
    fn at<R: Real>(&self, [prediction, target]: [R; 2]) -> R {
        (prediction - target).square()
    }
}

/// Absolute error of a prediction and a target.
pub struct AbsoluteError;

impl Formula<2> for AbsoluteError {
    fn at<R: Real>(&self, [prediction, target]: [R; 2]) -> R {
        (prediction - target).abs()
    }
}

/// Huber loss of a prediction and a target: half the square of the residual,
/// less half the square of what exceeds the threshold.
pub struct Huber {
    /// The threshold.
    pub delta: f64,
}

impl Formula<2> for Huber {
    fn at<R: Real>(&self, [prediction, target]: [R; 2]) -> R {
        let residual = prediction - target;
        let excess = (residual.abs() - R::constant(self.delta)).max(R::constant(0.0));
        R::constant(0.5) * (residual.square() - excess.square())
    }
}

/// Binary cross-entropy of a logit and a label.
pub struct BinaryCrossEntropy;

impl Formula<2> for BinaryCrossEntropy {
    fn at<R: Real>(&self, [logit, label]: [R; 2]) -> R {
        let other = R::constant(1.0) - label;
        label * (-logit).exp().ln_1p() + other * logit.exp().ln_1p()
    }
}

/// Cross-entropy of a softmax of `N` logits.
pub struct SoftmaxCrossEntropy {
    /// The class of the example.
    pub label: usize,
}

impl<const N: usize> Formula<N> for SoftmaxCrossEntropy {
    fn at<R: Real>(&self, logits: [R; N]) -> R {
        let odds = |(class, logit): (usize, R)| {
            (class != self.label).then(|| (logit - logits[self.label]).exp())
        };
        sum(logits.into_iter().enumerate().filter_map(odds)).ln_1p()
    }
}

/// Hinge loss of a score and a label.
pub struct Hinge;

impl Formula<2> for Hinge {
    fn at<R: Real>(&self, [score, label]: [R; 2]) -> R {
        (R::constant(1.0) - label * score).max(R::constant(0.0))
    }
}

/// Kullback–Leibler divergence: the first half of the variables is p, the
/// second half q.
pub struct KlDivergence;

impl<const N: usize> Formula<N> for KlDivergence {
    fn at<R: Real>(&self, x: [R; N]) -> R {
        let (p, q) = x.split_at(N / 2);
        sum(p.iter().zip(q).map(|(&p, &q)| p * (p / q).ln()))
    }
}

/// Contrastive loss: the first half of the variables is one embedding, the
/// second half the other.
pub struct Contrastive {
    /// Whether the two belong together.
    pub similar: bool,
    /// The distance that a dissimilar pair should keep.
    pub margin: f64,
}

impl<const N: usize> Formula<N> for Contrastive {
    fn at<R: Real>(&self, x: [R; N]) -> R {
        let (first, second) = x.split_at(N / 2);
        let squared = squared_distance(first, second);
        let half = R::constant(0.5);
        if self.similar {
            return half * squared;
        }
        let slack = R::constant(self.margin) - squared.sqrt();
        half * slack.max(R::constant(0.0)).square()
    }
}

/// Triplet loss: anchor, positive and negative, each a third of the variables.
pub struct Triplet {
    /// How much nearer the positive is to be.
    pub margin: f64,
    /// Whether distances are squared.
    pub squared: bool,
}

impl<const N: usize> Formula<N> for Triplet {
    fn at<R: Real>(&self, x: [R; N]) -> R {
        let (anchor, others) = x.split_at(N / 3);
        let (positive, negative) = others.split_at(N / 3);
        let distance = |to: &[R]| {
            let squared = squared_distance(anchor, to);
            if self.squared {
                squared
            } else {
                squared.sqrt()
            }
        };
        let violation = distance(positive) - distance(negative) + R::constant(self.margin);
        violation.max(R::constant(0.0))
    }
}

/// Squared error of the sigmoid of a logit: the wrong loss for a classifier.
pub struct SquaredErrorOfSigmoid;

impl Formula<2> for SquaredErrorOfSigmoid {
    fn at<R: Real>(&self, [logit, target]: [R; 2]) -> R {
        (sigmoid(logit) - target).square()
    }
}

/// 1 / (1 + e⁻ᶻ).
pub fn sigmoid<R: Real>(logit: R) -> R {
    R::constant(1.0) / (R::constant(1.0) + (-logit).exp())
}

fn squared_distance<R: Real>(first: &[R], second: &[R]) -> R {
    sum(first.iter().zip(second).map(|(&a, &b)| (a - b).square()))
}

fn sum<R: Real>(terms: impl Iterator<Item = R>) -> R {
    // Not from zero: 0 + x would do no harm, but cost an operation.
    terms
        .reduce(|sum, term| sum + term)
        .unwrap_or_else(|| R::constant(0.0))
}
