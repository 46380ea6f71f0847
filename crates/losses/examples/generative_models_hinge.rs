//! The hinge loss of a GAN: at the best discriminator it is 2 − 2 TV, and the generator's slope never fades.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let data = array![0.4, 0.4, 0.2, 0.0, 0.0];
    // Every place gets the score that costs the discriminator least there.
    let scores = Array1::from_iter((-300..=300).map(|it| f64::from(it) / 100.0));
    let ones = Array1::ones(scores.len());
    let (on_real, on_fake) = (hinge(&scores, &ones)?, hinge(&scores, &-&ones)?);
    println!("total variation   discriminator   generator");
    for fake in [
        array![0.4, 0.4, 0.2, 0.0, 0.0],
        array![0.3, 0.4, 0.3, 0.0, 0.0],
        array![0.0, 0.4, 0.4, 0.2, 0.0],
        array![0.0, 0.0, 0.0, 0.5, 0.5],
    ] {
        let (mut discriminator, mut generator) = (0.0, 0.0);
        for (&p, &q) in data.iter().zip(&fake) {
            let cost = |i: &usize| p * on_real[*i] + q * on_fake[*i];
            let best = best(scores.len(), cost, |i| scores[*i].abs());
            discriminator += cost(&best);
            generator -= q * scores[best];
        }
        let distance = (&data - &fake).mapv(f64::abs).sum() / 2.0;
        println!("{distance:15.2} {discriminator:15.4} {generator:11.4}");
        assert_abs_diff_eq!(discriminator, 2.0 - 2.0 * distance, epsilon = 1e-12);
    }
    // ANCHOR_END: program
    println!("\nscore of a fake   slope: discriminator   generator   non-saturating");
    for score in [-3.0, 0.0, 3.0] {
        let discriminator = hinge_gradient(&array![score], &array![-1.0])?[0];
        let smooth = non_saturating_generator_gradient(&array![score])[0];
        let loss = |step: f64| -(score + step);
        let generator = loss(0.5) - loss(-0.5);
        println!("{score:15} {discriminator:22} {generator:11} {smooth:16.4}");
    }
    Ok(())
}

/// The cheapest; of equally cheap ones the first by the second key.
fn best(n: usize, cost: impl Fn(&usize) -> f64, tie: impl Fn(&usize) -> f64) -> usize {
    let key = |i: &usize| ((cost(i) * 1e9).round(), tie(i));
    let order = |a: &usize, b: &usize| key(a).partial_cmp(&key(b)).expect("no NaN");
    (0..n).min_by(order).unwrap_or(0)
}
