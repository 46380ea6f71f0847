//! Absolute error on probabilities keeps its minimizer under symmetric noise, and learns slowly.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let truth = array![0.6, 0.3, 0.1];
    // A label turns into each of the two others with probability 0.2.
    let seen = 0.6 * &truth + 0.2 * (1.0 - &truth);
    let absolute = |p: &Array1<f64>| p.map(|&p| 2.0 * (1.0 - p));
    let log = |p: &Array1<f64>| p.map(|&p| -p.ln());
    println!("prediction           loss            clean   noisy   0.4 clean + 0.2 sum");
    for p in [array![0.7, 0.2, 0.1], array![0.2, 0.2, 0.6]] {
        for (name, losses) in [("absolute", absolute(&p)), ("cross-entropy", log(&p))] {
            let (clean, noisy) = (truth.dot(&losses), seen.dot(&losses));
            let (total, line) = (losses.sum(), 0.4 * clean + 0.2 * losses.sum());
            println!("{p}      {name:<14} {clean:6.4}  {noisy:6.4}   {line:.4}, sum {total:.4}");
            assert_abs_diff_eq!(noisy, line, epsilon = 1e-12);
        }
    }
    println!("\nprobability of the label   cross-entropy   GCE q = 0.7   absolute");
    for p in [0.001_f64, 0.01, 0.1, 0.5, 0.9] {
        let (log, general, absolute) = (1.0 - p, p.powf(0.7) * (1.0 - p), 2.0 * p * (1.0 - p));
        println!("{p:24} {log:15.4} {general:13.4} {absolute:10.4}");
    }
    let fitted = descend(&truth, 0.7)?;
    let sharp = truth.map(|p| p.powf(1.0 / 0.3));
    let sharp = &sharp / sharp.sum();
    println!("\nGCE fits the truth {truth} as {fitted:.4}");
    // ANCHOR_END: program
    assert_abs_diff_eq!(fitted, sharp, epsilon = 1e-6);
    let zero_one = descend(&truth, 0.999)?;
    assert!(zero_one[0] > 0.999);
    Ok(())
}

/// Gradient descent in the logits on the expectation of (1 − p_y^q) / q.
fn descend(truth: &Array1<f64>, q: f64) -> Result<Array1<f64>, LossError> {
    let mut z = Array2::zeros((1, 3));
    for _ in 0..20_000 {
        let p = softmax(&z, 1.0)?.row(0).to_owned();
        let pull = truth * &p.map(|p| p.powf(q));
        let slope = &p * pull.sum() - &pull;
        z -= &slope.insert_axis(Axis(0));
    }
    Ok(softmax(&z, 1.0)?.row(0).to_owned())
}
