//! The gap of the evidence lower bound and the chain rule of KL, in small numbers.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let kl = |p: &Array1<f64>, q: &Array1<f64>| p.dot(&(p / q).ln());
    // Three latent values: prior p(z), likelihood p(x | z) of the x at hand, guess q(z).
    let prior = array![0.5, 0.3, 0.2];
    let (given, q) = (array![0.1, 0.7, 0.4], array![0.2, 0.6, 0.2]);
    let (evidence, bound) = (prior.dot(&given), q.dot(&given.ln()) - kl(&q, &prior));
    let (gap, missing) = (evidence.ln() - bound, kl(&q, &(&prior * &given / evidence)));
    println!("ELBO: ln p(x) {:.6}, bound {bound:.6}", evidence.ln());
    println!("      difference {gap:.6}, KL to the posterior {missing:.6}");
    // Rows: x; columns: y.
    let (p, q) = (
        array![[0.1, 0.3], [0.2, 0.4]],
        array![[0.2, 0.2], [0.3, 0.3]],
    );
    let (px, qx) = (p.sum_axis(Axis(1)), q.sum_axis(Axis(1)));
    let rows = [0, 1].map(|i| kl(&(&p.row(i) / px[i]), &(&q.row(i) / qx[i])));
    let (joint, parts) = (
        (&p * &(&p / &q).ln()).sum(),
        kl(&px, &qx) + px.dot(&Array1::from(rows.to_vec())),
    );
    println!("chain rule: of the pair {joint:.6}, of the parts {parts:.6}");
    // ANCHOR_END: program
    assert_abs_diff_eq!(gap, missing, epsilon = 1e-12);
    assert_abs_diff_eq!(joint, parts, epsilon = 1e-12);
}
