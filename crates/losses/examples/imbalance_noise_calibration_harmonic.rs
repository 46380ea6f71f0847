//! With true probabilities the best threshold for F1 is half of the best F1.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let settings = [
        (
            "good model",
            array![0.9, 0.7, 0.4, 0.2, 0.1, 0.05, 0.02, 0.01],
        ),
        (
            "weak model",
            array![0.3, 0.25, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05],
        ),
        ("no model", Array1::from_elem(8, 0.1)),
    ];
    println!("groups of equal size   best F1   half of it   flagged   F1 at 0.5");
    let scores = settings.map(|(name, p)| {
        // 2 TP / (flagged + positives)
        let f1 = |flags: u32| {
            let flagged = Array1::from_shape_fn(8, |i| f64::from(flags >> i & 1));
            2.0 * flagged.dot(&p) / (flagged.sum() + p.sum())
        };
        let above =
            |threshold: f64| -> u32 { (0..8).map(|i| u32::from(p[i] > threshold) << i).sum() };
        // Every one of the 256 sets, not only those that a threshold makes.
        let best = (0..256).max_by(|a, b| f1(*a).total_cmp(&f1(*b))).unwrap();
        let (score, count, half) = (f1(best), best.count_ones(), f1(above(0.5)));
        println!(
            "{name:<20} {score:9.4} {:12.4} {count:9} {half:11.4}",
            score / 2.0
        );
        assert_eq!(best, above(score / 2.0));
        score
    });
    // ANCHOR_END: program
    // Flagging all: the precision is the share of positives, the recall 1.
    assert_relative_eq!(scores[2], 2.0 * 0.1 / 1.1, max_relative = 1e-12);
}
