//! The loss of direct preference optimization.

// ANCHOR: answer
/// The log-probabilities of an answer under the policy and under the reference.
#[derive(Clone, Copy)]
pub struct Answer {
    pub policy: f64,
    pub reference: f64,
}

/// The loss of one preference, in nats.
pub fn dpo(chosen: Answer, rejected: Answer, beta: f64) -> f64 {
    // ANCHOR: solution
    let difference = margin(chosen, rejected, beta);
    (-difference).max(0.0) + (-difference.abs()).exp().ln_1p()
    // ANCHOR_END: solution
}

/// Its derivatives with respect to `chosen.policy` and `rejected.policy`.
pub fn derivatives(chosen: Answer, rejected: Answer, beta: f64) -> (f64, f64) {
    // ANCHOR: solution
    // σ(−difference), which is e^(−loss) of the opposite preference.
    let pull = beta * (-dpo(rejected, chosen, beta)).exp();
    (-pull, pull)
    // ANCHOR_END: solution
}

/// By how much the implicit reward of the chosen answer is larger.
fn margin(chosen: Answer, rejected: Answer, beta: f64) -> f64 {
    // ANCHOR: solution
    beta * ((chosen.policy - chosen.reference) - (rejected.policy - rejected.reference))
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
