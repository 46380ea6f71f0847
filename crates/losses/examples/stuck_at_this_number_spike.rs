//! Adam after a quiet time: one sudden gradient makes a step of about (1 − β₁) / √(1 − β₂) learning rates, several a larger one, and clipping bounds both.

fn main() {
    // ANCHOR: program
    println!("β₂      quiet steps   one large   formula   20 large    bound   clipped");
    for (decay, quiet) in [(0.999, 10), (0.999, 10_000), (0.95, 10_000)] {
        // Gradients of size 0.001 and changing sign, then some of another size.
        let largest = |size: f64, number: i32| {
            let (mut first, mut second) = (0.0, 0.0);
            let mut largest: f64 = 0.0;
            for t in 1..=quiet + 100 {
                let small = if t % 2 == 0 { 0.001 } else { -0.001 };
                let is_large = t > quiet && t <= quiet + number;
                let gradient = if is_large { size } else { small };
                first = 0.9 * first + 0.1 * gradient;
                second = decay * second + (1.0 - decay) * gradient * gradient;
                let mean = first / (1.0 - 0.9_f64.powi(t));
                let square = second / (1.0 - decay.powi(t));
                if t > quiet {
                    largest = largest.max((mean / square.sqrt()).abs());
                }
            }
            largest
        };
        let [one, many, clipped] = [(1.0, 1), (1.0, 20), (0.002, 1)].map(|it| largest(it.0, it.1));
        let formula = 0.1 / (1.0_f64 - decay).sqrt();
        // Cauchy and Schwarz, on the sums that the two averages are.
        let bound = formula / (1.0 - 0.9 * 0.9 / decay).sqrt();
        print!("{decay:<7} {quiet:11} {one:11.4} {formula:9.4}");
        println!(" {many:10.4} {bound:8.4} {clipped:9.4}");
        assert!(quiet < 1000 || (one - formula).abs() < 0.01 * formula);
        assert!(one < many && many < bound);
    }
    // ANCHOR_END: program
}
