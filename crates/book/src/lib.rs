//! The front door of the book: what `cargo book` does, one module a command.
//!
//! | command | module |
//! |---|---|
//! | `cargo book serve` | [`serve`] |
//! | `cargo book build` | [`site`], then [`finish`] |
//! | `cargo book test` | [`checks`] |
//! | `cargo book test --browser` | [`browser`] |
//! | `cargo book run` | [`examples`] |
//! | `cargo book test-pages` | [`pages`] |
//! | `cargo book quizzes` | [`questions`], [`quiz`] |
//! | `cargo book deck` | [`deck`] |
//! | `cargo book pdf`, `cargo book epub` | [`downloads`] |
//! | `cargo book exercise` | [`exercise`] |
//! | `cargo book prove` | [`prove`] |
//! | `cargo book bench` | [`bench`] |
//!
//! The versions of mdBook and of KaTeX are those of `Cargo.lock`: nothing has
//! to be installed first.

pub mod bench;
pub mod browser;
pub mod checks;
pub mod deck;
pub mod downloads;
pub mod examples;
pub mod exercise;
pub mod finish;
pub mod generated;
pub mod libraries;
#[cfg(test)]
#[path = "../../../tests/mutations.rs"]
mod mutations;
pub mod pages;
pub mod passed;
pub mod preprocessors;
pub mod prove;
pub mod publication;
pub mod questions;
pub mod quiz;
pub mod serve;
pub mod site;
#[cfg(test)]
mod tiny;
pub mod warnings;

use std::path::PathBuf;

/// The root of the checkout in which this runs.
///
/// Cargo says it to the running program, too: a target folder that was copied
/// from another checkout holds programs with the paths of that one, and the
/// rules would then read another book than the one at hand.
///
/// # Panics
///
/// When no folder above the package holds `book.toml`, which no argument can
/// cause.
#[must_use]
pub fn root() -> PathBuf {
    let running = std::env::var_os("CARGO_MANIFEST_DIR");
    let package = running.map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package
        .ancestors()
        .find(|folder| folder.join("book.toml").exists())
        .expect("a folder above the package holds book.toml")
        .to_path_buf()
}
