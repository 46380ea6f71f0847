//! The programs as the pages show them: compiled and run by `mdbook test`.

use std::path::Path;

use anyhow::{Context, Result};
use indicatif::{ParallelProgressIterator, ProgressBar};
use mdbook_driver::MDBook;
use mdbook_driver::book::{Book, BookItem, Chapter};
use mdbook_driver::builtin_renderers::MarkdownRenderer;
use mdbook_driver::config::Config;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use rayon::prelude::*;

use crate::libraries;
use crate::passed::{Extent, Passed};
use crate::preprocessors::listings::DedentListings;

/// What a test of the pages found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many pages with programs were tested.
    pub n_tested: usize,
    /// How many were not, as they passed before.
    pub n_unchanged: usize,
    /// Why a page failed, one entry each; what rustdoc says of a program has
    /// been written to standard error.
    pub failed: Vec<String>,
}

/// Tests the pages of the book at `root`, several at a time.
///
/// # Errors
///
/// When the libraries do not compile or the book cannot be read.
pub fn test(root: &Path, extent: Extent) -> Result<Report> {
    let libraries = libraries::collect(root)?;
    let built = libraries::state(&libraries)?;
    let passed = Passed::of(root, "pages");
    let mut report = Report::default();
    let mut pages = Vec::new();
    let config = bare_config(root)?;
    for chapter in chapters(root, &config)? {
        let programs = programs(&chapter.content);
        let state = built.clone().with_text(&programs);
        if programs.is_empty() {
            continue;
        } else if extent == Extent::Changed && passed.is_known(&path(&chapter), &state) {
            report.n_unchanged += 1;
        } else {
            pages.push((chapter, state));
        }
    }
    report.n_tested = pages.len();
    let results: Vec<Result<()>> = pages
        .par_iter()
        .progress_with(ProgressBar::new(pages.len() as u64))
        .map(|(chapter, state)| {
            test_chapter(root, &config, chapter, &libraries)
                .and_then(|()| passed.remember(&path(chapter), state))
                .with_context(|| format!("src/{}", path(chapter)))
        })
        .collect();
    let errors = results.into_iter().filter_map(Result::err);
    report.failed = errors.map(|error| format!("{error:#}")).collect();
    Ok(report)
}

/// The book's configuration without preprocessors: only what includes and
/// dedents programs touches them.
fn bare_config(root: &Path) -> Result<Config> {
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.set("preprocessor", serde_json::json!({}))?;
    Ok(config)
}

/// The chapters with their programs included, as a reader sees them.
fn chapters(root: &Path, config: &Config) -> Result<Vec<Chapter>> {
    let mut book = MDBook::load_with_config(root, config.clone())?;
    book.with_preprocessor(DedentListings);
    let (book, _) = book.preprocess_book(&MarkdownRenderer::new())?;
    let chapters = book.chapters().cloned().map(|mut chapter| {
        chapter.sub_items.clear();
        chapter
    });
    Ok(chapters.collect())
}

/// `mdbook test` of a book that has this chapter alone.
fn test_chapter(root: &Path, config: &Config, chapter: &Chapter, libraries: &Path) -> Result<()> {
    let mut config = config.clone();
    config.build.use_default_preprocessors = false;
    let mut book = MDBook::load_with_config_and_summary(root, config, Default::default())?;
    book.book = Book::new_with_items(vec![BookItem::Chapter(chapter.clone())]);
    book.test(vec![&libraries.to_string_lossy()])
        .context("a program does not do what the page shows")
}

/// The Rust of a page, which is all that its test depends on.
fn programs(content: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for event in Parser::new(content) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                is_inside = info.starts_with("rust");
                if is_inside {
                    text.push_str(&info);
                    text.push('\n');
                }
            }
            Event::Text(line) if is_inside => text.push_str(&line),
            Event::End(TagEnd::CodeBlock) => is_inside = false,
            _ => {}
        }
    }
    text
}

fn path(chapter: &Chapter) -> String {
    let path = chapter.path.as_deref().unwrap_or(Path::new(&chapter.name));
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_programs_and_not_by_its_prose() {
        let page =
            "# MSE\n\nIt squares.\n\n```rust\nassert!(true);\n```\n\n```console\ncargo\n```\n";
        let edited = page.replace("It squares", "It squares the residual");
        assert_eq!(programs(page), programs(&edited));
        assert_eq!(programs(page), "rust\nassert!(true);\n");
        assert_ne!(programs(page), programs(&page.replace("true", "false")));
    }
}
