//! What PyTorch and Keras compute from the same two distributions, argument by argument.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let target = array![[0.7, 0.2, 0.1], [0.5, 0.3, 0.2]];
    let model = array![[0.6, 0.3, 0.1], [0.2, 0.6, 0.2]];
    let forward = mean(&kl_divergence(&target, &model)?)?;
    let reverse = mean(&kl_divergence(&model, &target)?)?;
    // PyTorch, kl_div(input, target): xlogy(target, target) − target · input.
    let kl_div = |input: &Array2<f64>, target: &Array2<f64>| {
        target * &target.mapv(|it| if it > 0.0 { it.ln() } else { 0.0 }) - target * input
    };
    let batchmean = |pointwise: Array2<f64>| sum(&pointwise) / 2.0;
    let right = batchmean(kl_div(&model.ln(), &target));
    let averaged = mean(&kl_div(&model.ln(), &target))?;
    let forgotten = batchmean(kl_div(&model, &target));
    let swapped = batchmean(kl_div(&target.ln(), &model));
    println!("kl_div(ln model, target), batchmean   {right:9.6}");
    println!("kl_div(ln model, target), mean        {averaged:9.6}");
    println!("kl_div(model, target), batchmean      {forgotten:9.6}");
    println!("kl_div(ln target, model), batchmean   {swapped:9.6}");
    assert_abs_diff_eq!(right, forward, epsilon = 1e-12);
    assert_abs_diff_eq!(averaged, forward / 3.0, epsilon = 1e-12);
    assert_abs_diff_eq!(swapped, reverse, epsilon = 1e-12);

    // Keras clips to [1e-7, 1] and sums y_true ln(y_true / y_pred).
    // Its documentation prints 0.916 and −3.08e-6 for these.
    for (target, model) in [([0.0, 1.0], [0.6, 0.4]), ([0.0, 0.0], [0.4, 0.6])] {
        let [p, q] = [target, model].map(|row| row.map(|it: f64| it.clamp(1e-7, 1.0)));
        let keras = naive::kl_divergence_with_epsilon(&p, &q, 0.0);
        println!("Keras, {target:?} and {model:?}      {keras:9.8}");
        assert!((keras - 0.916).abs() < 5e-4 || (keras + 3.08e-6).abs() < 5e-9);
    }
    // ANCHOR_END: program
    Ok(())
}
