//! The finished pages can be found and shared: each has a description of its
//! own and one address, and the list of pages has them all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use book::finish::shared::LONGEST;
use regex::Regex;

use crate::finding::Finding;
use crate::manuscript::{Finished, Manuscript};

/// Every page has a description, no two have the same, each says its address
/// once, and the sitemap lists these addresses and no other.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let finished = match manuscript.site().map(|site| &site.finished) {
        Ok(Ok(finished)) => finished,
        Ok(Err(finding)) => return vec![finding.clone()],
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    let mut described: BTreeMap<&str, &str> = BTreeMap::new();
    let mut addresses: Vec<&str> = Vec::new();
    for (path, html) in &finished.pages {
        // The book once more, a part of other pages, the first page's twin.
        if ["print.html", "toc.html", "index.html"].contains(&&**path) {
            continue;
        }
        let source = format!("src/{}", path.replace(".html", ".md"));
        match all(&DESCRIPTION, html).as_slice() {
            [text] => {
                findings.extend(unfit(&source, text));
                if let Some(other) = described.insert(text, path) {
                    findings.push(Finding::in_file(
                        &source,
                        format!("search engines show it as they show {other}: “{text}”"),
                        "begin the page with a sentence of its own",
                    ));
                }
            }
            texts => findings.push(Finding::in_file(
                &source,
                format!("it has {} descriptions, not one", texts.len()),
                "begin the page with a sentence that holds no formula and stands in a paragraph",
            )),
        }
        match (path.as_str(), all(&CANONICAL, html).as_slice()) {
            ("404.html", []) => {}
            (_, [address]) => addresses.push(address),
            (_, found) => findings.push(Finding::in_file(
                &source,
                format!("it says {} addresses of itself, not one", found.len()),
                "crates/book/src/finish/shared.rs writes it",
            )),
        }
    }
    addresses.sort_unstable();
    let mut listed = all(&LOCATION, &finished.sitemap);
    listed.sort_unstable();
    if addresses != listed {
        findings.push(Finding::in_file(
            "sitemap.xml",
            format!("it lists {listed:?}, the pages are {addresses:?}"),
            "crates/book/src/finish/shared.rs writes it",
        ));
    }
    findings.extend(lost(finished));
    findings
}

static DESCRIPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"<meta name="description" content="([^"]*)">"#).expect("it is a constant")
});
static CANONICAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"<link rel="canonical" href="([^"]*)">"#).expect("it is a constant")
});
static LOCATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("<loc>([^<]*)</loc>").expect("it is a constant"));

fn all<'a>(pattern: &Regex, text: &'a str) -> Vec<&'a str> {
    pattern
        .captures_iter(text)
        .filter_map(|found| found.get(1))
        .map(|it| it.as_str())
        .collect()
}

fn unfit(source: &str, text: &str) -> Option<Finding> {
    let length = text
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .chars()
        .count();
    let is_plain = !text.contains(['$', '\\', '\u{fffc}']);
    (!is_plain || length > LONGEST || length == 0).then(|| {
        Finding::in_file(
            source,
            format!("its description is no plain text of 1 to {LONGEST} characters: “{text}”"),
            "begin the page with a sentence that holds no formula",
        )
    })
}

/// The page that a host shows at any depth starts from the site's own path.
fn lost(finished: &Finished) -> Option<Finding> {
    let base = format!("<base href=\"{}\">", finished.path);
    let html = finished.pages.get("404.html")?;
    (!html.contains(&base)).then(|| {
        Finding::in_file(
            "src/404.md",
            "at an address with folders it would find neither styles nor pages",
            format!("it needs {base} in its head"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_can_be_found_and_shared() {
        assert_clean(
            "every finished page can be found and shared",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_page_without_a_sentence_to_describe_it() {
        Draft::new()
            .write("src/introduction.md", "# Introduction\n\n- a list\n")
            .rejected_by(check)
            .at_file("src/introduction.md")
            .saying("0 descriptions")
            .with_remedy("begin the page with a sentence");
    }

    #[test]
    fn rejects_two_pages_that_are_described_alike() {
        let draft =
            Draft::new().replace(CHAPTER, "The residual $r$ is squared.", "See the chapter.");
        draft
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("as they show introduction.html: “See the chapter.”");
    }
}
