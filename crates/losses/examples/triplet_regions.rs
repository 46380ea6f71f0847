//! A negative is hard inside the circle through the positive, semi-hard in the ring around it as wide as the margin, easy beyond.

extern crate figures;
extern crate losses;

use std::f64::consts::{PI, TAU};

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (d_ap, margin) = (1.0, 0.6);
    // Candidates for the negative, spread evenly over the square around the anchor.
    let candidates = Array2::from_shape_fn((20_000, 2), |(i, axis)| {
        4.4 * ((i as f64 * [0.754_877_666_246_693, 0.569_840_290_998_053][axis]).fract() - 0.5)
    });
    let rows = candidates.nrows();
    let anchors = Array2::zeros((rows, 2));
    let positives = Array2::from_shape_fn((rows, 2), |(_, axis)| [d_ap, 0.0][axis]);
    let losses = triplet(&anchors, &positives, &candidates, margin)?;

    // By the loss alone, without a look at the distance.
    let share = |loss: std::ops::RangeInclusive<f64>| {
        losses.iter().filter(|it| loss.contains(it)).count() as f64 / rows as f64
    };
    let [disc, both] = [d_ap, d_ap + margin].map(|it: f64| PI * it.powi(2) / 4.4_f64.powi(2));
    println!("{rows} negatives  share   area");
    let smallest = f64::MIN_POSITIVE;
    for (name, share, area) in [
        ("hard", share(margin..=9.0), disc),
        ("semi-hard", share(smallest..=margin), both - disc),
        ("easy", share(0.0..=0.0), 1.0 - both),
    ] {
        println!("{name:<15}  {share:.4}  {area:.4}");
        assert_abs_diff_eq!(share, area, epsilon = 1e-3);
    }
    // ANCHOR_END: program

    let circle = |radius: f64| {
        let angles = (0..=120).map(|i| TAU * f64::from(i) / 120.0);
        angles.map(move |it| (radius * it.cos(), radius * it.sin()))
    };
    let axes = ["first", "second"].map(|it| Axis::linear(format!("{it} coordinate"), -2.2..=2.2));
    let [x, y] = axes;
    let panel = Panel::new(x, y)
        .equal_scales()
        .region("", circle(d_ap + margin))
        .region("", circle(d_ap))
        .points("anchor", [(0.0, 0.0)])
        .points("positive", [(d_ap, 0.0)])
        .text("hard", (0.0, 0.5))
        .text("semi-hard", (0.0, 1.3))
        .text("easy", (0.0, 1.9));
    let about = "The positive lies on the inner circle: hard inside, semi-hard between, easy out.";
    let figure = Figure::new("triplet_regions", "Negatives around an anchor", about);
    Ok(figure.panel(panel).save()?)
}
