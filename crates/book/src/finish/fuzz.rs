//! HTML that is almost right: it is finished, or refused in words; what is
//! not ours to change stays.

use std::path::Path;

use proptest::prelude::*;

use super::tags::Piece;
use super::*;
use crate::mutations::{HTML, config, damaged, long_html, middle, timely};

fn finish_parts(html: &str) {
    let pieces: Vec<Piece> = tags::pieces(html).collect();
    let whole: String = pieces
        .iter()
        .map(|(Piece::Tag(it) | Piece::Text(it))| *it)
        .collect();
    assert_eq!(whole, html);
    for piece in pieces {
        if let Piece::Tag(tag) = piece {
            let name = tags::name(tag);
            assert!(tag.contains(name));
            if let Some(value) = tags::attribute(tag, "class") {
                assert!(
                    !value.contains('"') && tags::without(tag, "class").len() < tag.len(),
                    "{tag}"
                );
            }
        }
    }
    assert!(formulas::slim(html).len() <= html.len());
    assert!(formulas::whole(html).len() >= html.len());
    let classed = styles::as_classes(html);
    assert!(html.contains(" style=\"") || classed == html);
    let _ = figures::slim(html);
    let put_off = fields::put_off(html, Path::new("/nowhere/a.html"));
    assert!(put_off.contains("<noscript>") || put_off == html);
    if let Ok(listings::Apart { page, file }) = listings::apart(html, "a") {
        assert!(file.is_some() || page == html || html.contains("boring"));
    }
    if let Ok(review::Apart { page, files }) = review::apart(html) {
        assert!(!files.is_empty() || page == html);
    }
    let _ = glossary::entries(html, "reference/glossary.html");
    let whole = paper::without_resources_of_pages(html, Path::new("/nowhere/print.html"));
    assert!(whole.len() <= html.len());
    let _ = shared::description(html);
    let _ = (resources::minified(html), resources::without_comments(html));
    if let Err(error) = policy::with_policy(&classed) {
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn the_page_that_is_damaged_is_finished() {
    let listings::Apart { page, file } = listings::apart(HTML, "a").unwrap();
    assert!(file.is_some());
    let page = styles::as_classes(&figures::slim(&formulas::slim(&page)));
    assert!(
        !page.contains(" style=\"") && !page.contains("<semantics>"),
        "{page}"
    );
    assert!(page.contains(" d=\"m"), "{page}");
    assert_eq!(glossary::entries(HTML, "a.html").len(), 1);
    assert!(shared::description(HTML).is_some());
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn damaged_html_is_finished_or_refused(html in damaged(HTML)) {
        finish_parts(&html);
    }
}

#[test]
fn long_html_is_finished_in_time() {
    for html in long_html() {
        timely(&middle(&html), move || finish_parts(&html));
    }
}
