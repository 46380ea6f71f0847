//! The clip takes away the reward for moving on, and bounds neither the ratio nor the divergence.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let at = |ratio: f64, advantage: f64| -> Result<[f64; 2], LossError> {
        let (new, old, advantage) = (array![ratio.ln()], array![0.0], array![advantage]);
        let loss = ppo_clip(&new, &old, &advantage, 0.2)?[0];
        Ok([loss, ppo_clip_gradient(&new, &old, &advantage, 0.2)?[0]])
    };
    println!("ratio  advantage     loss  gradient in ln π");
    for advantage in [1.0, -1.0] {
        for ratio in [0.5, 1.0, 1.5] {
            let [loss, slope] = at(ratio, advantage)?;
            println!("{ratio:5} {advantage:10} {loss:8.2} {slope:17.2}");
        }
    }
    // The first of three actions was taken, with advantage 1.
    let old = array![[0.5, 0.4, 0.1]];
    println!("\nnew policy             ratio     loss  KL(old ‖ new)");
    for new in [[0.6, 0.32, 0.08], [0.6, 0.3999, 0.0001], [0.6, 0.4, 0.0]] {
        let ratio = new[0] / old[[0, 0]];
        let (loss, divergence) = (at(ratio, 1.0)?[0], kl_divergence(&old, &array![new])?[0]);
        let name = format!("{new:?}");
        println!("{name:22} {ratio:5.2} {loss:8.2} {divergence:14.4}");
    }
    // ANCHOR_END: program
    // By hand: min(1.5, 1.2) and min(−0.5, −0.8).
    assert_relative_eq!(at(1.5, 1.0)?[0], -1.2, max_relative = 1e-12);
    assert_relative_eq!(at(0.5, -1.0)?[0], 0.8, max_relative = 1e-12);
    let x = || Axis::linear("ratio", 0.0..=2.0);
    let panel = |sign: f64| {
        Panel::new(x(), Axis::linear("loss", -2.0..=2.0))
            .heading(format!("advantage {sign}").replace('-', "−"))
            .function("clipped", move |it| {
                at(it, sign).map_or(f64::NAN, |it| it[0])
            })
            .function("not clipped", move |it| -sign * it)
    };
    let text = "For a positive advantage flat from 1.2 on, for a negative one flat up to 0.8.";
    let figure = Figure::new("policy_gradient_clip", "The clipped surrogate", text);
    Ok(figure.panel(panel(1.0)).panel(panel(-1.0)).save()?)
}
