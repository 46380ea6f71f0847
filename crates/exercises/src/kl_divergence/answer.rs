//! The Kullback–Leibler divergence of discrete distributions.
extern crate ndarray;

// ANCHOR: answer
use ndarray::{Array1, Zip};

/// KL(p ‖ q) in nats; both arguments sum to 1 and have the same length.
pub fn kl_divergence(p: &Array1<f64>, q: &Array1<f64>) -> f64 {
    // ANCHOR: solution
    let terms = Zip::from(p)
        .and(q)
        .map_collect(|&p, &q| if p == 0.0 { 0.0 } else { p * (p / q).ln() });
    terms.sum()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
