//! The value cannot overflow before the score does; the kink and the sign of zero need a decision.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let at = |score: f64| hinge(&array![score], &array![1.0]).map_or(f64::NAN, |it| it[0]);
    println!("score        hinge        squared      ln(1 + e^−f), naive");
    for score in [-750.0, -1e200, f64::NEG_INFINITY, f64::NAN] {
        let (loss, naive) = (at(score), (-score).exp().ln_1p());
        println!("{score:<12e} {loss:<12e} {:<12e} {naive}", loss * loss);
    }
    assert_eq!((at(-750.0), at(-1e200)), (751.0, 1e200));

    let sum_of_tenths: f64 = std::iter::repeat_n(0.1, 10).sum();
    println!("margin as a sum of ten tenths: loss, gradient");
    for margin in [sum_of_tenths, 1.0] {
        let slope = hinge_gradient(&array![margin], &array![1.0])?[0];
        println!("{margin:<20} {:<12e} {slope}", at(margin));
    }
    // Between ½ and 2 the subtraction is exact, so the loss is the gap itself.
    assert_eq!(at(sum_of_tenths), f64::EPSILON / 2.0);
    println!(
        "f64::max(NaN, 0) = {}, hinge of NaN = {}",
        f64::NAN.max(0.0),
        at(f64::NAN)
    );

    let decision = |score: f64| if score > 0.0 { 1 } else { -1 };
    println!("score  signum  score > 0");
    for score in [0.0_f64, -0.0] {
        println!("{score:5} {:7} {:10}", score.signum(), decision(score));
    }
    let total = (0..20_000_000).fold(0.0_f32, |total, _| total + 1.0);
    println!("sum of 20000000 losses of 1, in f32: {total}");
    assert_eq!(total, 2.0_f32.powi(24));
    // ANCHOR_END: program
    Ok(())
}
