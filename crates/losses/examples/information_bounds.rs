//! E_p f − ln E_q e^f is at most KL(p ‖ q), with equality for the log-ratio plus any constant.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (p, q) = ([0.5, 0.3, 0.2], [0.1, 0.3, 0.6]);
    let mean = |weights: [f64; 3], f: [f64; 3]| -> f64 {
        weights.iter().zip(f).map(|(w, it)| w * it).sum()
    };
    // Donsker and Varadhan; and Nguyen, Wainwright and Jordan, without a logarithm.
    let dv = |f: [f64; 3]| mean(p, f) - mean(q, f.map(f64::exp)).ln();
    let nwj = |f: [f64; 3]| mean(p, f) - mean(q, f.map(|it| (it - 1.0).exp()));
    let ratio = [0, 1, 2].map(|it| f64::ln(p[it] / q[it]));
    let critics = [
        ("ln p/q", ratio),
        ("ln p/q + 1", ratio.map(|it| it + 1.0)),
        ("half of ln p/q", ratio.map(|it| it / 2.0)),
        ("constant 0", [0.0; 3]),
    ];
    let divergence = kl_divergence(&array![p], &array![q])?[0];
    println!("divergence {divergence:.4}");
    println!(
        "{:<16} {:>18} {:>24}",
        "critic", "with the logarithm", "without"
    );
    for (name, f) in critics {
        println!("{name:<16} {:18.4} {:24.4}", dv(f), nwj(f));
        assert!(dv(f) <= divergence + 1e-12 && nwj(f) <= dv(f) + 1e-12);
    }
    // ANCHOR_END: program
    assert_relative_eq!(dv(critics[0].1), divergence, max_relative = 1e-12);
    assert_relative_eq!(nwj(critics[1].1), divergence, max_relative = 1e-12);
    // The gap is the divergence from the tilted distribution q e^f / Z.
    let tilted = [0, 1, 2].map(|it| q[it] * f64::exp(critics[2].1[it]));
    let total: f64 = tilted.iter().sum();
    let gap = kl_divergence(&array![p], &array![tilted.map(|it| it / total)])?[0];
    assert_relative_eq!(divergence - gap, dv(critics[2].1), max_relative = 1e-9);
    Ok(())
}
