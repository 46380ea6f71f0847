//! Learned noise levels weigh each task by one over its loss, so that units do not matter.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Two tasks share a weight w; the losses are (w − 1)² + 0.1 and c ((w − 3)² + 0.4).
    println!("unit c   sum: w   learned: w   sigma² 1   loss 1   sigma² 2   loss 2");
    for c in [1.0, 1000.0] {
        let first = |w: f64| (w - 1.0).powi(2) + 0.1;
        let second = |w: f64| c * ((w - 3.0).powi(2) + 0.4);
        let plain = (1.0 + 3.0 * c) / (1.0 + c);
        // Descent on L1/(2 s1) + ln(s1)/2 + L2/(2 s2) + ln(s2)/2, in w and a = ln s.
        let (mut w, mut a, mut b) = (1.5, 0.0_f64, 0.0_f64);
        for _ in 0..200_000 {
            let (one, two) = ((-a).exp(), (-b).exp());
            w -= 1e-3 * ((w - 1.0) * one + c * (w - 3.0) * two).clamp(-1.0, 1.0);
            a -= 0.01 * (0.5 - 0.5 * first(w) * one).clamp(-1.0, 1.0);
            b -= 0.01 * (0.5 - 0.5 * second(w) * two).clamp(-1.0, 1.0);
        }
        let (one, two) = (first(w), second(w));
        print!("{c:6} {plain:8.4} {w:12.4} {:10.4} {one:8.4}", a.exp());
        println!(" {:10.4} {two:8.4}", b.exp());
        assert_relative_eq!(a.exp(), one, max_relative = 1e-5);
        // Put back, the objective is half the sum of the logarithms of the losses.
        let logs = |w: f64| 0.5 * (first(w).ln() + second(w).ln());
        assert_abs_diff_eq!(logs(w + 1e-4), logs(w - 1e-4), epsilon = 2e-9);
    }
    // ANCHOR_END: program
    conflict();
}

fn conflict() {
    // Two gradients in conflict, and the shortest vector on the segment between them.
    let (g, h) = (array![1.0, 0.0], array![-0.5, 1.0]);
    let weight: f64 = h.dot(&(&h - &g)) / (&h - &g).dot(&(&h - &g));
    let joint = weight * &g + (1.0 - weight) * &h;
    let products = [joint.dot(&g), joint.dot(&h)];
    println!("gradients {g} and {h}: product {:.4}", g.dot(&h));
    println!("weight of the first {weight:.4}: products with the sum {products:.4?}");
    for product in products {
        assert_abs_diff_eq!(product, joint.dot(&joint), epsilon = 1e-12);
    }
}
