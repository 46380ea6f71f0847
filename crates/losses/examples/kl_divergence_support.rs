//! Where q is 0 and p is not, the divergence is infinite; an epsilon only hides it.

extern crate figures;
extern crate losses;

use figures::{Axis, Figure, Panel};
use losses::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: program
    let (p, q) = (array![[0.5, 0.5]], array![[1.0, 0.0]]);
    println!("KL([0.5, 0.5]‖[1, 0])   {}", kl_divergence(&p, &q)?[0]);
    println!("KL([1, 0]‖[0.5, 0.5])   {:.6}", kl_divergence(&q, &p)?[0]);

    println!("\n    ε   KL([1, 0]‖[0, 1]) with ε added to both");
    for epsilon in [1e-3, 1e-6, 1e-9, 1e-12_f64] {
        let clipped = naive::kl_divergence_with_epsilon(&[1.0, 0.0], &[0.0, 1.0], epsilon);
        println!("{epsilon:5e} {clipped:12.6}");
        assert_relative_eq!(clipped, -epsilon.ln(), max_relative = 1e-3);
    }
    assert_eq!(
        kl_divergence(&array![[1.0, 0.0]], &array![[0.0, 1.0]])?[0],
        f64::INFINITY
    );

    // Not every infinity is real: this q underflows, its logarithm does not.
    let logits = array![[0.0, -800.0]];
    let (q, log_q) = (softmax(&logits, 1.0)?, log_softmax(&logits)?);
    println!("\nq = {}, ln q = {}", q.row(0), log_q.row(0));
    println!("KL([0.5, 0.5]‖q) from q      {}", kl_divergence(&p, &q)?[0]);
    let divergence = kl_divergence_from_log_probabilities(&p.ln(), &log_q)?[0];
    println!("KL([0.5, 0.5]‖q) from ln q   {divergence:.6}");
    assert_abs_diff_eq!(divergence, 400.0 - 2.0_f64.ln(), epsilon = 1e-9);
    // ANCHOR_END: program

    Figure::new(
        "kl_divergence_support",
        "The answer an epsilon makes up for disjoint distributions",
        "A straight falling line over a logarithmic axis: each factor of ten in the epsilon \
         changes the answer by the same amount, and it levels off nowhere.",
    )
    .panel(
        Panel::new(
            Axis::logarithmic("ε added to both distributions", 1e-12..=1e-2),
            Axis::linear("KL([1, 0]‖[0, 1]) with ε, in nats", 0.0..=30.0),
        )
        .function("", |epsilon| {
            naive::kl_divergence_with_epsilon(&[1.0, 0.0], &[0.0, 1.0], epsilon)
        }),
    )
    .save()?;
    Ok(())
}
