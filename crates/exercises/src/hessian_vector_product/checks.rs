use ndarray::{Array1, Array2, array};

use super::answer::hessian_vector_product;
use crate::teach::all_close;

fn features() -> Array2<f64> {
    array![[1.0, 2.0], [0.5, -1.0], [-3.0, 0.2]]
}

/// The gradient of the mean loss; labels drop out of its differences.
fn gradient(weights: &Array1<f64>) -> Array1<f64> {
    let sigmoid = features().dot(weights).mapv(|z| 1.0 / (1.0 + (-z).exp()));
    features().t().dot(&(sigmoid - array![1.0, 0.0, 1.0])) / 3.0
}

#[test]
fn is_the_slope_of_the_gradient_in_the_direction() {
    let (weights, vector) = (array![0.3, -0.7], array![1.0, 2.0]);
    let step = 1e-5;
    let slope = (gradient(&(&weights + step * &vector)) - gradient(&(&weights - step * &vector)))
        / (2.0 * step);
    let yours = hessian_vector_product(&features(), &weights, &vector);
    let rounded = |it: &Array1<f64>| it.mapv(|it| (it * 1e6).round() / 1e6);
    all_close(
        &rounded(&yours),
        &rounded(&slope),
        "Xᵀ(p(1 − p)·(Xv))/n: forget neither the weights p(1 − p) nor the n",
    );
}

#[test]
fn is_linear_in_the_vector() {
    let product = |v: Array1<f64>| hessian_vector_product(&features(), &array![0.1, 0.2], &v);
    let sum = product(array![1.0, 0.0]) * 2.0 + product(array![0.0, 1.0]) * 3.0;
    all_close(
        &product(array![2.0, 3.0]),
        &sum,
        "it is a matrix times a vector",
    );
}

#[test]
fn a_saturated_model_has_no_curvature_and_no_nan() {
    let product = hessian_vector_product(&array![[1.0], [-1.0]], &array![5000.0], &array![1.0]);
    all_close(&product, &array![0.0], "p(1 − p) of ±5000 is 0; ∞/∞ is NaN");
}

#[test]
fn many_features_need_no_matrix() {
    let wide = 200_000;
    let product = hessian_vector_product(
        &Array2::ones((1, wide)),
        &Array1::zeros(wide),
        &Array1::ones(wide),
    );
    all_close(
        &product,
        &Array1::from_elem(wide, wide as f64 / 4.0),
        "the Hessian would take 320 GB",
    );
}
