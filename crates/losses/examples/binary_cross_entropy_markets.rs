//! The lower log loss can belong to the weaker model: compare with the entropy of the base rate.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("market   share of 1   log loss   of the base rate   removed");
    // Two kinds of examples, equally many, and a model that knows the probability of each.
    for (market, kinds) in [("A", [0.002, 0.018]), ("B", [0.2, 0.8])] {
        let (truth, share) = (Array1::from_iter(kinds), (kinds[0] + kinds[1]) / 2.0);
        let loss = mean(&binary_cross_entropy(&truth, &truth)?)?;
        let constant = mean(&binary_cross_entropy(&array![share, share], &truth)?)?;
        let removed = 1.0 - loss / constant;
        println!("{market:6} {share:12.3} {loss:10.6} {constant:18.6} {removed:9.4}");

        // No other constant is better.
        for other in [0.99 * share, 1.01 * share] {
            let other = binary_cross_entropy(&array![other, other], &truth)?;
            assert!(mean(&other)? > constant);
        }
        // What was removed is what the kind tells about the label: their mutual information.
        let by_kind = kinds.map(|p| [p, 1.0 - p]);
        let base = array![[share, 1.0 - share], [share, 1.0 - share]];
        let information = mean(&kl_divergence(&Array2::from(by_kind.to_vec()), &base)?)?;
        assert_relative_eq!(removed * constant, information, max_relative = 1e-12);
    }
    // ANCHOR_END: program
    Ok(())
}
