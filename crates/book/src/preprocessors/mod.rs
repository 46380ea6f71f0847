//! The preprocessors: those of our own, in process for `cargo book` and as
//! commands for a stock mdBook, and KaTeX.

pub mod annotations;
pub mod evidence;
#[cfg(test)]
mod fuzz;
pub mod katex;
pub mod listings;
pub mod quiz;
pub mod references;

use std::io::{Read, Write};

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::{Preprocessor, parse_input};

use annotations::DropAnnotations;
use evidence::Evidence;
use listings::DedentListings;
use quiz::Quiz;
use references::References;

/// The preprocessor of this name.
///
/// # Errors
///
/// When there is none; the message names those that exist.
pub fn by_name(name: &str) -> Result<Box<dyn Preprocessor>> {
    let all: [Box<dyn Preprocessor>; 5] = [
        Box::new(Evidence),
        Box::new(DropAnnotations),
        Box::new(DedentListings),
        Box::new(Quiz),
        Box::new(References),
    ];
    let names: Vec<String> = all.iter().map(|it| it.name().to_owned()).collect();
    match all.into_iter().find(|it| it.name() == name) {
        Some(preprocessor) => Ok(preprocessor),
        None => bail!(
            "there is no preprocessor `{name}`; there are {}",
            names.join(" and ")
        ),
    }
}

/// Speaks mdBook's protocol for preprocessors that are commands: the book
/// comes in as JSON and goes out as JSON.
///
/// # Errors
///
/// When the input is not what mdBook 0.5 sends.
pub fn answer(preprocessor: &dyn Preprocessor, input: impl Read, output: impl Write) -> Result<()> {
    let (context, book) =
        parse_input(input).context("this command is called by mdBook, with the book as JSON")?;
    let book = preprocessor.run(&context, book)?;
    serde_json::to_writer(output, &book).context("the book could not be handed back")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_by_its_name_and_refuses_others() {
        assert_eq!(
            by_name("dedent-listings").unwrap().name(),
            "dedent-listings"
        );
        assert_eq!(
            by_name("drop-annotations").unwrap().name(),
            "drop-annotations"
        );
        assert_eq!(by_name("quiz").unwrap().name(), "quiz");
        let refusal = by_name("katex").err().unwrap().to_string();
        assert!(
            refusal.contains("dedent-listings and") || refusal.contains("drop-annotations and"),
            "{refusal}"
        );
    }

    #[test]
    fn says_who_calls_it_when_the_input_is_not_a_book() {
        let refusal = answer(&DropAnnotations, "hello".as_bytes(), Vec::new()).unwrap_err();
        assert!(
            refusal.to_string().contains("called by mdBook"),
            "{refusal}"
        );
    }
}
