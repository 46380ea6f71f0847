//! With three classes and no majority, the multi-class hinges need not put the likeliest first.

fn main() {
    // ANCHOR: program
    // The expected loss; `join` makes one loss of the violations of the other classes.
    let risk = |p: &[f64; 3], scores: &[f64; 3], join: fn(f64, f64) -> f64| -> f64 {
        let loss = |y: usize| {
            let others = (0..3).filter(|&k| k != y);
            let violations = others.map(|k| f64::max(0.0, 1.0 + scores[k] - scores[y]));
            violations.fold(0.0, join)
        };
        p.iter().enumerate().map(|(y, p)| p * loss(y)).sum()
    };
    let largest: fn(f64, f64) -> f64 = f64::max;
    let total: fn(f64, f64) -> f64 = |sum, it| sum + it;
    println!("violations  probabilities         risk   best scores");
    for (name, join, p, by_hand) in [
        ("largest", largest, [0.6, 0.2, 0.2], [1.0, 0.0, 0.0]),
        ("largest", largest, [0.4, 0.3, 0.3], [0.0, 0.0, 0.0]),
        ("sum", total, [0.4, 0.3, 0.3], [1.0, 0.0, 0.0]),
        ("sum", total, [0.4, 0.35, 0.25], [1.0, 1.0, 0.0]),
    ] {
        // Piecewise linear with kinks at whole differences; the third score may be 0.
        let steps = || (-12..=12).map(|step| f64::from(step) / 4.0);
        let grid = steps().flat_map(|a| steps().map(move |b| [a, b, 0.0]));
        let scored = grid.map(|scores| (risk(&p, &scores, join), scores));
        let (least, best) = scored.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        println!("{name:<11} {:<18} {least:7.2}   {best:?}", format!("{p:?}"));
        assert_eq!(best, by_hand);
    }
    // ANCHOR_END: program
}
