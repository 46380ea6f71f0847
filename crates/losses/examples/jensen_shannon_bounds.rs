//! Jensen–Shannon is what a draw tells about the coin that chose its distribution, and the definition cancels for neighbors.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let coin = |heads: f64| array![[heads, 1.0 - heads]];
    println!("coins         JS, nats     root   slopes in heads, tails");
    for (p, q) in [(0.5, 0.5), (0.5, 0.6), (0.5, 0.9), (0.1, 0.9), (0.0, 1.0)] {
        let js = jensen_shannon(&coin(p), &coin(q))?[0];
        let slope = jensen_shannon_gradient(&coin(p), &coin(q))?;
        let [heads, tails] = [slope[[0, 0]], slope[[0, 1]]];
        println!(
            "{p:.1} and {q:.1} {js:11.6} {:9.6} {heads:9.4} {tails:9.4}",
            js.sqrt()
        );
        // As mutual information: H(mixture) − mean of both entropies.
        let entropy = |it: f64| weigh(it) + weigh(1.0 - it);
        let information = entropy(0.5 * (p + q)) - 0.5 * (entropy(p) + entropy(q));
        assert_abs_diff_eq!(js, information, epsilon = 1e-12);
    }
    // Neighbors: to second order it is d² / 2 for coins of one half.
    let (p, q) = (coin(0.5 + 1e-9), coin(0.5));
    let m = (&p + &q) / 2.0;
    let by_definition = 0.5 * (naive_kl(&p, &m) + naive_kl(&q, &m));
    println!("\n0.5 + 1e-9 and 0.5");
    println!("by the definition {by_definition:13.3e}");
    println!("library {:23.3e}", jensen_shannon(&p, &q)?[0]);
    // ANCHOR_END: program
    assert_relative_eq!(
        jensen_shannon(&p, &q)?[0],
        5e-19,
        epsilon = 0.0,
        max_relative = 1e-6
    );
    let fair = coin(0.5);
    let against = |it: f64| jensen_shannon(&fair, &coin(it)).map_or(f64::NAN, |it| it[0]);
    let y = Axis::linear("divergence in nats", 0.0..=0.7);
    let panel = Panel::new(Axis::linear("probability of heads", 0.0..=1.0), y)
        .function("against a fair coin", against)
        .horizontal_line("ln 2", 2.0_f64.ln());
    let text = "A bowl that ends far below ln 2, since a fair coin overlaps with every other.";
    let figure = Figure::new("jensen_shannon_bounds", "Divergence of two coins", text);
    Ok(figure.panel(panel).save()?)
}

fn weigh(p: f64) -> f64 {
    if p == 0.0 { 0.0 } else { -p * p.ln() }
}

fn naive_kl(p: &Array2<f64>, q: &Array2<f64>) -> f64 {
    (p * (p / q).mapv(f64::ln)).sum()
}
