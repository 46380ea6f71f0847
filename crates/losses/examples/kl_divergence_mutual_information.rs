//! Mutual information is the divergence of a joint distribution from independence.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // How often word x (row) and word y (column) met, among 1000 pairs.
    let counts = array![[120.0, 30.0, 0.0], [30.0, 500.0, 20.0], [0.0, 299.0, 1.0]];
    let joint = &counts / sum(&counts);
    let (x, y) = (joint.sum_axis(Axis(1)), joint.sum_axis(Axis(0)));
    let independent = &x.view().insert_axis(Axis(1)) * &y.view().insert_axis(Axis(0));

    let pointwise = Zip::from(&joint)
        .and(&independent)
        .map_collect(|joint, independent| (joint / independent).ln());
    println!("count   expected   pointwise mutual information");
    for ((count, expected), information) in counts.iter().zip(&independent).zip(&pointwise) {
        println!(
            "{count:>5} {:>10.1} {information:>10.4}",
            expected * sum(&counts)
        );
    }

    let row = |table: &Array2<f64>| Array1::from_iter(table.iter().copied()).insert_axis(Axis(0));
    let information = kl_divergence(&row(&joint), &row(&independent))?[0];
    println!("\nmutual information = KL(joint ‖ product)   {information:.6} nats");

    // A second way: H(x) + H(y) − H(x, y), with 0 ln 0 = 0.
    let term = |p: f64| if p > 0.0 { -p * p.ln() } else { 0.0 };
    let entropies = x.mapv(term).sum() + y.mapv(term).sum() - joint.mapv(term).sum();
    assert_abs_diff_eq!(information, entropies, epsilon = 1e-12);
    // ANCHOR_END: program
    Ok(())
}
