//! With labels 0 and 1 the formula gives each 0 a constant loss of 1 and no gradient.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    let x = array![2.0, 1.5, 3.0, 0.5, -0.5];
    let zero_or_one = array![1.0, 1.0, 1.0, 0.0, 0.0];
    let converted = 2.0 * &zero_or_one - 1.0;
    let mean_hinge = |scores: &Array1<f64>, labels: &Array1<f64>| {
        (1.0 - scores * labels).mapv(|it| it.max(0.0)).sum() / 5.0
    };
    println!("labels   loss at the start   after 1000 steps   right of 5");
    for (name, labels, floor) in [("0, 1", &zero_or_one, 0.4), ("−1, 1", &converted, 0.0)] {
        let (mut w, mut b) = (0.0, 0.0);
        for _ in 0..1000 {
            // The formula without the check, as many a notebook has it.
            let scores = &x * w + b;
            let pull = |f: &f64, y: &f64| if y * f < 1.0 { *y } else { 0.0 };
            let pulls = Zip::from(&scores).and(labels).map_collect(pull);
            w += 0.1 * (&x * &pulls).sum() / 5.0;
            b += 0.1 * pulls.sum() / 5.0;
        }
        let scores = &x * w + b;
        let start = mean_hinge(&Array1::zeros(5), labels);
        let end = mean_hinge(&scores, labels);
        let right = sum(&(&scores * &converted).mapv(|it| f64::from(it > 0.0)));
        println!("{name:8} {start:18.4} {end:18.4} {right:12}");
        assert_abs_diff_eq!(end, floor, epsilon = 1e-12);
    }
    println!("{}", hinge(&x, &zero_or_one).unwrap_err());
    // ANCHOR_END: program
    Ok(())
}
