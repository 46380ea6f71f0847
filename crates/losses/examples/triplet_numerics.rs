//! A root at zero, an expanded square, an overflow and a maximum: four ways to NaN, or to a zero that hides it.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The chain rule: the slope of the root times the slope of the square.
    let root = |x: f32, inside: f32| 0.5 / (x * x + inside).sqrt() * (2.0 * x);
    println!("slope of the distance at 0        {}", root(0.0, 0.0));
    println!("the same with 1e-12 in the root   {}", root(0.0, 1e-12));
    let (eps, right) = (1e-6_f32, 0.01 * 0.01);
    println!("equal points, {eps:e} added: {:.1e}", eps.hypot(eps));

    // Squared distances as a·a + b·b − 2 a·b, for 1,000 pairs that are 0.01 apart.
    let expanded = |a: f32, b: f32| a * a + b * b - 2.0 * a * b;
    let starts = (0..1000).map(|i| 1.0 + i as f32 * 0.1);
    let squares: Vec<f32> = starts.map(|it| expanded(it, it + 0.01)).collect();
    let negative = squares.iter().filter(|&&it| it < 0.0).count();
    let largest = squares.iter().copied().fold(0.0, f32::max);
    println!("{right:.0e} expanded: {negative} negative, up to {largest:.4}");

    // Far points: the squares overflow, and ∞ − ∞ is not a number.
    let [a, p, n] = [0.0, 1e200, 2e200].map(|x| array![[x, 0.0]]);
    let (plain, squared) = (triplet(&a, &p, &n, 1.0)?, triplet_squared(&a, &p, &n, 1.0)?);
    println!(
        "points at 1e200 and 2e200: {}, squared {}",
        plain[0], squared[0]
    );
    println!(
        "max(0, NaN)                       {}",
        f64::max(0.0, squared[0])
    );
    let (naive, stable) = ((1.0 + 89_f32.exp()).ln(), softplus(&array![89.0])[0]);
    println!("softplus of 89 in 32 bits: naive {naive}, stable {stable}");
    // ANCHOR_END: program
    assert!(root(0.0, 0.0).is_nan() && root(0.0, 1e-12) == 0.0);
    assert!(negative > 0 && largest > 10.0 * 0.01_f32.powi(2));
    assert!(plain[0] == 0.0 && squared[0].is_nan());
    assert!(naive.is_infinite() && stable == 89.0);
    Ok(())
}
