//! Sinkhorn approaches the exact distance as its entropy fades, slower and slower, and does not give 0 for equal samples.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// Cost of the entropic plan, and the steps until its columns have their mass.
fn sinkhorn(first: &[f64], second: &[f64], epsilon: f64) -> Result<(f64, usize), LossError> {
    let n = first.len();
    let mass = -(n as f64).ln();
    let cost = Array2::from_shape_fn((n, n), |(i, j)| (first[i] - second[j]).abs());
    // Potentials over ε, in logarithms: e^(−cost / ε) alone underflows.
    let kernel = cost.mapv(|it| -it / epsilon);
    let mut v = Array1::<f64>::zeros(n);
    for step in 1.. {
        let u = mass - log_sum_exp(&(&kernel + &v))?;
        let columns = log_sum_exp(&(&kernel.t() + &u))?;
        let error = (&columns + &v - mass).mapv(f64::abs).sum();
        v = mass - columns;
        if error < 1e-6 || step == 100_000 {
            let plan = (&kernel + &v + u.insert_axis(Axis(1))).mapv(f64::exp);
            return Ok(((plan * &cost).sum(), step));
        }
    }
    unreachable!("the loop returns")
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    let (first, second) = ([0.0, 1.0, 3.0, 7.0], [0.5, 2.0, 4.0, 5.0]);
    let [a, b] = [first, second].map(|it| Array1::from(it.to_vec()));
    let exact = wasserstein(&a, &b)?;
    println!("exact {exact:14.4}\n     ε   Sinkhorn  with itself  steps");
    for epsilon in [10.0, 1.0, 0.3, 0.15] {
        let (cost, steps) = sinkhorn(&first, &second, epsilon)?;
        let (own, _) = sinkhorn(&first, &first, epsilon)?;
        println!("{epsilon:6} {cost:10.4} {own:12.4} {steps:6}");
        // The entropy of any plan is between ln 4 and 2 ln 4: so much can ε buy.
        assert!(cost >= exact - 1e-6 && cost - exact < epsilon * 4_f64.ln());
    }
    // For a large ε the plan is independent: the mean of all distances.
    let (free, _) = sinkhorn(&first, &second, 1e6)?;
    let pairs = first
        .iter()
        .flat_map(|x| second.iter().map(move |y| (x - y).abs()));
    assert_relative_eq!(free, pairs.sum::<f64>() / 16.0, max_relative = 1e-4);
    let (near, _) = sinkhorn(&first, &second, 0.15)?;
    assert_relative_eq!(near, exact, max_relative = 1e-2);
    Ok(())
}
