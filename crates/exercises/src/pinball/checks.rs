use ndarray::{Array1, array};

use super::answer::{best_constant, mean_pinball};
use crate::teach::close;

#[test]
fn prices_both_directions() {
    let value = mean_pinball(
        &array![110.0, 115.0, 95.0],
        &array![100.0, 120.0, 90.0],
        0.9,
    );
    close(
        value,
        2.0,
        "the terms are 1.0, 4.5 and 0.5; 8/3·… comes from swapping q and 1 − q",
    );
}

#[test]
fn a_high_quantile_punishes_forecasts_that_are_too_low() {
    let low = mean_pinball(&array![0.0], &array![1.0], 0.9);
    let high = mean_pinball(&array![2.0], &array![1.0], 0.9);
    assert!(
        low > high,
        "too low costs {low}, too high {high}: at q = 0.9 a unit too low costs 0.9"
    );
}

#[test]
fn at_one_half_it_is_half_the_absolute_error() {
    let value = mean_pinball(&array![0.0, 0.0], &array![3.0, -1.0], 0.5);
    close(
        value,
        1.0,
        "the mean absolute error is 2, and pinball at ½ is half of that",
    );
}

#[test]
fn the_constant_beats_every_target_and_every_midpoint() {
    let targets = array![9.0, 1.0, 4.0, 2.0, 30.0, 7.0, 3.0];
    for q in [0.1, 0.5, 0.75, 0.9] {
        let best = best_constant(&targets, q);
        let cost = |it: f64| mean_pinball(&Array1::from_elem(7, it), &targets, q);
        for rival in (0..=60).map(|it| f64::from(it) / 2.0) {
            assert!(
                cost(best) <= cost(rival) + 1e-12,
                "for q = {q} the constant {rival} is cheaper than your {best}"
            );
        }
    }
}

#[test]
fn one_target_is_its_own_quantile() {
    close(
        best_constant(&array![5.0], 0.01),
        5.0,
        "a small q rounds the index down to nothing: keep it inside the array",
    );
    close(
        best_constant(&array![5.0], 0.99),
        5.0,
        "a large q must not run off the end",
    );
}
