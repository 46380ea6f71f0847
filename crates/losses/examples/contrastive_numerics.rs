//! Three ways from finite embeddings to NaN or infinity: the root at 0, the expanded square, the exponential without a shift.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let same = array![[0.6, 0.8]];
    let naive = naive::euclidean_distance_gradient(&[0.6, 0.8], &[0.6, 0.8])[0];
    println!("gradient of the distance of a point to itself");
    println!("  of √d²             {naive}");
    // An added constant has no derivative.
    println!("  of √d² + 1e-8      {naive}");
    println!("  of √d², times 0    {}", 0.0 * naive);
    // The difference, 0, by a root that is not.
    println!("  of √(d² + 1e-8)    {}", 0.0 / 1e-8_f64.sqrt());
    let here = contrastive_gradient(&same, &same, &array![Pair::Dissimilar], 1.0)?;
    println!("  of this library    {}", here[[0, 0]]);

    // Two points of the unit circle, in f32.
    let (a, b) = ([0.621_61_f32, 0.783_326_9], [0.621_531_67, 0.783_389_1]);
    let dot = |a: [f32; 2], b: [f32; 2]| a[0] * b[0] + a[1] * b[1];
    let difference = [a[0] - b[0], a[1] - b[1]];
    let direct = dot(difference, difference);
    let expanded = dot(a, a) + dot(b, b) - 2.0 * dot(a, b);
    println!("squared distance of near points, and its root");
    println!("  ‖a − b‖²           {direct:.2e}, {:.1e}", direct.sqrt());
    println!("  ‖a‖² + ‖b‖² − 2ab  {expanded:.2e}, {}", expanded.sqrt());

    // Cosines of 0.95 with the positive and 0.93 with a negative, by 0.01.
    let (positive, shift) = (95.0_f32, naive::log_sum_exp(&[0.0_f32, 93.0 - 95.0]));
    let naive = naive::log_sum_exp(&[positive, 93.0]) - positive;
    println!("InfoNCE at a cosine of 0.95 / 0.01 = 95");
    println!("  naive              {naive}");
    println!("  shifted            {shift:.6}");
    // ANCHOR_END: program

    let exactly = (f64::from(a[0]) - f64::from(b[0])).hypot(f64::from(a[1]) - f64::from(b[1]));
    assert_relative_eq!(f64::from(direct.sqrt()), exactly, max_relative = 1e-3);
    assert_relative_eq!(
        f64::from(shift),
        softplus(&array![-2.0])[0],
        max_relative = 1e-6
    );
    assert!(naive.is_infinite() && expanded < 0.0 && here == array![[0.0, 0.0]]);
    Ok(())
}
