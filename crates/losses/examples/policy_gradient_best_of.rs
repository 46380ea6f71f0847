//! Best of n costs at most ln n − (n − 1)/n nats, and with a reward that can be fooled its true reward rises and then falls.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // A thousand equally likely answers in the order of a proxy reward. The
    // true reward is the rank, but the best 5 % by the proxy are tricks.
    let size = 1000.0;
    let reference = Array2::from_elem((1, 1000), 1.0 / size);
    let rank = Array1::from_shape_fn(1000, |i| (i + 1) as f64 / size);
    let truth = rank.mapv(|it| if it > 0.95 { 0.0 } else { it });
    println!("  n  KL in nats  ln n − (n − 1)/n  proxy reward  true reward");
    for n in [1, 2, 4, 8, 16, 64, 256] {
        // The best of n has at most this rank if all of them have.
        let at_most = |rank: f64| (rank / size).powi(n);
        let best = Array2::from_shape_fn((1, 1000), |(_, i)| {
            at_most(i as f64 + 1.0) - at_most(i as f64)
        });
        let divergence = kl_divergence(&best, &reference)?[0].max(0.0);
        let count = f64::from(n);
        let bound = count.ln() - (count - 1.0) / count;
        let [proxy, real] = [&rank, &truth].map(|reward| best.row(0).dot(reward));
        println!("{n:3} {divergence:11.4} {bound:17.4} {proxy:13.4} {real:12.4}");
        assert!(divergence <= bound + 1e-12);
        // Without steps the rank of the best is n/(n + 1) on average, and the part
        // of it that lies below 0.95 has the factor 0.95 to the power n + 1.
        let mean_rank = count / (count + 1.0);
        assert_abs_diff_eq!(proxy, mean_rank, epsilon = 1.01e-3);
        assert_abs_diff_eq!(real, mean_rank * 0.95_f64.powi(n + 1), epsilon = 1.01e-3);
    }
    // ANCHOR_END: program
    Ok(())
}
