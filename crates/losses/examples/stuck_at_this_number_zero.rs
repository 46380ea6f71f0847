//! A loss at or below zero has causes that can be told apart.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The honest input says nothing about the label.
    let labels = Array1::from_shape_fn(20, |i| f64::from(u8::from(i % 3 == 1 || i % 4 == 0)));
    let signs = &labels * 2.0 - 1.0;
    let (mut leaked, mut memory) = (0.0, Array1::zeros(20));
    for _ in 0..1000 {
        let slope = binary_cross_entropy_with_logits_gradient(&(&signs * leaked), &labels)?;
        leaked -= mean(&(slope * &signs))?;
        memory -= &binary_cross_entropy_with_logits_gradient(&memory, &labels)?;
    }
    let loss = |z: Array1<f64>, y: &Array1<f64>| mean(&binary_cross_entropy_with_logits(&z, y)?);
    let new = 1.0 - &labels;
    let (leak, seen) = (loss(&signs * leaked, &labels)?, loss(memory, &labels)?);
    let (leak_on_new, unseen) = (loss(&signs * -leaked, &new)?, loss(&new * 0.0, &new)?);
    println!("                    training   validation");
    println!("leak in the input {leak:10.6} {leak_on_new:12.6}");
    println!("one weight per row {seen:9.6} {unseen:12.6}");

    let easy = triplet(&array![[0.0]], &array![[0.1]], &array![[5.0]], 0.2)?[0];
    println!("\neasy triplet {easy:.6}");
    let nothing = mean(&Array1::zeros(0));
    println!("mean of no tokens: {nothing:?}");
    let narrow = 0.1_f64.ln() + 0.5 * std::f64::consts::TAU.ln();
    println!("normal density of deviation 0.1, -ln at its peak {narrow:.6}");
    println!("ln 0.1 without its minus {:.6}", 0.1_f64.ln());
    let samples = [(0.5_f64 / 0.25).ln(), (0.5_f64 / 0.75).ln()];
    println!("KL from one sample {:.6} or {:.6}", samples[0], samples[1]);
    let average = f64::midpoint(samples[0], samples[1]);
    println!("KL, their mean {average:.6}");
    // ANCHOR_END: program
    assert_relative_eq!(
        average,
        kl_divergence(&array![[0.5, 0.5]], &array![[0.25, 0.75]])?[0],
        max_relative = 1e-12
    );
    assert_relative_eq!(unseen, std::f64::consts::LN_2);
    assert!(leak < 0.002 && leak_on_new < 0.002 && seen < 0.002 && easy == 0.0);
    Ok(())
}
