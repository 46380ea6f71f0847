//! Counting errors cannot see that a split has made a pure leaf; Gini and entropy can.

extern crate losses;

fn main() {
    // ANCHOR: program
    // 400 examples of each class, split in two ways into two leaves.
    let splits = [
        ("300:100 and 100:300", [[300.0, 100.0], [100.0, 300.0]]),
        ("200:400 and 200:0", [[200.0, 400.0], [200.0, 0.0]]),
    ];
    let errors = |p: f64| p.min(1.0 - p);
    let gini = |p: f64| 2.0 * p * (1.0 - p);
    let part = |p: f64| if p > 0.0 { -p * p.ln() } else { 0.0 };
    let entropy = |p: f64| part(p) + part(1.0 - p);
    println!("impurity left, 800 examples   errors     Gini   entropy");
    println!(
        "before the split            {:8.4} {:8.4} {:9.4}",
        errors(0.5),
        gini(0.5),
        entropy(0.5)
    );
    let mut rows = Vec::new();
    for (name, leaves) in splits {
        let after = |impurity: &dyn Fn(f64) -> f64| {
            let each = leaves.map(|[a, b]: [f64; 2]| (a + b) / 800.0 * impurity(a / (a + b)));
            each.iter().sum::<f64>()
        };
        let row = [after(&errors), after(&gini), after(&entropy)];
        println!("{name:27} {:8.4} {:8.4} {:9.4}", row[0], row[1], row[2]);
        rows.push(row);
    }
    assert!(rows[0][0] == rows[1][0] && rows[0][1] > rows[1][1] && rows[0][2] > rows[1][2]);
    // ANCHOR_END: program
}
