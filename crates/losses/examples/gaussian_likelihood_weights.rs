//! The same residual pulls less where the predicted variance is larger, and the price is the log-variance.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("residual 2                     gradient");
    println!("deviation   log-variance     loss   in the mean   in the log-variance");
    for deviation in [0.5, 1.0, 2.0, 4.0_f64] {
        let [mean, s, y] = [array![2.0], array![2.0 * deviation.ln()], array![0.0]];
        let loss = gaussian_negative_log_likelihood(&mean, &s, &y)?[0];
        let slope = gaussian_negative_log_likelihood_gradient(&mean, &s, &y)?;
        let [by_mean, by_s] = [slope.means[0], slope.log_variances[0]];
        println!(
            "{deviation:9} {:14.4} {loss:8.4} {by_mean:13.4} {by_s:21.4}",
            s[0]
        );
        assert_relative_eq!(by_mean, 2.0 / (deviation * deviation));
    }

    println!("\na target that is hit exactly");
    println!("log-variance        loss   gradient in the log-variance");
    for s in [0.0, -10.0, -100.0, -1000.0] {
        let [mean, s, y] = [array![2.0], array![s], array![2.0]];
        let loss = gaussian_negative_log_likelihood(&mean, &s, &y)?[0];
        let slope = gaussian_negative_log_likelihood_gradient(&mean, &s, &y)?;
        println!("{:12} {loss:11.4} {:10.4}", s[0], slope.log_variances[0]);
    }
    let floor = array![1e-6_f64.ln()];
    let least = gaussian_negative_log_likelihood(&array![2.0], &floor, &array![2.0])?[0];
    println!("with the variance at least 1e-6: {least:.4}");
    // ANCHOR_END: program
    assert_relative_eq!(least, 0.5 * (std::f64::consts::TAU * 1e-6).ln());

    let loss = |residual: f64| {
        move |deviation: f64| {
            let s = array![2.0 * deviation.ln()];
            let loss = gaussian_negative_log_likelihood(&array![residual], &s, &array![0.0]);
            loss.map_or(f64::NAN, |it| it[0])
        }
    };
    let axis = Axis::linear("predicted standard deviation", 0.0..=4.0);
    let panel = Panel::new(axis, Axis::linear("loss, nats", 0.0..=5.0))
        .function("residual 0.5", loss(0.5))
        .function("residual 1", loss(1.0))
        .function("residual 2", loss(2.0));
    let text = "Three curves, each lowest where the deviation equals the residual.";
    let title = "Loss over the predicted deviation";
    let figure = Figure::new("gaussian_likelihood_weights", title, text);
    Ok(figure.panel(panel).save()?)
}
