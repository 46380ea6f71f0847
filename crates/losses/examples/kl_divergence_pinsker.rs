//! The divergence is never negative: it is at least half the squared L1 distance.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Points that fill the cube evenly: multiples of the powers of the root of
    // x⁹ = x + 1. Minus their logarithms, normalized, are random distributions.
    let root = (0..60).fold(1.0_f64, |root, _| (1.0 + root).powf(1.0 / 9.0));
    let distribution = |row: i32, first: i32| {
        let weight = |power: i32| -(f64::from(row) * root.powi(-power)).fract().ln();
        let weights = Array1::from_iter((first..first + 4).map(weight));
        (&weights / weights.sum()).insert_axis(Axis(0))
    };
    let bound = |distance: f64| 0.5 * distance * distance;
    let mut points = Vec::new();
    for row in 1..=2000 {
        let (p, q) = (distribution(row, 1), distribution(row, 5));
        let (distance, divergence) = (sum(&absolute_error(&p, &q)?), kl_divergence(&p, &q)?[0]);
        assert!(divergence >= bound(distance));
        points.push((distance, divergence));
    }
    let least = points
        .iter()
        .fold(f64::INFINITY, |least, it| least.min(it.1));
    println!("smallest divergence of 2000 random pairs   {least:.6}");

    println!("\nfair coin against heads   KL(p‖q)    ½ ‖p − q‖₁²   ratio");
    for heads in [0.9, 0.7, 0.6, 0.51] {
        let divergence = kl_divergence(&array![[0.5, 0.5]], &array![[heads, 1.0 - heads]])?[0];
        let bound = bound(2.0 * (heads - 0.5));
        let ratio = divergence / bound;
        println!("{heads:>23} {divergence:10.6} {bound:13.6} {ratio:9.4}");
    }
    // ANCHOR_END: program

    let panel = Panel::new(
        figures::Axis::linear("L1 distance ‖p − q‖₁", 0.0..=2.0),
        figures::Axis::linear("KL(p‖q) in nats", 0.0..=4.0),
    )
    .points("random pair", points.iter().copied().step_by(20))
    .function("½ ‖p − q‖₁² (Pinsker)", bound);
    Figure::new(
        "kl_divergence_pinsker",
        "Divergence of random pairs of distributions over four outcomes, and its lower bound",
        "Scatter plot of the divergence over the L1 distance. No point lies below the parabola of \
         half the squared distance; many lie far above it, the more the larger the distance.",
    )
    .panel(panel)
    .save()?;
    Ok(())
}
