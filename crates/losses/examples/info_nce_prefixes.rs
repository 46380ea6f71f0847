//! The loss of the whole embedding does not see a rotation; the loss of a prefix does, so their sum decides where the information lies.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// InfoNCE of the first coordinates, normalized anew, and the share found at once.
fn of_prefix(views: &[Array2<f64>; 2], size: usize) -> Result<[f64; 2], LossError> {
    let [a, b] = views.each_ref().map(|view| {
        let cut = view.slice_axis(Axis(1), Slice::from(..size)).to_owned();
        let norms = cut.map_axis(Axis(1), |row| row.dot(&row).sqrt());
        cut / norms.insert_axis(Axis(1))
    });
    let (similarities, own) = (a.dot(&b.t()), Array1::from_iter(0..a.nrows()));
    let best = similarities.map_axis(Axis(1), |row| row.fold(-1.0, |max: f64, it| max.max(*it)));
    let hits = best
        .iter()
        .zip(similarities.diag())
        .filter(|(best, own)| best == own);
    let share = hits.count() as f64 / a.nrows() as f64;
    Ok([mean(&info_nce(&similarities, &own, 0.2)?)?, share])
}

/// Two coordinates of what the views of an item share, two of noise, rotated.
fn rotated(angle: f64) -> [Array2<f64>; 2] {
    let (sin, cos) = angle.to_radians().sin_cos();
    let view = |seed: f64| {
        Array2::from_shape_fn((8, 4), |(item, axis)| {
            let (item, turn) = (item as f64, (axis % 2) as f64 * PI / 2.0);
            let shared = (item * PI / 4.0 - turn).cos();
            let noise = 0.5 * (7.3 * item * seed + 5.1 * seed + turn).sin();
            [cos * shared - sin * noise, sin * shared + cos * noise][axis / 2]
        })
    };
    [view(1.0), view(2.0)]
}
// ANCHOR_END: program

use std::f64::consts::PI;

fn main() -> Result<(), LossError> {
    println!("rotation    whole   prefix      sum   first hit of the prefix");
    let mut sums = vec![];
    for angle in (0..=90).step_by(15) {
        let views = rotated(f64::from(angle));
        let ([whole, _], [prefix, share]) = (of_prefix(&views, 4)?, of_prefix(&views, 2)?);
        let sum = whole + prefix;
        println!("{angle:8} {whole:8.4} {prefix:8.4} {sum:8.4} {share:25.3}");
        assert_relative_eq!(whole, of_prefix(&rotated(0.0), 4)?[0], max_relative = 1e-12);
        sums.push(sum);
    }
    assert!(sums.is_sorted());
    Ok(())
}
