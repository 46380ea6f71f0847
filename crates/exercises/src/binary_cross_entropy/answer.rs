//! Binary cross-entropy from a logit.

// ANCHOR: answer
/// The loss of one logit, in nats; the label is 0 or 1.
pub fn binary_cross_entropy(logit: f64, label: f64) -> f64 {
    // ANCHOR: solution
    // ln(1 + e^z) − y z, written as a sum of two terms that are never negative.
    let toward_the_label = (1.0 - 2.0 * label) * logit;
    toward_the_label.max(0.0) + (-toward_the_label.abs()).exp().ln_1p()
    // ANCHOR_END: solution
}

/// Its derivative with respect to the logit.
pub fn derivative(logit: f64, label: f64) -> f64 {
    // ANCHOR: solution
    // p − 1 would lose the digits of a p close to 1: use 1 − σ(z) = σ(−z).
    let sigmoid = |z: f64| {
        if z >= 0.0 {
            1.0 / (1.0 + (-z).exp())
        } else {
            z.exp() / (1.0 + z.exp())
        }
    };
    label.mul_add(-sigmoid(-logit), (1.0 - label) * sigmoid(logit))
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
