//! Adam after a quiet time: one sudden gradient makes a step of up to (1 − β₁) / √(1 − β₂) learning rates, and clipping it bounds the step.

fn main() {
    // ANCHOR: program
    println!("β₂      quiet steps   largest step   the same, clipped   bound");
    for (decay, quiet) in [(0.999, 10), (0.999, 10_000), (0.95, 10_000)] {
        // Gradients of size 0.001 and changing sign, then one of 1.
        let sudden = |size: f64| {
            let (mut first, mut second) = (0.0, 0.0);
            let mut largest: f64 = 0.0;
            for t in 1..=quiet + 100 {
                let small = if t % 2 == 0 { 0.001 } else { -0.001 };
                let gradient = if t == quiet + 1 { size } else { small };
                first = 0.9 * first + 0.1 * gradient;
                second = decay * second + (1.0 - decay) * gradient * gradient;
                let mean = first / (1.0 - 0.9_f64.powi(t));
                let square = second / (1.0 - decay.powi(t));
                let step = mean / square.sqrt();
                if t > quiet {
                    largest = largest.max(step.abs());
                }
            }
            largest
        };
        let (plain, clipped) = (sudden(1.0), sudden(0.002));
        let bound = 0.1 / (1.0_f64 - decay).sqrt();
        println!("{decay:<7} {quiet:11} {plain:14.4} {clipped:19.4} {bound:7.4}");
        assert!(quiet < 1000 || (plain - bound).abs() < 0.01 * bound);
    }
    // ANCHOR_END: program
}
