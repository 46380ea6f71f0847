//! `cargo book deck`: every question of the book as a card for Anki.
//!
//! The deck is a text file that Anki imports by itself: its first lines say
//! which column is what. The first column is the id of the question, so that
//! a second import updates a card instead of adding it again.

pub mod card;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use mdbook_driver::MDBook;
use mdbook_driver::builtin_preprocessors::LinkPreprocessor;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::deck::card::Cards;
use crate::questions::{self, Page};
use crate::quiz::Fault;

/// The name of the file that the site offers.
pub const FILE: &str = "loss-functions-anki.txt";

const HEADER: &str = "#separator:tab\n#html:true\n#notetype:Basic\n\
                      #guid column:1\n#deck column:2\n#tags column:3\n";

/// The deck of the book at `root`, as Anki imports it, and the number of its
/// cards.
///
/// # Errors
///
/// When the book or its formulas cannot be read, or a quiz is not right.
pub fn deck(root: &Path) -> Result<(String, usize)> {
    let cards = Cards::read(root)?;
    let mut text = HEADER.to_owned();
    let mut count = 0;
    for page in pages(root)? {
        for row in cards.of_page(&page) {
            text += &row;
            text.push('\n');
            count += 1;
        }
    }
    Ok((text, count))
}

/// The pages with their questions, includes resolved.
fn pages(root: &Path) -> Result<Vec<Page>> {
    let book = MDBook::load(root)
        .with_context(|| format!("no book could be loaded from {}", root.display()))?;
    let context = PreprocessorContext::new(root.to_path_buf(), book.config, "html".to_owned());
    let book = LinkPreprocessor::new()
        .run(&context, book.book)
        .context("the includes cannot be resolved")?;
    let (pages, faults) = questions::of_book(&book);
    let list: Vec<String> = faults.iter().map(Fault::to_string).collect();
    ensure!(
        list.is_empty(),
        "these quizzes are not right:\n{}",
        list.join("\n")
    );
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_deck_has_a_row_of_five_fields_for_each_question() {
        let root = crate::root();
        let (text, count) = deck(&root).unwrap();
        let rows: Vec<Vec<&str>> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let questions: usize = questions::read(&root)
            .unwrap()
            .iter()
            .map(|page| page.quiz.len() + page.interview.len())
            .sum();
        assert_eq!(rows.len(), count);
        assert_eq!(count, questions);
        for row in &rows {
            assert_eq!(row.len(), 5, "{row:?}");
            assert!(row.iter().all(|field| !field.is_empty()), "{row:?}");
            let text = row[3..].join(" ");
            assert!(!text.contains("{{#"), "an include is left: {row:?}");
            assert!(!text.contains('$'), "a formula is left: {row:?}");
        }
        let ids: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
        assert_eq!(ids.len(), count);
    }
}
