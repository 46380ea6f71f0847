//! What the book consists of, as the contents of the site say it.

use anyhow::{Context, Result, ensure};

use super::tree::{Element, Node, parse, text};

/// Pages that are of use in a browser alone: they count answers, or offer
/// files of the site.
const LEFT_OUT: [&str; 5] = [
    "study/mock_interview",
    "study/progress",
    "study/review",
    "study/cards",
    "study/downloads",
];

/// Chapters under a title; those before the first part have none.
#[derive(Debug, Default, PartialEq)]
pub struct Part {
    pub title: String,
    pub chapters: Vec<Chapter>,
}

/// A page of the site that is a file of the EPUB.
#[derive(Debug, PartialEq)]
pub struct Chapter {
    /// Its path without the suffix, such as `regression/mse`.
    pub path: String,
    /// Escaped.
    pub title: String,
}

/// The parts of the book by the page `toc.html`.
///
/// # Errors
///
/// When there is no chapter in it.
pub fn parts(contents: &str) -> Result<Vec<Part>> {
    let list = contents
        .split_once("<body")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</body>"))
        .context("toc.html has no body")?;
    let mut parts = vec![Part::default()];
    for node in &parse(list.0)? {
        gather(node, &mut parts);
    }
    parts.retain(|part| !part.chapters.is_empty());
    ensure!(!parts.is_empty(), "toc.html names no chapter");
    Ok(parts)
}

fn gather(node: &Node, parts: &mut Vec<Part>) {
    let Node::Element(element) = node else { return };
    if element.has_class("part-title") {
        parts.push(Part {
            title: text(&element.children),
            chapters: Vec::new(),
        });
    } else if element.name == "a" {
        if let (Some(chapter), Some(part)) = (chapter(element), parts.last_mut()) {
            part.chapters.push(chapter);
        }
    } else {
        for child in &element.children {
            gather(child, parts);
        }
    }
}

fn chapter(link: &Element) -> Option<Chapter> {
    let path = link.attribute("href")?.strip_suffix(".html")?;
    // The number that mdBook puts before it.
    let is_title = |node: &&Node| !matches!(node, Node::Element(it) if it.name == "strong");
    let title: Vec<Node> = link.children.iter().filter(is_title).cloned().collect();
    (!LEFT_OUT.contains(&path)).then(|| Chapter {
        path: path.to_owned(),
        title: text(&title).trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_under_their_parts_without_numbers() {
        let page = "<head><link></head><body class=\"a\"><ol><li><a href=\"introduction.html\" target=\"_parent\">Introduction</a></li>\
            <li><li class=\"part-title\">Empty</li></li>\
            <li><li class=\"part-title\">Study</li></li>\
            <li><a href=\"study/review.html\"><strong aria-hidden=\"true\">1.</strong> Review</a></li>\
            <li><a href=\"study/coding_round.html\"><strong aria-hidden=\"true\">2.</strong> The coding round</a></li></ol></body>";
        let found = parts(page).unwrap();
        let seen: Vec<_> = found
            .iter()
            .flat_map(|part| {
                part.chapters
                    .iter()
                    .map(|it| (&*part.title, &*it.path, &*it.title))
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("", "introduction", "Introduction"),
                ("Study", "study/coding_round", "The coding round")
            ]
        );
        assert!(parts("<body></body>").is_err());
    }
}
