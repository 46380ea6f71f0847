//! NaN at step 0 comes from a formula, NaN later from a number that outgrew its type.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let largest = [
        ("f16", (2.0 - 2_f64.powi(-10)) * 2_f64.powi(15)),
        ("bf16", (2.0 - 2_f64.powi(-7)) * 2_f64.powi(127)),
        ("f32", f64::from(f32::MAX)),
        ("f64", f64::MAX),
    ];
    println!("type   largest      exp overflows above");
    for (name, value) in largest {
        println!("{name:4} {value:10.3e} {:14.2}", value.ln());
    }
    println!("smallest positive f16 {:.2e}", 2_f64.powi(-24));
    println!("\nat step 0: 0 ln 0 = {}", 0.0 * 0_f64.ln());
    println!("           ln(-0.1) = {}", (-0.1_f64).ln());
    println!("           mean of no tokens = {}", 0.0 / f64::from(0_u8));
    let gradient = naive::euclidean_distance_gradient(&[0.6_f64, 0.8], &[0.6, 0.8]);
    println!("           gradient of a distance of 0 = {gradient:?}");

    // Squared error with a step that multiplies the residual by −1.5.
    let path = std::iter::successors(Some(1.0_f32), |r| Some(r - 1.25 * (2.0 * r)));
    let losses: Vec<f32> = path.take(400).map(|r| r * r).collect();
    let step = |fails: fn(&f32) -> bool| losses.iter().position(fails).unwrap_or_default();
    let (infinite, nan) = (step(|it| it.is_infinite()), step(|it| it.is_nan()));
    println!("later, step too long: infinite at step {infinite}, NaN at step {nan}");

    // Naive cross-entropy of an example that is right, and gets ever more so.
    let slope = |z: f32| 25.0 * (1.0 - naive::sigmoid(z));
    let mut path = std::iter::successors(Some(0.0_f32), |&z| Some(z + slope(z)));
    let loss = |z| naive::binary_cross_entropy_with_logits(z, 1.0);
    let logit = path.find(|&z| loss(z).is_nan()).unwrap_or_default();
    println!("later, right and sure: NaN at logit {logit:.2}");
    // ANCHOR_END: program
    assert_eq!(
        infinite,
        (f64::from(f32::MAX).ln() / (2.0 * 1.5_f64.ln())).ceil() as usize
    );
}
