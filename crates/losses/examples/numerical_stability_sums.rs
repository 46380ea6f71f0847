//! One by one the error of a sum grows with its length; in pairs, compensated or in f64 it does not.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate figures;
extern crate losses;
use figures::{Axis, Figure, Panel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let ways: [(&str, fn(&[f32]) -> f32); 4] = [
        ("one by one", |x| x.iter().fold(0.0, |sum, x| sum + x)),
        ("in pairs", in_pairs),
        ("compensated", compensated),
        ("one by one, in f64", |x| {
            x.iter().fold(0.0, |sum, &x| sum + f64::from(x)) as f32
        }),
    ];
    let losses = vec![0.1_f32; 1 << 24];
    let error = |way: fn(&[f32]) -> f32, n: usize| {
        (f64::from(way(&losses[..n])) / n as f64 / f64::from(0.1_f32) - 1.0).abs()
    };
    println!("relative error of the mean of n losses of 0.1, in f32");
    println!("n                     1,000   100,000   16,777,216");
    let mut longest = Vec::new();
    for (name, way) in ways {
        let [a, b, c] = [1000, 100_000, 1 << 24].map(|n| error(way, n));
        println!("{name:20}{a:7.0e}{b:10.0e}{c:13.0e}");
        assert_eq!(c > 1e-6, name == "one by one");
        longest.push((2_f64.powi(24), c));
    }
    // ANCHOR_END: program
    let x = Axis::logarithmic("number of losses", 10.0..=2e7);
    let mut panel = Panel::new(x, Axis::logarithmic("relative error", 1e-9..=10.0));
    for ((name, way), last) in ways.into_iter().zip(longest) {
        let sizes = (3..=20).map(|i| 10_f64.powf(f64::from(i) / 3.0).round());
        let points = sizes.map(|n| (n, error(way, n as usize))).chain([last]);
        panel = panel.line(name, points.map(|(n, it)| (n, it.max(1e-9))));
    }
    let text = "The error of the plain sum rises to more than a tenth; the others stay below 10⁻⁶.";
    let title = "The mean of many equal losses in f32";
    let figure = Figure::new("numerical_stability_sums", title, text);
    Ok(figure.panel(panel).save()?)
}

fn in_pairs(x: &[f32]) -> f32 {
    match x.len() {
        0..=8 => x.iter().sum(),
        n => in_pairs(&x[..n / 2]) + in_pairs(&x[n / 2..]),
    }
}

/// Kahan: what the last addition rounded away is added to the next number.
fn compensated(x: &[f32]) -> f32 {
    let (mut sum, mut lost) = (0.0, 0.0);
    for x in x {
        let (before, term) = (sum, x - lost);
        sum += term;
        lost = (sum - before) - term;
    }
    sum
}
