//! With negatives drawn from q, InfoNCE learns ln(p/q): popular items are ranked down unless the scores are corrected.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
/// Scores of three items that minimize the expected loss of one positive, drawn
/// from `p`, and one negative, drawn from `q`; `offsets` are taken off both.
fn learned(p: [f64; 3], q: [f64; 3], offsets: [f64; 3]) -> Result<[f64; 3], LossError> {
    let mut scores = [0.0; 3];
    // The curvature is below 1/2, so steps of 4 still descend.
    for _ in 0..1000 {
        let mut slopes = [0.0; 3];
        for (positive, negative) in (0..9).map(|it| (it / 3, it % 3)) {
            let pair = [positive, negative].map(|it| scores[it] - offsets[it]);
            let gradient = info_nce_gradient(&array![pair], &array![0], 1.0)?;
            let weight = p[positive] * q[negative];
            slopes[positive] += weight * gradient[[0, 0]];
            slopes[negative] += weight * gradient[[0, 1]];
        }
        scores = [0, 1, 2].map(|it| scores[it] - 4.0 * slopes[it]);
    }
    Ok(scores)
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (p, q): ([f64; 3], [f64; 3]) = ([0.6, 0.3, 0.1], [0.8, 0.1, 0.1]);
    let plain = learned(p, q, [0.0; 3])?;
    let corrected = learned(p, q, q.map(f64::ln))?;
    let shares = |scores: [f64; 3]| softmax(&array![scores], 1.0).map(|it| it.row(0).to_vec());
    let (plain_shares, corrected_shares) = (shares(plain)?, shares(corrected)?);
    println!("item  this user  everybody  ratio  e^score, normalized");
    println!("           p          q      p/q    plain  corrected");
    for item in 0..3 {
        let (p, q, total) = (p[item], q[item], 0.75 + 3.0 + 1.0);
        let [ratio, a, b] = [p / q, plain_shares[item], corrected_shares[item]];
        let item = item + 1;
        println!("{item:4} {p:9} {q:10} {ratio:8.2} {a:8.4} {b:10.4}");
        assert_relative_eq!(a, ratio / total, max_relative = 1e-6);
        assert_relative_eq!(b, p, max_relative = 1e-6);
    }
    let text = "Plain scores favor the second item, corrected ones the first.";
    let x = Axis::categories("item", ["first", "second", "third"]);
    let panel = Panel::new(x, Axis::linear("share", 0.0..=1.0))
        .bars("what the user takes", p)
        .bars("learned", plain_shares)
        .bars("learned with the correction", corrected_shares);
    let figure = Figure::new("info_nce_popularity", "Popular negatives", text);
    Ok(figure.panel(panel).save()?)
}
