//! Focal loss and its derivative.

// ANCHOR: answer
/// The focal loss of one logit, in nats; the label is 0 or 1.
pub fn focal(logit: f64, label: f64, gamma: f64) -> f64 {
    // ANCHOR: solution
    let toward = (2.0 * label - 1.0) * logit;
    -sigmoid(-toward).powf(gamma) * log_sigmoid(toward)
    // ANCHOR_END: solution
}

/// Its derivative with respect to the logit.
pub fn derivative(logit: f64, label: f64, gamma: f64) -> f64 {
    // ANCHOR: solution
    let sign = 2.0 * label - 1.0;
    let toward = sign * logit;
    let (right, wrong) = (sigmoid(toward), sigmoid(-toward));
    sign * wrong.powf(gamma) * (gamma * right * log_sigmoid(toward) - wrong)
    // ANCHOR_END: solution
}

/// 1 / (1 + e^−z).
fn sigmoid(z: f64) -> f64 {
    // ANCHOR: solution
    log_sigmoid(z).exp()
    // ANCHOR_END: solution
}

/// ln(1 / (1 + e^−z)).
fn log_sigmoid(z: f64) -> f64 {
    // ANCHOR: solution
    z.min(0.0) - (-z.abs()).exp().ln_1p()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
