//! Huber loss and its derivative.

// ANCHOR: answer
/// The Huber loss of one residual.
pub fn huber(residual: f64, delta: f64) -> f64 {
    // ANCHOR: solution
    let distance = residual.abs();
    if distance <= delta {
        distance * distance / 2.0
    } else {
        delta * (distance - delta / 2.0)
    }
    // ANCHOR_END: solution
}

/// Its derivative with respect to the residual.
pub fn derivative(residual: f64, delta: f64) -> f64 {
    // ANCHOR: solution
    residual.clamp(-delta, delta)
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
