//! From the SVG that plotters writes to the SVG of the house.

use std::fmt::Write;

use crate::ink::{Ink, Role};

/// plotters rounds to whole numbers, so it draws in tenths of a unit.
pub(crate) const SUBUNITS: f64 = 10.0;

/// The elements of a drawing by plotters with inks in place of colors, one
/// element after the other, in the units of the viewBox, without the `<svg>`
/// around them.
pub(crate) fn house_style(drawing: &str) -> String {
    let elements: Vec<Element> = elements(drawing).collect();
    elements
        .chunk_by(|a, b| a.heat().is_some() && a.heat() == b.heat())
        .map(|chunk| {
            wrap(&if chunk[0].heat().is_some() {
                cells(chunk)
            } else {
                styled(&chunk[0])
            })
        })
        .collect()
}

/// A whole figure, fit for a file of its own and for a page of Markdown.
///
/// Markdown takes it for HTML as long as the first line is the `<svg>` tag and
/// no line is blank; and `$` would start a formula.
pub(crate) fn document(head: &Head, drawing: &str) -> String {
    let Head {
        name,
        title,
        description,
        width,
        height,
    } = head;
    let texts = wrap(&format!(
        "<title id=\"{name}-title\">{}</title>",
        escape(title)
    )) + &wrap(&format!(
        "<desc id=\"{name}-description\">{}</desc>",
        escape(description)
    ));
    format!(
        "<svg class=\"figure\" viewBox=\"0 0 {width} {height}\" \
         xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
         aria-labelledby=\"{name}-title {name}-description\" \
         fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"{size}\">\n\
         {texts}{drawing}</svg>\n",
        size = crate::text::SIZE,
        drawing = house_style(drawing),
    )
    .replace('$', "&#36;")
}

/// What is said about a figure, and its size.
pub(crate) struct Head<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub width: f64,
    pub height: f64,
}

/// An element as plotters writes it: attributes, and text or nothing inside.
struct Element<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    text: &'a str,
}

impl<'a> Element<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    }

    /// The level of a heat map that the element is a cell of.
    fn heat(&self) -> Option<Ink> {
        let ink = Ink::from_color(self.get("fill")?)?;
        (self.name == "rect" && ink.role == Role::Heat).then_some(ink)
    }
}

fn elements(drawing: &str) -> impl Iterator<Item = Element<'_>> {
    drawing
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .filter_map(|(tag, text)| {
            let (name, attributes) = tag.trim_end_matches('/').split_once(' ')?;
            Some(Element {
                name,
                attributes: parse_attributes(attributes),
                text: text.trim(),
            })
        })
        .filter(|element| element.name != "svg")
}

fn parse_attributes(attributes: &str) -> Vec<(&str, &str)> {
    // Between quotes the pieces are, in turn, ` name=` and a value.
    let mut pieces = attributes.split('"');
    std::iter::from_fn(|| Some((pieces.next()?.trim().strip_suffix('=')?, pieces.next()?)))
        .collect()
}

fn styled(element: &Element) -> String {
    let mut line = format!("<{}", element.name);
    for &(name, value) in &element.attributes {
        match (name, value) {
            ("x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "r" | "width" | "height", _) => {
                attribute(&mut line, name, &to_units(value));
            }
            ("points", _) => attribute(&mut line, name, &points(value)),
            // Half the height of a capital, where plotters takes half an x.
            ("dy", _) => attribute(&mut line, name, "0.35em"),
            ("text-anchor", "middle" | "end") => attribute(&mut line, name, value),
            ("fill" | "stroke", _) => paint(&mut line, element, name, value),
            // Opacity, font and weight of a line are the ink's business.
            _ => {}
        }
    }
    if element.text.is_empty() {
        line + "/>"
    } else {
        format!("{line}>{}</{}>", element.text, element.name)
    }
}

fn paint(line: &mut String, element: &Element, name: &str, value: &str) {
    let Some(ink) = Ink::from_color(value) else {
        if (name, value) == ("fill", "none") {
            attribute(line, name, value);
        }
        return;
    };
    // Text has the fill of the whole figure.
    if element.name != "text" {
        attribute(line, name, &ink.paint());
    }
    if name == "stroke"
        && let Some(width) = element.get("stroke-width")
    {
        attribute(line, "stroke-width", &to_units(width));
    }
    for (name, value) in ink.attributes() {
        attribute(line, name, &value);
    }
}

/// One path for all cells of a level: a heat map has thousands.
fn cells(level: &[Element]) -> String {
    let number = |cell: &Element, name| cell.get(name).map(to_units).unwrap_or_default();
    let path: Vec<String> = level
        .iter()
        .map(|cell| {
            let [x, y, w, h] = ["x", "y", "width", "height"].map(|name| number(cell, name));
            format!("M{x},{y}h{w}v{h}h-{w}z")
        })
        .collect();
    let mut line = "<path".to_owned();
    if let Some(ink) = level[0].heat() {
        attribute(&mut line, "fill", &ink.paint());
        for (name, value) in ink.attributes() {
            attribute(&mut line, name, &value);
        }
    }
    attribute(&mut line, "d", &path.join(" "));
    line + "/>"
}

fn attribute(line: &mut String, name: &str, value: &str) {
    write!(line, " {name}=\"{value}\"").expect("a String takes everything");
}

fn to_units(number: &str) -> String {
    number
        .parse()
        .map_or_else(|_| number.to_owned(), |n: f64| (n / SUBUNITS).to_string())
}

fn points(value: &str) -> String {
    let pairs = value
        .split_whitespace()
        .filter_map(|pair| pair.split_once(','));
    pairs
        .map(|(x, y)| format!("{},{}", to_units(x), to_units(y)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Breaks a line at spaces, which are all alike to XML, and drops blank lines.
fn wrap(text: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > 100 {
            lines.push_str("\n  ");
            column = 2;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines.push('\n');
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &str = r##"<svg width="5600" height="3400" viewBox="0 0 5600 3400" xmlns="http://www.w3.org/2000/svg">
<polyline fill="none" opacity="1" stroke="#0001F1" stroke-width="22" points="10,20 25,33 "/>
<text x="100" y="200" dy="0.5ex" text-anchor="end" font-family="sans-serif" font-size="51.6" opacity="1" fill="#0A00F1">
a &lt; b
</text>
<circle cx="20" cy="20" r="45" opacity="1" fill="#0102F1" stroke="none" stroke-width="1"/>
</svg>
"##;

    #[test]
    fn inks_become_style_and_numbers_become_units() {
        assert_eq!(
            house_style(DRAWING),
            "<polyline fill=\"none\" stroke=\"var(--figure-2, #b7410e)\" stroke-width=\"2.2\" \
             stroke-linejoin=\"round\"\n  stroke-dasharray=\"9 4\" points=\"1,2 2.5,3.3\"/>\n\
             <text x=\"10\" y=\"20\" dy=\"0.35em\" text-anchor=\"end\">a &lt; b</text>\n\
             <circle cx=\"2\" cy=\"2\" r=\"4.5\" fill=\"var(--figure-3, #0a7a5a)\"/>\n"
        );
    }

    #[test]
    fn cells_of_one_level_become_one_path() {
        let cell = |x: u32, ink: &str| {
            format!(
                "<rect x=\"{x}\" y=\"0\" width=\"10\" height=\"20\" fill=\"{ink}\" stroke=\"none\"/>\n"
            )
        };
        let drawing = cell(0, "#0501F1") + &cell(10, "#0501F1") + &cell(20, "#0502F1");
        let svg = house_style(&drawing);
        assert_eq!(svg.matches("<path").count(), 2, "{svg}");
        assert!(svg.contains("M0,0h1v2h-1z M1,0h1v2h-1z\""), "{svg}");
    }

    #[test]
    fn a_document_is_one_block_of_html_to_markdown() {
        let head = Head {
            name: "mse",
            title: "Cost: $5 & <more>",
            description: "First line.\n\n  Second \"line\".",
            width: 560.0,
            height: 340.0,
        };
        let svg = document(&head, DRAWING);
        let first = svg.lines().next().unwrap();
        assert!(
            first.starts_with("<svg class=\"figure\" viewBox=\"0 0 560 340\" "),
            "{first}"
        );
        assert!(first.ends_with('>'), "{first}");
        assert!(
            first.contains("aria-labelledby=\"mse-title mse-description\""),
            "{first}"
        );
        assert!(svg.lines().all(|line| !line.trim().is_empty()), "{svg}");
        assert!(!svg.contains('$'), "{svg}");
        assert!(svg.contains("<title id=\"mse-title\">Cost: &#36;5 &amp; &lt;more&gt;</title>"));
        assert!(
            svg.contains("First line. Second &quot;line&quot;.</desc>"),
            "{svg}"
        );
        assert!(svg.ends_with("</svg>\n"));
    }

    #[test]
    fn long_lines_are_broken_at_spaces() {
        let wrapped = wrap(&"12,34 ".repeat(100));
        assert!(wrapped.lines().all(|line| line.len() <= 100));
        assert_eq!(wrapped.split_whitespace().count(), 100);
        assert_eq!(wrap("a\n\n b"), "a b\n");
        assert_eq!(
            wrap(&"x".repeat(200)).lines().count(),
            1,
            "nothing to break"
        );
    }
}
