//! Accuracy against the 50-digit values of mpmath.
//!
//! The unit is the ULP, the distance to the next float: the error is counted in
//! floats between the result and the true value, rounded. Rounding an argument
//! once moves a result of condition number κ by up to κ ULP; no algorithm that
//! knows only the rounded argument can do better. So the bound is 4 ULP where κ
//! is at most 4, and 4 + κ beyond.

use crate::Interval;
use crate::nine::{NAMES, by_formula, by_library};

/// Up to this condition number four ULP are asked for.
pub const WELL_CONDITIONED: f64 = 4.0;

/// Beyond this condition number a result has few digits left.
pub const HOPELESS: f64 = 1e4;

/// One loss at one input.
pub struct Row {
    /// Which loss.
    pub loss: &'static str,
    /// `ordinary`, `extreme` or `special`.
    pub kind: &'static str,
    /// The arguments, as the file has them.
    pub arguments: &'static str,
    /// The arguments, in groups.
    pub groups: Vec<Vec<f64>>,
    /// Value and gradient from mpmath, rounded to floats.
    pub exact: Vec<f64>,
    /// Their condition numbers.
    pub conditions: Vec<f64>,
    /// Value and gradient from optax, and from PyTorch.
    pub others: [Vec<f64>; 2],
}

/// With which versions of which tools the committed file was made.
#[must_use]
pub fn versions() -> &'static str {
    let first = FILE.lines().next().unwrap_or_default();
    first
        .split_once("with ")
        .map_or(first, |(_, versions)| versions)
}

const FILE: &str = include_str!("../reference/losses.tsv");

/// The rows of the committed file.
///
/// # Panics
///
/// When the file is not as `scripts/reference-values/losses.py` writes it.
#[must_use]
pub fn rows() -> Vec<Row> {
    let numbers = |text: &str| -> Vec<f64> {
        let words = text.split_whitespace();
        words.map(|it| it.parse().expect("a number")).collect()
    };
    FILE.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&'static str> = line.split('\t').collect();
            let [loss, kind, groups, exact, conditions, optax, torch] = fields[..] else {
                panic!("not seven fields: {line}");
            };
            Row {
                loss,
                kind,
                arguments: groups,
                groups: groups.split('|').map(numbers).collect(),
                exact: numbers(exact),
                conditions: numbers(conditions),
                others: [numbers(optax), numbers(torch)],
            }
        })
        .collect()
}

/// How many floats `actual` is away from `exact`; both zeros and all NaNs are
/// one, and infinity is a float like others.
#[must_use]
pub fn ulps(actual: f64, exact: f64) -> f64 {
    if actual.is_nan() || exact.is_nan() {
        return if actual.is_nan() && exact.is_nan() {
            0.0
        } else {
            f64::INFINITY
        };
    }
    let place = |it: f64| {
        let size = i128::from(it.abs().to_bits());
        if it < 0.0 { -size } else { size }
    };
    (place(actual) - place(exact)).unsigned_abs() as f64
}

/// What is asked of a result with this condition number.
#[must_use]
pub fn bound(condition: f64) -> f64 {
    if condition <= WELL_CONDITIONED {
        4.0
    } else {
        4.0 + condition
    }
}

/// The results of a loss beside its bounds.
#[derive(Default)]
pub struct Accuracy {
    /// How many are well conditioned, how many up to [`HOPELESS`], how many
    /// beyond, how many special.
    pub counts: [usize; 4],
    /// The largest error of those well conditioned, in ULP.
    pub worst: f64,
    /// The largest error of the others, as a share of their bound.
    pub worst_share: f64,
    /// What misses its bound.
    pub failures: Vec<String>,
}

/// Compares a loss, as `evaluate` computes it, with the 50-digit values.
#[must_use]
pub fn accuracy(loss: &str, evaluate: impl Fn(&Row) -> Vec<f64>) -> Accuracy {
    let mut accuracy = Accuracy::default();
    for row in rows().iter().filter(|row| row.loss == loss) {
        let results = evaluate(row);
        for (index, (&result, &exact)) in results.iter().zip(&row.exact).enumerate() {
            let (condition, error) = (row.conditions[index], ulps(result, exact));
            // A limit, or a true zero, has no condition number: it must be met.
            let has_no_condition = exact.is_nan()
                || condition.is_infinite()
                || (row.kind == "special" && !exact.is_normal());
            let (column, bound) = match condition {
                _ if has_no_condition => (3, 0.0),
                it if it <= WELL_CONDITIONED => (0, bound(it)),
                it if it <= HOPELESS => (1, bound(it)),
                it => (2, bound(it)),
            };
            accuracy.counts[column] += 1;
            if column == 0 {
                accuracy.worst = accuracy.worst.max(error);
            } else if column < 3 {
                accuracy.worst_share = accuracy.worst_share.max(error / bound);
            }
            if error > bound {
                let what = if index == 0 { "value" } else { "gradient" };
                accuracy.failures.push(format!(
                    "{loss}{:?}: {what} {result:e}, not {exact:e}: {error} ULP, condition {condition}",
                    row.groups
                ));
            }
        }
    }
    accuracy
}

/// The accuracy of the library, loss by loss.
#[must_use]
pub fn of_library() -> Vec<(&'static str, Accuracy)> {
    let evaluate = |row: &Row| by_library(row.loss, &row.groups).unwrap_or_default();
    NAMES.map(|loss| (loss, accuracy(loss, evaluate))).into()
}

/// Where an interval does not contain the 50-digit value: nowhere, or the
/// interval arithmetic, the formula or the file is wrong.
#[must_use]
pub fn not_enclosed() -> Vec<String> {
    let ordinary = rows().into_iter().filter(|row| row.kind == "ordinary");
    ordinary
        .flat_map(|row| {
            let ranges: Vec<Interval> = by_formula(row.loss, &row.groups);
            let pairs: Vec<_> = ranges.into_iter().zip(row.exact).collect();
            pairs.into_iter().filter_map(move |(range, exact)| {
                let is_inside = range.low <= exact.next_up() && exact.next_down() <= range.high;
                (!is_inside)
                    .then(|| format!("{}{:?}: {exact} is not in {range}", row.loss, row.groups))
            })
        })
        .collect()
}
