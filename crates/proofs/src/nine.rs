//! The nine losses under one roof: by name, with flat arguments.
//!
//! The arguments come in groups, as a row of `reference/losses.tsv` has them:
//! for Huber the prediction, the target and the threshold. A result is the
//! value, followed by the gradient.

use losses::prelude::*;

use crate::Real;
use crate::dual::Formula;
use crate::formulas::{
    AbsoluteError, BinaryCrossEntropy, Contrastive, Hinge, Huber, KlDivergence,
    SoftmaxCrossEntropy, SquaredError, Triplet,
};

/// Their names, in the order of the chapters.
pub const NAMES: [&str; 9] = [
    "squared_error",
    "absolute_error",
    "huber",
    "binary_cross_entropy",
    "categorical_cross_entropy",
    "hinge",
    "kl_divergence",
    "contrastive",
    "triplet",
];

/// Value and gradient from the crate `losses`.
///
/// # Errors
///
/// Those of the loss.
///
/// # Panics
///
/// When there is no such loss, or it has other groups.
pub fn by_library(loss: &str, groups: &[Vec<f64>]) -> Result<Vec<f64>, LossError> {
    let group = |index: usize| Array1::from(groups[index].clone());
    let row = |index: usize| group(index).insert_axis(Axis(0));
    let (value, gradient) = match loss {
        "squared_error" => (
            squared_error(&group(0), &group(1))?,
            squared_error_gradient(&group(0), &group(1))?.to_vec(),
        ),
        "absolute_error" => (
            absolute_error(&group(0), &group(1))?,
            absolute_error_gradient(&group(0), &group(1))?.to_vec(),
        ),
        "huber" => (
            huber(&group(0), &group(1), groups[2][0])?,
            huber_gradient(&group(0), &group(1), groups[2][0])?.to_vec(),
        ),
        "binary_cross_entropy" => (
            binary_cross_entropy_with_logits(&group(0), &group(1))?,
            binary_cross_entropy_with_logits_gradient(&group(0), &group(1))?.to_vec(),
        ),
        "categorical_cross_entropy" => {
            let label = array![label(groups)];
            (
                softmax_cross_entropy(&row(0), &label)?,
                softmax_cross_entropy_gradient(&row(0), &label)?
                    .into_iter()
                    .collect(),
            )
        }
        "hinge" => (
            hinge(&group(0), &group(1))?,
            hinge_gradient(&group(0), &group(1))?.to_vec(),
        ),
        "kl_divergence" => {
            let by_p = kl_divergence_gradient_p(&row(0), &row(1))?;
            let by_q = kl_divergence_gradient_q(&row(0), &row(1))?;
            (
                kl_divergence(&row(0), &row(1))?,
                by_p.into_iter().chain(by_q).collect(),
            )
        }
        "contrastive" => {
            let pair = if is_similar(groups) {
                Pair::Similar
            } else {
                Pair::Dissimilar
            };
            let (pairs, margin) = (array![pair], groups[3][0]);
            (
                contrastive(&row(0), &row(1), &pairs, margin)?,
                contrastive_gradient(&row(0), &row(1), &pairs, margin)?
                    .into_iter()
                    .collect(),
            )
        }
        "triplet" => {
            let margin = groups[3][0];
            let gradient = triplet_gradient(&row(0), &row(1), &row(2), margin)?;
            let parts = [gradient.anchors, gradient.positives, gradient.negatives];
            (
                triplet(&row(0), &row(1), &row(2), margin)?,
                parts.into_iter().flatten().collect(),
            )
        }
        _ => panic!("there is no loss {loss}"),
    };
    Ok(std::iter::once(value[0]).chain(gradient).collect())
}

/// Value and gradient from the definition and dual numbers, over floats or
/// intervals.
///
/// # Panics
///
/// When there is no such loss, or it has other groups.
#[must_use]
pub fn by_formula<R: Real>(loss: &str, groups: &[Vec<f64>]) -> Vec<R> {
    let x: Vec<R> = groups.iter().flatten().map(|&it| R::constant(it)).collect();
    let x = x.as_slice();
    match loss {
        "squared_error" => dual::<2, R>(&SquaredError, x, 1),
        "absolute_error" => dual::<2, R>(&AbsoluteError, x, 1),
        "huber" => dual::<2, R>(
            &Huber {
                delta: groups[2][0],
            },
            x,
            1,
        ),
        "binary_cross_entropy" => dual::<2, R>(&BinaryCrossEntropy, x, 1),
        "categorical_cross_entropy" => {
            let formula = SoftmaxCrossEntropy {
                label: label(groups),
            };
            match groups[0].len() {
                2 => dual::<2, R>(&formula, x, 2),
                3 => dual::<3, R>(&formula, x, 3),
                _ => dual::<5, R>(&formula, x, 5),
            }
        }
        "hinge" => dual::<2, R>(&Hinge, x, 1),
        "kl_divergence" => match groups[0].len() {
            2 => dual::<4, R>(&KlDivergence, x, 4),
            3 => dual::<6, R>(&KlDivergence, x, 6),
            _ => dual::<8, R>(&KlDivergence, x, 8),
        },
        "contrastive" => {
            let (similar, margin) = (is_similar(groups), groups[3][0]);
            dual::<4, R>(&Contrastive { similar, margin }, x, 2)
        }
        "triplet" => {
            let (margin, squared) = (groups[3][0], false);
            dual::<6, R>(&Triplet { margin, squared }, x, 6)
        }
        _ => panic!("there is no loss {loss}"),
    }
}

fn dual<const N: usize, R: Real>(formula: &impl Formula<N>, x: &[R], n_slopes: usize) -> Vec<R> {
    let x = std::array::from_fn(|i| x[i]);
    let slopes = (0..n_slopes).map(|i| formula.slope(x, i));
    std::iter::once(formula.at(x)).chain(slopes).collect()
}

fn label(groups: &[Vec<f64>]) -> usize {
    groups[1][0] as usize
}

fn is_similar(groups: &[Vec<f64>]) -> bool {
    groups[2][0] == 0.0
}
