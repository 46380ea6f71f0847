//! Of three ways to compute ln(1 + e^z) in f32 only one is right on both sides.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let ways: [(&str, fn(f32) -> f32); 3] = [
        ("ln(1 + e^z)", |z| (1.0 + z.exp()).ln()),
        ("ln_1p(e^z)", |z| z.exp().ln_1p()),
        ("max(z, 0) + ln_1p(e^-|z|)", |z| {
            z.max(0.0) + (-z.abs()).exp().ln_1p()
        }),
    ];
    let error = |way: fn(f32) -> f32, z: f32| {
        let exact = softplus(&array![f64::from(z)])[0];
        (f64::from(way(z)) / exact - 1.0).abs()
    };
    println!("relative error at z           -20      -10        0       10      100");
    for (name, way) in ways {
        let [a, b, c, d, e] = [-20.0, -10.0, 0.0, 10.0, 100.0].map(|z| error(way, z));
        println!("{name:27}{a:9.0e}{b:9.0e}{c:9.0e}{d:9.0e}{e:9.0e}");
    }
    let stable = ways[2].1;
    let worst = (-800..=8000).map(|i| error(stable, i as f32 / 10.0));
    let worst = worst.fold(0.0, f64::max);
    println!("worst of the last from -80 to 800: {worst:.1e}");
    assert!(worst < 4.0 * f64::from(f32::EPSILON));
    // ANCHOR_END: program
    assert_eq!(error(ways[0].1, -20.0), 1.0);
    assert!(error(ways[1].1, 100.0).is_infinite());
    // The worst of ten in each unit of z; infinity is drawn at the upper edge.
    let worst_of_ten = |way, z| {
        (0..10)
            .map(|i| error(way, z + i as f32 / 10.0))
            .fold(1e-9, f64::max)
            .min(10.0)
    };
    let curve = |way| (-30..=100).map(move |z| (f64::from(z), worst_of_ten(way, z as f32)));
    let x = Axis::linear("logit z", -30.0..=100.0);
    let mut panel = Panel::new(x, Axis::logarithmic("relative error", 1e-9..=10.0));
    for (name, way) in ways {
        panel = panel.line(name, curve(way));
    }
    let text = "The first curve rises to 1 at −17 and stays there to the left; the first two jump to the upper edge at 89, \
                where they are infinite. The third stays near 10⁻⁷ or below.";
    let title = "Three ways to compute ln(1 + e^z) in f32";
    Ok(Figure::new("numerical_stability_softplus", title, text)
        .panel(panel)
        .save()?)
}
