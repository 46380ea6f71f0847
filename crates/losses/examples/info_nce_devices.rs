//! In-batch negatives over devices: without gathering the task is easier, and gathered without gradient the keys hear only their own device.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // Eight pairs; two devices hold four each.
    let (queries, keys) = (view(0.0), view(0.4));
    let similarities = queries.dot(&keys.t());
    let is_local = |(i, j): (usize, usize)| i / 4 == j / 4;
    // A device that has not gathered does not see the candidates of the other.
    let mut local = similarities.clone();
    for (_, it) in local.indexed_iter_mut().filter(|it| !is_local(it.0)) {
        *it = f64::NEG_INFINITY;
    }
    let own = Array1::from_iter(0..8);
    let of = |similarities| mean(&info_nce(similarities, &own, 0.5)?);
    println!("negatives       loss   all scores equal");
    println!("of a device   {:.4} {:18.6}", of(&local)?, 4.0_f64.ln());
    println!(
        "gathered      {:.4} {:18.6}",
        of(&similarities)?,
        8.0_f64.ln()
    );
    // The gathered loss, its keys from elsewhere with gradient and as copies.
    let slopes = info_nce_gradient(&similarities, &own, 0.5)? / 8.0;
    let mut copies = slopes.clone();
    for (_, it) in copies.indexed_iter_mut().filter(|it| !is_local(it.0)) {
        *it = 0.0;
    }
    let [full, cut] = [&slopes, &copies].map(|it| it.t().dot(&queries));
    let (length, rest) = (norm(&full), norm(&cut));
    let cosine = (&full * &cut).sum() / length / rest;
    println!("gradient of the keys {length:.4}, as copies {rest:.4}, cosine {cosine:.4}");
    // ANCHOR_END: program
    let mut moved = keys.clone();
    moved[[2, 1]] += 1e-6;
    let difference = (of(&queries.dot(&moved.t()))? - of(&similarities)?) / 1e-6;
    assert_relative_eq!(full[[2, 1]], difference, max_relative = 1e-4);
    Ok(())
}

fn view(seed: f64) -> Array2<f64> {
    Array2::from_shape_fn((8, 3), |(i, j)| {
        (2.3 * i as f64 + 1.1 * j as f64 + seed).sin()
    })
}

fn norm(values: &Array2<f64>) -> f64 {
    values.mapv(|it| it * it).sum().sqrt()
}
