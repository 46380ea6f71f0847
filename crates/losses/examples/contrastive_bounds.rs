//! InfoNCE starts at ln N, how low it gets is a matter of temperature, and ln N minus the loss never exceeds the mutual information.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    println!("   N  temperature  all alike  identity  best batch  best row");
    for (n, temperature) in [(8, 1.0), (8, 0.07), (256, 1.0), (256, 0.07)] {
        print!("{n:4} {temperature:12}");
        let others = n as f64 - 1.0;
        // Cosines of the anchor with its positive, and with each negative.
        for (own, other) in [(0.3, 0.3), (1.0, 0.0), (1.0, -1.0 / others), (1.0, -1.0)] {
            let mut cosines = Array2::from_elem((1, n), other);
            cosines[[0, 0]] = own;
            let loss = softmax_cross_entropy(&(cosines / temperature), &array![0])?[0];
            print!(" {loss:10.6}");
            let by_hand = (others * ((other - own) / temperature).exp()).ln_1p();
            assert_relative_eq!(loss, by_hand, max_relative = 1e-9, epsilon = 1e-14);
        }
        println!();
    }
    let information = 1024_f64.ln();
    println!("\n1024 kinds of items, mutual information {information:.6} nats");
    println!("    N     ln N    loss  ln N − loss");
    for n in [2, 8, 64, 1024, 8192, 65_536] {
        let (most, loss) = (f64::from(n).ln(), best_loss(n, 1024.0));
        println!("{n:5} {most:8.4} {loss:7.4} {:12.4}", most - loss);
        assert!(most - loss <= most.min(information));
    }
    // ANCHOR_END: program

    let sizes = || (1..=16).map(|power| 2_i32.pow(power));
    let bound = |n: i32| (f64::from(n), f64::from(n).ln() - best_loss(n, 1024.0));
    let x = Axis::logarithmic("batch size N", 2.0..=65_536.0);
    let panel = Panel::new(x, Axis::linear("nats", 0.0..=12.0))
        .line("ln N", sizes().map(|n| (f64::from(n), f64::from(n).ln())))
        .line("ln N − InfoNCE", sizes().map(bound))
        .horizontal_line("mutual information", information);
    let title = "What a batch of N can show of the mutual information";
    let shown =
        "ln N rises as a straight line. A curve follows it at first and bends to stay below 6.93.";
    Ok(Figure::new("contrastive_bounds", title, shown)
        .panel(panel)
        .save()?)
}

/// The best score tells only whether two items are of one kind: a row with k
/// negatives of its anchor's own kind has the loss ln(1 + k), and k is binomial.
fn best_loss(n: i32, kinds: f64) -> f64 {
    let mut probability = (1.0 - 1.0 / kinds).powi(n - 1);
    let terms = (1..n.min(1000)).map(|k| {
        probability *= f64::from(n - k) / f64::from(k) / (kinds - 1.0);
        probability * f64::from(k).ln_1p()
    });
    terms.sum()
}
