//! The site: Markdown in, HTML out, with mdBook and KaTeX in process.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use mdbook_driver::MDBook;

use crate::deck;
use crate::preprocessors::annotations::DropAnnotations;
use crate::preprocessors::evidence::Evidence;
use crate::preprocessors::katex::Katex;
use crate::preprocessors::listings::DedentListings;
use crate::preprocessors::quiz::Quiz;
use crate::preprocessors::references::References;
use crate::warnings::{self, Warning};

/// Builds the book at `root` into `destination` and returns what mdBook
/// warned about on the way.
///
/// mdBook goes on after a missing include and after a formula that does not
/// parse, so an empty list is what says that the site is whole.
///
/// # Errors
///
/// When the book cannot be loaded or rendered, and when `destination` holds
/// files that are not a site: building would delete them.
pub fn build(root: &Path, destination: &Path) -> Result<Vec<Warning>> {
    refuse_foreign_folder(destination)?;
    let mut book = load(root)?;
    book.config.build.build_dir = absolute(destination)?;
    warnings::clear();
    book.build().context("mdBook could not render the book")?;
    let warnings = warnings::take();
    offer_deck(root, destination)?;
    Ok(warnings)
}

/// Puts the deck where the page about it links to.
fn offer_deck(root: &Path, destination: &Path) -> Result<()> {
    let (deck, _) = deck::deck(root)?;
    let path = destination.join("study").join(deck::FILE);
    let folder = path.parent().context("a file has a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, deck))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// The book at `root` with our preprocessors in the place of the commands
/// that `book.toml` names for a stock mdBook.
///
/// # Errors
///
/// When `book.toml`, `SUMMARY.md` or a chapter cannot be read.
pub fn load(root: &Path) -> Result<MDBook> {
    let mut book = MDBook::load(root)
        .with_context(|| format!("no book could be loaded from {}", root.display()))?;
    book.with_preprocessor(Evidence);
    book.with_preprocessor(DedentListings);
    book.with_preprocessor(Quiz);
    book.with_preprocessor(References);
    book.with_preprocessor(Katex);
    book.with_preprocessor(DropAnnotations);
    Ok(book)
}

/// mdBook empties its destination first, so a mistyped folder would be lost.
fn refuse_foreign_folder(destination: &Path) -> Result<()> {
    let is_site = destination.join(".nojekyll").exists();
    let is_empty = match destination.read_dir() {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !destination.exists(),
    };
    ensure!(
        is_site || is_empty,
        "{} exists and is not a site built by mdBook: building would delete what it holds; \
         name an empty folder with --destination",
        destination.display()
    );
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} is not a usable path", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_a_folder_that_holds_something_else() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("thesis.tex"), "years of work").unwrap();

        let refusal = refuse_foreign_folder(folder.path())
            .unwrap_err()
            .to_string();

        assert!(refusal.contains("is not a site"), "{refusal}");
    }

    #[test]
    fn accepts_an_empty_a_missing_and_a_built_folder() {
        let folder = tempfile::tempdir().unwrap();
        refuse_foreign_folder(folder.path()).unwrap();
        refuse_foreign_folder(&folder.path().join("missing")).unwrap();

        std::fs::write(folder.path().join(".nojekyll"), "").unwrap();
        std::fs::write(folder.path().join("index.html"), "").unwrap();
        refuse_foreign_folder(folder.path()).unwrap();
    }
}
