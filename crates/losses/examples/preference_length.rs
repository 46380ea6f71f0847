//! A slight preference for the longer answer becomes large odds under DPO, by the power of one over β; per-token averages do not see it.

extern crate losses;

use losses::prelude::*;

// ANCHOR: program
/// How much a policy raises the log-probability of *every* token, if that is
/// all that it can learn; the longer of two answers wins with `share`.
fn raise(share: f64, beta: f64, [long, short]: [f64; 2]) -> Result<f64, LossError> {
    let mut raise = 0.0;
    for _ in 0..20_000 {
        let (ahead, behind) = (array![long * raise], array![short * raise]);
        let won = dpo_gradient(&ahead, &behind, beta)?[0] * (long - short);
        let lost = dpo_gradient(&behind, &ahead, beta)?[0] * (short - long);
        raise -= 0.1 * (share * won + (1.0 - share) * lost);
    }
    Ok(raise)
}
// ANCHOR_END: program

fn main() -> Result<(), LossError> {
    println!("  β  raters' odds  lengths  raise per token  odds for the longer");
    for (beta, share, lengths) in [
        (0.1, 0.6, [20.0, 10.0]),
        (0.5, 0.6, [20.0, 10.0]),
        (0.1, 0.5, [20.0, 10.0]),
        // Averaged over the tokens both answers have the length 1.
        (0.1, 0.6, [1.0, 1.0]),
    ] {
        let raise = raise(share, beta, lengths)?;
        let [long, short] = lengths;
        let odds = ((long - short) * raise).exp();
        let of_raters = share / (1.0 - share);
        println!("{beta:3} {of_raters:13.4} {long:5}, {short:2} {raise:16.4} {odds:20.4}");
        // The optimum: odds of the preference to the power of 1/β.
        let expected = if long == short {
            1.0_f64
        } else {
            share / (1.0 - share)
        };
        assert_relative_eq!(odds, expected.powf(1.0 / beta), max_relative = 1e-4);
    }
    Ok(())
}
