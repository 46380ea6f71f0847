//! Under Adam a penalty shrinks a weight the less, the larger its gradients are; decoupled decay does not care.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// A weight whose gradients are noise, +s and −s in turn: what is left of 1?
fn shrink(size: f64, decoupled: bool) -> f64 {
    let (rate, decay) = (0.001, 0.01);
    let (mut w, mut first, mut second) = (1.0, 0.0, 0.0_f64);
    for t in 1..=100_000 {
        let noise = if t % 2 == 0 { size } else { -size };
        let gradient = if decoupled { noise } else { noise + decay * w };
        first = 0.9 * first + 0.1 * gradient;
        second = 0.999 * second + 0.001 * gradient * gradient;
        let root = (second / (1.0 - 0.999_f64.powi(t))).sqrt() + 1e-8;
        w -= rate * first / (1.0 - 0.9_f64.powi(t)) / root;
        w -= if decoupled { rate * decay * w } else { 0.0 };
    }
    w
}

fn main() {
    println!("size of the       penalty in the   e^(−ηλT / s)   decoupled   e^(−ηλT)");
    println!("gradients               gradient");
    for size in [0.1_f64, 1.0, 10.0] {
        let (inside, beside) = (shrink(size, false), shrink(size, true));
        let [slow, same] = [(-1.0 / size).exp(), (-1_f64).exp()];
        println!("{size:11} {inside:20.4} {slow:14.4} {beside:11.4} {same:10.4}");
        assert_abs_diff_eq!(inside, slow, epsilon = 0.01);
        assert_abs_diff_eq!(beside, same, epsilon = 0.01);
    }
}
// ANCHOR_END: program
