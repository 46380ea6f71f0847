//! A code that costs more than it explains collapses onto the prior.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // x ≈ w z with noise of variance 1; the encoder is N(a x, s²).
    let data = array![-3.0, -1.0, 1.0, 3.0];
    let variance = mean(&data.mapv(|x| x * x))?;
    let prior = Gaussian::new(0.0, 1.0)?;
    let train = |beta: f64| {
        let (mut w, mut a, mut s) = (0.5_f64, 0.5_f64, 0.5_f64);
        for _ in 0..20_000 {
            let missed = variance * (1.0 - w * a);
            let slope_of_w = s * s * w - a * missed;
            let slope_of_a = beta * variance * a - w * missed;
            let slope_of_s = s * w * w + beta * (s - 1.0 / s);
            (w, a, s) = (
                w - 0.01 * slope_of_w,
                a - 0.01 * slope_of_a,
                s - 0.01 * slope_of_s,
            );
        }
        (w, a, s)
    };
    println!("weight β   decoder w   encoder a        s   mean KL(q‖prior)");
    let mut trained = Vec::new();
    for beta in [0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0] {
        let (w, a, s) = train(beta);
        let code = |&x: &f64| Gaussian::new(a * x, s).map(|q| gaussian_kl_divergence(q, prior));
        let rate = mean(&data.iter().map(code).collect::<Result<Array1<f64>, _>>()?)?;
        println!("{beta:>8} {w:11.4} {a:11.4} {s:8.4} {rate:18.6}");
        // Worked by hand: w² = max(variance − β, 0), and the rate follows.
        assert_abs_diff_eq!(rate, 0.5 * (variance / beta).ln().max(0.0), epsilon = 1e-6);
        trained.push((beta, rate));
    }
    // ANCHOR_END: program

    let by_hand = |beta: f64| 0.5 * (variance / beta).ln().max(0.0);
    let x = Axis::linear("weight β of the divergence", 0.0..=8.0);
    let y = Axis::linear("mean KL(q‖prior) in nats", 0.0..=2.0);
    let panel = Panel::new(x, y)
        .points("trained", trained)
        .function("½ ln(variance / β), at least 0", by_hand)
        .range("collapsed", variance..=8.0);
    let title = "What the code carries, over the weight of the divergence";
    let seen = "The mean divergence of the code falls as the weight grows and is zero from the \
        variance of the data on. The trained models lie on the curve derived by hand.";
    Figure::new("kl_divergence_collapse", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
