//! Boosting with a loss of one's own: gradient and Hessian in, leaves of −G / (H + λ) out.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const LAMBDA: f64 = 1.0;
const RATE: f64 = 0.3;

// ANCHOR: stump
/// The best split of 40 points in order: where, the two leaves, and its gain.
fn stump(gradient: &Array1<f64>, hessian: &Array1<f64>) -> (usize, [f64; 2], f64) {
    let score = |g: f64, h: f64| g * g / (h + LAMBDA);
    let (all_g, all_h) = (gradient.sum(), hessian.sum());
    let splits = (1..gradient.len()).map(|cut| {
        let [g, h] = [gradient, hessian].map(|it| it.iter().take(cut).sum::<f64>());
        let leaves = [-g / (h + LAMBDA), -(all_g - g) / (all_h - h + LAMBDA)];
        let gain = score(g, h) + score(all_g - g, all_h - h) - score(all_g, all_h);
        (cut, leaves, gain / 2.0)
    });
    splits.max_by(|a, b| a.2.total_cmp(&b.2)).unwrap()
}
// ANCHOR_END: stump

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Ten counts around 12, twenty around 3 and ten around 6.
    let rates = [12.0, 3.0, 3.0, 6.0];
    let counts = Array1::from_shape_fn(40, |i| rates[i / 10] + [0.0, 1.0, -2.0, 1.0, 0.0][i % 5]);
    let mut scores = Array1::from_elem(40, mean(&counts)?.ln());
    println!("round   loss, nats   split   left leaf   right leaf     gain");
    for round in 1..=30 {
        // The custom loss: Poisson in the logarithm of the mean.
        let gradient = poisson_negative_log_likelihood_gradient(&scores, &counts)?;
        let hessian = scores.exp();
        let (cut, [left, right], gain) = stump(&gradient, &hessian);
        if [1, 2, 3, 30].contains(&round) {
            let loss = mean(&poisson_negative_log_likelihood(&scores, &counts)?)?;
            println!("{round:5} {loss:12.4} {cut:7} {left:11.4} {right:12.4} {gain:8.4}");
        }
        scores += &Array1::from_shape_fn(40, |i| RATE * if i < cut { left } else { right });
    }
    let fitted = array![scores[0], scores[20], scores[39]].exp();
    println!("fitted rates {fitted:.2}");
    // ANCHOR_END: program
    // The pattern of each five sums to zero, so the groups have the means 12, 3 and 6.
    assert_abs_diff_eq!(fitted, array![12.0, 3.0, 6.0], epsilon = 0.2);

    let points = |it: Array1<f64>| (0..).map(f64::from).zip(it);
    let axis = Axis::linear("input", 0.0..=39.0);
    let panel = Panel::new(axis, Axis::linear("count", 0.0..=14.0))
        .points("counts", points(counts.clone()))
        .line("fitted rate", points(scores.exp()));
    let text = "Points in three groups, with a staircase through them.";
    let title = "Thirty stumps on a Poisson loss";
    let figure = Figure::new("trees_and_boosting_newton", title, text);
    Ok(figure.panel(panel).save()?)
}
