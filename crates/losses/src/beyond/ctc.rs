//! Connectionist temporal classification: the probability of a short label
//! sequence, summed over all its alignments with a long input.
//!
//! Source: A. Graves, S. Fernández, F. Gomez and J. Schmidhuber, "Connectionist
//! Temporal Classification: Labelling Unsegmented Sequence Data with Recurrent
//! Neural Networks", ICML 2006, 369–376, <https://doi.org/10.1145/1143844.1143891>.

use ndarray::{Array2, ArrayRef1, ArrayRef2};

use crate::LossError;
use crate::checks::check_classes;
use crate::classification::softmax::log_softmax;

/// CTC loss of one sequence.
///
/// ```text
/// ℓ = −ln Σ_a Π_t softmax(z_t)[a_t]
///
/// where a runs over all alignments that become the labels when repetitions are
/// merged and then blanks are removed
/// ```
///
/// # Shapes and units
///
/// - `logits`: (time steps, classes), the blank among the classes.
/// - `labels`: (labels), classes other than the blank; may be empty.
/// - `blank`: the class that stands for no label.
/// - output: a number, in nats; +∞ when no alignment fits, that is with fewer
///   steps than labels and repetitions together. NaN gives NaN.
///
/// # Errors
///
/// - [`LossError::NoClasses`] when the logits have no classes.
/// - [`LossError::LabelOutOfRange`] when a label is no class.
/// - [`LossError::InvalidParameter`] when the blank is none.
/// - [`LossError::InvalidLabel`] when a label is the blank.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// // Two steps, classes blank and A, all equally likely: A is written in the
/// // three ways AA, A– and –A of four.
/// let loss = ctc(&Array2::zeros((2, 2)), &array![1], 0)?;
/// assert_relative_eq!(loss, -0.75_f64.ln());
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: loss
pub fn ctc(
    logits: &ArrayRef2<f64>,
    labels: &ArrayRef1<usize>,
    blank: usize,
) -> Result<f64, LossError> {
    check(logits, labels, blank)?;
    let states = States::new(labels, blank);
    Ok(-states.total(&states.forward(&log_softmax(logits)?)))
}
// ANCHOR_END: loss

/// Gradient of [`ctc`] with respect to the logits.
///
/// ```text
/// ∂ℓ/∂z_tk = softmax(z_t)[k] − P(class k at step t | the labels)
/// ```
///
/// # Shapes and units
///
/// - `logits`, `labels`, `blank`: as in [`ctc`].
/// - output: (time steps, classes); in nats; each row sums to 0. All NaN when no
///   alignment fits.
///
/// # Errors
///
/// As [`ctc`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// // Of the three ways AA, A– and –A two have A at the first step.
/// let gradient = ctc_gradient(&Array2::zeros((2, 2)), &array![1], 0)?;
/// assert_relative_eq!(gradient[[0, 1]], 0.5 - 2.0 / 3.0, epsilon = 1e-15);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: gradient
pub fn ctc_gradient(
    logits: &ArrayRef2<f64>,
    labels: &ArrayRef1<usize>,
    blank: usize,
) -> Result<Array2<f64>, LossError> {
    check(logits, labels, blank)?;
    let log_probabilities = log_softmax(logits)?;
    let states = States::new(labels, blank);
    let forward = states.forward(&log_probabilities);
    let backward = states.backward(&log_probabilities);
    let total = states.total(&forward);
    let mut gradient = log_probabilities.exp();
    for ((step, state), to_here) in forward.indexed_iter() {
        let share = (to_here + backward[[step, state]] - total).exp();
        gradient[[step, states.0[state]]] -= share;
    }
    Ok(gradient)
}
// ANCHOR_END: gradient

/// The labels with a blank before, between and after them.
struct States(Vec<usize>);

impl States {
    fn new(labels: &ArrayRef1<usize>, blank: usize) -> Self {
        let with_blanks = labels.iter().flat_map(|&label| [label, blank]);
        Self(std::iter::once(blank).chain(with_blanks).collect())
    }

    /// A step stays, moves on by one, or skips the blank between two labels
    /// that differ.
    fn may_follow(&self, from: usize, to: usize) -> bool {
        to == from
            || to == from + 1
            // Blanks are at the even places; so are both ends of a skip to one.
            || (to == from + 2 && to % 2 == 1 && self.0[to] != self.0[from])
    }

    /// ln of the probability of all paths that reach each state at each step.
    fn forward(&self, log_probabilities: &ArrayRef2<f64>) -> Array2<f64> {
        let n_states = self.0.len();
        let mut reached =
            Array2::from_elem((log_probabilities.nrows(), n_states), f64::NEG_INFINITY);
        for (step, row) in log_probabilities.rows().into_iter().enumerate() {
            for state in 0..n_states {
                let before = if step == 0 {
                    if state < 2 { 0.0 } else { f64::NEG_INFINITY }
                } else {
                    let sources =
                        (state.saturating_sub(2)..=state).filter(|&it| self.may_follow(it, state));
                    log_sum(sources.map(|it| reached[[step - 1, it]]))
                };
                reached[[step, state]] = before + row[self.0[state]];
            }
        }
        reached
    }

    /// ln of the probability of all paths from each state at each step to the
    /// end, that step excluded.
    fn backward(&self, log_probabilities: &ArrayRef2<f64>) -> Array2<f64> {
        let (n_steps, n_states) = (log_probabilities.nrows(), self.0.len());
        let mut remaining = Array2::from_elem((n_steps, n_states), f64::NEG_INFINITY);
        for step in (0..n_steps).rev() {
            for state in 0..n_states {
                remaining[[step, state]] = if step + 1 == n_steps {
                    if state + 2 >= n_states {
                        0.0
                    } else {
                        f64::NEG_INFINITY
                    }
                } else {
                    let targets =
                        (state..n_states.min(state + 3)).filter(|&it| self.may_follow(state, it));
                    log_sum(targets.map(|it| {
                        remaining[[step + 1, it]] + log_probabilities[[step + 1, self.0[it]]]
                    }))
                };
            }
        }
        remaining
    }

    /// A path ends at the last label or at the blank after it.
    fn total(&self, forward: &ArrayRef2<f64>) -> f64 {
        let Some(last) = forward.rows().into_iter().next_back() else {
            // No steps: the empty label sequence is certain, any other impossible.
            return if self.0.len() == 1 {
                0.0
            } else {
                f64::NEG_INFINITY
            };
        };
        log_sum(last.iter().rev().take(2).copied())
    }
}

/// ln Σ eˣ, with −∞ for nothing and for zeros alone.
fn log_sum(terms: impl Iterator<Item = f64> + Clone) -> f64 {
    let max = terms.clone().fold(f64::NEG_INFINITY, f64::max);
    if max == f64::NEG_INFINITY {
        // `max` skips NaN, a sum does not.
        return terms.fold(max, |sum, it| sum + it);
    }
    max + terms.map(|it| (it - max).exp()).sum::<f64>().ln()
}

fn check(
    logits: &ArrayRef2<f64>,
    labels: &ArrayRef1<usize>,
    blank: usize,
) -> Result<(), LossError> {
    check_classes("logits", logits)?;
    let n_classes = logits.ncols();
    if let Some((index, &label)) = labels.indexed_iter().find(|&(_, &it)| it >= n_classes) {
        return Err(LossError::LabelOutOfRange {
            name: "labels",
            index,
            label,
            n_classes,
        });
    }
    if blank >= n_classes {
        return Err(LossError::InvalidParameter {
            name: "blank",
            domain: "a class, below the number of columns",
            value: blank as f64,
        });
    }
    if let Some(index) = labels.iter().position(|&it| it == blank) {
        return Err(LossError::InvalidLabel {
            name: "labels",
            index: vec![index],
            label: blank as f64,
            domain: "a class other than the blank",
        });
    }
    Ok(())
}
