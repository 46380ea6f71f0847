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
    let candidates = Array2::from_shape_fn((100_000, 2), |(i, axis)| {
        4.4 * ((i as f64 * [0.754_877_666_246_693, 0.569_840_290_998_053][axis]).fract() - 0.5)
    });
    let rows = candidates.nrows();
    let anchors = Array2::zeros((rows, 2));
    let positives = Array2::from_shape_fn((rows, 2), |(_, axis)| [d_ap, 0.0][axis]);
    let losses = triplet(&anchors, &positives, &candidates, margin)?;

    // By the loss alone, without a look at the distance.
    let share = |inside: fn(f64, f64) -> bool| {
        losses.iter().filter(|&&it| inside(it, margin)).count() as f64 / rows as f64
    };
    let (disc, both) = (PI * d_ap.powi(2), PI * (d_ap + margin).powi(2));
    let square = 4.4_f64.powi(2);
    println!("negative   loss             share   area / square");
    for (name, range, share, area) in [
        ("hard", "above the margin", share(|it, m| it > m), disc),
        (
            "semi-hard",
            "0 to the margin",
            share(|it, m| it > 0.0 && it <= m),
            both - disc,
        ),
        ("easy", "0", share(|it, _| it == 0.0), square - both),
    ] {
        println!("{name:<10} {range:<16} {share:.4}  {:.4}", area / square);
        assert_abs_diff_eq!(share, area / square, epsilon = 1e-3);
    }
    // ANCHOR_END: program

    let circle = |radius: f64| {
        (0..=120)
            .map(move |i| (TAU * f64::from(i) / 120.0).sin_cos())
            .map(move |(y, x)| (radius * x, radius * y))
    };
    let axis = |label| Axis::linear(label, -2.2..=2.2);
    Figure::new(
        "triplet_regions",
        "Easy, semi-hard and hard negatives around an anchor",
        "Two circles around the anchor. The positive lies on the inner one. Inside it negatives are hard, between the circles semi-hard, outside easy.",
    )
    .panel(
        Panel::new(axis("first coordinate"), axis("second coordinate"))
            .equal_scales()
            .region("", circle(d_ap + margin))
            .region("", circle(d_ap))
            .line("distance of the positive", circle(d_ap))
            .line("distance of the positive + margin", circle(d_ap + margin))
            .points("anchor", [(0.0, 0.0)])
            .points("positive", [(d_ap, 0.0)])
            .text("hard", (0.0, 0.5))
            .text("semi-hard", (0.0, 1.3))
            .text("easy", (0.0, 1.9)),
    )
    .save()?;
    Ok(())
}
