//! The share of blank steps in all alignments, counted in a full list.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// The mean share of blanks among the alignments of 1, 2, …, `n_labels`.
fn share(n_labels: usize, n_steps: u32) -> f64 {
    let (base, labels) = (n_labels + 1, (1..=n_labels).collect::<Vec<_>>());
    let (mut blanks, mut steps) = (0.0, 0.0);
    for code in 0..base.pow(n_steps) {
        let path: Vec<usize> = (0..n_steps).map(|t| code / base.pow(t) % base).collect();
        let mut merged = path.clone();
        merged.dedup();
        merged.retain(|&class| class != 0);
        if merged == labels {
            blanks += path.iter().filter(|&&class| class == 0).count() as f64;
            steps += f64::from(n_steps);
        }
    }
    blanks / steps
}

fn main() {
    println!("labels   steps   share of blanks");
    for (n_labels, n_steps) in [(1, 4), (1, 12), (2, 4), (2, 12), (3, 9)] {
        let found = share(n_labels, n_steps);
        println!("{n_labels:6} {n_steps:7} {found:17.4}");
        // ANCHOR_END: program
        let (l, t) = (n_labels as f64, f64::from(n_steps));
        let formula = (l + 1.0) / (2.0 * l + 1.0) * (t - l) / t;
        assert_relative_eq!(found, formula, max_relative = 1e-12);
    }
}
