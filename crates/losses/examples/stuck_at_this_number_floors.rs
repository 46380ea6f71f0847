//! A second softmax, a second sigmoid and label smoothing each put a floor under the training loss.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let smoothed = Array2::from_shape_fn((1, 10), |(_, j)| if j == 0 { 0.91 } else { 0.01 });
    let labels = array![1.0, 0.0];
    let (mut softmaxes, mut smooth) = (Array2::zeros((1, 10)), Array2::zeros((1, 10)));
    let mut sigmoids = array![0.0, 0.0];
    println!("step     two softmaxes   two sigmoids   smoothing 0.1");
    let mut last = [0.0; 3];
    for step in 0..=5000 {
        let (p, s) = (softmax(&softmaxes, 1.0)?, sigmoid(&sigmoids));
        if [0, 100, 5000].contains(&step) {
            last = [
                softmax_cross_entropy(&p, &array![0])?[0],
                mean(&binary_cross_entropy_with_logits(&s, &labels)?)?,
                softmax_cross_entropy_with_probabilities(&smooth, &smoothed)?[0],
            ];
            let [first, second, third] = last;
            println!("{step:<6} {first:15.6} {second:14.6} {third:15.6}");
        }
        // The chain rule through the extra softmax and the extra sigmoid.
        let slope = softmax_cross_entropy_gradient(&p, &array![0])?;
        softmaxes.scaled_add(-4.0, &(&p * &(&slope - (&slope * &p).sum())));
        let slope = binary_cross_entropy_with_logits_gradient(&s, &labels)?;
        sigmoids.scaled_add(-4.0, &(slope * &s * (1.0 - &s)));
        let slope = softmax_cross_entropy_with_probabilities_gradient(&smooth, &smoothed)?;
        smooth.scaled_add(-4.0, &slope);
    }
    // ANCHOR_END: program
    let e = 1.0_f64.exp();
    let floors = [
        (9.0 / e).ln_1p(),
        (2.0_f64.ln() + (1.0 / e).ln_1p()) / 2.0,
        -0.91 * 0.91_f64.ln() - 0.09 * 0.01_f64.ln(),
    ];
    println!(
        "floor  {:15.6} {:14.6} {:15.6}",
        floors[0], floors[1], floors[2]
    );
    for (loss, floor) in last.into_iter().zip(floors) {
        assert!(loss >= floor - 1e-12);
        assert_relative_eq!(loss, floor, epsilon = 1e-4);
    }
    Ok(())
}
