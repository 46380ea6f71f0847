//! Every link, image and `#fragment` leads somewhere.
//!
//! mdBook checks none of them. The built pages are read, not only the
//! Markdown, because that is where ids and relative paths are final.

use std::collections::BTreeSet;
use std::path::Path;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{BrokenLink, Event, Parser, Tag, TagEnd};

use crate::document::{Document, join};
use crate::finding::Finding;
use crate::manuscript::{Manuscript, Site, files};
use crate::markdown;
use crate::quizzes::texts;

/// Every page in `SUMMARY.md` exists and every page is listed there; what the
/// pages point to exists; each id is there once.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let mut findings = unlisted(manuscript);
    for page in &manuscript.pages {
        for part in std::iter::once(page).chain(&texts(page)) {
            findings.extend(undefined(part));
            findings.extend(wordless(part));
        }
    }
    match manuscript.site() {
        Err(finding) => findings.push(finding),
        Ok(site) => {
            for path in site.pages.keys().filter(|path| is_read(path)) {
                let page = Built {
                    site,
                    path,
                    source: source(manuscript, path),
                };
                findings.extend(page.dead_ends());
                findings.extend(page.ids_twice());
            }
        }
    }
    // The first page is there a second time, as index.html.
    findings.sort();
    findings.dedup();
    findings
}

/// `print.html` is all pages once more, and mdBook moves their ids there.
fn is_read(path: &str) -> bool {
    path != "print.html"
}

/// A page that is not in the table of contents is not in the book.
fn unlisted(manuscript: &Manuscript) -> Vec<Finding> {
    files(&manuscript.root, "src")
        .into_iter()
        .filter(|path| path.ends_with(".md") && path != "src/SUMMARY.md")
        .filter(|path| !manuscript.pages.iter().any(|page| page.path == *path))
        .map(|path| {
            let line = format!("- [Title]({})", path.trim_start_matches("src/"));
            Finding::in_file(
                path,
                "SUMMARY.md does not list this page, so the book does not have it",
                format!("add `{line}` to SUMMARY.md"),
            )
        })
        .collect()
}

/// `[words][label]` without a definition of the label stays as it is written.
fn undefined(page: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let callback = |link: BrokenLink<'_>| {
        // `[words]` alone may be meant as it is: an interval, a matrix.
        if page.text[link.span.clone()].contains("][") {
            findings.push(page.finding(
                link.span.start,
                format!("the link label `{}` is not defined", link.reference),
                format!("add `[{}]: address` at the end of the page", link.reference),
            ));
        }
        None
    };
    Parser::new_with_broken_link_callback(&page.text, markdown::options(), Some(callback))
        .for_each(drop);
    findings
}

/// A link of which a screen reader could say only that it is one: a formula is
/// hidden from the name of a link.
fn wordless(page: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut words = String::new();
    for (event, range) in markdown::events(&page.text) {
        match event {
            Event::Start(Tag::Link { .. }) => words.clear(),
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::End(TagEnd::Link) if !words.contains(char::is_alphanumeric) => {
                findings.push(page.finding(
                    range.start,
                    "this link has no words",
                    "put a word beside the formula, inside the link",
                ));
            }
            _ => {}
        }
    }
    findings
}

/// The page of Markdown that this page of the site is made from.
fn source<'a>(manuscript: &'a Manuscript, path: &str) -> Option<&'a Document> {
    let markdown = Path::new("src").join(path).with_extension("md");
    let by_name = manuscript
        .pages
        .iter()
        .find(|page| Path::new(&page.path) == markdown);
    // mdBook shows the first page under the name of index.html, too.
    by_name.or_else(|| manuscript.pages.first().filter(|_| path == "index.html"))
}

/// A page of the site with where it came from.
struct Built<'a> {
    site: &'a Site,
    path: &'a str,
    source: Option<&'a Document>,
}

impl Built<'_> {
    fn dead_ends(&self) -> Vec<Finding> {
        let html = &self.site.pages[self.path];
        let ids: BTreeSet<&str> = html.ids.iter().map(String::as_str).collect();
        let mut findings = Vec::new();
        for reference in &html.references {
            let problem = if reference.is_by_id() {
                reference
                    .target
                    .split_whitespace()
                    .find(|id| !ids.contains(id))
                    .map(|id| {
                        format!(
                            "`{}` names the id {id}, which is not on the page",
                            reference.attribute
                        )
                    })
            } else {
                self.dead_end(&reference.target)
            };
            findings.extend(problem.map(|problem| self.finding(&reference.target, problem)));
        }
        findings
    }

    /// Why an address leads nowhere, if it does.
    fn dead_end(&self, address: &str) -> Option<String> {
        if let Some(scheme) = scheme(address) {
            return (!is_sound(scheme, address))
                .then(|| format!("{address} is not an address that a browser can open"));
        }
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = path.split('?').next().unwrap_or_default();
        let Some(target) = self.target(path) else {
            return Some(format!("{address} leads out of the book"));
        };
        if !self.site.files.contains(&target) {
            return Some(format!("{address} does not exist in the book"));
        }
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let page = self.site.pages.get(&target);
        let is_there = fragment.is_empty()
            || page.is_none_or(|page| page.ids.iter().any(|id| *id == fragment));
        (!is_there).then(|| format!("{target} has no id {fragment}"))
    }

    /// The path of a file of the site that `path` means on this page.
    fn target(&self, path: &str) -> Option<String> {
        let path = percent_decode_str(path).decode_utf8_lossy();
        if path.is_empty() {
            return Some(self.path.to_owned());
        }
        // 404.html is shown for any address, so its paths count from the root.
        let folder = if path.starts_with('/') || self.path == "404.html" {
            ""
        } else {
            self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
        };
        let target = join(folder, &path)?;
        let is_folder = path.ends_with('/') || target.is_empty();
        Some(if is_folder {
            format!("{target}/index.html")
                .trim_start_matches('/')
                .to_owned()
        } else {
            target
        })
    }

    fn ids_twice(&self) -> Vec<Finding> {
        let mut seen = BTreeSet::new();
        self.site.pages[self.path]
            .ids
            .iter()
            .filter(|id| !seen.insert(id.as_str()))
            .map(|id| {
                let problem = format!("the id {id} is on the page more than once");
                self.finding(id, problem)
            })
            .collect()
    }

    /// A finding at the line of the Markdown that holds the address.
    fn finding(&self, target: &str, problem: String) -> Finding {
        let remedy = "correct it where it is written; addresses count from the folder of the page";
        match self.source {
            Some(page) => page.finding(position(page, target).unwrap_or(0), problem, remedy),
            None => Finding::in_file(
                format!("book/{}", self.path),
                problem,
                "correct it in theme/, book.toml or SUMMARY.md: no page is made into this file",
            ),
        }
    }
}

/// `.md` became `.html` on the way into the site.
fn position(page: &Document, target: &str) -> Option<usize> {
    let markdown = target.replace(".html", ".md");
    [target, &markdown]
        .iter()
        .find_map(|target| page.text.find(*target))
}

fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme.then_some(scheme)
}

/// Nothing is fetched: a page of somebody else that is down is not our fault.
fn is_sound(scheme: &str, address: &str) -> bool {
    match scheme {
        "http" | "https" => {
            let rest = address[scheme.len()..].trim_start_matches(':');
            let host = rest.strip_prefix("//").unwrap_or_default();
            let host = host.split(['/', '?', '#']).next().unwrap_or_default();
            host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !address.contains(char::is_whitespace)
        }
        "mailto" => address.contains('@'),
        "data" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_no_dead_link() {
        assert_clean(
            "every link, image and #fragment leads somewhere",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_link_to_a_page_that_does_not_exist() {
        Draft::new()
            .append(CHAPTER, "\nSee [Huber](huber.md).\n")
            .rejected_by(check)
            .at(CHAPTER, "huber.md")
            .saying("huber.html does not exist")
            .with_remedy("correct it");
    }

    #[test]
    fn rejects_a_fragment_that_no_heading_has() {
        Draft::new()
            .append(CHAPTER, "\nSee [there](../introduction.md#nowhere).\n")
            .rejected_by(check)
            .at(CHAPTER, "#nowhere")
            .saying("introduction.html has no id nowhere");
    }

    #[test]
    fn rejects_an_image_that_does_not_exist() {
        Draft::new()
            .append(CHAPTER, "\n![A curve](curve.png)\n")
            .rejected_by(check)
            .at(CHAPTER, "curve.png")
            .saying("curve.png does not exist");
    }

    #[test]
    fn rejects_an_address_that_no_browser_can_open() {
        Draft::new()
            .append(CHAPTER, "\nSee [the paper](https:/arxiv.org/abs).\n")
            .rejected_by(check)
            .at(CHAPTER, "https:/arxiv")
            .saying("not an address");
    }

    #[test]
    fn rejects_a_label_that_is_not_defined() {
        Draft::new()
            .append(CHAPTER, "\nSee [the paper][hadsell], not [0, 1].\n")
            .rejected_by(check)
            .at(CHAPTER, "[hadsell]")
            .saying("`hadsell` is not defined")
            .with_remedy("[hadsell]: address");
    }

    #[test]
    fn rejects_a_link_without_words() {
        Draft::new()
            .append(
                CHAPTER,
                "\nIt is [$\\ln 2$](#quiz), not [the $p$](#quiz).\n",
            )
            .rejected_by(check)
            .at(CHAPTER, "[$\\ln 2$]")
            .saying("no words")
            .with_remedy("put a word");
    }

    #[test]
    fn rejects_a_page_that_is_not_in_the_table_of_contents() {
        Draft::new()
            .write("src/regression/mae.md", "# Mean absolute error\n")
            .rejected_by(check)
            .at_file("src/regression/mae.md")
            .with_remedy("[Title](regression/mae.md)");
    }

    #[test]
    fn rejects_a_figure_whose_title_is_not_there() {
        let figure = "src/examples/mse_outlier.svg";
        Draft::new()
            .replace(figure, "id=\"mse_outlier-title\"", "id=\"mse-title\"")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("names the id mse_outlier-title");
    }

    #[test]
    fn rejects_a_dead_link_in_a_quiz() {
        Draft::new()
            .replace(CHAPTER, "\"This.\"", "\"See [Huber](huber.md).\"")
            .rejected_by(check)
            .at(CHAPTER, "huber.md")
            .saying("huber.html does not exist");
        Draft::new()
            .replace(CHAPTER, "\"This.\"", "\"See [Huber][huber].\"")
            .rejected_by(check)
            .at(CHAPTER, "[huber]")
            .saying("`huber` is not defined");
    }

    #[test]
    fn rejects_a_figure_that_is_there_twice() {
        let findings = check(
            &Draft::new()
                .append(CHAPTER, "\n{{#include ../examples/mse_outlier.svg}}\n")
                .manuscript(),
        );
        assert!(
            findings
                .iter()
                .any(|it| it.file == CHAPTER && it.problem.contains("more than once")),
            "{findings:?}"
        );
    }
}
