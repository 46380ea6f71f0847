//! Ranking and survival are softmaxes and sigmoids on differences; margins in the angle make one class harder.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // RankNet: the relevant document has the score 1.0, the other 1.5.
    let pair = bradley_terry(&array![1.0], &array![1.5])?[0];
    // LambdaRank weighs it by what a swap of the places 1 and 3 does to DCG.
    let gain = |place: f64| 1.0 / (1.0 + place).log2();
    let weight = gain(1.0) - gain(3.0);
    println!(
        "RankNet {pair:.4}, times the change of DCG {weight:.4}: {:.4}",
        pair * weight
    );
    // ListNet: cross-entropy of the softmax of relevance and that of scores.
    let relevance = softmax(&array![[2.0, 1.0, 0.0]], 1.0)?;
    let list = softmax_cross_entropy_with_probabilities(&array![[1.0, 1.5, 0.0]], &relevance)?[0];
    println!("ListNet {list:.4}");
    // Ordinal: P(y > k) = σ(f − threshold), for thresholds −1, 1 and the class 1.
    let above = array![0.5 - -1.0, 0.5 - 1.0];
    let ordinal = sum(&binary_cross_entropy_with_logits(
        &above,
        &array![1.0, 0.0],
    )?);
    println!("ordinal, two binary questions {ordinal:.4}");
    // ArcFace: scale 64, margin 0.5 added to the angle to the own class.
    let logits = |angle: f64| array![[64.0 * angle.cos(), 64.0 * 1.0_f64.cos()]];
    let plain = softmax_cross_entropy(&logits(0.7), &array![0])?[0];
    let with_margin = softmax_cross_entropy(&logits(0.7 + 0.5), &array![0])?[0];
    println!("softmax of cosines {plain:.2e}, with the margin {with_margin:.4}");
    // Cox: the second of four subjects dies first, one is censored.
    let (scores, times) = (array![0.3, 1.0, -0.5, 0.0], array![4.0, 1.0, 2.0, 3.0]);
    let losses = cox(&scores, &times, &array![true, true, false, true])?;
    println!("Cox, event by event {losses:.4}");
    // ANCHOR_END: program
    assert_relative_eq!(pair, (1.0 + 0.5_f64.exp()).ln(), max_relative = 1e-12);
    assert_relative_eq!(weight, 0.5, max_relative = 1e-12);
    let risk: f64 = [0.3_f64, 1.0, -0.5, 0.0].iter().map(|it| it.exp()).sum();
    assert_relative_eq!(losses[1], risk.ln() - 1.0, max_relative = 1e-12);
    let difference = 64.0 * (1.0_f64.cos() - 1.2_f64.cos());
    assert_relative_eq!(
        with_margin,
        (1.0 + difference.exp()).ln(),
        max_relative = 1e-9
    );
    Ok(())
}
