//! Softmax by the textbook formula fails on logits that a network can have.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let first = |fails: fn(u16) -> bool| (0..2000).find(|&z| fails(z)).unwrap_or_default();
    println!("                                   f32         f64");

    let (ln_32, ln_64) = (f32::MAX.ln(), f64::MAX.ln());
    println!("ln of the largest number    {ln_32:.6}  {ln_64:.6}");
    let half = 65504.0_f64.ln();
    println!("the same in half precision  {half:.6}");

    let nan_32 = first(|z| naive::softmax(&[f32::from(z), 0.0])[0].is_nan());
    let nan_64 = first(|z| naive::softmax(&[f64::from(z), 0.0])[0].is_nan());
    println!("softmax of (z, 0) is NaN from  {nan_32:6} {nan_64:11}");
    assert!(f64::from(nan_32) > f64::from(ln_32) && f64::from(nan_64) > ln_64);

    let inf_32 = first(|z| naive::log_softmax(&[0.0, -f32::from(z)])[1].is_infinite());
    let inf_64 = first(|z| naive::log_softmax(&[0.0, -f64::from(z)])[1].is_infinite());
    println!("its logarithm is -inf from     {inf_32:6} {inf_64:11}");

    // With the shift, only the smaller one underflows, and to the right value.
    let logits = array![[1000.0, 0.0]];
    assert_eq!(softmax(&logits, 1.0)?, array![[1.0, 0.0]]);
    let logarithm = log_softmax(&logits)?;
    println!("log-softmax of (1000, 0)       {logarithm}");
    assert_eq!(logarithm, array![[0.0, -1000.0]]);
    // ANCHOR_END: program
    Ok(())
}
