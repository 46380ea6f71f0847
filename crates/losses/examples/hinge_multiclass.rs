//! The multi-class hinge losses agree on the winner's condition, but not on the value.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let violations = |scores: &Array1<f64>, label: usize| {
        let others = scores
            .iter()
            .enumerate()
            .filter(|&(class, _)| class != label);
        Array1::from_iter(others.map(|(_, score)| (1.0 + score - scores[label]).max(0.0)))
    };
    println!("scores              Crammer–Singer  Weston–Watkins  ÷ K  cross-entropy");
    for (name, scores, worst, total) in [
        ("2, 1.5, 3.1", array![2.0, 1.5, 3.1], 2.1, 2.6),
        ("3, 1.5, 2", array![3.0, 1.5, 2.0], 0.0, 0.0),
        ("ten zeros", Array1::zeros(10), 1.0, 9.0),
    ] {
        let lacking = violations(&scores, 0);
        let crammer_singer = lacking.fold(0.0, |a, &b| f64::max(a, b));
        let weston_watkins = sum(&lacking);
        let pytorch = weston_watkins / scores.len() as f64;
        let row = scores.insert_axis(Axis(0));
        let cross_entropy = softmax_cross_entropy(&row, &array![0])?[0];
        println!(
            "{name:14} {crammer_singer:19.4} {weston_watkins:15.4} {pytorch:6.4} {cross_entropy:14.6}"
        );
        assert_abs_diff_eq!(crammer_singer, worst, epsilon = 1e-12);
        assert_abs_diff_eq!(weston_watkins, total, epsilon = 1e-12);
    }
    // With two classes and scores (f/2, −f/2) both are the hinge of f.
    assert_eq!(
        violations(&array![0.125, -0.125], 0),
        hinge(&array![0.25], &array![1.0])?
    );
    // ANCHOR_END: program
    Ok(())
}
