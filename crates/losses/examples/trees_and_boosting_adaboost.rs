//! AdaBoost is coordinate descent on the exponential loss.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Ten points on a line; a stump says + on one side of a cut and − on the other.
    let labels = array![1., 1., 1., -1., -1., -1., 1., 1., 1., -1.];
    let stumps = (0..10).flat_map(|cut| {
        [1.0, -1.0].map(|side| Array1::from_shape_fn(10, |i| if i < cut { side } else { -side }))
    });
    let stumps: Vec<Array1<f64>> = stumps.collect();
    let mut scores = Array1::<f64>::zeros(10);
    println!("round   weighted error    alpha   line search   mean e^(-yf)   errors");
    for round in 1..=5 {
        let weights = (-&labels * &scores).exp();
        let share =
            |it: &Array1<f64>| (&weights * &(1.0 - &labels * it) / 2.0).sum() / weights.sum();
        let by_share = |a: &&Array1<f64>, b: &&Array1<f64>| share(a).total_cmp(&share(b));
        let best = stumps.iter().min_by(by_share).unwrap();
        let error = share(best);
        let alpha = 0.5 * ((1.0 - error) / error).ln();
        // The step that lowers the exponential loss most, digit by digit and without the formula.
        let loss = |step: f64| (-&labels * &(&scores + &(step * best))).exp().sum();
        let searched = (1..=6).fold(0.0, |near: f64, digit| {
            let steps = (-10..=10).map(|i| near + f64::from(i) * 0.1_f64.powi(digit));
            steps.min_by(|&a, &b| loss(a).total_cmp(&loss(b))).unwrap()
        });
        assert_abs_diff_eq!(alpha, searched, epsilon = 1e-6);
        scores += &(alpha * best);
        let after = (-&labels * &scores).exp();
        let wrong = after.iter().filter(|&&it| it > 1.0).count();
        let cost = mean(&after)?;
        println!("{round:5} {error:16.4} {alpha:8.4} {searched:13.4} {cost:14.4} {wrong:8}");
    }
    // ANCHOR_END: program
    let axis = Axis::linear("margin y f", -2.0..=2.0);
    let panel = Panel::new(axis, Axis::linear("loss", 0.0..=5.0))
        .function("exponential", |m: f64| (-m).exp())
        .function("log loss, bits", |m: f64| {
            (-m).exp().ln_1p() / std::f64::consts::LN_2
        })
        .function("hinge", |m: f64| (1.0 - m).max(0.0))
        .line("error", [(-2.0, 1.0), (0.0, 1.0)])
        .line("error", [(0.0, 0.0), (2.0, 0.0)]);
    let text = "The exponential loss leaves the picture to the left where the others are straight.";
    let figure = Figure::new(
        "trees_and_boosting_adaboost",
        "What a wrong margin costs",
        text,
    );
    Ok(figure.panel(panel).save()?)
}
