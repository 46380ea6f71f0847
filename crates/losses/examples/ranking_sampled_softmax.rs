//! The gradient of a sampled softmax is biased; with ln q subtracted the bias fades as the sample grows, without it not.

extern crate losses;

use losses::prelude::*;

const SCORES: [f64; 4] = [0.5, 1.0, -1.0, 0.0];
// The second item is drawn seven times in ten.
const Q: [f64; 4] = [0.1, 0.7, 0.1, 0.1];

// ANCHOR: program
/// Mean slope in the score of the second item for the first as the positive and
/// `m` negatives from `Q`: the sum over all 4^m draws.
fn expected(logit: impl Fn(usize) -> f64, own: f64, m: u32) -> Result<f64, LossError> {
    let mut slope = 0.0;
    for draw in 0..4_usize.pow(m) {
        let negatives: Vec<usize> = (0..m).map(|it| draw / 4_usize.pow(it) % 4).collect();
        let mut row = vec![own];
        row.extend(negatives.iter().map(|it| logit(*it)));
        let row = Array1::from(row).insert_axis(Axis(0));
        let gradient = info_nce_gradient(&row, &array![0], 1.0)?;
        let chance: f64 = negatives.iter().map(|it| Q[*it]).product();
        let seconds = negatives.iter().zip(gradient.iter().skip(1));
        slope += chance * seconds.filter(|it| *it.0 == 1).map(|it| it.1).sum::<f64>();
    }
    Ok(slope)
}

fn three_forms(m: u32) -> Result<[f64; 3], LossError> {
    let off = |it: usize| SCORES[it] - Q[it].ln();
    // The positive is there for certain, so its copies among the draws are left out.
    let copies = [1e9, 0.0, 0.0, 0.0];
    let others = |it: usize| off(it) - f64::from(m).ln() - copies[it];
    let plain = expected(|it| SCORES[it], SCORES[0], m)?;
    let all = expected(off, off(0), m)?;
    Ok([plain, all, expected(others, SCORES[0], m)?])
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let full = softmax(&array![SCORES], 1.0)?[[0, 1]];
    println!("slope of the popular item's score; all items {full:.4}");
    println!("negatives   plain   ln q off all   ln(mq) off the negatives");
    for m in [1, 2, 4, 6] {
        let [plain, all, others] = three_forms(m)?;
        println!("{m:9} {plain:7.4} {all:14.4} {others:26.4}");
    }
    // With many draws the plain softmax has the weights q e^s.
    let weights = [0, 1, 2, 3].map(|it| Q[it] * f64::exp(SCORES[it]));
    let limit = weights[1] / weights.iter().sum::<f64>();
    println!("    limit {limit:7.4} {full:14.4} {full:26.4}");
    // By hand for one negative: the popular one is drawn, and so preferred.
    let preferred = |logit: f64| 0.7 / (1.0 + (-logit).exp());
    assert_abs_diff_eq!(three_forms(6)?[2], full, epsilon = 0.02);
    let [plain, all, others] = three_forms(1)?;
    assert_relative_eq!(plain, preferred(0.5), max_relative = 1e-9);
    assert_relative_eq!(all, preferred(0.5 - 7_f64.ln()), max_relative = 1e-9);
    assert_relative_eq!(others, preferred(0.5 - 0.7_f64.ln()), max_relative = 1e-9);
    Ok(())
}
