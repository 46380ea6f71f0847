//! Unequal costs belong into the decision: the class of least expected cost need not be the likeliest.

extern crate losses;

use losses::prelude::*;

fn main() {
    // ANCHOR: program
    let names = ["cat", "dog", "truck"];
    let p = array![0.40, 0.35, 0.25];
    // Row: what it is. Column: what we say.
    let cost = array![[0.0, 1.0, 2.0], [1.0, 0.0, 2.0], [10.0, 10.0, 0.0]];
    let expected = p.dot(&cost);

    // Independently: a hundred such pictures, and the bill for saying the same to all.
    let pictures: Vec<usize> = [40, 35, 25].iter().enumerate().flat_map(repeat).collect();
    println!("say     probability   expected cost   bill of 100 pictures");
    for (class, name) in names.iter().enumerate() {
        let bill: f64 = pictures.iter().map(|&truth| cost[[truth, class]]).sum();
        let (p, expected) = (p[class], expected[class]);
        println!("{name:5} {p:13.2} {expected:15.2} {bill:22.0}");
        assert_abs_diff_eq!(100.0 * expected, bill, epsilon = 1e-9);
    }

    // The same costs as a loss, ∑ cost · q: linear in the stated q, so a corner is best.
    let honest = expected.dot(&p);
    println!("as a loss: honest probabilities {honest:.2}, \"truck\" with certainty 1.50");
    assert_abs_diff_eq!(expected[2], 1.5, epsilon = 1e-12);
    // ANCHOR_END: program
    for (a, b) in (0..=20).flat_map(|a| (0..=20 - a).map(move |b| (a, b))) {
        let stated = array![f64::from(a), f64::from(b), f64::from(20 - a - b)] / 20.0;
        assert!(expected.dot(&stated) >= 1.5 - 1e-12);
    }
}

fn repeat((class, count): (usize, &usize)) -> Vec<usize> {
    vec![class; *count]
}
