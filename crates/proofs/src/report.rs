//! What the proofs found, as the book prints it.

use crate::claims::{Claim, claims};

/// A text that pages include.
pub struct Report {
    /// The name of its file.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
    /// Why something in it does not hold; empty when all does.
    pub failures: Vec<String>,
}

/// Proves the claims. The first text is their table, the second has a sentence
/// for each that says how it is known, between anchors of its name.
#[must_use]
pub fn proofs(with_long_ones: bool) -> Vec<Report> {
    let (long, short): (Vec<_>, Vec<_>) = claims().into_iter().partition(|it| it.is_long);
    let [table, sentences] = report(["claims.txt", "known.txt"], &short);
    let mut reports = vec![table, sentences];
    if with_long_ones {
        let [table, _] = report(["claims_full.txt", ""], &long);
        reports.push(table);
    }
    reports
}

fn report([table, sentences]: [&'static str; 2], claims: &[Claim]) -> [Report; 2] {
    let (mut rows, mut lines, mut failures) = (String::new(), String::new(), Vec::new());
    for claim in claims {
        match (claim.prove)() {
            Ok(n_boxes) => {
                rows += &format!("{:<58}{n_boxes:>8}\n", claim.statement);
                rows += &format!("  {}\n", claim.domain);
                lines += &sentence(claim, n_boxes);
            }
            Err(why) => failures.push(format!("{}: {why}", claim.name)),
        }
    }
    let head = format!(
        "{:<58}{:>8}\n",
        "true at every point of the domain", "boxes"
    );
    let text = head + &rows;
    let table = Report {
        name: table,
        text,
        failures,
    };
    let sentences = Report {
        name: sentences,
        text: lines,
        failures: Vec::new(),
    };
    [table, sentences]
}

fn sentence(claim: &Claim, n_boxes: usize) -> String {
    let boxes = match n_boxes {
        1 => "one box covers".to_owned(),
        n => format!("{n} boxes cover"),
    };
    format!(
        "ANCHOR: {name}\nProven at every point, not sampled, by interval arithmetic: \
         {boxes} {domain}.\nANCHOR_END: {name}\n",
        name = claim.name,
        domain = claim.domain
    )
}
