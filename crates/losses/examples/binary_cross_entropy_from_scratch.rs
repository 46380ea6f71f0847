//! The loss and its gradient from the logit, written from scratch.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
fn loss(z: f64, y: f64) -> f64 {
    z.max(0.0) - z * y + (-z.abs()).exp().ln_1p()
}

fn gradient(z: f64, y: f64) -> f64 {
    let small = (-z.abs()).exp(); // at most 1, so nothing overflows
    let p = (if z < 0.0 { small } else { 1.0 }) / (1.0 + small);
    p - y
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("logit   label       loss     gradient   measured, step 1e-5");
    for (z, y) in [
        (0.0, 1.0),
        (2.0, 1.0),
        (-2.0, 1.0),
        (2.0, 0.3),
        (1000.0, 0.0),
    ] {
        let (value, slope) = (loss(z, y), gradient(z, y));
        let measured = (loss(z + 1e-5, y) - loss(z - 1e-5, y)) / 2e-5;
        println!("{z:5} {y:7} {value:10.6} {slope:12.6} {measured:21.6}");
        assert_abs_diff_eq!(slope, measured, epsilon = 1e-6);
        let library = binary_cross_entropy_with_logits(&array![z], &array![y])?[0];
        assert_abs_diff_eq!(value, library, epsilon = 1e-12);
    }
    assert_eq!(loss(-700.0, 0.0), (-700.0_f64).exp());
    assert_eq!([gradient(-1e9, 1.0), gradient(1e9, 0.0)], [-1.0, 1.0]);
    // ANCHOR_END: program
    Ok(())
}
