//! The smallest slack that the constraints allow is the hinge loss, so both problems are one.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let x = array![2.0, 0.5, -1.0, -2.0, 0.4];
    let labels = array![1.0, 1.0, 1.0, -1.0, -1.0];
    let (cost, n) = (2.0, 5.0);
    let lambda = 1.0 / (n * cost);

    println!("C = {cost}, n = {n}, λ = 1/(nC) = {lambda}");
    println!("weight   ½‖w‖² + C Σ ξ   mean hinge + ½λ‖w‖²   ratio");
    for w in [0.0, 1.0, -3.0] {
        let scores = &x * w;
        // The smallest ξ ≥ 0 with y f ≥ 1 − ξ, found by halving an interval.
        let slacks = Zip::from(&scores).and(&labels).map_collect(|score, label| {
            let (mut low, mut high) = (0.0, 1e3);
            for _ in 0..60 {
                let slack = 0.5 * (low + high);
                let feasible = label * score >= 1.0 - slack;
                *(if feasible { &mut high } else { &mut low }) = slack;
            }
            high
        });
        let losses = hinge(&scores, &labels)?;
        assert_abs_diff_eq!(slacks, losses, epsilon = 1e-12);

        let with_cost = 0.5 * w * w + cost * sum(&slacks);
        let with_lambda = mean(&losses)? + 0.5 * lambda * w * w;
        let ratio = with_cost / with_lambda;
        println!("{w:6} {with_cost:17.2} {with_lambda:21.3} {ratio:7.1}");
        assert_relative_eq!(ratio, n * cost, max_relative = 1e-9);
    }
    // ANCHOR_END: program
    Ok(())
}
