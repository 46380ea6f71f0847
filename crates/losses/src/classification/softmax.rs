//! Softmax, its logarithm, and the log-sum-exp that normalizes both.
//!
//! Sources: J. S. Bridle, "Probabilistic Interpretation of Feedforward
//! Classification Network Outputs, with Relationships to Statistical Pattern
//! Recognition", Neurocomputing (1990), 227–236,
//! <https://doi.org/10.1007/978-3-642-76153-9_28>; P. Blanchard, D. J. Higham
//! and N. J. Higham, "Accurately computing the log-sum-exp and softmax
//! functions", IMA J. Numer. Anal. 41 (2021), 2311–2330,
//! <https://doi.org/10.1093/imanum/draa038>.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Zip};

use crate::LossError;
use crate::checks::{check_classes, check_positive};

/// Logarithm of the sum of exponentials of each row, the smooth maximum.
///
/// ```text
/// lse(z) = ln ∑ⱼ exp(zⱼ) = m + ln ∑ⱼ exp(zⱼ − m)        where m = maxⱼ zⱼ
/// ```
///
/// # Shapes and units
///
/// - `logits`: (n, k), one row per example; in nats.
/// - output: (n); in nats.
/// - A logit of −∞ is a masked class and adds nothing; −∞ throughout gives −∞.
///   A logit of +∞ gives +∞. NaN gives NaN.
///
/// # Errors
///
/// [`LossError::NoClasses`] when the rows have no columns.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let values = log_sum_exp(&array![[0.0, 0.0], [1000.0, 1000.0]])?;
/// assert_relative_eq!(values, array![2.0_f64.ln(), 1000.0 + 2.0_f64.ln()]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: log_sum_exp
pub fn log_sum_exp(logits: &ArrayRef2<f64>) -> Result<Array1<f64>, LossError> {
    check_classes("logits", logits)?;
    Ok(Zip::from(logits.rows()).map_collect(|row| {
        let (max, log_sum) = shifted_log_sum_exp(&row);
        max + log_sum
    }))
}

/// The maximum m of a row, and ln ∑ exp(zⱼ − m): no term overflows, and the
/// largest is exp(0) = 1.
pub(crate) fn shifted_log_sum_exp(row: &ArrayRef1<f64>) -> (f64, f64) {
    let max = row.fold(f64::NEG_INFINITY, |max, &logit| max.max(logit));
    // The terms at the maximum are counted, not computed: `ln_1p` then keeps
    // the others where 1 + others would round to 1.
    let (n_at_max, others) = row.fold((0.0, 0.0), |(n_at_max, others), &logit| {
        if logit == max {
            (n_at_max + 1.0, others)
        } else {
            (n_at_max, others + (logit - max).exp())
        }
    });
    (max, (n_at_max - 1.0 + others).ln_1p())
}
// ANCHOR_END: log_sum_exp

/// Softmax of each row: probabilities proportional to the exponentials.
///
/// ```text
/// pⱼ = exp(zⱼ / T) / ∑ᵢ exp(zᵢ / T)
/// ```
///
/// # Shapes and units
///
/// - `logits`: (n, k), one row per example; in nats at `temperature` 1.
/// - `temperature`: T, in the unit of the logits; below 1 sharpens, above 1 flattens.
/// - output: (n, k); each row sums to 1.
/// - A logit of −∞ is a masked class of probability 0. A row of −∞ throughout
///   has no class left, and a row with +∞ or NaN no maximum to shift by: the
///   whole row is NaN.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] unless `temperature` is positive and finite.
/// - [`LossError::NoClasses`] when the rows have no columns.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let probabilities = softmax(&array![[1000.0, 1000.0, f64::NEG_INFINITY]], 1.0)?;
/// assert_eq!(probabilities, array![[0.5, 0.5, 0.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: softmax
pub fn softmax(logits: &ArrayRef2<f64>, temperature: f64) -> Result<Array2<f64>, LossError> {
    check_positive("temperature", temperature)?;
    check_classes("logits", logits)?;
    let mut probabilities = logits.to_owned();
    for mut row in probabilities.rows_mut() {
        let max = row.fold(f64::NEG_INFINITY, |max, &logit| max.max(logit));
        row.mapv_inplace(|logit| ((logit - max) / temperature).exp());
        let sum = row.sum();
        row.mapv_inplace(|exponential| exponential / sum);
    }
    Ok(probabilities)
}
// ANCHOR_END: softmax

/// Logarithm of the softmax of each row, without taking the logarithm of an
/// underflowed probability.
///
/// ```text
/// ln pⱼ = zⱼ − lse(z)
/// ```
///
/// # Shapes and units
///
/// - `logits`: (n, k), one row per example; in nats.
/// - output: (n, k); in nats, at most 0.
/// - A logit of −∞ gives −∞; a row of −∞ throughout gives NaN. A logit of +∞
///   gives NaN for its class and −∞ for the others. NaN makes its row NaN.
///
/// # Errors
///
/// [`LossError::NoClasses`] when the rows have no columns.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let log_probabilities = log_softmax(&array![[0.0, -1000.0]])?;
/// assert_eq!(log_probabilities, array![[0.0, -1000.0]]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: log_softmax
pub fn log_softmax(logits: &ArrayRef2<f64>) -> Result<Array2<f64>, LossError> {
    check_classes("logits", logits)?;
    let mut log_probabilities = logits.to_owned();
    for mut row in log_probabilities.rows_mut() {
        let (max, log_sum) = shifted_log_sum_exp(&row);
        // Not `logit - (max + log_sum)`: a large maximum would swallow the sum.
        row.mapv_inplace(|logit| (logit - max) - log_sum);
    }
    Ok(log_probabilities)
}
// ANCHOR_END: log_softmax
