//! HTML as tags and the text between them.

/// A tag from `<` to `>`, or what stands between two tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Tag(&'a str),
    Text(&'a str),
}

/// The pieces of a page; a comment is a tag, and a script's code is text.
pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    let mut raw_until = None;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_tag = raw_until.is_none() && rest.starts_with('<');
        let length = match raw_until.take() {
            Some(end) => rest.find(end).unwrap_or(rest.len()),
            None if is_tag => tag_length(rest),
            None => rest.find('<').unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if !is_tag {
            return Some(Piece::Text(piece));
        }
        raw_until = match name(piece) {
            "script" => Some("</script>"),
            "style" => Some("</style>"),
            _ => None,
        };
        Some(Piece::Tag(piece))
    })
}

fn tag_length(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |end| end + 3);
    }
    let mut quote = None;
    for (index, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The name of a tag: `span` of `<span class="base">`, `/span` of `</span>`.
pub fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<');
    let end = tag
        .char_indices()
        .find(|(index, c)| c.is_whitespace() || *c == '>' || (*c == '/' && *index > 0))
        .map_or(tag.len(), |(index, _)| index);
    &tag[..end]
}

/// The value of an attribute that is written with double quotes.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (start, end) = position(tag, name)?;
    tag[start..end]
        .split_once('"')
        .map(|(_, value)| value.trim_end_matches('"'))
}

/// The tag without one of its attributes.
pub fn without(tag: &str, name: &str) -> String {
    match position(tag, name) {
        Some((start, end)) => tag[..start].to_owned() + &tag[end..],
        None => tag.to_owned(),
    }
}

/// Where ` name="value"` begins and ends.
fn position(tag: &str, name: &str) -> Option<(usize, usize)> {
    let start = tag.find(&format!(" {name}=\""))?;
    let value = start + name.len() + 3;
    let end = value + tag[value..].find('"')? + 1;
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_tags_and_texts() {
        let html = "<!-- a > b --><p title=\"a > b\">one<br>two</p><script>if (a < b) {}</script>";
        let expected = [
            Piece::Tag("<!-- a > b -->"),
            Piece::Tag("<p title=\"a > b\">"),
            Piece::Text("one"),
            Piece::Tag("<br>"),
            Piece::Text("two"),
            Piece::Tag("</p>"),
            Piece::Tag("<script>"),
            Piece::Text("if (a < b) {}"),
            Piece::Tag("</script>"),
        ];
        assert_eq!(pieces(html).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_tag_has_a_name_and_attributes() {
        let tag = "<span class=\"base\" style=\"top:1em;\">";
        assert_eq!(name(tag), "span");
        assert_eq!(name("</span>"), "/span");
        assert_eq!(name("<br/>"), "br");
        assert_eq!(attribute(tag, "style"), Some("top:1em;"));
        assert_eq!(attribute(tag, "id"), None);
        assert_eq!(without(tag, "class"), "<span style=\"top:1em;\">");
    }
}
