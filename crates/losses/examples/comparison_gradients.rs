//! At a large error the squared error pulls hardest but for KL in q, whose gradient has no bound; the others level off.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Predictions, scores and logits that are wrong by 1, 10 and 100.
    let errors = array![1.0, 10.0, 100.0];
    let (zero, minus_one) = (Array1::zeros(3), Array1::from_elem(3, -1.0));
    // Two classes: the wrong one leads by the error.
    let logits = array![[1.0, 0.0], [10.0, 0.0], [100.0, 0.0]];
    let logistic = |e: f64| 1.0 / (1.0 + (-e).exp());
    let (p, q) = (Array2::from_elem((3, 2), 0.5), softmax(&logits, 1.0)?);

    println!("gradient at an error of             1        10       100");
    let gradient = squared_error_gradient(&errors, &zero)?;
    report("squared error", &gradient, |e| 2.0 * e);
    let gradient = absolute_error_gradient(&errors, &zero)?;
    report("absolute error", &gradient, |_| 1.0);
    let gradient = huber_gradient(&errors, &zero, 1.0)?;
    report("Huber, delta 1", &gradient, |e| e.min(1.0));
    let gradient = binary_cross_entropy_with_logits_gradient(&errors, &zero)?;
    report("binary cross-entropy", &gradient, logistic);
    let gradient = softmax_cross_entropy_gradient(&logits, &array![1, 1, 1])?;
    report("categorical cross-entropy", &gradient.column(0), logistic);
    let gradient = hinge_gradient(&errors, &minus_one)?;
    report("hinge", &gradient, |_| 1.0);
    let gradient = softmax_cross_entropy_with_probabilities_gradient(&logits, &p)?;
    let half_tanh = |e: f64| 0.5 * (0.5 * e).tanh();
    report("KL(p, q), in a logit of q", &gradient.column(0), half_tanh);
    let gradient = kl_divergence_gradient_q(&p, &q)?;
    let unbounded = |e: f64| -0.5 * (1.0 + e.exp());
    report("KL(p, q), in q", &gradient.column(1), unbounded);
    // ANCHOR_END: program
    Ok(())
}

/// Prints the gradients, after comparing them with the formula worked by hand.
fn report(name: &str, gradients: &ArrayRef1<f64>, by_hand: fn(f64) -> f64) {
    let expected = array![1.0, 10.0, 100.0].mapv(by_hand);
    assert_relative_eq!(*gradients, *expected, max_relative = 1e-12);
    print!("{name:<26}");
    for gradient in gradients {
        if gradient.abs() < 1e3 {
            print!(" {gradient:>9.5}");
        } else {
            print!(" {gradient:>9.2e}");
        }
    }
    println!();
}
