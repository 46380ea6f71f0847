//! The training loss of the fitted model is too small by as much as the loss on new data is too large.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const N: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // Least squares with k cosine features on 20 places; the targets are pure noise of
    // variance 1, so the best model is 0, and fits are projections.
    let mut normal = normals();
    println!("parameters   training   1 − k/20   new noise   1 + k/20   model 0");
    let (mut training, mut new) = (vec![], vec![]);
    for k in [1, 2, 5, 10, 15, 20] {
        let [mut old_loss, mut new_loss, mut fixed] = [0.0; 3];
        for _ in 0..2000 {
            let [y, again] = [(); 2].map(|()| Array1::from_shape_simple_fn(N, &mut normal));
            let fit = (0..k).map(|j| feature(j) * feature(j).dot(&y));
            let fit = fit.fold(Array1::zeros(N), |sum, it| sum + it);
            old_loss += mean(&squared_error(&fit, &y)?)? / 2e3;
            new_loss += mean(&squared_error(&fit, &again)?)? / 2e3;
            fixed += mean(&squared_error(&Array1::zeros(N), &y)?)? / 2e3;
        }
        let (low, high) = (1.0 - k as f64 / 20.0, 1.0 + k as f64 / 20.0);
        println!("{k:10} {old_loss:10.3} {low:10.2} {new_loss:11.3} {high:10.2} {fixed:9.3}");
        assert_abs_diff_eq!(old_loss, low, epsilon = 0.03);
        assert_abs_diff_eq!(new_loss, high, epsilon = 0.06);
        training.push((k as f64, old_loss));
        new.push((k as f64, new_loss));
    }
    // ANCHOR_END: program
    let x = Axis::linear("parameters", 0.0..=20.0);
    let panel = Panel::new(x, Axis::linear("mean squared error", 0.0..=2.2));
    let panel = panel.line("training", training).line("new targets", new);
    let seen = "From 1 at no parameter the training loss falls to 0 and the other rises to 2.";
    let figure = Figure::new("what_is_a_loss_risk", "Loss over the parameters", seen);
    Ok(figure.panel(panel).save()?)
}

/// The orthonormal cosines of the discrete cosine transform.
fn feature(j: usize) -> Array1<f64> {
    let scale = if j == 0 { 1.0 } else { 2.0 } / N as f64;
    let angle = |i: usize| std::f64::consts::PI * (i as f64 + 0.5) * j as f64 / N as f64;
    Array1::from_shape_fn(N, |i| scale.sqrt() * angle(i).cos())
}

fn normals() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    move || (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos()
}
