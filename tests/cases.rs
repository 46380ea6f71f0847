//! How many cases a fuzzed property gets: shared by path, like `mutations.rs`.

use std::env;

use proptest::test_runner::{Config, RngSeed};

/// This many cases from a fixed seed, unless `PROPTEST_CASES` and
/// `PROPTEST_RNG_SEED` ask for others.
pub fn config(cases: u32) -> Config {
    let default = Config::default();
    let is_set = |name| env::var_os(name).is_some();
    Config {
        cases: if is_set("PROPTEST_CASES") {
            default.cases
        } else {
            cases
        },
        rng_seed: if is_set("PROPTEST_RNG_SEED") {
            default.rng_seed
        } else {
            RngSeed::Fixed(1964)
        },
        failure_persistence: None,
        ..default
    }
}
