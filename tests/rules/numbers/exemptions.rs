//! The numbers that no example has to print, each with its reason.
//!
//! The list is a test itself: an exemption that nothing needs any longer
//! fails, so that it cannot grow stale.

use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;

/// Where the list lies.
pub const LIST: &str = "tests/rules/number_exemptions.toml";

/// One entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The path of the page.
    pub page: String,
    /// The exact words with the numbers.
    pub text: Spanned<String>,
    /// Why no example prints them.
    pub reason: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(default)]
    exemption: Vec<Exemption>,
}

/// The exemptions, and the file that they are in.
///
/// # Errors
///
/// When the list cannot be read.
pub fn read(root: &Path) -> Result<(Document, Vec<Exemption>), Finding> {
    let file = Document::read(root, LIST).map_err(|error| {
        Finding::in_file(LIST, error.to_string(), "restore it; it may be empty")
    })?;
    match toml::from_str::<List>(&file.text) {
        Ok(list) => Ok((file, list.exemption)),
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            let remedy = "write [[exemption]] with page, text and reason";
            Err(file.finding(offset, error.message(), remedy))
        }
    }
}

/// Where the words of an exemption stand on its page.
pub fn spans(exemption: &Exemption, page: &Document) -> Vec<Range<usize>> {
    let words = exemption.text.get_ref();
    if exemption.page != page.path || words.is_empty() {
        return Vec::new();
    }
    page.text
        .match_indices(words.as_str())
        .map(|(start, found)| start..start + found.len())
        .collect()
}

/// What is wrong with an exemption; `unproven` are the places of the numbers
/// that need one.
pub fn stale(
    manuscript: &Manuscript,
    exemption: &Exemption,
    unproven: impl Fn(&Document) -> Vec<Range<usize>>,
) -> Option<(String, &'static str)> {
    let words = exemption.text.get_ref();
    let Some(page) = manuscript
        .pages
        .iter()
        .find(|page| page.path == exemption.page)
    else {
        let problem = format!("{} is not a page of the book", exemption.page);
        return Some((
            problem,
            "write the path as it is from the root, or remove the exemption",
        ));
    };
    if exemption.reason.trim().is_empty() {
        return Some((
            format!("`{words}` is exempt without a reason"),
            "say why no example can print it",
        ));
    }
    let spans = spans(exemption, page);
    if spans.is_empty() {
        let problem = format!("{} does not say `{words}` any longer", exemption.page);
        return Some((problem, "remove the exemption, or correct its text"));
    }
    let unproven = unproven(page);
    let is_needed = spans
        .iter()
        .any(|span| unproven.iter().any(|number| within(number, span)));
    (!is_needed).then(|| {
        (
            format!("an example prints every number in `{words}`, so nothing needs this exemption"),
            "remove it",
        )
    })
}

/// Whether `inner` lies in `outer`.
pub fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
