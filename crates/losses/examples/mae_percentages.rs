//! Three percentage errors of a skewed target: MAPE asks for less than the median, the others for the median.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // A log-normal target: its logarithm is normal with mean 0 and variance 1.
    let logarithms = Array1::linspace(-8.0, 8.0, 4001);
    let weights = logarithms.mapv(|it: f64| (-0.5 * it * it).exp());
    let weights = &weights / weights.sum();
    let targets = logarithms.exp();
    let expected = |it: &Array1<f64>| weights.dot(it);
    let mean = expected(&targets);
    let distance = |c: f64| (&targets - c).abs();
    let theory = [
        ("MSE", 0.5_f64.exp()),
        ("WAPE", 1.0),
        ("sMAPE", 1.0),
        ("MAPE", (-1_f64).exp()),
    ];
    println!("metric   best constant   by theory   bias of the total");
    for (name, theory) in theory {
        let error = |c: f64| match name {
            "MSE" => expected(&distance(c).powi(2)),
            "WAPE" => expected(&distance(c)) / mean,
            "sMAPE" => expected(&(2.0 * distance(c) / (&targets + c))),
            _ => expected(&(distance(c) / &targets)),
        };
        let grid = (100..2500).map(|it| f64::from(it) / 1000.0);
        let best = grid.min_by(|a, b| error(*a).total_cmp(&error(*b))).unwrap();
        let bias = 100.0 * (best / mean - 1.0);
        println!("{name:<8} {best:13.3} {theory:11.3} {bias:17.1} %");
        assert_abs_diff_eq!(best, theory, epsilon = 0.005);
    }
    // ANCHOR_END: program
}
