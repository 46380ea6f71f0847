//! KL breaks the triangle inequality, its root too; the root of Jensen–Shannon keeps it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // All 19 coins with a probability of heads of 0.05, 0.10, … 0.95.
    let coin = |k: usize| array![[0.05 * k as f64, 1.0 - 0.05 * k as f64]];
    let kl = |p: usize, q: usize| Ok::<_, LossError>(kl_divergence(&coin(p), &coin(q))?[0]);
    let root_of_js = |p: usize, q: usize| {
        let middle = (&coin(p) + &coin(q)) / 2.0;
        let of_p = kl_divergence(&coin(p), &middle)?[0];
        let of_q = kl_divergence(&coin(q), &middle)?[0];
        Ok::<_, LossError>((0.5 * of_p + 0.5 * of_q).max(0.0).sqrt())
    };

    let mut shorter_by_detour = [0; 3];
    for (a, b, c) in triples() {
        let [direct, detour] = [kl(a, c)?, kl(a, b)? + kl(b, c)?];
        shorter_by_detour[0] += i32::from(detour < direct - 1e-12);
        let [direct, detour] = [kl(a, c)?.sqrt(), kl(a, b)?.sqrt() + kl(b, c)?.sqrt()];
        shorter_by_detour[1] += i32::from(detour < direct - 1e-12);
        let [direct, detour] = [root_of_js(a, c)?, root_of_js(a, b)? + root_of_js(b, c)?];
        shorter_by_detour[2] += i32::from(detour < direct - 1e-12);
    }
    println!(
        "ways from a coin to another by a third   {}",
        triples().count()
    );
    for (name, count) in ["KL", "√KL", "√Jensen–Shannon"]
        .iter()
        .zip(shorter_by_detour)
    {
        println!("shorter than the direct way in {name:<16} {count:>5}");
    }
    assert_eq!(shorter_by_detour[2], 0);
    // ANCHOR_END: program
    Ok(())
}

fn triples() -> impl Iterator<Item = (usize, usize, usize)> {
    (1..20).flat_map(|a| (1..20).flat_map(move |b| (1..20).map(move |c| (a, b, c))))
}
