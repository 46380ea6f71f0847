//! With preferences that are certain DPO has no minimum and IPO has one; with uncertain ones both have.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

const BETA: f64 = 0.1;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    // The mean loss at a margin, where a share of the raters prefers the first.
    type Loss = fn(&Array1<f64>, &Array1<f64>, f64) -> Result<Array1<f64>, LossError>;
    let expected = |loss: Loss, share: f64, margin: f64| -> Result<f64, LossError> {
        let (ahead, behind) = (array![margin, -margin], array![0.0, 0.0]);
        Ok(loss(&ahead, &behind, BETA)?.dot(&array![share, 1.0 - share]))
    };
    let [dpo_loss, ipo_loss]: [Loss; 2] = [|w, l, b| dpo(w, l, b), |w, l, b| ipo(w, l, b)];
    println!("share  best margin of DPO      of IPO");
    for share in [0.6, 0.8, 0.99, 1.0] {
        let best = |loss: Loss| least(|margin| expected(loss, share, margin).unwrap_or(f64::NAN));
        let [by_dpo, by_ipo] = [best(dpo_loss), best(ipo_loss)];
        println!("{share:5} {by_dpo:19.4} {by_ipo:11.4}");
        let log_odds = (share / (1.0 - share)).ln();
        // The search for DPO ends at 200.
        assert_relative_eq!(by_dpo, (log_odds / BETA).min(200.0), max_relative = 1e-4);
        let mean = 2.0 * share - 1.0;
        assert_relative_eq!(by_ipo, mean / (2.0 * BETA), max_relative = 1e-4);
    }
    // ANCHOR_END: program
    let at = |loss: Loss, margin: f64| expected(loss, 1.0, margin).unwrap_or(f64::NAN);
    let (x, y) = (-10.0..=40.0, 0.0..=2.0);
    let panel = Panel::new(Axis::linear("margin in nats", x), Axis::linear("loss", y))
        .function("DPO", |margin| at(dpo_loss, margin))
        .function("IPO, a hundredth", |margin| at(ipo_loss, margin) / 100.0)
        .function("hinge", |margin| (1.0 - BETA * margin).max(0.0));
    let text = "DPO falls for ever, the hinge is flat beyond 10, IPO rises again beyond 5.";
    let figure = Figure::new("preference_losses", "Losses of a preference", text);
    Ok(figure.panel(panel).save()?)
}

/// Where a unimodal function is least between 0 and 200, by golden section.
fn least(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high, ratio) = (0.0, 200.0, (5.0_f64.sqrt() - 1.0) / 2.0);
    for _ in 0..60 {
        let step = ratio * (high - low);
        if f(high - step) < f(low + step) {
            high = low + step;
        } else {
            low = high - step;
        }
    }
    (low + high) / 2.0
}
