//! A bad start makes the predicted variance grow, and the mean then moves at a crawl.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: descend
/// Residuals of the mean, step by step, when its gradient is multiplied by a
/// constant copy of the variance to the power `beta`.
fn descend(start: f64, beta: f64) -> Result<Vec<f64>, LossError> {
    // Two targets, 0.1 on either side of 0; one mean and one log-variance.
    let targets = array![-0.1, 0.1];
    let (mut center, mut log_variance) = (start, 0.0);
    let mut path = vec![center];
    while center > 0.5 {
        let [m, s] = [center, log_variance].map(|it| Array1::from_elem(2, it));
        let slope = gaussian_negative_log_likelihood_gradient(&m, &s, &targets)?;
        center -= 0.05 * (beta * log_variance).exp() * mean(&slope.means)?;
        log_variance -= 0.05 * mean(&slope.log_variances)?;
        path.push(center);
    }
    Ok(path)
}
// ANCHOR_END: descend

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("steps until the mean is within 0.5 of the targets");
    println!("start   likelihood   times σ   times σ², squared error");
    for start in [5.0, 10.0, 20.0] {
        let steps = |beta| descend(start, beta).map(|path| path.len() - 1);
        let [plain, half, full] = [steps(0.0)?, steps(0.5)?, steps(1.0)?];
        println!("{start:5} {plain:12} {half:9} {full:12}");
        // Squared error shrinks the residual by 5 % a step.
        let expected = ((start / 0.5).ln() / -0.95_f64.ln()).ceil();
        assert_eq!(full as f64, expected);
    }
    let [ten, twenty] = [descend(10.0, 0.0)?.len(), descend(20.0, 0.0)?.len()];
    let ratio = twenty as f64 / ten as f64;
    println!("twice as far: {ratio:.2} times the steps");
    // ANCHOR_END: program
    assert!(twenty > 3 * ten);

    let line =
        |beta| descend(10.0, beta).map(|it| (0..).map(f64::from).zip(it).collect::<Vec<_>>());
    let residual = Axis::linear("residual of the mean", 0.0..=10.0);
    let panel = Panel::new(Axis::linear("step", 0.0..=1200.0), residual)
        .line("likelihood", line(0.0)?)
        .line("gradient times σ", line(0.5)?)
        .line("gradient times σ²", line(1.0)?);
    let text = "The likelihood creeps down a long arc; the other two drop at once.";
    let figure = Figure::new("gaussian_likelihood_stuck", "From a residual of ten", text);
    Ok(figure.panel(panel).save()?)
}
