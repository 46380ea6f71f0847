//! One task has three plateaus: the uniform guess, the base rate, the conditional entropy.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Losses of logistic regression on 1,000 posts, and its accuracy at the end.
fn train(rate: f64, sees_input: bool) -> Result<(Vec<f64>, f64), LossError> {
    // A flagged post is bad 90 times in 200, another one 10 times in 800.
    let (flag, y) = (array![1.0, 1.0, 0.0, 0.0], array![1.0, 0.0, 1.0, 0.0]);
    let share = array![90.0, 110.0, 10.0, 790.0] / 1000.0;
    let x = flag * f64::from(u8::from(sees_input));
    let (mut w, mut b, mut curve) = (0.0, 0.0, Vec::new());
    for _ in 0..=2000 {
        let z = &x * w + b;
        curve.push(binary_cross_entropy_with_logits(&z, &y)?.dot(&share));
        let slope = binary_cross_entropy_with_logits_gradient(&z, &y)? * &share;
        w -= rate * slope.dot(&x);
        b -= rate * slope.sum();
    }
    let says_bad = (&x * w + b).mapv(|z| f64::from(z > 0.0));
    let right = 1.0 - (says_bad - y).abs();
    Ok((curve, right.dot(&share)))
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let entropy = |p: f64| -p * p.ln() - (1.0 - p) * (1.0 - p).ln();
    let split = 0.2 * entropy(0.45) + 0.8 * entropy(0.0125);
    let floors = [entropy(0.5), entropy(0.1), split];
    let names = ["no gradient: ln 2", "input lost: H(π)", "healthy: H(y|x)"];
    let runs = [train(0.0, true)?, train(4.0, false)?, train(4.0, true)?];
    println!("run                  step 0     step 2000  closed form  accuracy");
    for ((name, floor), (curve, accuracy)) in names.iter().zip(floors).zip(&runs) {
        let (first, last) = (curve[0], curve[2000]);
        println!("{name:18} {first:.6} {last:11.6} {floor:12.6} {accuracy:9.3}");
        assert_relative_eq!(last, floor, max_relative = 1e-6);
    }

    let curve = |i: usize| (0..=60).map(f64::from).zip(runs[i].0.clone());
    let panel = Panel::new(
        Axis::linear("step of gradient descent", 0.0..=60.0),
        Axis::linear("binary cross-entropy in nats", 0.0..=0.8),
    );
    Figure::new(
        "stuck_at_this_number_curves",
        "The same model and data, trained in three states of health",
        "Three curves start together at 0.69. The first stays there, the second falls to the \
         entropy of the base rate at 0.33, the third falls on to the conditional entropy at 0.19.",
    )
    .panel((0..3).fold(panel, |panel, i| panel.line(names[i], curve(i))))
    .save()?;
    Ok(())
}
