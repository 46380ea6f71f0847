//! One target out of eleven moves away: the mean follows for ever, the median stops at once, Huber stops at its threshold.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

// ANCHOR: program
type Gradient = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> Result<Array1<f64>, LossError>;
const LOSSES: [(&str, Gradient); 3] = [
    ("squared error", squared_error_gradient),
    ("absolute error", absolute_error_gradient),
    ("Huber, δ = 1", |c, y| huber_gradient(c, y, 1.0)),
];

/// The constant at which the gradients balance: a convex loss, so bisection finds it.
fn fit(gradient: Gradient, wild: f64) -> Result<f64, LossError> {
    let y = array![8.0, 8.8, 9.4, 9.8, 10.0, 10.2, 10.6, 11.0, 11.4, 12.2, wild];
    let (mut low, mut high) = (wild.min(8.0), wild.max(12.2));
    for _ in 0..45 {
        let middle = (low + high) / 2.0;
        let slope = gradient(&Array1::from_elem(11, middle), &y)?.sum();
        *(if slope > 0.0 { &mut high } else { &mut low }) = middle;
    }
    Ok(high)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("eleventh target   squared error   absolute error   Huber, δ = 1");
    for wild in [10.0, 12.0, 20.0, 100.0, 1000.0] {
        let [mean, median, huber] = LOSSES.map(|it| fit(it.1, wild).unwrap_or(f64::NAN));
        println!("{wild:15} {mean:15.4} {median:16.4} {huber:14.4}");
        // ANCHOR_END: program
        assert_abs_diff_eq!(mean, (101.4 + wild) / 11.0, epsilon = 1e-9);
        assert_abs_diff_eq!(
            median,
            if wild > 10.1 { 10.2 } else { 10.0 },
            epsilon = 1e-9
        );
        // By hand: two residuals clipped at 1, three at −1, and 6 c − 61 from the others.
        assert!(wild < 12.0 || (huber - 62.0 / 6.0).abs() < 1e-9);
    }
    let x = Axis::linear("eleventh target", -20.0..=40.0);
    let mut panel = Panel::new(x, Axis::linear("fitted constant", 7.0..=13.0));
    for (name, gradient) in LOSSES {
        let at = |wild| (wild, fit(gradient, wild).unwrap_or(f64::NAN));
        panel = panel.line(name, (-20..=40).map(f64::from).map(at));
    }
    let text = "Squared error is a rising straight line; the others are level outside the crowd.";
    let figure = Figure::new("mae_mse_or_huber_wild", "One target moves", text);
    Ok(figure.panel(panel).save()?)
}
