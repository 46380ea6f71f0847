//! The front door of the book: what `cargo book` does, one module a command.
//!
//! | command | module |
//! |---|---|
//! | `cargo book serve` | [`serve`] |
//! | `cargo book build` | [`site`] |
//! | `cargo book test` | [`checks`] |
//! | `cargo book run` | [`examples`] |
//! | `cargo book quizzes` | [`questions`], [`quiz`] |
//! | `cargo book bench` | [`bench`] |
//!
//! The versions of mdBook and of KaTeX are those of `Cargo.lock`: nothing has
//! to be installed first.

pub mod bench;
pub mod checks;
pub mod examples;
pub mod generated;
pub mod libraries;
pub mod preprocessors;
pub mod questions;
pub mod quiz;
pub mod serve;
pub mod site;
pub mod warnings;

use std::path::{Path, PathBuf};

/// The root of the checkout that this front door was built from.
///
/// # Panics
///
/// When the crate no longer lies two folders below the root, which no
/// argument can cause.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("crates/book lies two folders below the root")
        .to_path_buf()
}
