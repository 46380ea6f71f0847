//! The divergence depends on the order of its arguments, and a detour can be shorter.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (a, b) = (array![[0.7, 0.2, 0.1]], array![[0.6, 0.3, 0.1]]);
    let (c, d) = (array![[0.5, 0.5]], array![[0.9, 0.1]]);
    println!("p                 q                 KL(p‖q) in nats   in bits");
    for (p, q, known) in [
        (&a, &b, 0.026_812),
        (&b, &a, 0.029_149),
        (&c, &d, 0.510_826),
        (&d, &c, 0.368_064),
    ] {
        let nats = kl_divergence(p, q)?[0];
        let bits = nats / 2.0_f64.ln();
        let (p, q) = (p.row(0).to_string(), q.row(0).to_string());
        println!("{p:<17} {q:<17} {nats:15.6} {bits:9.6}");
        assert_abs_diff_eq!(nats, known, epsilon = 1e-6);
    }
    let coin = |heads: f64| array![[heads, 1.0 - heads]];
    let (fair, tilted, loaded) = (coin(0.5), coin(0.25), coin(0.1));
    let direct = kl_divergence(&fair, &loaded)?[0];
    let detour = kl_divergence(&fair, &tilted)?[0] + kl_divergence(&tilted, &loaded)?[0];
    println!("\nfrom a coin with heads 0.5 to one with 0.1   {direct:.6}");
    println!("the same by way of a coin with heads 0.25    {detour:.6}");
    assert!(detour < direct, "the triangle inequality would hold");
    // ANCHOR_END: program
    let one_way = |p, q| kl_divergence(&coin(p), &coin(q)).map_or(f64::NAN, |it| it[0]);
    let difference = |p: f64, q: f64| one_way(p, q) - one_way(q, p);
    // Of two coins, averaging over the one nearer to ½ gives the larger value.
    for (p, q) in (1..10_000).map(|k| (f64::from(k % 100) / 100.0, f64::from(k) / 1e4)) {
        let nearer = (q - 0.5).abs() - (p - 0.5).abs();
        assert!(nearer * difference(p, q) > 0.0 || nearer.abs() < 1e-9);
    }
    let apart = |p, q| difference(p, q).abs();
    let x = Axis::linear("p", 0.05..=0.95);
    let y = Axis::linear("q", 0.05..=0.95);
    let panel = Panel::new(x, y)
        .heat_map("|KL(p‖q) − KL(q‖p)| in nats", apart)
        .line("equal: p = q and p + q = 1", [(0.0, 0.0), (1.0, 1.0)])
        .line("equal: p = q and p + q = 1", [(0.0, 1.0), (1.0, 0.0)])
        .text("KL(p‖q) larger", (0.5, 0.85))
        .text("KL(q‖p) larger", (0.2, 0.5))
        .equal_scales();
    let title = "How far the two directions differ for two coins";
    let seen = "Heat map over two coins: equal on both diagonals, most different near the edges. \
        Above and below the crossing KL(p‖q) is larger, left and right of it KL(q‖p).";
    Figure::new("kl_divergence_asymmetry", title, seen)
        .panel(panel)
        .save()?;
    Ok(())
}
