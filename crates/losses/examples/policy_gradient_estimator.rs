//! The score times the reward is an unbiased gradient for every baseline, and its variance depends on the baseline.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const REWARDS: [f64; 3] = [10.0, 11.0, 12.0];

// ANCHOR: program
/// Mean and total variance of (reward − baseline) · ∇ ln π over all actions,
/// for a softmax policy; ∇ ln π(a) is one-hot(a) − π.
fn estimator(logits: &Array2<f64>, baseline: f64) -> Result<(Array1<f64>, f64), LossError> {
    let policy = softmax(logits, 1.0)?.row(0).to_owned();
    let (mut mean, mut square) = (Array1::zeros(3), 0.0);
    for (action, reward) in REWARDS.into_iter().enumerate() {
        // The gradient of cross-entropy with a sign: REINFORCE is weighted imitation.
        let score = -softmax_cross_entropy_gradient(logits, &array![action])?;
        let sample = score.row(0).to_owned() * (reward - baseline);
        square += policy[action] * sample.dot(&sample);
        mean += &(sample * policy[action]);
    }
    let variance = square - mean.dot(&mean);
    Ok((mean, variance))
}
// ANCHOR_END: program

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let logits = array![[0.2, 0.0, -0.1]];
    let value = |logits: &Array2<f64>| -> Result<f64, LossError> {
        Ok(softmax(logits, 1.0)?.row(0).dot(&array![10.0, 11.0, 12.0]))
    };
    println!("expected reward {:.4}", value(&logits)?);
    println!("baseline       mean of the estimator      variance");
    for baseline in [0.0, 10.0, value(&logits)?, 12.0] {
        let (mean, variance) = estimator(&logits, baseline)?;
        let [a, b, c] = [mean[0], mean[1], mean[2]];
        println!("{baseline:8.4} {a:9.4} {b:8.4} {c:8.4} {variance:13.4}");
        let mut moved = logits.clone();
        moved[[0, 2]] += 1e-6;
        let slope = (value(&moved)? - value(&logits)?) / 1e-6;
        assert_abs_diff_eq!(slope, c, epsilon = 1e-5);
    }
    let x = Axis::linear("baseline", 8.0..=14.0);
    let panel = Panel::new(x, Axis::linear("variance", 0.0..=8.0))
        .function("", |it| estimator(&logits, it).map_or(f64::NAN, |it| it.1))
        .vertical_line("expected reward", value(&logits)?);
    let text = "A parabola with its minimum near the expected reward.";
    let figure = Figure::new("policy_gradient_estimator", "Variance and baseline", text);
    Ok(figure.panel(panel).save()?)
}
