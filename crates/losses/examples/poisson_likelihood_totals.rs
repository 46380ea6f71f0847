//! With a logarithmic link Poisson alone makes the fitted total right when the model of the mean is wrong.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // Four groups of customers, and a log-linear model that cannot bend with them.
    let inputs = array![0.0, 1.0, 2.0, 3.0];
    let costs = array![20.0, 10.0, 30.0, 120.0];
    println!("power   fitted means of the groups     fitted total   actual");
    for power in [1.0, 1.5, 2.0] {
        let (mut intercept, mut slope) = (3.0, 0.0);
        for _ in 0..100 {
            let means = (&inputs * slope + intercept).exp();
            // μ^(1 − p) (μ − y), and its expected derivative μ^(2 − p).
            let pull = means.powf(1.0 - power) * (&means - &costs);
            let weight = means.powf(2.0 - power);
            let [w, wx] = [weight.sum(), weight.dot(&inputs)];
            let wxx = (&weight * &inputs).dot(&inputs);
            let [g, gx] = [pull.sum(), pull.dot(&inputs)];
            let determinant = w * wxx - wx * wx;
            intercept -= (wxx * g - wx * gx) / determinant;
            slope -= (w * gx - wx * g) / determinant;
        }
        let means = (&inputs * slope + intercept).exp();
        let (total, actual): (f64, f64) = (means.sum(), costs.sum());
        println!("{power:5}   {means:6.2} {total:14.2} {actual:8.2}");
        assert_eq!(power == 1.0, (total - actual).abs() < 1e-6);
        assert_minimal(power, &inputs, &costs, [intercept, slope]);
    }
    // ANCHOR_END: program
}

/// No nearby line has a smaller loss, by the loss itself.
fn assert_minimal(power: f64, inputs: &Array1<f64>, costs: &Array1<f64>, line: [f64; 2]) {
    let loss = |[a, b]: [f64; 2]| -> f64 {
        let z = inputs * b + a;
        let one = |z: f64, y: f64| match power {
            1.0 => z.exp() - y * z,
            2.0 => y * (-z).exp() + z,
            p => ((2.0 - p) * z).exp() / (2.0 - p) - y * ((1.0 - p) * z).exp() / (1.0 - p),
        };
        z.iter().zip(costs).map(|(&z, &y)| one(z, y)).sum()
    };
    for step in [
        [1e-3, 0.0],
        [-1e-3, 0.0],
        [0.0, 1e-3],
        [0.0, -1e-3],
        [1e-3, -1e-3],
    ] {
        assert!(loss(line) < loss([line[0] + step[0], line[1] + step[1]]));
    }
}
