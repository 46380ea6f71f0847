//! Ranking and log loss can disagree: a perfect order with shifted probabilities, and the reverse.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let labels = array![1.0, 1.0, 1.0, 0.0, 0.0, 0.0];
    let shifted = array![6.0, 5.0, 4.5, 4.0, 3.0, 2.5];
    // The logits of 2/3 and 1/3, which is what happens in each half.
    let blunt = array![1.0, 1.0, -1.0, 1.0, -1.0, -1.0] * 2.0_f64.ln();
    let moved = &shifted - 4.25;
    println!("model                     log loss      AUC   mean probability");
    for (name, logits) in [
        ("good order, shifted", &shifted),
        ("blunt, calibrated", &blunt),
        ("good order, shifted back", &moved),
    ] {
        let loss = mean(&binary_cross_entropy_with_logits(logits, &labels)?)?;
        let (auc, p) = (area(logits, &labels), mean(&sigmoid(logits))?);
        println!("{name:24} {loss:9.4} {auc:8.4} {p:18.4}");
    }
    // ANCHOR_END: program
    assert_eq!([area(&shifted, &labels), area(&moved, &labels)], [1.0, 1.0]);
    // The same by ranks, with the mean rank for ties: Mann and Whitney's way.
    let by_ranks = |logits: &Array1<f64>| {
        let rank = |z: &f64| -> f64 {
            let below = logits.iter().filter(|it| *it < z).count() as f64;
            let equal = logits.iter().filter(|it| *it == z).count() as f64;
            below + 0.5 * (equal + 1.0)
        };
        (logits.iter().take(3).map(rank).sum::<f64>() - 6.0) / 9.0
    };
    assert_abs_diff_eq!(area(&blunt, &labels), by_ranks(&blunt), epsilon = 1e-12);
    Ok(())
}

// ANCHOR: area
/// The share of pairs of a positive and a negative in the right order; a tie counts one half.
fn area(scores: &Array1<f64>, labels: &Array1<f64>) -> f64 {
    let of = |label: f64| {
        scores
            .iter()
            .zip(labels)
            .filter(move |(_, it)| **it == label)
    };
    let pairs = of(1.0).flat_map(|(one, _)| of(0.0).map(move |(zero, _)| one - zero));
    let points = pairs.map(|gap| {
        if gap == 0.0 {
            0.5
        } else {
            f64::from(u8::from(gap > 0.0))
        }
    });
    let (sum, count) = points.fold((0.0, 0.0), |(sum, count), it| (sum + it, count + 1.0));
    sum / count
}
// ANCHOR_END: area
