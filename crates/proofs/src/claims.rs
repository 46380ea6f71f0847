//! The claims that are proven, each over a whole domain.

use crate::branch_and_bound::{Refusal, Verdict, prove};
use crate::dual::Formula;
use crate::formulas::{
    AbsoluteError, BinaryCrossEntropy, Contrastive, Hinge, Huber, KlDivergence,
    SoftmaxCrossEntropy, SquaredErrorOfSigmoid, Triplet, sigmoid,
};
use crate::{Interval, Real};

/// A statement about every point of a domain.
pub struct Claim {
    /// The name of the file that says how it is known.
    pub name: &'static str,
    /// What is true.
    pub statement: &'static str,
    /// Of which points.
    pub domain: &'static str,
    /// Proves it, and says with how many boxes.
    pub prove: fn() -> Result<usize, String>,
    /// Whether it takes so long that only `--full` proves it.
    pub is_long: bool,
}

/// All claims, in the order of the chapters.
#[must_use]
pub fn claims() -> Vec<Claim> {
    let claim = |name, statement, domain, prove| Claim {
        name,
        statement,
        domain,
        prove,
        is_long: false,
    };
    let long = |name, statement, domain, prove| Claim {
        is_long: true,
        ..claim(name, statement, domain, prove)
    };
    vec![
        claim(
            "mae_slope",
            "absolute error has the slope 1, never less",
            "residual in [1e-300, 1e300]",
            absolute_error_never_flattens,
        ),
        claim(
            "huber_smooth",
            "at the threshold 1 the only slope of Huber is 1",
            "residual = 1 and residual = -1",
            huber_has_one_slope_at_the_threshold,
        ),
        claim(
            "huber_continuous",
            "the slope of Huber is within 1e-6 of 1",
            "threshold 1, residual in 1 ± 1e-6",
            huber_slope_is_continuous,
        ),
        claim(
            "sigmoid_squared_vanishes",
            "|slope of squared error| < 0.0001, of cross-entropy > 0.9",
            "label 1, logit in [-700, -10]",
            squared_error_vanishes,
        ),
        claim(
            "binary_cross_entropy_convex",
            "the curvature σ(z) σ(−z) is positive",
            "logit in [-700, 700]",
            cross_entropy_is_convex,
        ),
        claim(
            "binary_cross_entropy_curvature",
            "the second derivative of the loss is positive",
            "labels 0 and 1, logit in [-5, 5]",
            second_derivative_of_cross_entropy_is_positive,
        ),
        claim(
            "sigmoid_squared_convex",
            "the curvature of squared error is positive",
            "label 0, logit in [-350, 0.693147180]",
            squared_error_is_convex_below,
        ),
        claim(
            "sigmoid_squared_concave",
            "the curvature of squared error is negative",
            "label 0, logit in [0.693147181, 350]",
            squared_error_is_concave_above,
        ),
        claim(
            "sigmoid_squared_curvature",
            "the second derivative has these two signs",
            "label 0, logit in [-4, 0.69] and [0.7, 4]",
            second_derivative_of_squared_error_changes_sign,
        ),
        claim(
            "hinge_above_zero_one",
            "hinge is at least the 0–1 loss",
            "every margin",
            hinge_is_above_the_zero_one_loss,
        ),
        claim(
            "logistic_bits_above_zero_one",
            "cross-entropy in bits is at least the 0–1 loss",
            "every margin",
            bits_are_above_the_zero_one_loss,
        ),
        claim(
            "logistic_nats_below_zero_one",
            "cross-entropy in nats is below the 0–1 loss",
            "margin in [-0.541, 0]",
            nats_are_below_the_zero_one_loss,
        ),
        claim(
            "softmax_hessian_two",
            "the Hessian is positive semidefinite, 2 classes",
            "difference of the logits in [-700, 700]",
            hessian_of_two_classes,
        ),
        claim(
            "softmax_hessian_three",
            "the Hessian is positive semidefinite, 3 classes",
            "differences of the logits in [-200, 200]",
            hessian_of_three_classes,
        ),
        claim(
            "softmax_second_derivatives",
            "so are the second derivatives of the loss, 3 classes",
            "differences of the logits in [-2, 2]",
            second_derivatives_of_three_classes,
        ),
        claim(
            "kl_not_negative",
            "KL(p ‖ q) ≥ 0, and 0 only where p = q",
            "two Bernoulli probabilities in [0.001, 0.999]",
            || divergence_is_positive(0.001),
        ),
        claim(
            "kl_pinsker",
            "KL(p ‖ q) ≥ 2 (p − q)²",
            "in [0.01, 0.99], not both within 0.05 of 0.5",
            || pinsker(0.01, 0.05),
        ),
        claim(
            "kl_asymmetric",
            "of KL(p||q), KL(q||p) the one from the surer is smaller",
            "in [0.02, 0.98], |p - q| and |p + q - 1| above 0.05",
            || divergence_is_asymmetric(0.02, 0.05),
        ),
        claim(
            "contrastive_pull",
            "a similar pair is pulled, a dissimilar one pushed",
            "distance in [0.001, 0.999], margin 1",
            contrastive_pulls_and_pushes,
        ),
        claim(
            "triplet_collapse",
            "squared: every slope at a collapsed triplet is exactly 0",
            "margin 0.2, embeddings in the plane, up to a shift",
            collapse_is_stationary,
        ),
        claim(
            "triplet_near_collapse",
            "squared: near it every slope is at most 0.008",
            "every coordinate within 0.001",
            slopes_near_the_collapse_are_small,
        ),
        long(
            "kl_pinsker_full",
            "KL(p ‖ q) ≥ 2 (p − q)²",
            "in [0.005, 0.995], not both within 0.02 of 0.5",
            || pinsker(0.005, 0.02),
        ),
        long(
            "kl_asymmetric_full",
            "of KL(p||q), KL(q||p) the one from the surer is smaller",
            "in [0.01, 0.99], |p - q| and |p + q - 1| above 0.02",
            || divergence_is_asymmetric(0.01, 0.02),
        ),
        long(
            "softmax_second_derivatives_full",
            "so are the second derivatives of the loss, 3 classes",
            "differences of the logits in [-3, 3]",
            || second_derivatives(3.0),
        ),
    ]
}

fn absolute_error_never_flattens() -> Result<usize, String> {
    on([Interval::new(1e-300, 1e300)], |[residual]| {
        equals(AbsoluteError.slope([residual, zero()], 0), 1.0)
    })
}

fn huber_has_one_slope_at_the_threshold() -> Result<usize, String> {
    let slope_is = |slope: f64| {
        on([Interval::point(slope)], |[residual]| {
            equals(Huber { delta: 1.0 }.slope([residual, zero()], 0), slope)
        })
    };
    Ok(slope_is(1.0)? + slope_is(-1.0)?)
}

fn huber_slope_is_continuous() -> Result<usize, String> {
    on([Interval::new(1.0 - 1e-6, 1.0 + 1e-6)], |[residual]| {
        let slope = Huber { delta: 1.0 }.slope([residual, zero()], 0);
        // The residual itself misses 1 + 1e-6 by a rounding.
        below((slope - one()).abs(), 1.000_000_1e-6)
    })
}

fn squared_error_vanishes() -> Result<usize, String> {
    on([Interval::new(-700.0, -10.0)], |[logit]| {
        let squared = SquaredErrorOfSigmoid.slope([logit, one()], 0);
        let cross_entropy = BinaryCrossEntropy.slope([logit, one()], 0);
        below(squared.abs(), 1e-4).and(above(cross_entropy.abs(), 0.9))
    })
}

fn cross_entropy_is_convex() -> Result<usize, String> {
    on([Interval::new(-700.0, 700.0)], |[logit]| {
        Verdict::positive(sigmoid(logit) * sigmoid(-logit))
    })
}

fn second_derivative_of_cross_entropy_is_positive() -> Result<usize, String> {
    let for_label = |label: f64| {
        on([Interval::new(-5.0, 5.0)], |[logit]| {
            let label = Interval::point(label);
            Verdict::positive(BinaryCrossEntropy.curvature([logit, label], 0, 0))
        })
    };
    Ok(for_label(0.0)? + for_label(1.0)?)
}

fn squared_error_is_convex_below() -> Result<usize, String> {
    on([Interval::new(-350.0, BELOW_LN_2)], |[logit]| {
        Verdict::positive(curvature_of_squared_error(logit))
    })
}

fn squared_error_is_concave_above() -> Result<usize, String> {
    on([Interval::new(ABOVE_LN_2, 350.0)], |[logit]| {
        Verdict::positive(-curvature_of_squared_error(logit))
    })
}

// Bounds of ln 2 in nine digits, and not the constant itself.
#[expect(clippy::approx_constant)]
const BELOW_LN_2: f64 = 0.693_147_180;
#[expect(clippy::approx_constant)]
const ABOVE_LN_2: f64 = 0.693_147_181;

/// 2 σ² (1 − σ) (2 − 3 σ), for the label 0.
fn curvature_of_squared_error<R: Real>(logit: R) -> R {
    let p = sigmoid(logit);
    let factor = R::constant(2.0) - R::constant(3.0) * p;
    R::constant(2.0) * p.square() * sigmoid(-logit) * factor
}

fn second_derivative_of_squared_error_changes_sign() -> Result<usize, String> {
    let curvature = |logit| SquaredErrorOfSigmoid.curvature([logit, zero()], 0, 0);
    let convex = on([Interval::new(-4.0, 0.69)], |[logit]| {
        Verdict::positive(curvature(logit))
    })?;
    let concave = on([Interval::new(0.7, 4.0)], |[logit]| {
        Verdict::positive(-curvature(logit))
    })?;
    Ok(convex + concave)
}

fn hinge_is_above_the_zero_one_loss() -> Result<usize, String> {
    above_zero_one(|margin| Hinge.at([margin, one()]), 1.0)
}

fn bits_are_above_the_zero_one_loss() -> Result<usize, String> {
    // log₂(1 + e⁻ᵐ) ≥ 1 where 1 + e⁻ᵐ ≥ 2, and ≥ 0 where it is ≥ 1: the
    // logarithm grows, and its own rounding is no matter.
    above_zero_one(|margin| one() + (-margin).exp() - one(), 1.0)
}

/// Shows that `loss` is at least `wrong` on a wrong side, where the margin is
/// not positive, and at least 0 on the right side.
///
/// # Errors
///
/// Where it is not.
pub fn above_zero_one(loss: impl Fn(Interval) -> Interval, wrong: f64) -> Result<usize, String> {
    let on_wrong_side = on([Interval::new(f64::NEG_INFINITY, 0.0)], |[margin]| {
        Verdict::not_negative(loss(margin) - Interval::point(wrong))
    })?;
    let on_right_side = on([Interval::new(0.0, f64::INFINITY)], |[margin]| {
        Verdict::not_negative(loss(margin))
    })?;
    Ok(on_wrong_side + on_right_side)
}

fn nats_are_below_the_zero_one_loss() -> Result<usize, String> {
    on([Interval::new(-0.541, 0.0)], |[margin]| {
        below((-margin).exp().ln_1p(), 1.0)
    })
}

fn hessian_of_two_classes() -> Result<usize, String> {
    // [[a, −a], [−a, a]] with a = p₁ p₂ has the eigenvalues 0 and 2a.
    on([Interval::new(-700.0, 700.0)], |[difference]| {
        Verdict::positive(sigmoid(difference) * sigmoid(-difference))
    })
}

fn hessian_of_three_classes() -> Result<usize, String> {
    // Every row sums to 0. So the matrix is semidefinite if its first two
    // leading minors are positive: they are p₁ (p₂ + p₃) and p₁ p₂ p₃.
    let side = Interval::new(-200.0, 200.0);
    on([side; 2], |[first, second]| {
        let [a, b] = [first, second].map(Interval::exp);
        let total = one() + a + b;
        let p = [a / total, b / total, one() / total];
        Verdict::positive(p[0] * (p[1] + p[2])).and(Verdict::positive(p[0] * p[1] * p[2]))
    })
}

fn second_derivatives_of_three_classes() -> Result<usize, String> {
    second_derivatives(2.0)
}

fn second_derivatives(reach: f64) -> Result<usize, String> {
    let side = Interval::new(-reach, reach);
    on([side; 2], |[first, second]| {
        let logits = [first, second, zero()];
        let entry = |i, j| SoftmaxCrossEntropy { label: 2 }.curvature(logits, i, j);
        let mixed = entry(0, 1);
        let minor = entry(0, 0) * entry(1, 1) - mixed.square();
        Verdict::positive(entry(0, 0)).and(Verdict::positive(minor))
    })
}

/// KL divergence of two Bernoulli distributions, in their probabilities of 1.
pub struct Bernoulli;

impl Formula<2> for Bernoulli {
    fn at<R: Real>(&self, [p, q]: [R; 2]) -> R {
        let one = R::constant(1.0);
        KlDivergence.at([p, one - p, q, one - q])
    }
}

fn divergence_is_positive(least: f64) -> Result<usize, String> {
    on([Interval::new(least, 1.0 - least); 2], |[p, q]| {
        let apart = Verdict::positive(Bernoulli.range([p, q]));
        // Where p may be q, the divergence itself may be 0, but not its curvature.
        let is_small = p.width().max(q.width()) < 0.01;
        let near = Verdict::positive(half_curvature_between(p, q));
        if is_small { apart.or(near) } else { apart }
    })
}

fn pinsker(least: f64, gap: f64) -> Result<usize, String> {
    on([Interval::new(least, 1.0 - least); 2], |[p, q]| {
        let is_left_out = [p, q].map(|it| below((it - constant(0.5)).abs(), gap));
        let apart = Verdict::positive(Pinsker.range([p, q]));
        let near = above(half_curvature_between(p, q), 2.0);
        is_left_out[0].and(is_left_out[1]).or(apart).or(near)
    })
}

/// By Taylor's theorem KL(p‖q) is this times (q − p)², where the curvature in q
/// is taken somewhere between p and q: at p itself value and slope are 0.
fn half_curvature_between(p: Interval, q: Interval) -> Interval {
    let between = p.hull(q);
    let other = |it| one() - it;
    let curvature = p / between.square() + other(p) / other(between).square();
    constant(0.5) * curvature
}

/// What Pinsker's inequality leaves over.
struct Pinsker;

impl Formula<2> for Pinsker {
    fn at<R: Real>(&self, [p, q]: [R; 2]) -> R {
        Bernoulli.at([p, q]) - R::constant(2.0) * (p - q).square()
    }
}

/// KL(p‖q) − KL(q‖p).
pub struct Asymmetry;

impl Formula<2> for Asymmetry {
    fn at<R: Real>(&self, [p, q]: [R; 2]) -> R {
        let one = R::constant(1.0);
        let two = R::constant(2.0);
        // The two divergences have the same logarithms: collected, not cancelled.
        (p + q) * (p / q).ln() + (two - p - q) * ((one - p) / (one - q)).ln()
    }
}

fn divergence_is_asymmetric(least: f64, gap: f64) -> Result<usize, String> {
    on([Interval::new(least, 1.0 - least); 2], |[p, q]| {
        let [difference, sum] = [p - q, p + q - one()];
        let is_left_out = below(difference.abs(), gap).or(below(sum.abs(), gap));
        // (p − ½)² − (q − ½)² is their product: which one is surer.
        let asymmetry = Asymmetry.range([p, q]);
        is_left_out.or(Verdict::positive(-(asymmetry * difference * sum)))
    })
}

fn contrastive_pulls_and_pushes() -> Result<usize, String> {
    on([Interval::new(0.001, 0.999)], |[distance]| {
        let slope = |similar| {
            let margin = 1.0;
            Contrastive { similar, margin }.slope([distance, zero()], 0)
        };
        Verdict::positive(slope(true)).and(Verdict::positive(-slope(false)))
    })
}

const SQUARED_TRIPLET: Triplet = Triplet {
    margin: 0.2,
    squared: true,
};

fn collapse_is_stationary() -> Result<usize, String> {
    // A shift of all three changes nothing, so that they may lie at 0.
    on([zero(); 6], |embeddings| {
        (0..6).fold(Verdict::Holds, |verdict, coordinate| {
            verdict.and(equals(SQUARED_TRIPLET.slope(embeddings, coordinate), 0.0))
        })
    })
}

fn slopes_near_the_collapse_are_small() -> Result<usize, String> {
    let near = 0.001;
    on([Interval::new(-near, near); 6], |embeddings| {
        (0..6).fold(Verdict::Holds, |verdict, coordinate| {
            let slope = SQUARED_TRIPLET.slope(embeddings, coordinate).abs();
            verdict.and(below(slope, 8.0 * near + 1e-15))
        })
    })
}

/// Proves it on `domain`, and says where it does not hold.
fn on<const N: usize>(
    domain: [Interval; N],
    verdict: impl Fn([Interval; N]) -> Verdict,
) -> Result<usize, String> {
    prove(domain, verdict).map_err(|refusal: Refusal<N>| refusal.to_string())
}

fn below(values: Interval, bound: f64) -> Verdict {
    Verdict::positive(constant(bound) - values)
}

fn above(values: Interval, bound: f64) -> Verdict {
    Verdict::positive(values - constant(bound))
}

fn equals(values: Interval, number: f64) -> Verdict {
    if values == Interval::point(number) {
        Verdict::Holds
    } else if values.contains(number) {
        Verdict::Unknown
    } else {
        Verdict::Fails
    }
}

fn constant(value: f64) -> Interval {
    Interval::point(value)
}

fn zero() -> Interval {
    constant(0.0)
}

fn one() -> Interval {
    constant(1.0)
}
