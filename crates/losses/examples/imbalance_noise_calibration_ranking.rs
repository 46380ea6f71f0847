//! With the same scores the ROC curve ignores the share of positives, precision does not.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const N: u32 = 200_000;
const SHARES: [f64; 4] = [0.5, 0.1, 0.01, 0.001];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Scores are exponential, of mean 1 for negatives and 3 for positives, so
    // the false-positive rate at a threshold is the cube of the recall.
    let quantiles =
        |mean: f64| (0..N).map(move |i| -mean * ((f64::from(i) + 0.5) / f64::from(N)).ln());
    let mut scores: Vec<(f64, bool)> = quantiles(3.0).map(|score| (score, true)).collect();
    scores.extend(quantiles(1.0).map(|score| (score, false)));
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("positives      AUC   average precision   by hand   at recall 0.5");
    for share in SHARES {
        let (mut found, mut alarms, mut auc, mut average, mut half) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for &(_, is_positive) in &scores {
            if is_positive {
                found += 1.0 / f64::from(N);
                let precision = share * found / (share * found + (1.0 - share) * alarms);
                average += precision / f64::from(N);
                half = if found < 0.5 { precision } else { half };
            } else {
                alarms += 1.0 / f64::from(N);
                auc += found / f64::from(N);
            }
        }
        let odds = (share / (1.0 - share)).sqrt();
        let by_hand = odds * (1.0 / odds).atan();
        println!("{share:9} {auc:8.4} {average:19.4} {by_hand:9.4} {half:15.4}");
        assert_abs_diff_eq!(auc, 0.75, epsilon = 1e-3);
        assert_abs_diff_eq!(average, by_hand, epsilon = 1e-3);
    }
    // ANCHOR_END: program
    let axis = |name: &str| Axis::linear(name, 0.0..=1.0);
    let curve = |share: f64| move |r: f64| share / (share + (1.0 - share) * r * r);
    let panel = Panel::new(axis("recall"), axis("precision"))
        .function("half positive", curve(0.5))
        .function("0.1 positive", curve(0.1))
        .function("0.01 positive", curve(0.01))
        .function("0.001 positive", curve(0.001));
    let seen = "Four falling curves of precision over recall. With half positive it falls from 1 \
        to 0.5; the rarer the positives, the earlier it falls and the lower it ends.";
    let title = "Precision over recall, same scores, four shares of positives";
    let name = "imbalance_noise_calibration_ranking";
    Ok(Figure::new(name, title, seen).panel(panel).save()?)
}
