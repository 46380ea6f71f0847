//! The objective of group relative policy optimization.

// ANCHOR: answer
/// One sampled answer: its reward and the log-probabilities of its tokens.
pub struct Answer {
    pub reward: f64,
    /// Under the policy that is trained, the one that sampled, and the reference.
    pub policy: Vec<f64>,
    pub old: Vec<f64>,
    pub reference: Vec<f64>,
}

/// The objective of one prompt, to be maximized.
pub fn grpo(group: &[Answer], clip: f64, beta: f64) -> f64 {
    // ANCHOR: solution
    let values = group
        .iter()
        .zip(advantages(group))
        .map(|(answer, advantage)| {
            let tokens = answer.policy.iter().zip(&answer.old).zip(&answer.reference);
            let terms = tokens.map(|((policy, old), reference)| {
                let ratio = (policy - old).exp();
                let clipped = ratio.clamp(1.0 - clip, 1.0 + clip);
                let log_r = reference - policy;
                f64::min(ratio * advantage, clipped * advantage) - beta * (log_r.exp_m1() - log_r)
            });
            terms.sum::<f64>() / answer.policy.len() as f64
        });
    values.sum::<f64>() / group.len() as f64
    // ANCHOR_END: solution
}

/// Each reward minus the mean of the group, divided by its standard deviation (over n).
pub fn advantages(group: &[Answer]) -> Vec<f64> {
    // ANCHOR: solution
    let n = group.len() as f64;
    let mean = group.iter().map(|it| it.reward).sum::<f64>() / n;
    let variance = group
        .iter()
        .map(|it| (it.reward - mean).powi(2))
        .sum::<f64>()
        / n;
    let scale = if variance == 0.0 {
        0.0
    } else {
        variance.sqrt().recip()
    };
    group.iter().map(|it| (it.reward - mean) * scale).collect()
    // ANCHOR_END: solution
}
// ANCHOR_END: answer
