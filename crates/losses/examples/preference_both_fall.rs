//! DPO widens the margin while both answers become less likely, because they share what the rejected one has more of.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const FEATURES: [[f64; 2]; 3] = [[1.0, 0.3], [2.0, 0.0], [0.0, 0.0]];

// ANCHOR: program
/// ln π of the chosen, the rejected, any other answer: reference plus a score.
fn log_policy(theta: [f64; 2]) -> Result<Array1<f64>, LossError> {
    let reference = [0.3_f64, 0.1, 0.6].map(f64::ln);
    let score = |[a, b]: [f64; 2]| theta[0] * a + theta[1] * b;
    let logits = [0, 1, 2].map(|it| reference[it] + score(FEATURES[it]));
    Ok(log_softmax(&array![logits])?.row(0).to_owned())
}

/// Gradient descent on DPO plus `weight` times the cross-entropy of the chosen.
fn train(weight: f64) -> Result<Vec<Array1<f64>>, LossError> {
    let (mut theta, mut path, start) = ([0.0; 2], vec![], log_policy([0.0; 2])?);
    for _ in 0..=100 {
        let now = log_policy(theta)?;
        let [chosen, rejected] = [0, 1].map(|it| array![now[it] - start[it]]);
        let pull = dpo_gradient(&chosen, &rejected, 0.1)?[0];
        theta = [0, 1].map(|k| {
            let [w, l, o] = FEATURES.map(|it| it[k]);
            let mean = now.mapv(f64::exp).dot(&array![w, l, o]);
            theta[k] - pull * (w - l) + weight * (w - mean)
        });
        path.push(now);
    }
    Ok(path)
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (plain, helped) = (train(0.0)?, train(0.1)?);
    println!("                        chosen  rejected    other");
    let names = ["reference", "DPO, 100 steps", "with cross-entropy"];
    let ends = [&plain[0], &plain[100], &helped[100]];
    for (name, at) in names.into_iter().zip(ends) {
        let [chosen, rejected, other] = [0, 1, 2].map(|it| at[it].exp());
        println!("{name:20} {chosen:9.4} {rejected:9.4} {other:8.4}");
    }
    let [was, is, helps] = ends;
    assert!(is[0] < was[0] && is[1] < was[1] && helps[0] > was[0]);
    assert!(is[0] - is[1] > was[0] - was[1]);
    let x = Axis::linear("step", 0.0..=100.0);
    let y = Axis::linear("probability of the chosen answer", 0.0..=1.0);
    let mut panel = Panel::new(x, y);
    for (name, path) in [("DPO", &plain), ("with cross-entropy", &helped)] {
        let values = path.iter().map(|at| at[0].exp());
        panel = panel.line(name, (0..).map(f64::from).zip(values));
    }
    let text = "Under DPO alone the chosen answer falls nearly to zero; with the term it rises.";
    let figure = Figure::new("preference_both_fall", "The chosen answer", text);
    Ok(figure.panel(panel).save()?)
}
