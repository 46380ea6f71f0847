//! The sum and the mean have one minimizer and other steps, until something else has a scale.

extern crate losses;

use losses::prelude::*;

// ANCHOR: descend
/// Descent on `factor` times the summed squared error, a penalty, and a clip.
fn descend(factor: f64, step: f64, penalty: f64, clip: f64) -> f64 {
    (0..20).fold(0.0, |w, _| {
        let gradient = factor * pull(w) + 2.0 * penalty * w;
        w - step * gradient.clamp(-clip, clip)
    })
}

fn adam(factor: f64, step: f64, steps: i32) -> f64 {
    let (mut w, mut first, mut second) = (0.0, 0.0, 0.0_f64);
    for t in 1..=steps {
        let gradient = factor * pull(w);
        first = 0.9 * first + 0.1 * gradient;
        second = 0.999 * second + 0.001 * gradient * gradient;
        let root = (second / (1.0 - 0.999_f64.powi(t))).sqrt() + 1e-8;
        w -= step * first / (1.0 - 0.9_f64.powi(t)) / root;
    }
    w
}
// ANCHOR_END: descend

fn main() {
    // ANCHOR: program
    println!("8 examples, 20 steps           mean           sum");
    let rows = [
        ("step 0.06", 0.06, 0.0, f64::INFINITY),
        ("sum with step 0.0075", 0.0075, 0.0, f64::INFINITY),
        ("the same, clip at 1", 0.0075, 0.0, 1.0),
        ("the same, penalty w²", 0.0075, 1.0, f64::INFINITY),
    ];
    let found = rows.map(|(name, step, penalty, clip)| {
        let mean = descend(0.125, 0.06, penalty, clip);
        let sum = descend(1.0, step, penalty, clip);
        println!("{name:<22} {mean:12.4} {sum:13.4}");
        [mean, sum]
    });
    let adam = [adam(0.125, 0.06, 20), adam(1.0, 0.06, 20)];
    println!("Adam, step 0.06        {:12.4} {:13.4}", adam[0], adam[1]);
    // ANCHOR_END: program
    let [_, same, _, ridge] = found;
    assert_relative_eq!(same[0], same[1], max_relative = 1e-12);
    assert_abs_diff_eq!(adam[0], adam[1], epsilon = 1e-6);
    assert_abs_diff_eq!(self::adam(1.0, 0.06, 1), 0.06, epsilon = 1e-6);
    // The inputs have the sum of squares 20, and twice that with the targets.
    assert_abs_diff_eq!(ridge[0], 40.0 / (20.0 + 8.0), epsilon = 1e-3);
    assert_abs_diff_eq!(ridge[1], 40.0 / (20.0 + 1.0), epsilon = 1e-3);
}

/// Slope of the sum of squared residuals for the targets 2 x.
fn pull(w: f64) -> f64 {
    let inputs: [f64; 8] = [1.0, -1.0, 2.0, -2.0, 1.0, -1.0, 2.0, -2.0];
    inputs.iter().map(|x| 2.0 * (w * x - 2.0 * x) * x).sum()
}
