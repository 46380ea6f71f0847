//! Moving one target by M moves the least-squares weights by (XᵀX)⁻¹ xᵢ M.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = array![0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 20.0];
    let y = array![1.2, 1.4, 2.1, 2.3, 3.2, 3.4, 4.1, 4.4, 11.0];
    // For the columns 1 and x: n = 9, ∑x = 48, ∑x² = 540.
    let inverse = array![[540.0, -48.0], [-48.0, 9.0]] / (9.0 * 540.0 - 48.0 * 48.0);

    println!("target moved by 10   leverage   intercept    slope   residual there");
    let clean = fit(&x, &y);
    println!("none {:36.3} {:8.3}", clean[0], clean[1]);
    let mut fits = vec![("no target moved", clean)];
    for (name, moved) in [("at x = 5", 5), ("at x = 20", 8)] {
        let mut targets = y.clone();
        targets[moved] += 10.0;
        let fitted = fit(&x, &targets);
        let features = array![1.0, x[moved]];
        let residual = features.dot(&fitted) - targets[moved];
        let leverage = features.dot(&inverse.dot(&features));
        let (intercept, slope) = (fitted[0], fitted[1]);
        println!("{name:<18} {leverage:10.3} {intercept:11.3} {slope:8.3} {residual:16.3}");

        let shift = 10.0 * inverse.dot(&features);
        assert_abs_diff_eq!(&fitted - &fits[0].1, shift, epsilon = 1e-12);
        fits.push((name, fitted));
    }
    // ANCHOR_END: program

    let panel = Panel::new(
        Axis::linear("x", -1.0..=21.0),
        Axis::linear("y", 0.0..=22.0),
    )
    .points("targets", x.into_iter().zip(y))
    .points("one of them, moved by 10", [(5.0, 13.4), (20.0, 21.0)]);
    let panel = fits.into_iter().fold(panel, |panel, (name, fitted)| {
        panel.function(name, move |x| fitted[0] + fitted[1] * x)
    });
    let title = "Two outliers of the same size and the lines they give";
    let description = "Eight points at the left and one far right on a line. Moving a point at the \
                       left lifts the line a little; moving the one at the right turns it.";
    Figure::new("mse_leverage", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// Intercept and slope from means; the slope is covariance by variance.
fn fit(x: &Array1<f64>, y: &Array1<f64>) -> Array1<f64> {
    let [x_mean, y_mean] = [x, y].map(|it| it.sum() / 9.0);
    let slope = (x - x_mean).dot(&(y - y_mean)) / (x - x_mean).pow2().sum();
    array![y_mean - slope * x_mean, slope]
}
