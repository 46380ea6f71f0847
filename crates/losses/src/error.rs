//! The one error type.

use crate::distributions::SUM_TOLERANCE;

/// Why a loss cannot be computed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LossError {
    /// Two arguments whose shapes must agree do not.
    #[error("shapes do not match: `{first}` is {first_shape:?}, `{second}` is {second_shape:?}")]
    ShapeMismatch {
        /// Name of the one argument.
        first: &'static str,
        /// Its shape.
        first_shape: Vec<usize>,
        /// Name of the other argument.
        second: &'static str,
        /// Its shape.
        second_shape: Vec<usize>,
    },
    /// The mean of no elements is undefined.
    #[error("the mean of no losses is undefined: pass at least one")]
    EmptyInput,
    /// Each row holds zero classes, so there is nothing to normalize.
    #[error("`{name}` has no classes: pass at least one column")]
    NoClasses {
        /// Name of the argument.
        name: &'static str,
    },
    /// A parameter lies outside its domain.
    #[error("`{name}` must be {domain}, got {value}")]
    InvalidParameter {
        /// Name of the parameter.
        name: &'static str,
        /// What is allowed.
        domain: &'static str,
        /// What was passed.
        value: f64,
    },
    /// A label lies outside its domain.
    #[error("`{name}` at {index:?} must be {domain}, got {label}")]
    InvalidLabel {
        /// Name of the argument.
        name: &'static str,
        /// Where it is.
        index: Vec<usize>,
        /// What was passed.
        label: f64,
        /// What is allowed.
        domain: &'static str,
    },
    /// A class label names a class that the logits do not have.
    #[error("`{name}` at [{index}] must be below the number of classes, {n_classes}, got {label}")]
    LabelOutOfRange {
        /// Name of the argument.
        name: &'static str,
        /// Where it is.
        index: usize,
        /// What was passed.
        label: usize,
        /// How many classes there are.
        n_classes: usize,
    },
    /// A probability is negative or exceeds 1.
    #[error("`{name}` at {index:?} must be a probability, in [0, 1], got {probability}")]
    ProbabilityOutOfRange {
        /// Name of the argument.
        name: &'static str,
        /// Where it is.
        index: Vec<usize>,
        /// What was passed.
        probability: f64,
    },
    /// A row of probabilities does not sum to 1 within [`SUM_TOLERANCE`].
    #[error(
        "row {row} of `{name}` sums to {sum}: normalize it to 1 (tolerance {tolerance:e})",
        tolerance = SUM_TOLERANCE
    )]
    NotADistribution {
        /// Name of the argument.
        name: &'static str,
        /// Index of the row.
        row: usize,
        /// What the probabilities of the row sum to.
        sum: f64,
    },
}
