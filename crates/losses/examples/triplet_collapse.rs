//! Where all embeddings are equal the loss is the margin and squared distances give no gradient; nearly every small push makes batch-hard worse.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let (c, m, soft) = (array![[0.3, -0.7]], 0.5, softplus(&array![0.0])[0]);
    let (plain, squared) = (
        triplet(&c, &c, &c, m)?[0],
        triplet_squared(&c, &c, &c, m)?[0],
    );
    println!("all equal: plain {plain}, squared {squared}, softplus {soft:.6}");
    assert_relative_eq!(soft, std::f64::consts::LN_2);
    let slope = triplet_squared_gradient(&c, &c, &c, m)?;
    assert_eq!(slope.negatives, array![[0.0, 0.0]]);

    println!("negative 1e-9 towards  plain gradient  squared gradient");
    for [x, y] in [[1.0, 0.0], [0.0, 1.0], [-0.6, 0.8]] {
        let n = &c + &(array![[x, y]] * 1e-9);
        let plain = triplet_gradient(&c, &c, &n, m)?.negatives;
        let squared = triplet_squared_gradient(&c, &c, &n, m)?.negatives;
        let [[a, b], [c, d]] = [plain, squared].map(|it| [it[[0, 0]], it[[0, 1]]]);
        let length = c.hypot(d);
        println!("({x:4.1}, {y:.1})            ({a:4.1}, {b:4.1})    length {length:.1e}");
        assert_relative_eq!(array![a, b], array![-x, -y], epsilon = 1e-6);
    }
    // A collapsed batch of 3 classes with 4 points each, pushed 1,000 times.
    let (mut all, mut hard, mut state) = (0, 0, 1);
    for _ in 0..1000 {
        let (mean, hardest) = gaps(&Array2::from_shape_fn((12, 2), |_| next(&mut state)));
        all += i32::from(mean > 0.0);
        hard += i32::from(hardest > 0.0);
    }
    println!("of 1000 pushes raise the loss: batch-all {all}, batch-hard {hard}");
    // ANCHOR_END: program
    assert!(all < 600 && hard > 990);
    Ok(())
}

/// Means of d(a, p)² − d(a, n)² over all triplets, and over the hardest of each anchor.
fn gaps(z: &Array2<f64>) -> (f64, f64) {
    let d = |i: usize, j: usize| (&z.row(i) - &z.row(j % 12)).mapv(|it| it * it).sum();
    (0..12).fold((0.0, 0.0), |(mean, hardest), a| {
        let same = [3, 6, 9].map(|it| d(a, a + it));
        let other = [1, 2, 4, 5, 7, 8, 10, 11].map(|it| d(a, a + it));
        let gap = same.iter().sum::<f64>() / 3.0 - other.iter().sum::<f64>() / 8.0;
        let farthest = same.into_iter().fold(0.0, f64::max);
        let nearest = other.into_iter().fold(f64::INFINITY, f64::min);
        (mean + gap / 12.0, hardest + (farthest - nearest) / 12.0)
    })
}

fn next(state: &mut u64) -> f64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1);
    (*state >> 11) as f64 / 2_f64.powi(52) - 1.0
}
