//! The logarithm of a sigmoid fails at a logit of 16.6 in f32 and of 36.7 in f64.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use naive::binary_cross_entropy_with_logits as log_of_sigmoid;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // As typed: p = 1 / (1 + e⁻ᶻ), then −y ln p − (1 − y) ln(1 − p).
    let in_f32: fn(f64, f64) -> f64 = |z, y| log_of_sigmoid(z as f32, y as f32).into();
    let in_f64: fn(f64, f64) -> f64 = log_of_sigmoid;
    let cases = [
        ("f32", "24 ln 2", in_f32, 24.0 * 2.0_f64.ln()),
        ("f64", "53 ln 2", in_f64, 53.0 * 2.0_f64.ln()),
        ("f32", "-ln(f32::MAX)", in_f32, -f64::from(f32::MAX).ln()),
        ("f64", "-ln(f64::MAX)", in_f64, -f64::MAX.ln()),
    ];
    println!("precision   fails at logit   by hand         label 0   label 1");
    for (precision, formula, naive, by_hand) in cases {
        let (mut works, mut fails) = (0.0, 2.0 * by_hand);
        while f64::abs(works - fails) > 1e-6 {
            let middle = (works + fails) / 2.0;
            let is_finite = naive(middle, 0.0).is_finite();
            *(if is_finite { &mut works } else { &mut fails }) = middle;
        }
        let (zero, one) = (naive(fails, 0.0), naive(fails, 1.0));
        println!("{precision:9} {fails:16.4}   {formula:13} {zero:9} {one:9}");
        assert_abs_diff_eq!(fails, by_hand, epsilon = 1e-4);
    }
    let (z, y) = (array![1000.0, -1000.0], array![0.0, 0.0]);
    let stable = binary_cross_entropy_with_logits(&z, &y)?;
    println!("from the logits {z}, label 0: {stable}");
    // ANCHOR_END: program

    let stable_f32 = |z: f64| f64::from((-(z as f32)).exp().ln_1p());
    let curve = |loss: &dyn Fn(f64) -> f64| {
        let relative_error = |z: f64| (loss(z) / (-z).exp().ln_1p() - 1.0).abs();
        Vec::from_iter((0..70).map(|i| (f64::from(i) / 4.0, relative_error(f64::from(i) / 4.0))))
    };
    let z_axis = Axis::linear("logit z, label 1", 0.0..=18.0);
    Figure::new(
        "binary_cross_entropy_overflow",
        "Relative error in f32 before the failure, for label 1",
        "Two curves on a logarithmic axis. The error of the logarithm of a sigmoid grows from 10⁻⁷ \
         at 0 to 1 at 16.6, where the curve ends. That of the stable form stays near 10⁻⁷.",
    )
    .panel(
        Panel::new(z_axis, Axis::logarithmic("relative error", 1e-9..=10.0))
            .line("logarithm of the sigmoid", curve(&|z| in_f32(z, 1.0)))
            .line("from the logit", curve(&stable_f32)),
    )
    .save()?;
    Ok(())
}
