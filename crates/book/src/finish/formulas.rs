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
/// Up to so many letters, what stands in brackets is not broken either.
const LONGEST_BRACKET: usize = 18;
/// So short an end does not stand on a line alone.
const SHORT_END: usize = 3;
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
                let (formula, n_letters) = formula(&mut pieces);
                let after = match pieces.next_if(|it| matches!(it, Piece::Text(_))) {
                    Some(Piece::Text(text)) => text,
                    _ => "",
                };
                let rest = after.trim_start_matches(CLOSING);
                let closing = &after[..after.len() - rest.len()];
                let is_long = formula.contains(PARTS) && n_letters > LONGEST_WHOLE;
                page.push_str(&match (is_long, closing) {
                    (true, "") => with_parts_kept(&formula, false),
                    (true, _) => format!(
                        "<span class=\"whole long\">{}{closing}</span>",
                        with_parts_kept(&formula, true)
                    ),
                    (false, "") if formula.contains(PARTS) => {
                        formula.replacen("\"katex-html\"", "\"katex-html whole\"", 1)
                    }
                    (false, "") => formula,
                    (false, _) => format!("<span class=\"whole\">{formula}{closing}</span>"),
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

/// The formula of which the first tag has been read, and how many letters it has.
fn formula<'a>(pieces: &mut impl Iterator<Item = Piece<'a>>) -> (String, usize) {
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
                n_letters += if is_math { letters(text) } else { 0 };
                html.push_str(text);
            }
        }
    }
    (html, n_letters)
}

/// A part of a formula; a line may end after each.
const PART: &str = "<span class=\"base\">";
/// Where a part ends and the next begins.
const PARTS: &str = "</span><span class=\"base\">";
/// Where the last part ends, what is seen of the formula, and all of it.
const END: &str = "</span></span></span>";

/// The formula, in which parts with an open bracket between them are one, and a
/// short end is one with what it follows; if something follows the formula, its
/// end is kept, too, since a line may end after a part that is not.
fn with_parts_kept(formula: &str, keeps_end: bool) -> String {
    let Some((before, parts)) = formula
        .strip_suffix(END)
        .and_then(|formula| formula.split_once(PART))
    else {
        return formula.to_owned();
    };
    let groups = groups(parts.split(PARTS));
    let mut kept = before.to_owned();
    for (index, group) in groups.iter().enumerate() {
        let parts = format!("{PART}{}</span>", group.join(PARTS));
        let is_end = index + 1 == groups.len();
        if group.len() > 1 || is_end && keeps_end {
            kept.push_str(&format!("<span class=\"whole\">{parts}</span>"));
        } else {
            kept.push_str(&parts);
        }
    }
    kept + "</span></span>"
}

/// The parts of a formula, those together between which no line ends.
fn groups<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<Vec<&'a str>> {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut n_open = 0_usize;
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let is_short_end = parts.peek().is_none() && letters_seen(part) <= SHORT_END;
        match groups.last_mut() {
            Some(group)
                if (n_open > 0 || is_short_end)
                    && letters_seen(&group.concat()) + letters_seen(part) <= LONGEST_BRACKET =>
            {
                group.push(part);
            }
            _ => groups.push(vec![part]),
        }
        n_open = (n_open + brackets(part, "mopen")).saturating_sub(brackets(part, "mclose"));
    }
    groups
}

/// How many brackets of a kind a part has; equal neighbors share an element.
fn brackets(part: &str, kind: &str) -> usize {
    part.split(&format!("class=\"{kind}"))
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(_, rest)| {
            rest.find('<')
                .map_or(0, |end| rest[..end].chars().count())
                .max(1)
        })
        .sum()
}

/// How many letters of a part of a formula's HTML are seen.
fn letters_seen(part: &str) -> usize {
    pieces(part)
        .map(|piece| match piece {
            Piece::Tag(_) => 0,
            Piece::Text(text) => letters(text.trim_matches('\u{200b}')),
        })
        .sum()
}

/// How many letters there are, an escaped one among them.
fn letters(text: &str) -> usize {
    text.chars().count()
        - text.matches("&lt;").count() * 3
        - text.matches("&gt;").count() * 3
        - text.matches("&amp;").count() * 4
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
        let escaped = written("<mo>&lt;</mo><mi>abcdefghijklmno</mi>", parts);
        assert!(whole(&escaped).contains("katex-html whole"));
        let single = written("<mi>b</mi>", "<span class=\"base\">b</span>");
        assert_eq!(whole(&single), single);
        let display = format!("<span class=\"katex-display\">{short}</span>.");
        assert_eq!(whole(&display), display);
    }

    #[test]
    fn a_long_formula_is_not_broken_in_brackets_and_before_a_short_end() {
        let part = |inner: &str| format!("<span class=\"base\">{inner}</span>");
        let kept = |parts: &str| format!("<span class=\"whole\">{parts}</span>");
        let long = |parts: &str| written("<mi>abcdefghijklmnopq</mi>", parts);
        let (open, close) = (
            part("<span class=\"mopen\">(</span>a+"),
            part("b<span class=\"mclose\">)</span>="),
        );
        let (first, last) = (part("f="), part("cdefg"));
        assert_eq!(
            whole(&long(&format!("{first}{open}{close}{last}"))),
            long(&format!("{first}{}{last}", kept(&format!("{open}{close}"))))
        );
        assert_eq!(
            whole(&long(&format!("{open}{close}{last}"))),
            long(&format!("{}{last}", kept(&format!("{open}{close}"))))
        );
        let short = part("0");
        assert_eq!(
            whole(&long(&format!("{last}{first}{short}"))),
            long(&format!("{last}{}", kept(&format!("{first}{short}"))))
        );
        let nested = part("<span class=\"mopen\">(</span>a+");
        let both = part("<span class=\"mopen\">(</span>b<span class=\"mclose\">))</span>+");
        assert_eq!(
            whole(&long(&format!("{nested}{both}{last}"))),
            long(&format!("{}{last}", kept(&format!("{nested}{both}"))))
        );
        let much = part("<span class=\"mopen\">(</span>abcdefghijklmnopqrst+");
        let whole_is_too_long = long(&format!("{much}{close}"));
        assert_eq!(whole(&whole_is_too_long), whole_is_too_long);
        let end_is_kept = long(&format!("{much}{}", kept(&close)));
        assert_eq!(
            whole(&format!("{whole_is_too_long}.")),
            format!("<span class=\"whole long\">{end_is_kept}.</span>")
        );
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
