//! The Wasserstein-1 distance of two samples on a line.
//!
//! Sources: C. Villani, "Optimal Transport: Old and New", Springer 2009,
//! <https://doi.org/10.1007/978-3-540-71050-9>; M. Arjovsky, S. Chintala and
//! L. Bottou, "Wasserstein GAN", 2017, <https://arxiv.org/abs/1701.07875>.

use ndarray::{Array1, ArrayRef1};

use crate::LossError;

/// Wasserstein-1 distance of two samples on a line: the least mean distance
/// over which the points of one have to be carried to become the other.
///
/// ```text
/// W₁ = min over couplings E|X − Y| = ∫ |F(t) − G(t)| dt = ∫ |F⁻¹(u) − G⁻¹(u)| du
/// ```
///
/// On a line the best coupling takes both samples in order.
///
/// # Shapes and units
///
/// - `first`: (n), `second`: (m); each point weighs 1/n or 1/m.
/// - output: one number, in the unit of the points. NaN if a point is.
///
/// # Errors
///
/// - [`LossError::InvalidParameter`] when a sample is empty.
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// assert_eq!(wasserstein(&array![3.0, 1.0], &array![2.0, 4.0])?, 1.0);
/// assert_eq!(wasserstein(&array![0.0], &array![-1.0, 3.0])?, 2.0);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: wasserstein
pub fn wasserstein(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> Result<f64, LossError> {
    check(first, second)?;
    let carried = coupling(first, second)
        .into_iter()
        .map(|(i, j, mass)| mass * (first[i] - second[j]).abs());
    Ok(carried.sum())
}
// ANCHOR_END: wasserstein

/// Gradient of [`wasserstein`] with respect to the points of `first`.
///
/// ```text
/// ∂W₁/∂xᵢ = the sum, over what xᵢ is coupled with, of mass · sign(xᵢ − yⱼ)
/// ```
///
/// A point that lies on its partner has a kink; that part is stated as 0.
///
/// # Shapes and units
///
/// - arguments: as in [`wasserstein`].
/// - output: (n); without unit, at most 1/n in size, however far the samples
///   are apart.
///
/// # Errors
///
/// As [`wasserstein`].
///
/// # Examples
///
/// ```
/// use losses::prelude::*;
///
/// let gradient = wasserstein_gradient(&array![3.0, 1.0], &array![2.0, 400.0])?;
/// assert_eq!(gradient, array![-0.5, -0.5]);
/// # Ok::<(), LossError>(())
/// ```
// ANCHOR: wasserstein_gradient
pub fn wasserstein_gradient(
    first: &ArrayRef1<f64>,
    second: &ArrayRef1<f64>,
) -> Result<Array1<f64>, LossError> {
    check(first, second)?;
    let mut gradient = Array1::zeros(first.len());
    for (i, j, mass) in coupling(first, second) {
        let difference = first[i] - second[j];
        // `signum` of 0 is 1.
        gradient[i] += if difference == 0.0 {
            0.0
        } else {
            mass * difference.signum()
        };
    }
    Ok(gradient)
}
// ANCHOR_END: wasserstein_gradient

// ANCHOR: coupling
/// Which point of `first` gives how much mass to which of `second`, in order.
fn coupling(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> Vec<(usize, usize, f64)> {
    let (n, m) = (first.len(), second.len());
    // In whole units of 1/(n m), so that nothing is lost by rounding.
    let (mut have, mut want) = (m, n);
    let (mut sources, mut sinks) = (in_order(first).into_iter(), in_order(second).into_iter());
    let (mut source, mut sink) = (sources.next(), sinks.next());
    let mut plan = Vec::with_capacity(n + m);
    while let (Some(i), Some(j)) = (source, sink) {
        let moved = have.min(want);
        plan.push((i, j, moved as f64 / (n * m) as f64));
        have -= moved;
        want -= moved;
        if have == 0 {
            (source, have) = (sources.next(), m);
        }
        if want == 0 {
            (sink, want) = (sinks.next(), n);
        }
    }
    plan
}

fn in_order(points: &ArrayRef1<f64>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|&a, &b| points[a].total_cmp(&points[b]));
    order
}
// ANCHOR_END: coupling

fn check(first: &ArrayRef1<f64>, second: &ArrayRef1<f64>) -> Result<(), LossError> {
    let sizes = [
        ("size of first", first.len()),
        ("size of second", second.len()),
    ];
    match sizes.into_iter().find(|(_, size)| *size == 0) {
        None => Ok(()),
        Some((name, _)) => Err(LossError::InvalidParameter {
            name,
            domain: "positive",
            value: 0.0,
        }),
    }
}
