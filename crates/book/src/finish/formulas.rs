//! The half of a formula that is for screen readers, without what says how it
//! would look: nobody looks at it.

use super::tags::{Piece, attribute, name, pieces, without};

/// Attributes of MathML that place and size, and do not name.
const LOOKS: [&str; 12] = [
    "xmlns",
    "stretchy",
    "separator",
    "accent",
    "lspace",
    "rspace",
    "minsize",
    "maxsize",
    "rowspacing",
    "columnspacing",
    "columnalign",
    "symmetric",
];

/// The page with shorter MathML; a formula reads the same.
pub fn slim(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    let mut is_math = false;
    let mut kept = Vec::new();
    for piece in pieces(html) {
        let tag = match piece {
            Piece::Tag(tag) => tag,
            Piece::Text(text) => {
                page.push_str(text);
                continue;
            }
        };
        match name(tag) {
            "math" => is_math = true,
            "/math" => is_math = false,
            _ => {}
        }
        if !is_math {
            page.push_str(tag);
        } else if name(tag).starts_with('/') {
            // A tag is closed if it was kept when it was opened.
            if kept.pop() != Some(false) {
                page.push_str(tag);
            }
        } else {
            let is_kept = !matches!(name(tag), "semantics" | "mstyle" | "mpadded" | "mspace");
            if name(tag) != "math" && !tag.ends_with("/>") {
                kept.push(is_kept);
            }
            if is_kept {
                page.push_str(&LOOKS.iter().fold(tag.to_owned(), |tag, look| {
                    match attribute(&tag, look) {
                        Some(_) => without(&tag, look),
                        None => tag,
                    }
                }));
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_stays_and_what_is_seen_goes() {
        let katex = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><semantics><mrow>\
                     <mo stretchy=\"false\">(</mo><mstyle scriptlevel=\"0\"><mi mathvariant=\"normal\">ℓ</mi></mstyle>\
                     <mspace width=\"1em\"></mspace><mo fence=\"true\">)</mo></mrow></semantics></math><p>(</p>";
        assert_eq!(
            slim(katex),
            "<math display=\"block\"><mrow><mo>(</mo><mi mathvariant=\"normal\">ℓ</mi>\
             <mo fence=\"true\">)</mo></mrow></math><p>(</p>"
        );
    }

    #[test]
    fn a_page_without_formulas_stays() {
        let html = "<p>A <em>plain</em> page.</p>";
        assert_eq!(slim(html), html);
    }
}
