//! The logarithm of a sigmoid fails at a logit of 16.6 in f32 and of 36.7 in f64.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use naive::binary_cross_entropy_with_logits as log_of_sigmoid;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let in_f32 = |z: f64, y: f64| f64::from(log_of_sigmoid(z as f32, y as f32));
    let in_f64 = |z: f64, y: f64| log_of_sigmoid(z, y);
    let cases: [(_, fn(f64, f64) -> f64, _, _); 4] = [
        ("f32", in_f32, 1000.0, 24.0 * 2.0_f64.ln()),
        ("f64", in_f64, 1000.0, 53.0 * 2.0_f64.ln()),
        ("f32", in_f32, -1000.0, -f64::from(f32::MAX).ln()),
        ("f64", in_f64, -1000.0, -f64::MAX.ln()),
    ];
    println!("precision   fails at logit   label 0   label 1   from the logit");
    for (precision, naive, mut fails, by_hand) in cases {
        let mut works = 0.0;
        while f64::abs(works - fails) > 1e-6 {
            let middle = (works + fails) / 2.0;
            let is_finite = naive(middle, 0.0).is_finite();
            *(if is_finite { &mut works } else { &mut fails }) = middle;
        }
        let (zero, one) = (naive(fails, 0.0), naive(fails, 1.0));
        let z = array![fails, fails];
        let stable = binary_cross_entropy_with_logits(&z, &array![0.0, 1.0])?;
        println!("{precision:9} {fails:16.4} {zero:9} {one:9}   {stable:.2e}");
        assert_abs_diff_eq!(fails, by_hand, epsilon = 1e-4);
    }
    // ANCHOR_END: program

    let error = |loss: f64, z: f64| (loss / (-z).exp().ln_1p() - 1.0).abs();
    let z_axis = Axis::linear("logit z, label 1", 0.0..=18.0);
    Figure::new(
        "binary_cross_entropy_overflow",
        "Relative error in f32 before the failure, for label 1",
        "Two curves on a logarithmic axis. The error of the logarithm of a sigmoid grows from 10⁻⁷ \
         at 0 to 1 at 16.6, where the curve ends. That of the stable form stays near 10⁻⁷.",
    )
    .panel(
        Panel::new(z_axis, Axis::logarithmic("relative error", 1e-9..=10.0))
            .function("logarithm of the sigmoid", |z| error(in_f32(z, 1.0), z))
            .function("from the logit", |z| {
                error(f64::from((-(z as f32)).exp().ln_1p()), z)
            }),
    )
    .save()?;
    Ok(())
}
