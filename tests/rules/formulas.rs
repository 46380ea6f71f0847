//! Every formula is rendered, and nothing else is.
//!
//! mdbook-katex pairs dollar signs without reading Markdown: one stray `$`
//! makes formulas of the text between all the following ones, and the build
//! succeeds. So the formulas that Markdown sees must be the formulas that
//! KaTeX is given, and as many must come out.

use std::ops::Range;
use std::sync::LazyLock;

use book::preprocessors::evidence::WHOLE;
use book::preprocessors::quiz::{ALL, INDEX};
use book::preprocessors::references::MARK as REFERENCES;
use mdbook_katex::scan::{Delimiter, Event as Scanned, Scan};
use pulldown_cmark::{Event, Tag, TagEnd};
use regex::Regex;

use crate::directives::without_directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::html::Html;
use crate::manuscript::{Manuscript, Site};
use crate::markdown;
use crate::quizzes::texts;

const REMEDY: &str = "close the formula on its line, or write `\\$` for a dollar sign";

/// Markdown and KaTeX agree on the formulas of each page, and all of them are
/// rendered.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let site = match manuscript.site() {
        Ok(site) => site,
        Err(finding) => return vec![finding],
    };
    let of_page = |page| {
        let in_quiz = || texts(page).iter().find_map(disagreement);
        disagreement(page)
            .or_else(in_quiz)
            .or_else(|| unrendered(page, site))
    };
    manuscript.pages.iter().filter_map(of_page).collect()
}

/// The first place where Markdown and KaTeX part ways.
fn disagreement(page: &Document) -> Option<Finding> {
    let text = without_directives(page);
    let (meant, taken) = (in_markdown(&text), as_katex_scans(&text));
    let first = meant
        .iter()
        .zip(&taken)
        .find(|(meant, taken)| meant != taken)
        .map(|(meant, taken)| meant.start.min(taken.start))
        .or_else(|| {
            let longer = if meant.len() > taken.len() {
                &meant
            } else {
                &taken
            };
            longer.get(meant.len().min(taken.len())).map(|it| it.start)
        })
        .or_else(|| lone_dollar(&text))?;
    let line = page.text[first..].lines().next().unwrap_or_default();
    Some(page.finding(
        first,
        format!(
            "from `{}` on, the dollar signs do not pair up as formulas",
            line.chars().take(40).collect::<String>().trim_end()
        ),
        REMEDY,
    ))
}

/// The formulas as Markdown reads them, each with its dollar signs.
fn in_markdown(text: &str) -> Vec<Range<usize>> {
    let mut formulas = Vec::new();
    for (event, range) in markdown::events(text) {
        match event {
            Event::InlineMath(_) | Event::DisplayMath(_) => formulas.push(range),
            Event::Html(_) | Event::InlineHtml(_) => {
                formulas.extend(in_html(&text[range.clone()]).map(|it| shift(it, range.start)));
            }
            _ => {}
        }
    }
    formulas.sort_by_key(|it| it.start);
    formulas
}

/// The formulas between tags; dollar signs in a tag or a comment are none.
fn in_html(html: &str) -> impl Iterator<Item = Range<usize>> {
    static FORMULA: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"<!--[\s\S]*?-->|<[^>]*>|\\\$|(\$\$[^$]+\$\$|\$[^$]+\$)")
            .expect("it is a constant")
    });
    FORMULA
        .captures_iter(html)
        .filter_map(|captures| captures.get(1))
        .map(|formula| formula.range())
}

/// The formulas that mdbook-katex cuts out, each with its dollar signs.
fn as_katex_scans(text: &str) -> Vec<Range<usize>> {
    let (block, inline) = (Delimiter::same("$$".into()), Delimiter::same("$".into()));
    let mut start = 0;
    let mut formulas = Vec::new();
    for event in Scan::new(text, &block, &inline) {
        match event {
            Scanned::Begin(at) => start = at,
            Scanned::TextEnd(_) => {}
            Scanned::InlineEnd(end) => formulas.push(start - 1..end + 1),
            Scanned::BlockEnd(end) => formulas.push(start - 2..end + 2),
        }
    }
    formulas
}

/// A dollar sign in running text that no backslash protects.
fn lone_dollar(text: &str) -> Option<usize> {
    let mut in_code = false;
    markdown::events(text).find_map(|(event, range)| {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let dollars = text[range.clone()].match_indices('$');
                return dollars
                    .map(|(at, _)| range.start + at)
                    .find(|&at| !text[..at].ends_with('\\'));
            }
            _ => {}
        }
        None
    })
}

/// What KaTeX was given but did not render.
fn unrendered(page: &Document, site: &Site) -> Option<Finding> {
    let path = page.path.trim_start_matches("src/").replace(".md", ".html");
    let html: &Html = site.pages.get(&path)?;
    let formulas = in_markdown(&without_directives(page));
    let left = formulas
        .iter()
        .find(|formula| {
            html.text
                .contains(beginning(&page.text[(*formula).clone()]))
        })
        .or(formulas.first());
    let start = left.map_or(0, |it| it.start);
    if html.has_katex_error {
        return Some(page.finding(
            start,
            "KaTeX shows an error in the place of a formula",
            REMEDY,
        ));
    }
    // A page that shows questions or claims of others has their formulas, too.
    if [INDEX, ALL, REFERENCES, WHOLE]
        .iter()
        .any(|mark| page.text.contains(mark))
    {
        return None;
    }
    let escaped = page.text.matches("\\$").count();
    let dollars = html.text.matches('$').count();
    let n_in_quiz: usize = texts(page)
        .iter()
        .map(|it| in_markdown(&it.text).len())
        .sum();
    if formulas.len() + n_in_quiz != html.n_formulas || dollars > escaped {
        return Some(page.finding(
            start,
            format!(
                "{} formulas are written on the page, {} are rendered",
                formulas.len() + n_in_quiz,
                html.n_formulas
            ),
            "`cargo book build` says what KaTeX has against the formula on this line",
        ));
    }
    None
}

/// What Markdown leaves as it is of a formula that was not rendered.
fn beginning(formula: &str) -> &str {
    let is_plain = |it: char| it.is_alphanumeric() || "$\\ ".contains(it);
    let end = formula.trim_end_matches('$').find(|it| !is_plain(it));
    &formula[..end.unwrap_or(formula.trim_end_matches('$').len())]
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_renders_its_formulas() {
        assert_clean(
            "the formulas that are written are the formulas that are rendered",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn accepts_formulas_everywhere_and_prices() {
        Draft::new()
            .append(
                CHAPTER,
                "\nIt costs \\$5, not `$6`, with $a$ and\n\n$$\nb = \\text{c}\n$$\n\n\
                 | $|d|$ |\n|---|\n| $e$ |\n\n<div>$f$ and <b title=\"g\">$h$</b></div>\n\n\
                 ```sh\necho $HOME\n```\n",
            )
            .accepted_by(check);
    }

    #[test]
    fn rejects_a_lone_dollar_sign() {
        Draft::new()
            .replace(CHAPTER, "moves to 22", "moves to $22")
            .rejected_by(check)
            .at(CHAPTER, "moves to $22")
            .saying("`$22.`")
            .with_remedy("`\\$`");
    }

    #[test]
    fn rejects_prices_that_become_a_formula() {
        Draft::new()
            .append(CHAPTER, "\nIt costs $5 to $10.\n")
            .rejected_by(check)
            .at(CHAPTER, "It costs")
            .saying("do not pair up");
    }

    #[test]
    fn rejects_a_formula_that_is_not_closed() {
        Draft::new()
            .replace(
                CHAPTER,
                "## Numerics\n\nThe residual $r$",
                "## Numerics\n\nThe residual $r",
            )
            .rejected_by(check)
            .at(CHAPTER, "The residual $r is")
            .with_remedy("close the formula");
    }

    #[test]
    fn rejects_a_dollar_sign_in_a_tilde_fence() {
        Draft::new()
            .append(CHAPTER, "\n~~~sh\necho $HOME $USER\n~~~\n")
            .rejected_by(check)
            .at(CHAPTER, "echo $HOME");
    }

    #[test]
    fn rejects_a_formula_in_a_tag() {
        Draft::new()
            .append(CHAPTER, "\n<p title=\"$r$\">words</p>\n")
            .rejected_by(check)
            .at(CHAPTER, "title=");
    }

    #[test]
    fn rejects_a_lone_dollar_sign_in_a_quiz() {
        Draft::new()
            .replace(CHAPTER, "'The square $s$'", "'The square $s'")
            .rejected_by(check)
            .at(CHAPTER, "'The square $s'")
            .with_remedy("close the formula");
    }

    #[test]
    fn rejects_a_formula_in_a_quiz_that_katex_cannot_render() {
        Draft::new()
            .replace(CHAPTER, "'The square $s$'", "'The $\\squared{r}$'")
            .rejected_by(check)
            .saying("are rendered");
    }

    #[test]
    fn rejects_a_formula_that_katex_cannot_render() {
        Draft::new()
            .append(CHAPTER, "\nThe wrong $\\squared{r}$ here.\n")
            .rejected_by(check)
            .at(CHAPTER, "\\squared")
            .saying("are rendered")
            .with_remedy("cargo book build");
    }
}
