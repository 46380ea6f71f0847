//! The text fields and menus of the quizzes come with their question.
//!
//! To offer to fill in a form, Chromium lays out every text field and menu of
//! a page when it has arrived, however far away: 30 ms of a chapter's first
//! visit. In a `<noscript>` they are there for whoever has no JavaScript, and
//! `theme/quiz.js` makes them when a question comes near.

use std::path::Path;

use super::paper::is_whole_book;
use super::tags::{Piece, attribute, name, pieces};

/// The page with its fields in `<noscript>`; the page of the whole book, which
/// is for paper, as it is.
pub fn put_off(html: &str, path: &Path) -> String {
    if is_whole_book(path) {
        return html.to_owned();
    }
    let mut page = String::with_capacity(html.len());
    let mut is_in_question = false;
    for piece in pieces(html) {
        let (Piece::Tag(text) | Piece::Text(text)) = piece;
        let tag = match piece {
            Piece::Tag(tag) => name(tag),
            Piece::Text(_) => "",
        };
        match tag {
            "fieldset" => is_in_question = attribute(text, "class") == Some("question"),
            "/fieldset" => is_in_question = false,
            _ => {}
        }
        let is_field = tag == "input" && attribute(text, "type") == Some("text");
        let (before, after) = match tag {
            _ if !is_in_question => ("", ""),
            _ if is_field => ("<noscript>", "</noscript>"),
            "select" => ("<noscript>", ""),
            "/select" => ("", "</noscript>"),
            _ => ("", ""),
        };
        page.extend([before, text, after]);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<input type=\"text\"><fieldset class=\"question\"><label><input type=\"radio\"> A</label>\
                        <label>Your answer <input type=\"text\" size=\"10\"> nats</label>\
                        <label><select><option>A</option></select> B</label></fieldset><select></select>";

    #[test]
    fn the_fields_of_questions_alone_are_put_off() {
        assert_eq!(
            put_off(PAGE, Path::new("losses/mse.html")),
            "<input type=\"text\"><fieldset class=\"question\"><label><input type=\"radio\"> A</label>\
             <label>Your answer <noscript><input type=\"text\" size=\"10\"></noscript> nats</label>\
             <label><noscript><select><option>A</option></select></noscript> B</label></fieldset><select></select>"
        );
        assert_eq!(put_off(PAGE, Path::new("print.html")), PAGE);
    }
}
