//! A root at zero, an expanded square, an overflow and a maximum: four ways to NaN, or to a zero that hides it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The chain rule through a root: (slope of the root) times (slope of the square).
    let through_root = |difference: f32, inside: f32| {
        0.5 / (difference * difference + inside).sqrt() * (2.0 * difference)
    };
    println!(
        "gradient of the distance at 0     {}",
        through_root(0.0, 0.0)
    );
    println!(
        "the same with 1e-12 in the root   {}",
        through_root(0.0, 1e-12)
    );
    assert!(through_root(0.0, 0.0).is_nan() && through_root(0.0, 1e-12) == 0.0);

    // Squared distances as a·a + b·b − 2 a·b, for 1,000 pairs that are 0.01 apart.
    let expanded = |a: f32, b: f32| a * a + b * b - 2.0 * a * b;
    let pairs = (0..1000)
        .map(|i| 1.0 + i as f32 * 0.1)
        .map(|a| (a, a + 0.01));
    let squares: Vec<f32> = pairs.map(|(a, b)| expanded(a, b)).collect();
    let negative = squares.iter().filter(|&&it| it < 0.0).count();
    let largest = squares.iter().copied().fold(0.0, f32::max);
    println!("expanded squares of 0.01: {negative} of 1000 negative, up to {largest:.4}");
    assert!(negative > 0 && (-1.0_f32).sqrt().is_nan());

    // Far points: the squares overflow, and ∞ − ∞ is not a number.
    let [a, p, n] = [0.0, 1e200, 2e200].map(|x| array![[x, 0.0]]);
    let (plain, squared) = (
        triplet(&a, &p, &n, 1.0)?[0],
        triplet_squared(&a, &p, &n, 1.0)?[0],
    );
    println!("points at 1e200 and 2e200: plain {plain}, squared {squared}");
    assert!(plain == 0.0 && squared.is_nan());
    println!("max(0, NaN) = {}", f64::max(0.0, squared));
    let (naive, stable) = ((1.0 + 89_f32.exp()).ln(), softplus(&array![89.0])[0]);
    println!("softplus of 89 in 32 bits: naive {naive}, stable {stable}");
    assert!(naive.is_infinite() && stable == 89.0);
    // ANCHOR_END: program
    Ok(())
}
