//! A gradient checker.
extern crate ndarray;

// ANCHOR: answer
use ndarray::Array1;

/// Whether `claimed` is the gradient of `value` at the point `at`.
pub fn is_gradient(
    value: impl Fn(&Array1<f64>) -> f64,
    claimed: &Array1<f64>,
    at: &Array1<f64>,
) -> bool {
    // ANCHOR: solution
    claimed.len() == at.len()
        && claimed.iter().enumerate().all(|(position, &claim)| {
            let step = 1e-5 * at[position].abs().max(1.0);
            let moved = |by: f64| {
                let mut moved = at.clone();
                moved[position] += by;
                value(&moved)
            };
            let (up, down) = (moved(step), moved(-step));
            let slope = (up - down) / (2.0 * step);
            // What rounding alone can do to the difference.
            let noise = 1e-15 * up.abs().max(down.abs()) / step;
            (claim - slope).abs() <= 1e-5 * claim.abs().max(slope.abs()) + 10.0 * noise
        })
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
