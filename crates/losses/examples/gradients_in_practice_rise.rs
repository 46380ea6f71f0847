//! Momentum makes the loss of a healthy run rise now and then; a step above 2/L makes it rise forever.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("curvatures 10 and 0.1   loss after 20   after 200   rises");
    let mut curves = vec![];
    for (step, momentum) in [(0.1, 0.0), (0.19, 0.0), (0.21, 0.0), (0.1, 0.9)] {
        let (mut w, mut v) = (array![1.0, 1.0], array![0.0, 0.0]);
        let curvature = array![10.0, 0.1];
        let loss = |w: &Array1<f64>| 0.5 * curvature.dot(&(w * w));
        let mut losses = vec![loss(&w)];
        for _ in 0..200 {
            v = momentum * &v - step * &curvature * &w;
            w += &v;
            losses.push(loss(&w));
        }
        let rises = losses.windows(2).filter(|it| it[1] > it[0]).count();
        print!("step {step:4}, momentum {momentum:3}");
        println!(" {:15.2e} {:11.2e} {rises:7}", losses[20], losses[200]);
        curves.push(losses);
    }
    // ANCHOR_END: program
    assert!(curves[2][200] > 1.0 && curves[1][200] < 0.01);
    let x = Axis::linear("steps taken", 0.0..=120.0);
    let mut panel = Panel::new(x, Axis::logarithmic("loss", 1e-6..=1000.0));
    let names = [
        "step size 0.1",
        "step size 0.19",
        "step size 0.21",
        "step size 0.1, momentum 0.9",
    ];
    for (name, losses) in names.into_iter().zip(curves) {
        panel = panel.line(name, (0..121).map(f64::from).zip(losses));
    }
    let seen = "Two falling curves, one rising without end, and one that waves downward.";
    let figure = Figure::new("gradients_in_practice_rise", "Loss over the steps", seen);
    Ok(figure.panel(panel).save()?)
}
