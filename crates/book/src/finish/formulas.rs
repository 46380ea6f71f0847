//! Formulas, of which the half that is for screen readers loses what says how it
//! would look, since nobody looks at it, and the other is kept on its line.

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

/// Up to so many letters a formula is not broken: narrower than a small phone.
const LONGEST_WHOLE: usize = 16;
/// What must not begin a line.
const CLOSING: [char; 7] = ['.', ',', ';', ':', '!', '?', ')'];

/// The page, in whose lines a short formula is whole, and has what closes after
/// it on its line: see `.whole` in `theme/book.css`.
pub fn whole(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    let mut pieces = pieces(html).peekable();
    let mut is_display = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Tag("<span class=\"katex\">") if !is_display => {
                let formula = formula(&mut pieces);
                let after = match pieces.next_if(|it| matches!(it, Piece::Text(_))) {
                    Some(Piece::Text(text)) => text,
                    _ => "",
                };
                let rest = after.trim_start_matches(CLOSING);
                let closing = &after[..after.len() - rest.len()];
                page.push_str(&if closing.is_empty() {
                    formula
                } else {
                    format!("<span class=\"whole\">{formula}{closing}</span>")
                });
                page.push_str(rest);
            }
            Piece::Tag(tag) => {
                is_display = tag == "<span class=\"katex-display\">";
                page.push_str(tag);
            }
            Piece::Text(text) => page.push_str(text),
        }
    }
    page
}

/// The formula of which the first tag has been read, marked if it is short and
/// of several parts.
fn formula<'a>(pieces: &mut impl Iterator<Item = Piece<'a>>) -> String {
    let (mut html, mut n_letters) = ("<span class=\"katex\">".to_owned(), 0);
    let (mut depth, mut is_math) = (1, false);
    while depth > 0
        && let Some(piece) = pieces.next()
    {
        match piece {
            Piece::Tag(tag) => {
                match name(tag) {
                    "span" => depth += 1,
                    "/span" => depth -= 1,
                    "math" => is_math = true,
                    "/math" => is_math = false,
                    _ => {}
                }
                html.push_str(tag);
            }
            Piece::Text(text) => {
                n_letters += if is_math { text.chars().count() } else { 0 };
                html.push_str(text);
            }
        }
    }
    let is_of_parts = html.contains("</span><span class=\"base\">");
    if is_of_parts && n_letters <= LONGEST_WHOLE {
        html = html.replacen("\"katex-html\"", "\"katex-html whole\"", 1);
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(letters: &str, parts: &str) -> String {
        format!(
            "<span class=\"katex\"><span class=\"katex-mathml\"><math>{letters}</math></span>\
             <span class=\"katex-html\" aria-hidden=\"true\">{parts}</span></span>"
        )
    }

    #[test]
    fn what_closes_stays_with_its_formula() {
        let math = written("<mi>n</mi>", "<span class=\"base\">n</span>");
        let page = whole(&format!(
            "<p>({math}), of {math} and {math}.</p>{math}<p>.</p>"
        ));
        let kept = |closing| format!("<span class=\"whole\">{math}{closing}</span>");
        let (inner, last) = (kept("),"), kept("."));
        assert_eq!(
            page,
            format!("<p>({inner} of {math} and {last}</p>{math}<p>.</p>")
        );
    }

    #[test]
    fn a_short_formula_of_several_parts_is_not_broken() {
        let parts = "<span class=\"base\">a=</span><span class=\"base\">b</span>";
        let short = written("<mi>a</mi><mo>=</mo><mi>b</mi>", parts);
        let marked = short.replace("katex-html", "katex-html whole");
        assert_eq!(whole(&short), marked);
        let long = written("<mi>abcdefghijklmnopq</mi>", parts);
        assert_eq!(whole(&long), long);
        let single = written("<mi>b</mi>", "<span class=\"base\">b</span>");
        assert_eq!(whole(&single), single);
        let display = format!("<span class=\"katex-display\">{short}</span>.");
        assert_eq!(whole(&display), display);
    }

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
