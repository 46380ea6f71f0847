//! The checks of arguments, each written once.

use ndarray::{ArrayRef, ArrayRef1, ArrayRef2, Dimension, IntoDimension};

use crate::LossError;
use crate::distributions::SUM_TOLERANCE;

pub(crate) fn check_same_shape(
    (first, first_shape): (&'static str, &[usize]),
    (second, second_shape): (&'static str, &[usize]),
) -> Result<(), LossError> {
    if first_shape == second_shape {
        return Ok(());
    }
    Err(LossError::ShapeMismatch {
        first,
        first_shape: first_shape.to_vec(),
        second,
        second_shape: second_shape.to_vec(),
    })
}

/// One element of `labels` for each row of `rows`.
pub(crate) fn check_one_per_row<A, B>(
    (rows_name, rows): (&'static str, &ArrayRef2<A>),
    (labels_name, labels): (&'static str, &ArrayRef1<B>),
) -> Result<(), LossError> {
    if rows.nrows() == labels.len() {
        return Ok(());
    }
    Err(LossError::ShapeMismatch {
        first: rows_name,
        first_shape: rows.shape().to_vec(),
        second: labels_name,
        second_shape: labels.shape().to_vec(),
    })
}

pub(crate) fn check_positive(name: &'static str, value: f64) -> Result<(), LossError> {
    if value > 0.0 && value.is_finite() {
        return Ok(());
    }
    let domain = "positive and finite";
    Err(LossError::InvalidParameter {
        name,
        domain,
        value,
    })
}

pub(crate) fn check_not_negative(name: &'static str, value: f64) -> Result<(), LossError> {
    if value >= 0.0 && value.is_finite() {
        return Ok(());
    }
    let domain = "at least 0 and finite";
    Err(LossError::InvalidParameter {
        name,
        domain,
        value,
    })
}

/// Each label must satisfy `is_valid`; a NaN is no label.
pub(crate) fn check_labels<D: Dimension>(
    (name, labels): (&'static str, &ArrayRef<f64, D>),
    domain: &'static str,
    is_valid: impl Fn(f64) -> bool,
) -> Result<(), LossError> {
    let wrong = labels.indexed_iter().find(|&(_, &label)| !is_valid(label));
    wrong.map_or(Ok(()), |(index, &label)| {
        let index = index.into_dimension().slice().to_vec();
        Err(LossError::InvalidLabel {
            name,
            index,
            label,
            domain,
        })
    })
}

/// Each value must lie in [0, 1]; NaN passes.
pub(crate) fn check_probabilities<D: Dimension>(
    name: &'static str,
    probabilities: &ArrayRef<f64, D>,
) -> Result<(), LossError> {
    let mut values = probabilities.indexed_iter();
    let wrong = values.find(|&(_, &it)| !(it.is_nan() || (0.0..=1.0).contains(&it)));
    wrong.map_or(Ok(()), |(index, &probability)| {
        let index = index.into_dimension().slice().to_vec();
        Err(LossError::ProbabilityOutOfRange {
            name,
            index,
            probability,
        })
    })
}

/// Each row must be non-negative and sum to 1; a row that holds NaN passes.
pub(crate) fn check_distributions(
    name: &'static str,
    rows: &ArrayRef2<f64>,
) -> Result<(), LossError> {
    // A value above 1 is left to the sum: rounding may lift a lone 1 a little.
    if let Some(((row, class), &probability)) = rows.indexed_iter().find(|&(_, &it)| it < 0.0) {
        let index = vec![row, class];
        return Err(LossError::ProbabilityOutOfRange {
            name,
            index,
            probability,
        });
    }
    check_sums(name, rows.rows().into_iter().map(|row| row.sum()))
}

/// As [`check_distributions`], for logarithms of probabilities.
pub(crate) fn check_log_distributions(
    name: &'static str,
    rows: &ArrayRef2<f64>,
) -> Result<(), LossError> {
    let sum_of_exp = |sum: f64, &it: &f64| sum + it.exp();
    check_sums(
        name,
        rows.rows().into_iter().map(|row| row.fold(0.0, sum_of_exp)),
    )
}

fn check_sums(name: &'static str, sums: impl Iterator<Item = f64>) -> Result<(), LossError> {
    let wrong = sums
        .enumerate()
        .find(|(_, sum)| (sum - 1.0).abs() > SUM_TOLERANCE);
    wrong.map_or(Ok(()), |(row, sum)| {
        Err(LossError::NotADistribution { name, row, sum })
    })
}

/// One class for each row, and each is one of its columns.
pub(crate) fn check_class_of_each_row(
    (rows_name, rows): (&'static str, &ArrayRef2<f64>),
    (name, labels): (&'static str, &ArrayRef1<usize>),
) -> Result<(), LossError> {
    check_one_per_row((rows_name, rows), (name, labels))?;
    check_classes(rows_name, rows)?;
    let n_classes = rows.ncols();
    let wrong = labels
        .indexed_iter()
        .find(|&(_, &label)| label >= n_classes);
    wrong.map_or(Ok(()), |(index, &label)| {
        Err(LossError::LabelOutOfRange {
            name,
            index,
            label,
            n_classes,
        })
    })
}

/// At least one class, so that a row can be normalized.
pub(crate) fn check_classes(name: &'static str, rows: &ArrayRef2<f64>) -> Result<(), LossError> {
    if rows.ncols() == 0 {
        return Err(LossError::NoClasses { name });
    }
    Ok(())
}
