//! Nothing is warned about while the site is built.
//!
//! mdBook and KaTeX warn and go on: after a formula that does not parse, a
//! tag that is never closed, an include that fails.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;

/// Every warning and error is a finding.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    match manuscript.site() {
        Err(finding) => vec![finding],
        Ok(site) => site
            .warnings
            .iter()
            .map(|warning| explain(manuscript, warning))
            .collect(),
    }
}

fn explain(manuscript: &Manuscript, warning: &str) -> Finding {
    let warning = readable(warning);
    let problem = warning.trim().replace('\n', "\n  ");
    let remedy = "mend it; `cargo book build` shows all warnings again";
    match culprit(&manuscript.pages, &warning) {
        Some((page, offset)) => page.finding(offset, problem, remedy),
        None => Finding::in_file("book.toml", problem, remedy),
    }
}

/// The page that the warning names, or else the one with the text that it
/// quotes; and of that page the quoted line, as far as it can be found.
fn culprit<'a>(pages: &'a [Document], warning: &str) -> Option<(&'a Document, usize)> {
    static QUOTE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"`([^`]+)`|at position \d+: (.+)").expect("it is a constant"));
    let quotes: Vec<String> = QUOTE
        .captures_iter(warning)
        .filter_map(|captures| captures.get(1).or(captures.get(2)))
        .map(|quote| quote.as_str().trim_matches('…').to_owned())
        .collect();
    let place = |page: &Document| {
        quotes
            .iter()
            .filter(|quote| quote.len() > 1)
            .find_map(|quote| {
                let exact = page.text.find(quote.as_str());
                exact.or_else(|| page.text.find(tag(quote)?))
            })
    };
    let named = pages
        .iter()
        .find(|page| warning.contains(page.path.trim_start_matches("src/")));
    named
        .map(|page| (page, place(page).unwrap_or(0)))
        .or_else(|| pages.iter().find_map(|page| Some((page, place(page)?))))
}

/// `<div` for `<div>`, which may have attributes in the page.
fn tag(quote: &str) -> Option<&str> {
    let name = quote.split('>').next()?;
    name.starts_with('<').then_some(name)
}

/// KaTeX underlines the place with combining marks, and its message arrives
/// as Rust prints a string for debugging.
fn readable(warning: &str) -> String {
    warning
        .replace(r"\u{332}", "")
        .replace(r"\\", r"\")
        .replace("String(\"", "")
        .replace("\")", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_builds_without_a_warning() {
        assert_clean(
            "the site builds without a warning",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_formula_that_katex_does_not_know() {
        Draft::new()
            .append(CHAPTER, "\nThe wrong $\\squared{r}$ here.\n")
            .rejected_by(check)
            .at(CHAPTER, "\\squared")
            .saying("Undefined control sequence")
            .with_remedy("cargo book build");
    }

    #[test]
    fn rejects_a_tag_that_is_never_closed() {
        Draft::new()
            .append(CHAPTER, "\n<aside class=\"x\">\n\nwords\n")
            .rejected_by(check)
            .at(CHAPTER, "<aside")
            .saying("unclosed HTML tag `<aside>`");
    }

    #[test]
    fn rejects_a_book_with_a_page_that_is_missing() {
        Draft::new()
            .append("SUMMARY.md", "- [Mean absolute error](regression/mae.md)\n")
            .rejected_by(check)
            .at_file("SUMMARY.md")
            .saying("src/regression/mae.md")
            .with_remedy("draft");
    }
}
