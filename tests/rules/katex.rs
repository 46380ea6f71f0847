//! The style sheet of KaTeX fits the KaTeX that renders the formulas.
//!
//! With another version the formulas fall apart on the page: subscripts in
//! full size, fractions over each other.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;

const CSS: &str = "src/katex/katex.min.css";

/// The style sheet has the version that the katex crate embeds, and the fonts
/// that it names are beside it.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    match Document::read(&manuscript.root, CSS) {
        Ok(css) => version(&css)
            .into_iter()
            .chain(fonts(manuscript, &css))
            .collect(),
        Err(_) => vec![Finding::in_file(
            CSS,
            "the style sheet of KaTeX is missing",
            vendor(),
        )],
    }
}

fn version(css: &Document) -> Option<Finding> {
    static VERSION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"katex-version:{1,2}after\{content:"([^"]*)"\}"#).expect("it is a constant")
    });
    let captures = VERSION.captures(&css.text);
    let version = captures
        .as_ref()
        .map_or("no version", |it| it.get(1).map_or("", |it| it.as_str()));
    let rendered = katex::KATEX_VERSION;
    (version != rendered).then(|| {
        Finding::in_file(
            CSS,
            format!("this is KaTeX {version}, but the formulas are rendered by KaTeX {rendered}"),
            vendor(),
        )
    })
}

fn fonts(manuscript: &Manuscript, css: &Document) -> Vec<Finding> {
    static URL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"url\(["']?([^)"']+)["']?\)"#).expect("it is a constant"));
    URL.captures_iter(&css.text)
        .map(|captures| captures.get(1).expect("it is not optional"))
        .filter(|url| {
            css.resolve(url.as_str())
                .is_none_or(|path| !manuscript.has(&path))
        })
        .map(|url| {
            css.finding(
                url.start(),
                format!("the font {} does not exist", url.as_str()),
                vendor(),
            )
        })
        .collect()
}

fn vendor() -> String {
    format!(
        "take katex.min.css and its woff2 fonts from katex@{}: scripts/vendor-katex",
        katex::KATEX_VERSION
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_the_style_sheet_of_its_katex() {
        assert_clean(
            "the style sheet of KaTeX fits the KaTeX that renders",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_style_sheet_of_another_version() {
        Draft::new()
            .replace(CSS, katex::KATEX_VERSION, "0.19.1")
            .rejected_by(check)
            .at(CSS, "0.19.1")
            .saying("KaTeX 0.19.1, but")
            .with_remedy("scripts/vendor-katex");
    }

    #[test]
    fn rejects_a_font_that_is_missing() {
        Draft::new()
            .remove("src/katex/fonts/KaTeX_Main-Regular.woff2")
            .rejected_by(check)
            .at(CSS, "KaTeX_Main-Regular")
            .saying("KaTeX_Main-Regular.woff2 does not exist");
    }

    #[test]
    fn rejects_a_book_without_the_style_sheet() {
        Draft::new()
            .remove(CSS)
            .rejected_by(check)
            .at_file(CSS)
            .saying("missing");
    }
}
