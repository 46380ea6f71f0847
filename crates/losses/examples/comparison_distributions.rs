//! Both KL divergences are zero only where q equals p; only the forward one is infinite where q forgets a class.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |losses: Result<Array1<f64>, LossError>| losses.map_or(f64::NAN, |it| it[0]);
    let p = array![[0.75, 0.25]];
    let forward = |q| at(kl_divergence(&p, &array![[q, 1.0 - q]]));
    let reverse = |q| at(kl_divergence(&array![[q, 1.0 - q]], &p));

    println!("q of class 1  KL(p, q)  KL(q, p)");
    for q in [0.0, 0.5, 0.75, 0.9] {
        println!("{q:<13} {:<9.4} {:.4}", forward(q), reverse(q));
    }
    // Forward: cross-entropy minus entropy. Reverse: one term is left at q = 0.
    let cross_entropy = 2_f64.ln();
    let entropy = -0.75 * 0.75_f64.ln() - 0.25 * 0.25_f64.ln();
    assert_relative_eq!(forward(0.5), cross_entropy - entropy, max_relative = 1e-12);
    assert_relative_eq!(reverse(0.0), 4_f64.ln(), max_relative = 1e-12);
    assert_eq!(forward(0.0), f64::INFINITY);
    // ANCHOR_END: program

    // Closer and closer to both ends, where the forward divergence leaves the frame.
    let all_q = (-120..=120).map(|step| 1.0 / (1.0 + (-f64::from(step) / 10.0).exp()));
    Figure::new(
        "comparison_distributions",
        "Distributions: forward and reverse KL over q, for p = 0.75",
        "Two curves over q from 0 to 1 with their minimum 0 at q = 0.75. The forward divergence \
         grows without bound at both ends, the reverse one ends at finite heights.",
    )
    .panel(
        Panel::new(
            Axis::linear("q of the first class, whose p is 0.75", 0.0..=1.0),
            Axis::linear("divergence in nats", 0.0..=2.0),
        )
        .line("KL(p ‖ q)", all_q.map(|q| (q, forward(q))))
        .function("KL(q ‖ p)", reverse),
    )
    .save()?;
    Ok(())
}
