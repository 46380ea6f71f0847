//! What the proofs found, as the book prints it.

use crate::claims::{Claim, claims};
use crate::digits::{self, Accuracy, bound, ulps};
use crate::gradients::{DIFFERENCE_TOLERANCE, DUAL_TOLERANCE, N_CASES, check};
use crate::kinks::kinks;
use crate::nine::NAMES;

/// A text that pages include.
pub struct Report {
    /// The name of its file.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
    /// Why something in it does not hold; empty when all does.
    pub failures: Vec<String>,
}

/// All that is shown by this crate: the tables, and in `known.txt` a sentence
/// for each claim and each loss that says how it is known, between anchors.
#[must_use]
pub fn all(with_long_ones: bool) -> Vec<Report> {
    let (long, short): (Vec<_>, Vec<_>) = claims().into_iter().partition(|it| it.is_long);
    let [claims, mut known] = proofs(["claims.txt", "known.txt"], &short);
    let accuracies = digits::of_library();
    let (gradients, digits) = (random_gradients(), fifty_digits(&accuracies));
    known.text += &sentences_of_losses(&accuracies);
    let mut reports = vec![claims, gradients, kink_table(), digits, libraries(), known];
    if with_long_ones {
        let [table, _] = proofs(["claims_full.txt", ""], &long);
        reports.push(table);
    }
    reports
}

fn proofs([table, sentences]: [&'static str; 2], claims: &[Claim]) -> [Report; 2] {
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
        1 => "one box".to_owned(),
        n => format!("{n} boxes"),
    };
    format!(
        "ANCHOR: {name}\nProven at every point, not sampled: {statement}; {domain} \
         ({boxes} of interval arithmetic).\nANCHOR_END: {name}\n",
        name = claim.name,
        statement = claim.statement,
        domain = claim.domain
    )
}

fn random_gradients() -> Report {
    let mut rows = format!(
        "{:<24}{:>8}{:>16}{:>16}\n",
        "", "inputs", "dual numbers", "differences"
    );
    let mut failures = Vec::new();
    for loss in NAMES {
        match check(loss) {
            Ok(_) => {
                rows += &format!(
                    "{:<26}{N_CASES:>8}{DUAL_TOLERANCE:>16e}{DIFFERENCE_TOLERANCE:>16e}\n",
                    words(loss)
                );
            }
            Err(why) => failures.push(why),
        }
    }
    Report {
        name: "gradients.txt",
        text: rows,
        failures,
    }
}

fn kink_table() -> Report {
    let mut rows = format!(
        "{:<29}{:>6}{:>7}{:>8}{:>8}{:>8}{:>6}\n",
        "slope", "left", "right", "stated", "central", "forward", "dual"
    );
    let mut failures = Vec::new();
    for kink in kinks() {
        let it = kink.slopes();
        // 0.0 + −0.0 is 0.0: a zero without a sign.
        let round = |it: f64| (it * 100.0).round() / 100.0 + 0.0;
        rows += &format!(
            "{:<29}{:>6.2}{:>7.2}{:>8.2}{:>8.2}{:>8.2}{:>6.2}\n",
            kink.place,
            round(it.left),
            round(it.right),
            round(it.stated),
            round(it.central),
            round(it.forward),
            round(it.dual)
        );
        failures.extend(kink.check().err());
    }
    Report {
        name: "kinks.txt",
        text: rows,
        failures,
    }
}

/// The table for the book has the bounds, which hold on every machine; how close
/// this one comes is printed by `worst`.
fn fifty_digits(accuracies: &[(&'static str, Accuracy)]) -> Report {
    let mut rows = format!(
        "{:<26}{:>10}{:>12}{:>12}{:>8}\n",
        "results against 50 digits", "k <= 4", "k <= 1e4", "k > 1e4", "limits"
    );
    let mut failures = Vec::new();
    for (loss, accuracy) in accuracies {
        let [well, ill, hopeless, special] = accuracy.counts;
        rows += &format!(
            "{:<26}{well:>10}{ill:>12}{hopeless:>12}{special:>8}\n",
            words(loss)
        );
        failures.extend(accuracy.failures.iter().cloned());
    }
    rows += &format!(
        "{:<26}{:>10}{:>12}{:>12}{:>8}\n",
        "within", "4 ULP", "4 + k ULP", "4 + k ULP", "0 ULP"
    );
    Report {
        name: "digits.txt",
        text: rows,
        failures,
    }
}

/// How close the library comes here, loss by loss.
#[must_use]
pub fn worst() -> String {
    let rows = digits::of_library().into_iter().map(|(loss, it)| {
        format!(
            "{:<26}{:>6} ULP{:>8.2} of the bound\n",
            words(loss),
            it.worst,
            it.worst_share
        )
    });
    format!("worst here: {:<14}{:>10}{:>21}\n", "", "k <= 4", "k > 4") + &rows.collect::<String>()
}

/// What the libraries return where it is not the 50-digit value within its bound.
fn libraries() -> Report {
    let rows = digits::rows();
    let mut text = format!(
        "{:<24}{:>10}{:>10}{:>10}\n",
        "results", "", "optax", "PyTorch"
    );
    for loss in NAMES {
        let rows: Vec<_> = rows.iter().filter(|row| row.loss == loss).collect();
        let n_results: usize = rows.iter().map(|row| row.exact.len()).sum();
        let misses = [0, 1].map(|library: usize| {
            let misses_of = |row: &&&digits::Row| -> usize {
                (0..row.exact.len())
                    .filter(|&i| {
                        ulps(row.others[library][i], row.exact[i]) > bound(row.conditions[i])
                    })
                    .count()
            };
            rows.iter().map(|row| misses_of(&row)).sum::<usize>()
        });
        text += &format!(
            "{:<26}{n_results:>8}{:>10}{:>10}\n",
            words(loss),
            misses[0],
            misses[1]
        );
    }
    text += &format!(
        "\nwith {}\n\n{:<34}{:>11}{:>11}{:>11}\n",
        digits::versions(),
        "for example",
        "exact",
        "optax",
        "PyTorch"
    );
    for (loss, arguments, index) in EXAMPLES {
        let is_it = |row: &&digits::Row| row.loss == loss && row.arguments == arguments;
        let Some(row) = rows.iter().find(is_it) else {
            continue;
        };
        let what = if index == 0 { "" } else { ", slope" };
        let numbers = [&row.exact, &row.others[0], &row.others[1]].map(|it| {
            let it = it[index] + 0.0;
            if it.fract() == 0.0 {
                format!("{it:>11}")
            } else {
                format!("{it:>11.2e}")
            }
        });
        let name = words(loss);
        let name = name.split(' ').next().unwrap_or_default();
        let place = format!("{name}, {arguments}{what}");
        text += &format!("{place:<34}{}\n", numbers.concat());
    }
    Report {
        name: "libraries.txt",
        text,
        failures: Vec::new(),
    }
}

/// Rows to show: the loss, its arguments, and which of its results.
const EXAMPLES: [(&str, &str, usize); 8] = [
    ("absolute_error", "NaN | 0.0", 1),
    ("hinge", "NaN | 1.0", 1),
    ("binary_cross_entropy", "-40.0 | 0.0", 0),
    ("binary_cross_entropy", "40.0 | 1.0", 1),
    ("binary_cross_entropy", "inf | 1.0", 0),
    ("categorical_cross_entropy", "40.0 0.0 | 0.0", 0),
    ("categorical_cross_entropy", "40.0 0.0 | 0.0", 1),
    ("huber", "1e-300 | 0.0 | 1.0", 1),
];

fn sentences_of_losses(accuracies: &[(&'static str, Accuracy)]) -> String {
    let sentence = |(loss, accuracy): &(&str, Accuracy)| {
        let [well, ill, hopeless, special] = accuracy.counts;
        format!(
            "ANCHOR: digits_{loss}\nChecked against 50 digits: {well} well-conditioned values and \
             slopes are within 4 ULP, {} others within 4 ULP plus their condition number, \
             {special} at NaN and infinity are what the limit is.\nANCHOR_END: digits_{loss}\n\
             ANCHOR: random_{loss}\nChecked on {N_CASES} random inputs, the same on every run: \
             value and gradient agree with dual numbers and with differences.\n\
             ANCHOR_END: random_{loss}\n",
            ill + hopeless
        )
    };
    accuracies.iter().map(sentence).collect()
}

/// The name of a loss, as the pages write it.
fn words(loss: &str) -> String {
    match loss {
        "huber" => "Huber".to_owned(),
        "kl_divergence" => "KL divergence".to_owned(),
        _ => loss
            .replace("cross_entropy", "cross-entropy")
            .replace('_', " "),
    }
}
