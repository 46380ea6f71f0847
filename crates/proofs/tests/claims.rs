//! Claims that are true are proven; those that are false are refuted, with a
//! box to look at.

use proofs::branch_and_bound::{Refusal, Verdict, prove};
use proofs::claims::{Asymmetry, Bernoulli, above_zero_one, claims};
use proofs::dual::Formula;
use proofs::formulas::{BinaryCrossEntropy, Huber, SquaredErrorOfSigmoid};
use proofs::{Interval, Real};

#[test]
fn all_but_the_long_ones_are_proven() {
    for claim in claims().iter().filter(|claim| !claim.is_long) {
        let n_boxes = (claim.prove)().unwrap_or_else(|why| panic!("{}: {why}", claim.name));
        assert!(n_boxes > 0, "{}", claim.name);
    }
}

#[test]
fn cross_entropy_in_nats_is_not_above_the_zero_one_loss() {
    // The loss in nats at the margin 0 is ln 2, below 1.
    let refusal = above_zero_one(|margin| (-margin).exp().ln_1p(), 1.0).unwrap_err();
    assert!(
        refusal.starts_with("it is false everywhere in [-"),
        "{refusal}"
    );
}

#[test]
fn squared_error_of_a_sigmoid_is_not_convex() {
    let everywhere = [Interval::new(-4.0, 4.0)];
    let refusal = prove(everywhere, |[logit]| {
        let target = Interval::point(0.0);
        Verdict::not_negative(SquaredErrorOfSigmoid.curvature([logit, target], 0, 0))
    });
    let Err(Refusal::CounterExample([logit])) = refusal else {
        panic!("{refusal:?}");
    };
    // For the label 0 it is concave above ln 2.
    assert!(logit.low > 0.69, "{logit}");
}

#[test]
fn a_bound_that_is_wrong_in_the_fifth_digit_is_refuted() {
    // The curvature of cross-entropy is at most 1/4, at the logit 0.
    let below = |bound: f64| {
        prove([Interval::new(-5.0, 5.0)], move |[logit]| {
            let curvature = BinaryCrossEntropy.curvature([logit, Interval::point(1.0)], 0, 0);
            Verdict::positive(Interval::point(bound) - curvature)
        })
    };
    assert!(below(0.250_01).is_ok());
    let refusal = below(0.249_99);
    let Err(Refusal::CounterExample([logit])) = refusal else {
        panic!("{refusal:?}");
    };
    assert!(logit.magnitude() < 0.1, "{logit}");
}

#[test]
fn huber_with_a_jump_at_the_threshold_is_refuted() {
    // The linear part without its half: δ (|r| − δ). At r = 1 it falls from ½ to 0.
    let wrong = |residual: Interval| {
        if residual.high <= 1.0 {
            Interval::point(0.5) * residual.square()
        } else {
            let linear = residual - Interval::point(1.0);
            linear.hull(Interval::point(0.5).min(linear))
        }
    };
    let continuous = |huber: &dyn Fn(Interval) -> Interval| {
        let near = [Interval::new(1.0 + 1e-9, 1.0 + 1e-6)];
        prove(near, |[residual]| {
            Verdict::positive(
                Interval::point(0.01) - (huber(residual) - Interval::point(0.5)).abs(),
            )
        })
    };
    let right = |residual| Huber { delta: 1.0 }.at([residual, Interval::point(0.0)]);
    assert!(continuous(&right).is_ok());
    assert!(matches!(
        continuous(&wrong),
        Err(Refusal::CounterExample(_))
    ));
}

#[test]
fn the_kl_divergence_is_not_symmetric_and_not_negative() {
    let domain = [Interval::new(0.1, 0.2), Interval::new(0.4, 0.5)];
    let symmetric = prove(domain, |pair| {
        let asymmetry = Asymmetry.range(pair);
        if asymmetry.contains(0.0) {
            Verdict::Unknown
        } else {
            Verdict::Fails
        }
    });
    assert!(matches!(symmetric, Err(Refusal::CounterExample(_))));
    let negative = prove(domain, |pair| Verdict::positive(-Bernoulli.range(pair)));
    assert!(matches!(negative, Err(Refusal::CounterExample(_))));
}

#[test]
fn what_touches_its_bound_stays_undecided() {
    // x² > 0 is false at 0 alone: no box shows it, and none refutes it for good.
    let refusal = prove([Interval::new(-1.0, 2.0)], |[x]| {
        Verdict::positive(x.square())
    });
    assert!(matches!(
        refusal,
        Err(Refusal::Undecided(_) | Refusal::CounterExample(_))
    ));
    let message = refusal.unwrap_err().to_string();
    assert!(message.contains("in ["), "{message}");
}
