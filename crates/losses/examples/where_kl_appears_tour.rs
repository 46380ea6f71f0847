//! Nine places in deep learning, one number each, and each number again by a formula without a divergence.

extern crate losses;

use losses::prelude::{gaussian_kl_divergence as between, *};

fn main() -> Result<(), LossError> {
    println!("place                                  nats    by hand");
    // ANCHOR: program
    let (p, q) = (array![[0.5, 0.3, 0.2]], array![[0.4, 0.4, 0.2]]);
    let (uniform, middle) = (array![[1.0, 1.0, 1.0]] / 3.0, (&p + &q) / 2.0);
    let (log_q, ln_3) = (q.mapv(f64::ln), 3_f64.ln());
    let cross = -(&p * &log_q).sum();
    show("likelihood: data ‖ model", kl(&p, &q), cross - h(&p));
    let smooth = -log_q.sum() / 3.0;
    show("smooth: uniform ‖ model", kl(&uniform, &q), smooth - ln_3);
    show("bonus: model ‖ uniform", kl(&q, &uniform), ln_3 - h(&q));
    let [code, prior] = [Gaussian::new(0.8, 0.5)?, Gaussian::new(0.0, 1.0)?];
    let by_hand = 0.5 * (0.64 + 0.25 - 1.0) - 0.5_f64.ln();
    show("autoencoder: code ‖ prior", between(code, prior), by_hand);
    let [clean, guess] = [Gaussian::new(1.0, 0.5)?, Gaussian::new(1.3, 0.5)?];
    show("diffusion: true ‖ model", between(clean, guess), 0.09 / 0.5);
    let (teacher, student) = (array![[2.0, 0.5, 0.0]], array![[1.0, 1.0, 0.0]]);
    let (soft, cool) = (softmax(&teacher, 1.0)?, softmax(&student, 1.0)?);
    let cross = softmax_cross_entropy_with_probabilities(&student, &soft)?[0];
    show(
        "distill: teacher ‖ student",
        kl(&soft, &cool),
        cross - h(&soft),
    );
    let (joint, product) = (array![[0.4, 0.1, 0.2, 0.3]], array![[0.3, 0.2, 0.3, 0.2]]);
    let entropies = h(&array![[0.6, 0.4]]) + h(&array![[0.5, 0.5]]) - h(&joint);
    show("mutual: joint ‖ product", kl(&joint, &product), entropies);
    let mixed = h(&middle) - 0.5 * (h(&p) + h(&q));
    let halves = 0.5 * (kl(&p, &middle) + kl(&q, &middle));
    show("JS: each ‖ middle", halves, mixed);
    let sum = ((&p - &q) * (&p / &q).mapv(f64::ln)).sum();
    show("drift: both ways", kl(&p, &q) + kl(&q, &p), sum);
    // ANCHOR_END: program
    for (p, q) in [(0.02_f64, 0.0002), (0.0002, 0.02)] {
        let cost = p * (p / q).ln() - p + q;
        println!("t-SNE, a similarity of {p} drawn as {q}: {cost:.4}");
    }
    let (policy, reference) = (array![[4.0, 3.0, 0.0]] / 7.0, array![[0.4, 0.3, 0.3]]);
    let dropped = kl(&policy, &reference);
    println!("RLHF, answers of share 0.3 dropped: {dropped:.4}");
    assert_abs_diff_eq!(dropped, -(0.7_f64.ln()), epsilon = 1e-12);
    Ok(())
}

fn h(p: &Array2<f64>) -> f64 {
    -p.mapv(|p| p * p.ln()).sum()
}
fn kl(p: &Array2<f64>, q: &Array2<f64>) -> f64 {
    kl_divergence(p, q).map_or(f64::NAN, |it| it[0])
}
fn show(place: &str, divergence: f64, by_hand: f64) {
    println!("{place:<32} {divergence:10.6} {by_hand:10.6}");
    assert_abs_diff_eq!(divergence, by_hand, epsilon = 1e-12);
}
