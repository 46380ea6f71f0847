//! Styles on elements become classes of the page.
//!
//! KaTeX places every glyph by a `style`, a few hundred different ones many
//! thousand times over. As classes they are shorter, and the policy can forbid
//! styles on elements.

use std::collections::{HashMap, HashSet};

use super::tags::{Piece, attribute, name, pieces, without};

/// The page with one style sheet in its head instead of `style` attributes.
pub fn as_classes(html: &str) -> String {
    let classes = classes(html);
    if classes.is_empty() {
        return html.to_owned();
    }
    let mut page = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Tag("</head>") => page.push_str(&(sheet(&classes) + "</head>")),
            Piece::Tag(tag) => match attribute(tag, "style").and_then(|style| classes.get(style)) {
                Some((_, class)) => page.push_str(&with_class(&without(tag, "style"), class)),
                None => page.push_str(tag),
            },
            Piece::Text(text) => page.push_str(text),
        }
    }
    page
}

/// The styles of a page with their rank, the most frequent first, and a name.
fn classes(html: &str) -> HashMap<&str, (usize, String)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut taken: HashSet<&str> = HashSet::new();
    for piece in pieces(html) {
        if let Piece::Tag(tag) = piece {
            if let Some(style) = attribute(tag, "style") {
                *counts.entry(style).or_default() += 1;
            }
            taken.extend(attribute(tag, "class").unwrap_or_default().split(' '));
        }
    }
    let mut styles: Vec<(&str, usize)> = counts.into_iter().collect();
    styles.sort_by_key(|&(style, count)| (std::cmp::Reverse(count), style));
    let names = (0..)
        .map(letters)
        .filter(|name| !taken.contains(name.as_str()));
    styles
        .into_iter()
        .zip(names)
        .enumerate()
        .map(|(rank, ((style, _), name))| (style, (rank, name)))
        .collect()
}

/// A, B, … Z, AA, AB, …
fn letters(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => last.into(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// The rules, as strong as the attributes that they replace: `:is` counts as
/// the strongest of its selectors, which is an id.
fn sheet(classes: &HashMap<&str, (usize, String)>) -> String {
    let mut rules: Vec<_> = classes.iter().collect();
    rules.sort_by_key(|(_, (rank, _))| *rank);
    let rules: String = rules
        .iter()
        .map(|(style, (_, class))| format!(".{class}{{{}}}", style.trim_end_matches(';')))
        .collect();
    format!("<style>:is(#strong,body){{{rules}}}</style>")
}

fn with_class(tag: &str, class: &str) -> String {
    match attribute(tag, "class") {
        Some(others) => tag.replacen(
            &format!("class=\"{others}\""),
            &format!("class=\"{others} {class}\""),
            1,
        ),
        None => {
            let (start, end) = tag.split_at(1 + name(tag).len());
            format!("{start} class=\"{class}\"{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_becomes_a_class_and_the_most_frequent_the_first() {
        let html = "<head></head><i style=\"top:1em;\">a</i><b class=\"base\" style=\"top:2em;\">b</b>\
                    <b style=\"top:2em;\">c</b>";
        assert_eq!(
            as_classes(html),
            "<head><style>:is(#strong,body){.A{top:2em}.B{top:1em}}</style></head>\
             <i class=\"B\">a</i><b class=\"base A\">b</b><b class=\"A\">c</b>"
        );
    }

    #[test]
    fn a_class_of_the_page_is_not_used_again() {
        let html = "<head></head><i class=\"A\" style=\"top:1em\">a</i>";
        assert!(as_classes(html).contains("<i class=\"A B\">"));
    }

    #[test]
    fn names_go_on_after_the_alphabet() {
        assert_eq!(
            [0, 25, 26, 27, 702].map(letters),
            ["A", "Z", "AA", "AB", "AAA"]
        );
    }
}
