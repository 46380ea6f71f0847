//! Whatever is passed, a function returns: a value of the documented shape, or
//! an error that names an argument. Nothing panics, and nothing hangs.
//!
//! A case is one set of arguments, handed to every public function: arrays of
//! any shape and layout, with numbers of every kind, some made valid for the
//! functions that check them, so that the code behind the checks runs as well.
//! `PROPTEST_CASES=20000` runs more of them, `PROPTEST_RNG_SEED` others.

#[path = "../../../tests/cases.rs"]
mod cases;

use std::time::{Duration, Instant};
use std::{env, fs, path::Path};

use cases::config;
use losses::prelude::*;
use ndarray::{ArrayD, Dimension, IxDyn, ShapeBuilder, arr0};
use proptest::prelude::*;
use proptest::sample::select;

const SPECIAL: [f64; 20] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    f64::EPSILON,
    1e300,
    -1e300,
    1e-300,
    709.9,
    -745.2,
];

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -3.0..3.0_f64,
        2 => select(SPECIAL.as_slice()),
        1 => proptest::num::f64::ANY,
    ]
}

/// What an array is made valid for.
#[derive(Clone, Copy, Debug)]
enum Content {
    Anything,
    Ordinary,
    Probabilities,
    ZeroOrOne,
    Signs,
    Counts,
    Distributions,
    LogDistributions,
}

const CONTENTS: [Content; 8] = [
    Content::Anything,
    Content::Ordinary,
    Content::Probabilities,
    Content::ZeroOrOne,
    Content::Signs,
    Content::Counts,
    Content::Distributions,
    Content::LogDistributions,
];

impl Content {
    fn of(self, raw: &[f64], n_columns: usize) -> Vec<f64> {
        let ordinary = |it: f64| if it.is_finite() { it % 10.0 } else { 0.5 };
        let each = |f: &dyn Fn(f64) -> f64| raw.iter().map(|&it| f(it)).collect();
        match self {
            Self::Anything => raw.to_vec(),
            Self::Ordinary => each(&ordinary),
            Self::Probabilities => each(&|it| ordinary(it).abs().fract()),
            Self::ZeroOrOne => each(&|it| f64::from(it > 0.0)),
            Self::Signs => each(&|it| if it > 0.0 { 1.0 } else { -1.0 }),
            Self::Counts => each(&|it| {
                if it.is_finite() {
                    it.abs().floor()
                } else {
                    40.0
                }
            }),
            Self::Distributions | Self::LogDistributions => {
                let exponentials: Vec<f64> = raw.iter().map(|&it| ordinary(it).exp()).collect();
                let rows = exponentials.chunks(n_columns.max(1)).flat_map(|row| {
                    let sum: f64 = row.iter().sum();
                    row.iter().map(move |it| it / sum)
                });
                if matches!(self, Self::Distributions) {
                    rows.collect()
                } else {
                    rows.map(f64::ln).collect()
                }
            }
        }
    }
}

/// An array of these lengths in one of the layouts that a view may have.
fn laid_out(lengths: &[usize], values: &[f64], layout: u8) -> ArrayD<f64> {
    let plain = ArrayD::from_shape_vec(IxDyn(lengths), values.to_vec()).unwrap();
    let mut array = match layout {
        // Columns first.
        1 => ArrayD::from_shape_fn(IxDyn(lengths).f(), |it| plain[it]),
        // Every other element of one that is twice as long.
        2 if !lengths.is_empty() => {
            let mut longer = lengths.to_vec();
            longer[0] *= 2;
            let mut wide = ArrayD::from_shape_fn(IxDyn(&longer), |mut it| {
                it[0] /= 2;
                plain[it]
            });
            wide.slice_axis_inplace(Axis(0), Slice::new(0, None, 2));
            wide
        }
        _ => plain,
    };
    if layout == 3 {
        for axis in 0..lengths.len() {
            array.invert_axis(Axis(axis));
        }
    }
    array
}

fn array(lengths: Vec<usize>) -> impl Strategy<Value = ArrayD<f64>> {
    let size: usize = lengths.iter().product();
    let values = prop::collection::vec(number(), size);
    (values, select(CONTENTS.as_slice()), 0..4_u8).prop_map(move |(raw, content, layout)| {
        let n_columns = lengths.last().copied().unwrap_or(1);
        laid_out(&lengths, &content.of(&raw, n_columns), layout)
    })
}

/// Lengths that are those of the others four times out of five.
fn near(lengths: Vec<usize>) -> impl Strategy<Value = Vec<usize>> + Clone {
    let other = prop::collection::vec(0..4_usize, lengths.len());
    prop_oneof![4 => Just(lengths), 1 => other]
}

/// A class, a length, an index: mostly one that there is.
fn index() -> impl Strategy<Value = usize> {
    prop_oneof![
        8 => 0..4_usize,
        1 => select([usize::MAX, usize::MAX - 1, 1 << 53, 4].as_slice()),
    ]
}

/// One set of arguments for all functions.
#[derive(Clone, Debug)]
struct Case {
    /// Of any number of dimensions.
    any: [ArrayD<f64>; 3],
    rows: [Array2<f64>; 3],
    /// One for each row, mostly.
    column: [Array1<f64>; 2],
    indices: Array1<usize>,
    pairs: Array1<Pair>,
    events: Array1<bool>,
    index: usize,
    parameters: [f64; 2],
}

fn three(lengths: Vec<usize>) -> impl Strategy<Value = [ArrayD<f64>; 3]> {
    let second = near(lengths.clone()).prop_flat_map(array);
    let third = near(lengths.clone()).prop_flat_map(array);
    (array(lengths), second, third).prop_map(|(a, b, c)| [a, b, c])
}

fn case() -> impl Strategy<Value = Case> {
    let any = prop::collection::vec(0..4_usize, 0..4).prop_flat_map(three);
    let matrices = (0..5_usize, 0..4_usize).prop_flat_map(|(n_rows, n_columns)| {
        let n = near(vec![n_rows]).prop_map(|it| it[0]).boxed();
        let columns =
            (n.clone(), n.clone()).prop_flat_map(|(n, m)| (array(vec![n]), array(vec![m])));
        let labels = n
            .clone()
            .prop_flat_map(|n| prop::collection::vec(index(), n));
        let flags = n.prop_flat_map(|n| prop::collection::vec(prop::bool::ANY, n));
        (three(vec![n_rows, n_columns]), columns, labels, flags)
    });
    let parameter = || prop_oneof![3 => 0.01..2.0_f64, 2 => number()];
    (any, matrices, index(), [parameter(), parameter()]).prop_map(
        |(any, (rows, (first, second), indices, flags), index, parameters)| Case {
            any,
            rows: rows.map(|it| it.into_dimensionality().unwrap()),
            column: [first, second].map(|it| it.into_dimensionality().unwrap()),
            indices: indices.into(),
            pairs: flags
                .iter()
                .map(|&it| if it { Pair::Similar } else { Pair::Dissimilar })
                .collect(),
            events: flags.into(),
            index,
            parameters,
        },
    )
}

/// An error names one of the arguments, in backticks.
fn assert_names(function: &str, arguments: &[&str], error: &LossError) {
    let message = error.to_string();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let is_named = quoted
        .iter()
        .any(|it| arguments.iter().any(|name| it.contains(name)));
    assert!(is_named, "{function} names no argument: {message}");
}

/// Results have these shapes, or are the same error, which names an argument.
struct Expected<'a> {
    arguments: &'a [&'a str],
    /// Whether the shapes fit, so that the result may be a value.
    fits: bool,
}

/// The name of a function, its result, and the shape of a value.
type Called<'a, D> = (&'a str, Result<Array<f64, D>, LossError>, &'a [usize]);

impl Expected<'_> {
    fn check<D: Dimension>(&self, results: Vec<Called<'_, D>>) -> Option<String> {
        let mut messages = Vec::new();
        for (function, result, shape) in results {
            match result {
                Ok(value) => {
                    assert_eq!(value.shape(), shape, "{function}");
                    assert!(self.fits, "{function} broadcasts");
                    messages.push((function, None));
                }
                Err(error) => {
                    assert_names(function, self.arguments, &error);
                    messages.push((function, Some(error.to_string())));
                }
            }
        }
        let first = messages[0].clone();
        for (function, message) in messages {
            assert_eq!(message, first.1, "{function} and {} disagree", first.0);
        }
        first.1
    }
}

/// A function and its result, with the name as it is written.
macro_rules! calls {
    ($shape:expr; $($function:ident($($argument:expr),*)),+ $(,)?) => {
        vec![$((stringify!($function), $function($($argument),*), $shape)),+]
    };
}

fn elementwise(case: &Case) {
    let ([a, b, c], [x, y]) = (&case.any, case.parameters);
    let shape = a.shape();
    let two = |arguments| Expected {
        arguments,
        fits: a.shape() == b.shape(),
    };
    two(&["predictions", "targets"]).check(calls![shape;
        squared_error(a, b), squared_error_gradient(a, b),
        absolute_error(a, b), absolute_error_gradient(a, b),
        log_cosh(a, b), log_cosh_gradient(a, b),
    ]);
    two(&["predictions", "targets", "delta"]).check(calls![shape;
        huber(a, b, x), huber_gradient(a, b, x),
        pseudo_huber(a, b, x), pseudo_huber_gradient(a, b, x),
    ]);
    two(&["predictions", "targets", "level"])
        .check(calls![shape; pinball(a, b, x), pinball_gradient(a, b, x)]);
    two(&["logits", "labels"]).check(calls![shape;
        binary_cross_entropy_with_logits(a, b), binary_cross_entropy_with_logits_gradient(a, b),
    ]);
    two(&["probabilities", "labels"]).check(calls![shape;
        binary_cross_entropy(a, b), binary_cross_entropy_gradient(a, b),
    ]);
    two(&["scores", "labels"]).check(calls![shape; hinge(a, b), hinge_gradient(a, b)]);
    for alpha in [None, Some(y)] {
        let focal = Focal { gamma: x, alpha };
        two(&["logits", "labels", "gamma", "alpha"]).check(calls![shape;
            focal_with_logits(a, b, focal), focal_with_logits_gradient(a, b, focal),
        ]);
    }
    two(&["log_means", "counts"]).check(calls![shape;
        poisson_negative_log_likelihood(a, b),
        poisson_negative_log_likelihood_gradient(a, b),
        poisson_deviance(a, b),
    ]);
    two(&["chosen", "rejected"])
        .check(calls![shape; bradley_terry(a, b), bradley_terry_gradient(a, b)]);
    two(&["chosen", "rejected", "beta"]).check(calls![shape;
        dpo(a, b, x), dpo_gradient(a, b, x), ipo(a, b, x), ipo_gradient(a, b, x),
    ]);
    for values in [
        sigmoid(a),
        softplus(a),
        minimax_generator(a),
        minimax_generator_gradient(a),
        non_saturating_generator(a),
        non_saturating_generator_gradient(a),
    ] {
        assert_eq!(values.shape(), shape);
    }

    let fits = a.shape() == b.shape() && a.shape() == c.shape();
    let arguments = &["means", "log_variances", "targets"];
    let gradient = gaussian_negative_log_likelihood_gradient(a, b, c);
    Expected { arguments, fits }.check(vec![
        ("loss", gaussian_negative_log_likelihood(a, b, c), shape),
        ("means", gradient.clone().map(|it| it.means), shape),
        ("log_variances", gradient.map(|it| it.log_variances), shape),
    ]);
    let arguments = &[
        "log_probabilities",
        "old_log_probabilities",
        "advantages",
        "clip",
    ];
    Expected { arguments, fits }
        .check(calls![shape; ppo_clip(a, b, c, x), ppo_clip_gradient(a, b, c, x)]);

    let mean = mean(a);
    assert_eq!(mean.is_err(), a.is_empty(), "{mean:?}");
    assert!(!a.is_empty() || sum(a) == 0.0);
}

fn by_row(case: &Case) {
    let ([a, b, c], [x, y]) = (&case.rows, case.parameters);
    let (n, shape) = (&[a.nrows()][..], a.shape());
    let one = |arguments| Expected {
        arguments,
        fits: true,
    };
    let two = |arguments| Expected {
        arguments,
        fits: a.shape() == b.shape(),
    };
    let same = |one: Option<String>, other| assert_eq!(one, other, "of loss and gradient");
    let error = one(&["logits"]).check(calls![n; log_sum_exp(a)]);
    same(error, one(&["logits"]).check(calls![shape; log_softmax(a)]));
    one(&["logits", "temperature"]).check(calls![shape; softmax(a, x)]);

    let targets = || two(&["logits", "targets"]);
    let error = targets().check(calls![n; softmax_cross_entropy_with_probabilities(a, b)]);
    same(
        error,
        targets().check(calls![shape; softmax_cross_entropy_with_probabilities_gradient(a, b)]),
    );
    let distributions = || two(&["p", "q"]);
    let error = distributions().check(calls![n; kl_divergence(a, b), jensen_shannon(a, b)]);
    same(error, distributions().check(calls![shape;
        kl_divergence_gradient_p(a, b), kl_divergence_gradient_q(a, b), jensen_shannon_gradient(a, b),
    ]));
    two(&["log_p", "log_q"]).check(calls![n; kl_divergence_from_log_probabilities(a, b)]);
    let masks = || two(&["probabilities", "labels", "smoothing"]);
    let error = masks().check(calls![n; soft_dice(a, b, x), soft_iou(a, b, x)]);
    same(
        error,
        masks().check(calls![shape; soft_dice_gradient(a, b, x), soft_iou_gradient(a, b, x)]),
    );

    let labels = &case.indices;
    let fits = labels.len() == a.nrows();
    let classes = || Expected {
        arguments: &["logits", "labels"],
        fits,
    };
    let error = classes().check(calls![n; softmax_cross_entropy(a, labels)]);
    same(
        error,
        classes().check(calls![shape; softmax_cross_entropy_gradient(a, labels)]),
    );
    let positives = || Expected {
        arguments: &["similarities", "positives", "temperature"],
        fits,
    };
    let error = positives().check(calls![n; info_nce(a, labels, x)]);
    same(
        error,
        positives().check(calls![shape; info_nce_gradient(a, labels, x)]),
    );
    let square = || one(&["similarities", "temperature"]);
    let error = square().check(calls![n; symmetric_info_nce(a, x)]);
    same(
        error,
        square().check(calls![shape; symmetric_info_nce_gradient(a, x)]),
    );
    let views = || one(&["views", "temperature"]);
    let error = views().check(calls![n; nt_xent(a, x)]);
    same(error, views().check(calls![shape; nt_xent_gradient(a, x)]));

    let pairs = &case.pairs;
    let fits = a.shape() == b.shape() && pairs.len() == a.nrows();
    let embeddings = || Expected {
        arguments: &["first", "second", "pairs", "margin"],
        fits,
    };
    let error = embeddings().check(calls![n; contrastive(a, b, pairs, x)]);
    same(
        error,
        embeddings().check(calls![shape; contrastive_gradient(a, b, pairs, x)]),
    );
    let fits = a.shape() == b.shape() && a.shape() == c.shape();
    let triples = || Expected {
        arguments: &["anchors", "positives", "negatives", "margin"],
        fits,
    };
    let error = triples().check(calls![n; triplet(a, b, c, x), triplet_squared(a, b, c, x)]);
    for gradient in [
        triplet_gradient(a, b, c, x),
        triplet_squared_gradient(a, b, c, x),
    ] {
        same(
            error.clone(),
            triples().check(vec![
                ("anchors", gradient.clone().map(|it| it.anchors), shape),
                ("positives", gradient.clone().map(|it| it.positives), shape),
                ("negatives", gradient.map(|it| it.negatives), shape),
            ]),
        );
    }

    let advantages = &case.column[0];
    let fits = fits && advantages.len() == a.nrows() && labels.len() == a.nrows();
    let names = &[
        "current",
        "old",
        "reference",
        "advantages",
        "length",
        "clip",
        "beta",
    ];
    let tokens = || Expected {
        arguments: names,
        fits,
    };
    let settings = Grpo { clip: x, beta: y };
    let error = tokens().check(calls![n; grpo([a, b, c], advantages, labels, settings)]);
    same(
        error,
        tokens().check(calls![shape; grpo_gradient([a, b, c], advantages, labels, settings)]),
    );
    assert_eq!(group_advantages(a).shape(), shape);

    let _ = total_variation(a);
    assert_eq!(total_variation_gradient(a).shape(), shape);
    let error = one(&["logits"]).check(vec![("load_balancing", load_balancing(a).map(arr0), &[])]);
    same(
        error,
        one(&["logits"]).check(calls![shape; load_balancing_gradient(a)]),
    );

    let sequence = || one(&["logits", "labels", "blank"]);
    let loss = ctc(a, labels, case.index).map(arr0);
    let error = sequence().check(vec![("ctc", loss, &[])]);
    same(
        error,
        sequence().check(calls![shape; ctc_gradient(a, labels, case.index)]),
    );
}

fn of_vectors_and_numbers(case: &Case) {
    let ([a, b], events, [x, y]) = (&case.column, &case.events, case.parameters);
    let n = &[a.len()][..];
    let fits = a.len() == b.len() && a.len() == events.len();
    Expected {
        arguments: &["scores", "times", "events"],
        fits,
    }
    .check(calls![n; cox(a, b, events), cox_gradient(a, b, events)]);
    let samples = || Expected {
        arguments: &["first", "second"],
        fits: true,
    };
    let error = samples().check(vec![("wasserstein", wasserstein(a, b).map(arr0), &[])]);
    assert_eq!(
        error,
        samples().check(calls![n; wasserstein_gradient(a, b)])
    );

    match (Gaussian::new(x, y), Gaussian::new(y, x)) {
        (Ok(p), Ok(q)) => {
            let _ = (
                gaussian_kl_divergence(p, q),
                gaussian_kl_divergence_gradient(p, q),
            );
            assert!(p.mean() == x && p.standard_deviation() == y);
        }
        (Err(error), _) | (_, Err(error)) => {
            assert_names("Gaussian::new", &["mean", "standard_deviation"], &error);
        }
    }

    let (p, q) = (a.to_vec(), b.to_vec());
    let _ = (
        naive::sigmoid(x),
        naive::binary_cross_entropy_with_logits(x, y),
    );
    let _ = (
        naive::log_sum_exp(&p),
        naive::kl_divergence_with_epsilon(&p, &q, x),
    );
    assert_eq!(naive::softmax(&p).len(), p.len());
    assert_eq!(naive::log_softmax(&p).len(), p.len());
    let shorter = p.len().min(q.len());
    assert_eq!(naive::euclidean_distance_gradient(&p, &q).len(), shorter);
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn nothing_that_is_passed_makes_a_function_panic(case in case()) {
        elementwise(&case);
        by_row(&case);
        of_vectors_and_numbers(&case);
    }
}

#[test]
fn large_arguments_do_not_take_long() {
    const N: usize = 20_000;
    let start = Instant::now();
    for value in [0.0, 1.0, f64::NAN] {
        let long = Array::from_elem(IxDyn(&[N]), value);
        let wide = Array2::from_elem((2, N), value);
        let case = Case {
            any: [long.clone(), long.clone(), long],
            rows: [wide.clone(), wide.clone(), wide],
            column: [Array1::from_elem(2, 1.0), Array1::from_elem(2, 1.0)],
            indices: Array1::from_vec(vec![1, N - 1]),
            pairs: Array1::from_elem(2, Pair::Dissimilar),
            events: Array1::from_elem(2, true),
            index: 0,
            parameters: [1.0, 0.5],
        };
        elementwise(&case);
        by_row(&case);
    }
    let points = Array1::linspace(-1.0, 1.0, N);
    let fewer = points.slice_axis(Axis(0), Slice::from(1..));
    assert!(wasserstein(&points, &fewer).is_ok());
    assert!(
        start.elapsed() < Duration::from_secs(60),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn every_public_function_is_called_here() {
    let here = include_str!("arguments.rs");
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut n_functions = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(path).unwrap();
            for definition in source
                .lines()
                .filter_map(|it| it.trim_start().strip_prefix("pub fn "))
            {
                let name = definition.split(['(', '<']).next().unwrap();
                assert!(here.contains(&format!("{name}(")), "{name} is not called");
                n_functions += 1;
            }
        }
    }
    assert!(n_functions > 80, "only {n_functions} were found");
}
