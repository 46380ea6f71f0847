//! Divergences between probability distributions.

pub mod gaussian;
pub mod kl_divergence;

/// How far from 1 the probabilities of a distribution may sum: wide enough for
/// a softmax that was computed in `f32`.
pub const SUM_TOLERANCE: f64 = 1e-6;

/// ln(p / q), accurate where p ≈ q and finite where p / q overflows.
pub(crate) fn log_ratio(p: f64, q: f64) -> f64 {
    let ratio = p / q;
    if (0.5..=2.0).contains(&ratio) {
        // p − q is exact here (Sterbenz), so nothing cancels but what must.
        ((p - q) / q).ln_1p()
    } else if ratio.is_normal() {
        // Not a difference: two large logarithms may have a small one.
        ratio.ln()
    } else {
        p.ln() - q.ln()
    }
}
