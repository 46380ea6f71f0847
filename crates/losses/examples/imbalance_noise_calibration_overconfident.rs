//! Once the training data are separated, confidence grows and the loss on new data rises.

extern crate figures;
extern crate losses;
use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // 60 training examples of 40 features; the label is the sign of the first plus noise.
    let mut normal = normals();
    let [(x, y), (new_x, new_y)] = [60, 2000].map(|n| {
        let x = Array2::from_shape_simple_fn((n, 40), &mut normal);
        let y = x.column(0).map(|x| f64::from(x + 0.7 * normal() > 0.0));
        (x, y)
    });
    let columns = x.t().as_standard_layout().into_owned();
    let loss = |z: &Array1<f64>, y| mean(&binary_cross_entropy_with_logits(z, y)?);
    let (mut weights, mut t, mut old, mut new) = (Array1::zeros(40), 0.2, vec![], vec![]);
    println!("  step   training: loss, right   new: loss, right   confidence   best T");
    for step in 0..=4096_u32 {
        let z = x.dot(&weights);
        if step.is_power_of_two() && step.ilog2() % 2 == 0 {
            let new_z = new_x.dot(&weights);
            old.push((f64::from(step), loss(&z, &y)?));
            new.push((f64::from(step), loss(&new_z, &new_y)?));
            let confidence = mean(&sigmoid(&new_z.abs()))?;
            let cooled = |t: f64| loss(&(&new_z / t), &new_y);
            while cooled(t + 0.2)? < cooled(t)? {
                t += 0.2;
            }
            print!("{step:6} {:15.4} {:7.3}", loss(&z, &y)?, right(&z, &y));
            let (fails, hits) = (loss(&new_z, &new_y)?, right(&new_z, &new_y));
            println!(" {fails:11.4} {hits:6.3} {confidence:12.3} {t:8.1}");
        }
        weights -= &(columns.dot(&(sigmoid(&z) - &y)) / 60.0);
    }
    // ANCHOR_END: program
    assert!(old.is_sorted_by(|a, b| a.1 > b.1) && new[1..].is_sorted_by(|a, b| a.1 < b.1));
    let steps = Axis::logarithmic("step", 1.0..=5000.0);
    let panel = Panel::new(steps, Axis::linear("log loss", 0.0..=5.0)).line("training", old);
    let seen = "The training loss falls to nearly 0, that on new data falls and then rises.";
    let name = "imbalance_noise_calibration_overconfident";
    let figure = Figure::new(name, "Log loss over the steps", seen);
    Ok(figure.panel(panel.line("new data", new)).save()?)
}

fn right(z: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let hits = z.iter().zip(y).filter(|&(&z, &y)| (z > 0.0) == (y > 0.5));
    hits.count() as f64 / y.len() as f64
}

fn normals() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    move || (-2.0 * uniform().ln()).sqrt() * (std::f64::consts::TAU * uniform()).cos()
}
