//! The logarithm undoes the sigmoid exactly; through other links it leaves more, or less, than a constant pull.

extern crate losses;

use losses::prelude::*;
use std::f64::consts::PI;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("label 1    slope of cross-entropy through                      squared error");
    println!("logit    sigmoid   normal cdf   arctangent   1 − exp(−e^z)   through normal cdf");
    for z in [-20.0, -10.0, -5.0, 0.0, 2.0] {
        let sigmoid = binary_cross_entropy_with_logits_gradient(&array![z], &array![1.0])?[0];
        // Any p(z): the slope of −ln p is −p′ / p, that of (p − 1)² is 2 (p − 1) p′.
        let density = (-0.5 * z * z).exp() / (2.0 * PI).sqrt();
        let normal = density * normal_ratio(z);
        let probit = -density / normal;
        let arctangent = 0.5 + z.atan() / PI;
        let cauchit = -1.0 / (PI * (1.0 + z * z) * arctangent);
        let tail = |z: f64| -((-(-z.exp()).exp_m1()).ln());
        let cloglog = (tail(z + 1e-5) - tail(z - 1e-5)) / 2e-5;
        let squared = 2.0 * (normal - 1.0) * density;
        print!("{z:5} {sigmoid:10.4} {probit:12.4} {cauchit:12.4}");
        println!(" {cloglog:15.4} {squared:20.1e}");
        if z < 0.0 {
            // Known bounds: |z| < density / cdf < |z| + 1 / |z|; and −1 / |z| far out.
            assert!(-probit > -z && -probit < -z - 1.0 / z);
            assert_relative_eq!(cauchit, 1.0 / z, max_relative = 0.06);
            // In the tail p is e^z (1 − e^z / 2 + …), whose logarithm has the slope 1 − e^z / 2.
            assert_abs_diff_eq!(cloglog, 0.5 * z.exp() - 1.0, epsilon = 1e-5);
        }
    }
    // ANCHOR_END: program
    assert_relative_eq!(normal_ratio(0.0), (PI / 2.0).sqrt(), max_relative = 1e-9);
    Ok(())
}

/// Φ(z) / φ(z) = ∫ exp(z t − t² / 2) dt over t > 0, by Simpson's rule.
fn normal_ratio(z: f64) -> f64 {
    let f = |t: f64| (z * t - 0.5 * t * t).exp();
    let h = 1e-3;
    let panel =
        |i: u32| f(h * f64::from(i)) + 4.0 * f(h * (f64::from(i) + 0.5)) + f(h * f64::from(i + 1));
    (0..12_000).map(panel).sum::<f64>() * h / 6.0
}
