//! Soft bootstrapping with a detached prediction only rescales the gradient; undetached it adds an entropy.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let z = array![[2.0, 0.5, -1.0]];
    let p = softmax(&z, 1.0)?;
    // The annotator says the third class, the model the first; β is 0.8.
    let label = array![[0.0, 0.0, 1.0]];
    let own = array![[1.0, 0.0, 0.0]];
    let mixed = |prediction: &Array2<f64>| 0.8 * &label + 0.2 * prediction;
    let loss = |z: &Array2<f64>, target: &Array2<f64>| {
        softmax_cross_entropy_with_probabilities(z, target).map(|it| it[0])
    };
    let plain = slope(&z, |z| loss(z, &label))?;
    let detached = slope(&z, |z| loss(z, &mixed(&p)))?;
    let through = slope(&z, |z| loss(z, &mixed(&softmax(z, 1.0)?)))?;
    let hard = slope(&z, |z| loss(z, &mixed(&own)))?;
    let entropy = slope(&z, |z| {
        let p = softmax(z, 1.0)?;
        loss(z, &p)
    })?;
    println!("slope in the logits, prediction {p:.4}");
    println!("plain                  {plain:7.4}");
    println!("soft, detached         {detached:7.4}");
    println!("soft, undetached       {through:7.4}");
    println!("hard                   {hard:7.4}");
    // ANCHOR_END: program
    assert_abs_diff_eq!(detached, 0.8 * &plain, epsilon = 1e-8);
    assert_abs_diff_eq!(through, 0.8 * &plain + 0.2 * &entropy, epsilon = 1e-8);
    assert_abs_diff_eq!(plain, &p - &label, epsilon = 1e-8);
    assert_abs_diff_eq!(hard, &p - &mixed(&own), epsilon = 1e-8);
    Ok(())
}

/// Central differences in each logit.
fn slope(
    z: &Array2<f64>,
    loss: impl Fn(&Array2<f64>) -> Result<f64, LossError>,
) -> Result<Array2<f64>, LossError> {
    let mut slope = Array2::zeros(z.raw_dim());
    for (j, it) in slope.iter_mut().enumerate() {
        let step = Array2::from_shape_fn(z.raw_dim(), |(_, k)| if j == k { 1e-5 } else { 0.0 });
        *it = (loss(&(z + &step))? - loss(&(z - &step))?) / 2e-5;
    }
    Ok(slope)
}
