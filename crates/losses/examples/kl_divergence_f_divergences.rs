//! One formula, a convex function each: the family of f-divergences.

extern crate figures;
extern crate losses;

use figures::{Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (p, q) = (array![[0.7, 0.2, 0.1]], array![[0.3, 0.3, 0.4]]);
    let middle = (&p + &q) / 2.0;
    let (forward, reverse) = (kl_divergence(&p, &q)?[0], kl_divergence(&q, &p)?[0]);
    let js = 0.5 * (kl_divergence(&p, &middle)?[0] + kl_divergence(&q, &middle)?[0]);
    let half_l1 = 0.5 * sum(&absolute_error(&p, &q)?);
    let chi_square = sum(&(squared_error(&p, &q)? / &q));
    let hellinger = sum(&squared_error(&p.sqrt(), &q.sqrt())?);
    let of_js = |t: f64| 0.5 * (t * t.ln() - (t + 1.0) * (0.5 * (t + 1.0)).ln());
    let family = [
        ("KL(p‖q)", (|t| t * t.ln()) as fn(f64) -> f64, forward),
        ("KL(q‖p)", |t| -t.ln(), reverse),
        ("Jensen–Shannon", of_js, js),
        ("total variation", |t| 0.5 * (t - 1.0).abs(), half_l1),
        ("chi-square", |t| (t - 1.0).powi(2), chi_square),
        ("squared Hellinger", |t| (t.sqrt() - 1.0).powi(2), hellinger),
    ];
    println!("f-divergence        ∑ q f(p / q)   its own formula");
    for (name, f, direct) in family {
        let divergence = sum(&(&q * &(&p / &q).mapv(f)));
        println!("{name:<18} {divergence:13.6} {direct:17.6}");
        assert_abs_diff_eq!(divergence, direct, epsilon = 1e-12);
    }
    // ANCHOR_END: program

    let mut panel = Panel::new(
        figures::Axis::linear("ratio t = p / q", 0.0..=3.0),
        figures::Axis::linear("f(t)", -1.0..=2.0),
    );
    for (name, f, _) in family {
        panel = panel.function(name, f);
    }
    Figure::new(
        "kl_divergence_f_divergences",
        "The generators of six f-divergences",
        "Six convex curves over the ratio t, all zero at 1. Total variation has a kink there; \
         −ln t shoots up toward t = 0, where the others stay finite.",
    )
    .panel(panel)
    .save()?;
    Ok(())
}
