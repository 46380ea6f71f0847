//! The variance as E[y²] − E[y]² cancels when the mean is large against the spread.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!(" offset   E[y²] − E[y]²   two passes   one pass by Welford");
    for offset in [1e3, 1e6, 1e8, 1e9] {
        let targets = array![4.0, 7.0, 13.0, 16.0] + offset;
        let naive = mean(&targets.pow2())? - mean(&targets)?.powi(2);

        let constant = Array1::from_elem(4, mean(&targets)?);
        let two_passes = mean(&squared_error(&constant, &targets)?)?;

        let (mut running_mean, mut squares) = (0.0, 0.0);
        for (count, target) in (1..).zip(&targets) {
            let residual = target - running_mean;
            running_mean += residual / f64::from(count);
            squares += residual * (target - running_mean);
        }
        let welford = squares / 4.0;
        println!("{offset:7.0e} {naive:15.2} {two_passes:12.2} {welford:21.2}");
        // Around 10 and the offset: (36 + 9 + 9 + 36) / 4.
        assert_eq!([two_passes, welford], [22.5, 22.5]);
    }
    // ANCHOR_END: program

    let sweep = |last: i32, round: fn(f64) -> f64| {
        let centers = (5..=last).map(|step| 10_f64.powf(0.2 * f64::from(step)));
        centers.map(move |center| (center, error(center, round)))
    };
    let x = Axis::logarithmic("mean of the targets", 1e1..=1e9);
    let panel = Panel::new(x, Axis::logarithmic("relative error", 1e-14..=1e4))
        .points("f64", sweep(45, |it| it))
        .points("f32", sweep(30, |it| f64::from(it as f32)))
        .horizontal_line("the variance itself", 1.0);
    let title = "Relative error of the variance as a difference of means";
    let description = "Two clouds of points rise with the square of the mean; f32 reaches an error \
                       as large as the variance near 1e3, f64 near 1e7.";
    Figure::new("mse_cancellation", title, description)
        .panel(panel)
        .save()?;
    Ok(())
}

/// Error of E[y²] − E[y]² with every result rounded, relative to two passes without.
fn error(center: f64, round: fn(f64) -> f64) -> f64 {
    let targets = (0..64).map(|i| round(center + (f64::from(i) * 0.618_034).fract()));
    let targets = Array1::from_iter(targets);
    let mean = |values: &Array1<f64>| round(values.fold(0.0, |sum, it| round(sum + it)) / 64.0);
    let naive = round(mean(&targets.pow2().mapv(round)) - round(mean(&targets).powi(2)));
    let residuals = &targets - targets.sum() / 64.0;
    (naive / (residuals.pow2().sum() / 64.0) - 1.0).abs()
}
