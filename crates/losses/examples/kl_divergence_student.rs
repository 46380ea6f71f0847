//! KL(teacher‖student) from logits, with its gradient: the answer to the coding question.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// KL(teacher‖student) of one row of logits, and its gradient in the student's.
fn distill(student: &[f64], teacher: &[f64]) -> (f64, Vec<f64>) {
    let (log_q, log_p) = (log_softmax_of(student), log_softmax_of(teacher));
    let (mut loss, mut gradient) = (0.0, Vec::new());
    for (log_q, log_p) in log_q.into_iter().zip(log_p) {
        let (q, p) = (log_q.exp(), log_p.exp());
        loss += p * (log_p - log_q);
        gradient.push(q - p);
    }
    (loss, gradient)
}

/// zⱼ − max − ln ∑ exp(zᵢ − max): never the logarithm of an underflowed number.
fn log_softmax_of(logits: &[f64]) -> Vec<f64> {
    let max = logits.iter().fold(f64::NEG_INFINITY, |max, z| max.max(*z));
    let sum: f64 = logits.iter().map(|z| (z - max).exp()).sum();
    logits.iter().map(|z| z - max - sum.ln()).collect()
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    println!("KL(teacher‖student)   gradient in the logits of the student");
    for (student, teacher) in [
        ([1.0, 2.0, -1.0], [4.0, 2.0, -1.0]),
        ([0.0, -900.0, 3.0], [0.5, 1.0, -0.5]),
    ] {
        let (loss, gradient) = distill(&student, &teacher);
        println!("{loss:19.6}   {:9.6}", Array1::from(gradient.clone()));

        let (log_p, log_q) = (
            log_softmax(&array![teacher])?,
            log_softmax(&array![student])?,
        );
        let of_library = kl_divergence_from_log_probabilities(&log_p, &log_q)?[0];
        assert_relative_eq!(loss, of_library, max_relative = 1e-12);
        for (class, slope) in gradient.into_iter().enumerate() {
            let (mut left, mut right) = (student, student);
            left[class] -= 1e-5;
            right[class] += 1e-5;
            let difference = distill(&right, &teacher).0 - distill(&left, &teacher).0;
            assert_abs_diff_eq!(slope, difference / 2e-5, epsilon = 1e-6);
        }
    }
    Ok(())
}
