//! Class weights scale a class whatever its difficulty; focal loss fades the easy of both classes.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    // How many, their label, and the probability that the model gives to label 1.
    let groups = [
        ("easy negatives", 10_000.0, 0.0, 0.01),
        ("hard negatives", 100.0, 0.0, 0.7),
        ("easy positives", 90.0, 1.0, 0.9),
        ("hard positives", 10.0, 1.0, 0.2),
    ];
    // The slope in the logit of the true label, for p_t the probability of that label.
    let plain = |p: f64| p - 1.0;
    let focal = |p: f64| (1.0 - p) * (1.0 - p) * (2.0 * p * p.ln() + p - 1.0);
    let shares = groups.map(|(_, count, label, p)| {
        let p_t = if label == 1.0 { p } else { 1.0 - p };
        let weight = if label == 1.0 { 100.0 } else { 1.0 };
        let pull = -count * plain(p_t);
        [pull, weight * pull, -count * focal(p_t)]
    });
    println!("share of the pull        plain   weight 100   focal, gamma 2");
    let total = |loss: usize| shares.iter().map(|it| it[loss]).sum::<f64>();
    for (group, share) in groups.iter().zip(shares) {
        let [a, b, c] = [0, 1, 2].map(|loss| 100.0 * share[loss] / total(loss));
        println!("{:<18} {a:9.1} % {b:10.1} % {c:14.1} %", group.0);
    }
    // ANCHOR_END: program
    // The slopes against central differences of the losses in the logit.
    let p_t = |z: f64| sigmoid(&array![z])[0];
    let loss_plain = |z: f64| -p_t(z).ln();
    let loss_focal = |z: f64| -(1.0 - p_t(z)).powi(2) * p_t(z).ln();
    for z in [-2.0, -0.5, 0.0, 1.3, 4.0] {
        let slope = |loss: &dyn Fn(f64) -> f64| (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5;
        assert_abs_diff_eq!(plain(p_t(z)), slope(&loss_plain), epsilon = 1e-8);
        assert_abs_diff_eq!(focal(p_t(z)), slope(&loss_focal), epsilon = 1e-8);
    }
}
