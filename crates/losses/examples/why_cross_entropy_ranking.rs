//! Two proper scores can rank two forecasters differently: one confident mistake decides.

extern crate losses;

use losses::prelude::*;

fn main() -> Result<(), LossError> {
    // ANCHOR: program
    // The probability that each gave to what happened, on the same 20 days.
    let careful = Array1::from_elem(20, 0.7);
    let bold = Array1::from_shape_fn(20, |day| if day == 7 { 0.001 } else { 0.95 });
    let happened = Array1::ones(20);
    println!("forecaster   log loss   squared error   of it from day 7");
    for (name, p) in [("careful", &careful), ("bold", &bold)] {
        let logs = binary_cross_entropy(p, &happened)?;
        let squares = squared_error(p, &happened)?;
        let (log, square) = (mean(&logs)?, mean(&squares)?);
        let shares = [logs[7] / sum(&logs), squares[7] / sum(&squares)];
        println!("{name:<12} {log:8.4} {square:15.4}   {shares:.2?}");
    }
    for p in [0.1, 0.001] {
        let cost = binary_cross_entropy(&array![p], &array![1.0])?[0];
        let square = squared_error(&array![p], &array![1.0])?[0];
        println!("a probability of {p:5} for what happened: {cost:.4} nats, {square:.4}");
    }
    let bets = bold.mapv(f64::ln).sum() - careful.mapv(f64::ln).sum();
    println!(
        "fortune of bold by that of careful after 20 days: {:.4}",
        bets.exp()
    );
    // ANCHOR_END: program
    let by_hand = [
        -(0.7_f64.ln()),
        -(19.0 * 0.95_f64.ln() + 0.001_f64.ln()) / 20.0,
    ];
    assert_relative_eq!(
        mean(&binary_cross_entropy(&careful, &happened)?)?,
        by_hand[0]
    );
    assert_relative_eq!(mean(&binary_cross_entropy(&bold, &happened)?)?, by_hand[1]);
    assert!(by_hand[0] < by_hand[1]);
    let squares = [0.09, (19.0 * 0.0025 + 0.998_001) / 20.0];
    assert_relative_eq!(mean(&squared_error(&careful, &happened)?)?, squares[0]);
    assert_relative_eq!(mean(&squared_error(&bold, &happened)?)?, squares[1]);
    assert!(squares[1] < squares[0]);
    Ok(())
}
