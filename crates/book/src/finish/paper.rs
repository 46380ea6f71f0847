//! The page of the whole book, `print.html`, is for paper: what only a page
//! needs stays with the page.
//!
//! A page may bring a style sheet or a script of its own, next to it. mdBook
//! copies their tags to the page of the whole book, where the address leads
//! nowhere, and where a quiz or a clock would have no use.

use std::path::Path;

use super::tags::{Piece, attribute, name, pieces};

/// The page of the whole book without the style sheets and scripts that are
/// not there; every other page as it is.
pub fn without_resources_of_pages(html: &str, path: &Path) -> String {
    if !is_whole_book(path) {
        return html.to_owned();
    }
    let folder = path.parent().unwrap_or(path);
    let mut page = String::with_capacity(html.len());
    let mut is_dropped = false;
    for piece in pieces(html) {
        match piece {
            Piece::Tag("</script>") if is_dropped => is_dropped = false,
            Piece::Tag(tag) if leads_nowhere(tag, folder) => is_dropped = name(tag) == "script",
            Piece::Tag(text) | Piece::Text(text) => page.push_str(text),
        }
    }
    page
}

/// Whether this is the page of the whole book.
pub fn is_whole_book(path: &Path) -> bool {
    path.file_name() == Some("print.html".as_ref())
}

fn leads_nowhere(tag: &str, folder: &Path) -> bool {
    let address = match name(tag) {
        "script" => attribute(tag, "src"),
        "link" if attribute(tag, "rel") == Some("stylesheet") => attribute(tag, "href"),
        _ => None,
    };
    address.is_some_and(|it| !it.contains(':') && !folder.join(it).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link rel=\"stylesheet\" href=\"study.css\"><link rel=\"stylesheet\" href=\"book.css\">\
                        <link rel=\"icon\" href=\"gone.svg\"><script src=\"days.js\" defer=\"\"></script>\
                        <script src=\"book.js\"></script><script>let a;</script>";

    #[test]
    fn what_is_not_there_is_dropped_from_the_whole_book_alone() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["book.css", "book.js"] {
            std::fs::write(folder.path().join(file), "").unwrap();
        }
        let whole = without_resources_of_pages(PAGE, &folder.path().join("print.html"));
        assert_eq!(
            whole,
            "<link rel=\"stylesheet\" href=\"book.css\"><link rel=\"icon\" href=\"gone.svg\">\
             <script src=\"book.js\"></script><script>let a;</script>"
        );
        let page = without_resources_of_pages(PAGE, &folder.path().join("review.html"));
        assert_eq!(page, PAGE);
    }
}
