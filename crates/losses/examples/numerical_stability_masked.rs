//! A mask that multiplies does not remove a NaN, neither from the loss nor from the gradient; taking the row out does.

extern crate losses;
extern crate reference_values;

use losses::prelude::*;
use reference_values::half::f16;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The second row is padding: each of its logits is masked, and so is its loss.
    let nothing = f64::NEG_INFINITY;
    let logits = array![[1.0, 2.0, 0.0], [nothing, nothing, nothing]];
    let (labels, counts) = (array![1, 0], array![1.0, 0.0]);
    let losses = softmax_cross_entropy(&logits, &labels)?;
    let slopes = softmax_cross_entropy_gradient(&logits, &labels)?;
    println!("masked by                   loss      slope of the padding");
    let times_zero = (&slopes.row(1) * counts[1])[0];
    let product = (&losses * &counts).sum();
    println!("multiplying the loss    {product:8.4} {times_zero:12.4}");
    // Choosing the value alone: autodiff still multiplies the slope by 0.
    let counted = |(at, _): &(usize, &f64)| counts[*at] > 0.0;
    let chosen = losses.iter().enumerate().filter(counted);
    let chosen: f64 = chosen.map(|it| it.1).sum();
    println!("choosing the loss       {chosen:8.4} {times_zero:12.4}");
    // Choosing the logits first, or a finite number in the place of −∞.
    let safe = logits.mapv(|it| it.max(-1e4));
    let losses = softmax_cross_entropy(&safe, &labels)?;
    let slopes = softmax_cross_entropy_gradient(&safe, &labels)?;
    let slope = (&slopes.row(1) * counts[1])[1];
    let product = (&losses * &counts).sum();
    println!("finite logits, then 0   {product:8.4} {slope:12.4}");
    let [fits, overflows] = [-1e4, -1e9].map(f16::from_f64);
    println!("in f16 -1e4 is {fits} and -1e9 is {overflows}");
    // ANCHOR_END: program
    let by_hand = (1.0 + (-1.0_f64).exp() + (-2.0_f64).exp()).ln();
    assert_relative_eq!(chosen, by_hand, max_relative = 1e-12);
    assert!(times_zero.is_nan() && slope == 0.0);
    assert_relative_eq!(product, by_hand, max_relative = 1e-12);
    Ok(())
}
