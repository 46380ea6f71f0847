//! Hinge lies above the 0-1 loss everywhere; logistic loss does so in bits, not in nats.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;
use std::f64::consts::{E, LN_2};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let zero_one = |margin: f64| if margin <= 0.0 { 1.0 } else { 0.0 };
    let hinge = |margin| hinge(&array![margin], &array![1.0]).map_or(f64::NAN, |it| it[0]);
    let squared = |margin| hinge(margin).powi(2);
    let nats = |margin: f64| softplus(&array![-margin])[0];
    let bits = |margin| nats(margin) / LN_2;

    println!("margin  0-1  hinge  squared      nats      bits");
    for (margin, by_hand) in [(-1.0, 2.0), (0.0, 1.0), (0.5, 0.5), (1.0, 0.0), (2.0, 0.0)] {
        let (count, linear, square) = (zero_one(margin), hinge(margin), squared(margin));
        let (natural, binary) = (nats(margin), bits(margin));
        println!("{margin:6} {count:4} {linear:6} {square:8} {natural:9.6} {binary:9.6}");
        assert_eq!(linear, by_hand);
    }

    let below = |loss: &dyn Fn(f64) -> f64| {
        let grid = (-5000..=5000).map(|k| f64::from(k) / 1000.0);
        grid.filter(|&it| loss(it) < zero_one(it)).count()
    };
    println!("of 10001 margins from −5 to 5, below the 0-1 loss:");
    let (linear, binary, natural) = (below(&hinge), below(&bits), below(&nats));
    println!("hinge {linear}, logistic in bits {binary}, logistic in nats {natural}");
    // One nat is reached where 1 + e⁻ᵐ = e, below margin 0.
    let one_nat = -(E - 1.0).ln();
    println!("logistic loss is 1 nat at margin {one_nat:.4}");
    assert_eq!((linear, binary), (0, 0));
    assert_eq!(natural as f64, (-1000.0 * one_nat).floor() + 1.0);
    // ANCHOR_END: program

    Figure::new(
        "hinge_losses",
        "0-1, hinge, squared hinge and logistic loss over the margin",
        "Over margins from −2 to 3. The 0-1 loss steps from 1 to 0 at margin 0. The hinge falls \
         straight to 0 at 1 and stays there, its square falls as a parabola. The logistic loss \
         in bits falls smoothly, goes through 1 at margin 0 and stays above 0.",
    )
    .panel(
        Panel::new(
            Axis::linear("margin y f", -2.0..=3.0),
            Axis::linear("loss", 0.0..=4.0),
        )
        .line("0–1", [(-2.0, 1.0), (0.0, 1.0), (0.0, 0.0), (3.0, 0.0)])
        .function("hinge", hinge)
        .function("squared hinge", squared)
        .function("logistic, bits", bits),
    )
    .save()?;
    Ok(())
}
