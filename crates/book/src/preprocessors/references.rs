//! The preprocessor `references`: everything that the pages cite, on one page.
//!
//! A work is written where it is cited; the list of all is made from there.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::Result;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use regex::Regex;

/// Stands on a page for the list of all works.
pub const MARK: &str = "<!-- references: all -->";

/// Lists every work with the pages that cite it.
pub struct References;

impl Preprocessor for References {
    fn name(&self) -> &'static str {
        "references"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut works = BTreeMap::new();
        book.for_each_chapter_mut(|chapter| {
            let Some(path) = &chapter.path else { return };
            for item in items(&chapter.content) {
                let work: &mut Work = works.entry(key(item)).or_default();
                work.citation.get_or_insert_with(|| item.to_owned());
                let page = format!("[{}](/{})", chapter.name, path.display());
                if !work.pages.contains(&page) {
                    work.pages.push(page);
                }
            }
        });
        let list = list(&works);
        book.for_each_chapter_mut(|chapter| {
            if chapter.content.contains(MARK) {
                let depth = chapter.path.as_deref().map_or(0, depth);
                let list = list.replace("](/", &format!("]({}", "../".repeat(depth)));
                chapter.content = chapter.content.replace(MARK, &list);
            }
        });
        Ok(book)
    }
}

/// A work, and where it is cited.
#[derive(Default)]
struct Work {
    citation: Option<String>,
    pages: Vec<String>,
}

/// The items below `## References`.
fn items(content: &str) -> Vec<&str> {
    let Some((_, section)) = content.split_once("\n## References\n") else {
        return Vec::new();
    };
    let section = section.split("\n## ").next().unwrap_or(section);
    let lines = section.lines().map(str::trim);
    lines.filter_map(|line| line.strip_prefix("- ")).collect()
}

/// What a work is sorted and told apart by: the last name of its first author,
/// and its title without case and marks.
fn key(item: &str) -> (String, String) {
    static TITLE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""([^"]+)"|\*([^*]+)\*"#).expect("it is a constant"));
    let title = TITLE.captures(item);
    let words = title
        .as_ref()
        .and_then(|it| it.get(1).or_else(|| it.get(2)))
        .map_or(item, |it| it.as_str());
    let authors = &item[..title
        .as_ref()
        .and_then(|it| it.get(0))
        .map_or(0, |it| it.start())];
    let first = authors.split([',', ':']).next().unwrap_or_default();
    let first = first.split(" and ").next().unwrap_or_default();
    let first = first.trim_end_matches(" et al.").trim();
    let name = first.split_whitespace().last().unwrap_or(words);
    (plain(name), plain(words))
}

fn plain(words: &str) -> String {
    let letters = words.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn list(works: &BTreeMap<(String, String), Work>) -> String {
    works
        .values()
        .map(|work| {
            let citation = work.citation.as_deref().unwrap_or_default();
            let end = if citation.ends_with('.') { "" } else { "." };
            // A page may be called a question.
            let is_asked = work.pages.last().is_some_and(|page| page.contains("?]"));
            let stop = if is_asked { "" } else { "." };
            format!(
                "- {citation}{end} Cited in {}{stop}\n",
                work.pages.join(", ")
            )
        })
        .collect()
}

fn depth(path: &Path) -> usize {
    path.components().count().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use mdbook_preprocessor::book::Chapter;

    use super::*;

    fn book(pages: &[(&str, &str)]) -> Book {
        let mut book = Book::new();
        for (path, content) in pages {
            book.push_item(Chapter {
                name: format!("Page {path}"),
                content: (*content).to_owned(),
                path: Some(path.into()),
                source_path: Some(path.into()),
                ..Chapter::default()
            });
        }
        book
    }

    fn listed(pages: &[(&str, &str)]) -> String {
        let context = PreprocessorContext::new(
            ".".into(),
            mdbook_driver::config::Config::default(),
            "html".into(),
        );
        let mut book = References.run(&context, book(pages)).unwrap();
        let mut text = String::new();
        book.for_each_chapter_mut(|chapter| text.clone_from(&chapter.content));
        text
    }

    #[test]
    fn lists_each_work_once_by_author_with_the_pages_that_cite_it() {
        let text = listed(&[
            (
                "a/mse.md",
                "# A\n\n## References\n\n- Ada Zorn and B. Alt, \"On Squares\", 1805: first.\n- K. Abt, *A Book*, 1900.\n",
            ),
            (
                "b/mae.md",
                "# B\n\n## References\n\n- A. Zorn, B. Alt: *On squares*. 1805.\n\n## Quiz\n\n- no work\n",
            ),
            ("c/all.md", "# C\n\n<!-- references: all -->\n"),
        ]);
        assert_eq!(
            text,
            "# C\n\n- K. Abt, *A Book*, 1900. Cited in [Page a/mse.md](../a/mse.md).\n\
             - Ada Zorn and B. Alt, \"On Squares\", 1805: first. Cited in [Page a/mse.md](../a/mse.md), [Page b/mae.md](../b/mae.md).\n\n"
        );
    }

    #[test]
    fn no_full_stop_follows_a_page_that_asks() {
        let text = listed(&[
            (
                "a/why?",
                "# A\n\n## References\n\n- K. Abt, *A Book*, 1900.\n",
            ),
            ("c/all.md", "# C\n\n<!-- references: all -->\n"),
        ]);
        assert!(
            text.ends_with("Cited in [Page a/why?](../a/why?)\n\n"),
            "{text}"
        );
    }

    #[test]
    fn a_work_without_an_author_is_sorted_by_its_title() {
        assert_eq!(key("\"SLiC-HF\", 2023.").0, "slichf");
        assert_eq!(key("R. Rafailov et al., \"DPO\", 2023.").0, "rafailov");
    }
}
