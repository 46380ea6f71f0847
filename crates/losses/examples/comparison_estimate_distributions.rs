//! Left free, categorical cross-entropy fits the frequencies; restricted to one bump, forward KL covers both bumps of p, reverse KL picks one.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Left free: gradient descent on the logits of three classes.
    let labels = array![0, 0, 0, 0, 0, 0, 1, 1, 1, 2];
    let mut logits = Array1::zeros(3);
    for _ in 0..1000 {
        let rows = Array2::from_elem((10, 3), 0.0) + &logits;
        let gradient = softmax_cross_entropy_gradient(&rows, &labels)?;
        logits -= &(gradient.sum_axis(Axis(0)) / 10.0);
    }
    let fitted = softmax(&logits.insert_axis(Axis(0)), 1.0)?;
    println!("fitted probabilities  {:.4}", fitted.row(0));
    assert_relative_eq!(fitted, array![[0.6, 0.3, 0.1]], max_relative = 1e-6);

    // Restricted to one bump that can only move: try every place.
    let p = 0.6 * bump(20) + 0.4 * bump(60);
    let (mut forward, mut reverse) = ((f64::INFINITY, 0), (f64::INFINITY, 0));
    for place in 0..=80 {
        forward = nearer(forward, (kl_divergence(&p, &bump(place))?[0], place));
        reverse = nearer(reverse, (kl_divergence(&bump(place), &p)?[0], place));
    }
    let mean = p.dot(&Array1::from_iter((0..=80).map(f64::from)))[0];
    println!("p: bumps at 20 and 60, mean {mean:.0}");
    println!(
        "KL(p, q) puts q at {}, KL(q, p) at {}",
        forward.1, reverse.1
    );
    assert_abs_diff_eq!(f64::from(forward.1), mean, epsilon = 0.5);
    assert_eq!(reverse.1, 20);
    // ANCHOR_END: program
    Ok(())
}

/// A bell of width 8 around a place, as a distribution over 0 to 80.
fn bump(place: i32) -> Array2<f64> {
    let weights =
        Array1::from_iter((0..=80).map(|x| (-f64::from((x - place).pow(2)) / 128.0).exp()));
    (&weights / weights.sum()).insert_axis(Axis(0))
}

fn nearer(best: (f64, i32), other: (f64, i32)) -> (f64, i32) {
    if other.0 < best.0 { other } else { best }
}
