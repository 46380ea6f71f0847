//! The best score under hinge is the class; under squared hinge and logistic loss a probability.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |margin: f64| hinge(&array![margin], &array![1.0]).map_or(f64::NAN, |it| it[0]);
    let square = |margin: f64| at(margin).powi(2);
    let logistic = |margin: f64| softplus(&array![-margin])[0];
    // Shrinks the interval that holds the minimum of a convex risk.
    let best = |eta: f64, loss: &dyn Fn(f64) -> f64| {
        let risk = |score: f64| eta * loss(score) + (1.0 - eta) * loss(-score);
        let (mut low, mut high) = (-8.0, 8.0);
        for _ in 0..100 {
            let (left, right) = ((2.0 * low + high) / 3.0, (low + 2.0 * high) / 3.0);
            (low, high) = if risk(left) < risk(right) {
                (low, right)
            } else {
                (left, high)
            };
        }
        0.5 * (low + high)
    };
    println!("P(y = 1)     hinge   squared hinge   logistic");
    for eta in [0.05, 0.3, 0.45, 0.55, 0.7, 0.95] {
        let (plain, squared, smooth) = (best(eta, &at), best(eta, &square), best(eta, &logistic));
        println!("{eta:8} {plain:9.4} {squared:15.4} {smooth:10.4}");
        assert_abs_diff_eq!(plain, (2.0 * eta - 1.0).signum(), epsilon = 1e-9);
        assert_abs_diff_eq!(squared, 2.0 * eta - 1.0, epsilon = 1e-6);
        assert_abs_diff_eq!(smooth, (eta / (1.0 - eta)).ln(), epsilon = 1e-6);
    }
    // ANCHOR_END: program

    let etas = (1..200).map(|k| f64::from(k) / 200.0);
    let eta_axis = Axis::linear("probability η of label 1", 0.0..=1.0);
    let panel = Panel::new(eta_axis, Axis::linear("best score", -4.0..=4.0))
        .line("hinge", etas.clone().map(|eta| (eta, best(eta, &at))))
        .line(
            "squared hinge",
            etas.clone().map(|eta| (eta, best(eta, &square))),
        )
        .line(
            "logistic: the log-odds",
            etas.map(|eta| (eta, best(eta, &logistic))),
        );
    let title = "The score with the least expected loss, over the probability of label 1";
    let text = "The hinge's best score jumps from −1 to 1 at probability 0.5. That of its square \
         rises straight from −1 to 1, that of the logistic loss is the log-odds curve.";
    Figure::new("hinge_calibration", title, text)
        .panel(panel)
        .save()?;
    Ok(())
}
