//! Near a kink a difference quotient mixes two slopes, and a small relative error finds a wrong factor.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let loss = |f: f64| hinge(&array![f], &array![1.0]).map(|it| it[0]);
    println!("distance to the kink   gradient   difference, h = 1e-5   relative error");
    for distance in [1e-3, 2e-5, 5e-6, 0.0, -5e-6, -1e-3] {
        let f = 1.0 - distance;
        let gradient = hinge_gradient(&array![f], &array![1.0])?[0];
        let numeric = (loss(f + 1e-5)? - loss(f - 1e-5)?) / 2e-5;
        let (size, gap) = (gradient.abs() + numeric.abs(), (gradient - numeric).abs());
        let relative = if size == 0.0 { 0.0 } else { gap / size };
        println!("{distance:20} {gradient:10.0} {numeric:22.4} {relative:16.1e}");
        // The share of the interval that lies below the kink.
        let below = ((distance + 1e-5) / 2e-5).clamp(0.0, 1.0);
        assert_abs_diff_eq!(numeric, -below, epsilon = 1e-9);
    }
    println!("\nplanted fault             relative error");
    let (p, t) = (array![0.3, -1.2, 2.0], array![1.0, 0.0, 0.5]);
    let right = squared_error_gradient(&p, &t)?;
    let numeric = (squared_error(&(&p + 1e-5), &t)? - squared_error(&(&p - 1e-5), &t)?) / 2e-5;
    for (name, gradient) in [
        ("none", right.clone()),
        ("factor one half", 0.5 * &right),
        ("sign", -&right),
        ("divided by n = 3", &right / 3.0),
    ] {
        let norm = |it: &Array1<f64>| it.dot(it).sqrt();
        let relative = norm(&(&gradient - &numeric)) / (norm(&gradient) + norm(&numeric));
        println!("{name:<25} {relative:14.1e}");
        assert_eq!(relative < 1e-6, name == "none");
    }
    // ANCHOR_END: program
    Ok(())
}
