//! A normal prior on the weights adds rows to a least-squares problem: the MAP estimate is ridge.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const SIGMA: f64 = 2.0;
const TAU: f64 = 0.5;

// ANCHOR: program
/// Minus the log-posterior of the slope w: noise N(0, σ²), prior N(0, τ²).
fn loss(w: f64, x: &Array1<f64>, y: &Array1<f64>) -> Result<f64, LossError> {
    let [noise, prior] = [(3, SIGMA), (1, TAU)].map(|(n, it)| Array1::from_elem(n, 2.0 * it.ln()));
    let data = gaussian_negative_log_likelihood(&(w * x), &noise, y)?.sum();
    Ok(data + gaussian_negative_log_likelihood(&array![w], &prior, &array![0.0])?[0])
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (x, y) = (array![1.0, 2.0, 3.0], array![2.0, 3.0, 7.0]);
    // Divide each row by its deviation; the prior says "1 times w is 0" with deviation τ.
    let rows = array![1.0 / SIGMA, 2.0 / SIGMA, 3.0 / SIGMA, 1.0 / TAU];
    let targets = array![2.0 / SIGMA, 3.0 / SIGMA, 7.0 / SIGMA, 0.0];
    let stacked = rows.dot(&targets) / rows.dot(&rows);
    let penalty = SIGMA.powi(2) / TAU.powi(2);
    let ridge = x.dot(&y) / (x.dot(&x) + penalty);
    println!("σ = {SIGMA}, τ = {TAU}: penalty σ²/τ² = {penalty}");
    println!("least squares       {:.6}", x.dot(&y) / x.dot(&x));
    println!("ridge               {ridge:.6}");
    println!("stacked rows        {stacked:.6}");
    // Ternary search, which knows nothing of squares.
    let (mut low, mut high) = (-5.0, 5.0);
    for _ in 0..200 {
        let [left, right] = [(2.0 * low + high) / 3.0, (low + 2.0 * high) / 3.0];
        let falls = loss(left, &x, &y)? > loss(right, &x, &y)?;
        (low, high) = if falls { (left, high) } else { (low, right) };
    }
    println!("search of the peak  {low:.6}");
    // ANCHOR_END: program
    assert_relative_eq!(stacked, ridge);
    assert_abs_diff_eq!(low, ridge, epsilon = 1e-6);

    let axis = Axis::linear("slope", -1.0..=3.5);
    let likelihood = |w: f64| squared_error(&(w * &x), &y).map_or(f64::NAN, |it| it.sum() / 8.0);
    let panel = Panel::new(axis, Axis::linear("minus the logarithm", 0.0..=12.0))
        .function("likelihood", likelihood)
        .function("prior", |w| w * w / 0.5)
        .function("posterior", |w| likelihood(w) + w * w / 0.5);
    let text = "Two parabolas, and their sum with its lowest point between theirs.";
    let figure = Figure::new("gaussian_likelihood_prior", "A prior is a parabola", text);
    Ok(figure.panel(panel).save()?)
}
