//! Written from scratch: the loss and its gradient from the logit, and a published form that is wrong.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn loss(z: f64, y: f64) -> f64 {
    z.max(0.0) - z * y + (-z.abs()).exp().ln_1p()
}

fn gradient(z: f64, y: f64) -> f64 {
    let small = (-z.abs()).exp(); // never above 1
    let p = if z >= 0.0 {
        1.0 / (1.0 + small)
    } else {
        small / (1.0 + small)
    };
    p - y
}

fn loss_with_a_bug(z: f64, y: f64) -> f64 {
    z.max(0.0) - z * y + (1.0 + (-f64::max(-z, 0.0)).exp()).ln() + f64::max(-z, 0.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("logit   label       loss     gradient   with the bug");
    for (z, y) in [
        (0.0, 1.0),
        (2.0, 1.0),
        (-2.0, 1.0),
        (2.0, 0.0),
        (1000.0, 0.0),
    ] {
        let (value, slope, wrong) = (loss(z, y), gradient(z, y), loss_with_a_bug(z, y));
        println!("{z:5} {y:7} {value:10.6} {slope:12.6} {wrong:14.6}");

        let step = 1e-5;
        let measured = (loss(z + step, y) - loss(z - step, y)) / (2.0 * step);
        assert_abs_diff_eq!(slope, measured, epsilon = 1e-6);
        let library = binary_cross_entropy_with_logits(&array![z], &array![y])?[0];
        assert_abs_diff_eq!(value, library, epsilon = 1e-12);
    }
    assert_relative_eq!(
        loss(-700.0, 0.0),
        (-700.0_f64).exp(),
        epsilon = 0.0,
        max_relative = 1e-12
    );
    assert_eq!([gradient(-1e9, 1.0), gradient(1e9, 0.0)], [-1.0, 1.0]);
    // ANCHOR_END: program
    Ok(())
}
