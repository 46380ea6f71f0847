//! The shift by the maximum, what is still lost after it, and the row that has no maximum.
#![allow(clippy::type_complexity, clippy::approx_constant, clippy::eq_op)] // a table by hand
extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    println!("logits, in f32            no shift   shifted");
    for row in [[1.0_f32, 2.0], [89.0, 90.0], [-104.0, -105.0]] {
        let naive = naive::log_sum_exp(&row);
        let top = row[0].max(row[1]);
        let shifted = top + row.map(|z| (z - top).exp()).iter().sum::<f32>().ln();
        println!("{:22}{naive:12.4}{shifted:10.4}", format!("{row:?}"));
        let exact = log_sum_exp(&array![row.map(f64::from)])?[0];
        assert_relative_eq!(f64::from(shifted), exact, max_relative = 1e-6);
    }
    // The loss of the first of two equal logits is ln 2, whatever they are.
    let big = 1e8_f32;
    let log_sum = 2_f32.ln();
    let (late, early) = ((big + log_sum) - big, (big - big) + log_sum);
    println!("logits 1e8, 1e8: (m + ln 2) - z = {late}");
    println!("                 (m - z) + ln 2 = {early}");
    // A row that is masked everywhere.
    let top = f32::NEG_INFINITY;
    println!("all -inf: shifted by its maximum {}", top - top);
    let masked = array![[f64::NEG_INFINITY, f64::NEG_INFINITY]];
    let value = log_sum_exp(&masked)?[0];
    println!("          log_sum_exp of this book {value}");
    println!("          its softmax {}", softmax(&masked, 1.0)?);
    // ANCHOR_END: program
    assert!(late == 0.0 && early == log_sum);
    Ok(())
}
